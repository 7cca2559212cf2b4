"""总成绩的构成应是100%：“笔试占总成绩的60%，面试占总成绩的50%”加起来是110%。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled

NUM = r"\d{1,2}"
OF = r"(?:总成绩|综合成绩|总分|总评成绩|考核总分|最终成绩)的?"
PART = rf"[^，。；、%\d\n]{{1,10}}占(?:{OF})?{NUM}%"
SAID = rf"占{OF}(?P<a>{NUM})%(?P<more>(?:[，、]{PART}){{1,4}})(?=[。；）)\n]|$)"
FIRST = rf"(?:{PART}[，、]){{1,4}}[^，。；、%\d\n]{{1,10}}$"


def _find(doc: Document) -> Iterator[Hit]:
    if "成绩" not in doc.text and "总分" not in doc.text:
        return
    for match in compiled(SAID).finditer(doc.text):
        before = compiled(FIRST).search(doc.text[max(0, match.start() - 60) : match.start()])
        said = (before[0] if before else "") + match[0]
        added = sum(int(number) for number in compiled(r"(\d{1,2})%").findall(said))
        if added != 100:
            yield Hit(Span(*match.span()), says={"sum": str(added)})


rule = Rule(
    code="SUM044",
    title="成绩构成之和",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="各项权重之和为100%"),
    message="各项成绩所占比例相加是{sum}%，不是100%，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "笔试成绩⟦占总成绩的60%，面试成绩占总成绩的50%⟧。": None,
        "平时⟦占总评成绩的30%，期中占30%，期末占30%⟧。": None,
    },
    good=[
        "笔试成绩占总成绩的60%，面试成绩占总成绩的40%。",
        "平时占总评成绩的30%，期中占30%，期末占40%。",
        "笔试成绩占总成绩的60%。",
        "笔试占50%，面试占总成绩的30%，考核占20%。",
    ],
)
