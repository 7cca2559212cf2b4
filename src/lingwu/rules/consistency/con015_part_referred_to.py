"""文中互相提到的部分、条文、图表应当找得到。

写“见本方案第五部分”，全文只有四部分；写“详见表3”，只有表1、表2；写“依照本办法第三十五条”，只有三十条：多是增删后没有顺改。只在
文中的部分、条文、图表连续编号时核对。
"""

from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.structure.ordinals import number_of
from lingwu.structure.outline import Style, outline
from lingwu.text.regexes import compiled

HAN = "一二三四五六七八九十百"
OWN = "(?:方案|通知|办法|意见|报告|规划|规定|细则|条例|要点|计划|指南|制度|文件|文)"
PART = rf"本{OWN}第(?P<n>[{HAN}]{{1,4}})部分"
ARTICLE = rf"本(?:办法|规定|细则|条例|制度|章程|规则)第(?P<n>[{HAN}零〇\d]{{1,6}})条"
FIGURE = r"(?:见|详见|参见|如)(?P<k>[表图])\s?(?P<n>\d{1,2})(?![\d.\-—－])"
CAPTION = r"^\s*(?P<k>[表图])\s?(?P<n>\d{1,2})(?![\d.\-—－])"


def _find(doc: Document) -> Iterator[Hit]:
    if "部分" in doc.text and "本" in doc.text:
        yield from _told(doc, PART, _last(doc, Style.CHINESE) or _last(doc, Style.PART), "部分")
    if "条" in doc.text and "第一条" in doc.text:
        yield from _told(doc, ARTICLE, _last(doc, Style.ARTICLE), "条")
    if "见表" in doc.text or "见图" in doc.text or "如表" in doc.text or "如图" in doc.text:
        yield from _figures(doc)


def _last(doc: Document, style: Style) -> int:
    """The number of the last item of a style, where they begin with one and run on without a gap; else 0."""
    numbers = [item.number for item in outline(doc) if item.style is style]
    return len(numbers) if len(numbers) >= 2 and numbers == list(range(1, len(numbers) + 1)) else 0


def _told(doc: Document, regex: str, last: int, what: str) -> Iterator[Hit]:
    for match in matches(regex, doc.text) if last else ():
        number = number_of(match["n"])
        if number and number > last:
            yield Hit(Span(*match.span()), says={"last": f"全文只有{last}{what}"})


def _figures(doc: Document) -> Iterator[Hit]:
    told = list(matches(FIGURE, doc.text))
    lines = (block.span.of(doc.text) for block in doc.lines() if doc.text[block.span.start] in "表图 \u3000\t")
    captions = [compiled(CAPTION).match(line) for line in lines] if told else []
    known = {kind: {int(c["n"]) for c in captions if c and c["k"] == kind} for kind in "表图"}
    for match in told:
        numbers = known[match["k"]]
        if numbers == set(range(1, len(numbers) + 1)) and len(numbers) >= 2 and int(match["n"]) > len(numbers):
            yield Hit(
                Span(match.start("k"), match.end()), says={"last": f"只有{match['k']}1至{match['k']}{len(numbers)}"}
            )


rule = Rule(
    code="CON015",
    title="提到的部分、条文、图表找不到",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "前后照应"),
    message="文中提到“{old}”，而{last}，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "一、总体要求\n要点如下。\n二、主要任务\n分工见⟦本方案第三部分⟧。": None,
        "表1 名单\n表2 分工\n任务分工详见⟦表3⟧。": None,
        "第一条　为了管理，制定本办法。\n第二条　依照⟦本办法第四条⟧处理。\n第三条　本办法自印发之日起施行。": None,
    },
    good=[
        "一、总体要求\n要点如下。\n二、主要任务\n分工见本方案第一部分。",
        "表1 名单\n表2 分工\n任务分工详见表2。",
        "第一条　为了管理，制定本办法。\n第二条　依照《示范办法》第四条处理。",
        "任务分工详见表3。",
    ],
)
