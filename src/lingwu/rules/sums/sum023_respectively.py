"""“分别”前后的项数应当相同：“甲、乙、丙三县分别增长5%、6%”，三个县只有两个数。

前面用“等”省略的、项目名称里带“和”字数不准的，不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled

NUM = r"(?:约|近|超|超过)?[-－]?\d[\d,]{0,12}(?:\.\d{1,4})?(?:万亿|万|亿)?(?:个百分点|[%％]|[一-鿿]{0,3}?)"
NUMBERS = rf"分别(?P<verb>[^，。；：、\d\n]{{0,8}})(?P<x>{NUM}(?:[、，]{NUM}(?=[、，和及与]|以及))*(?:[、，]|和|及|与|以及){NUM})(?=[，。；）)\n]|$)"
JOIN = r"[、，]|和|及|与|以及"
UNSURE = r"[比等各每均（(“《]|至|—|到|由|从|两年|三年|近\d|上半|季度"


def _find(doc: Document) -> Iterator[Hit]:
    if "分别" not in doc.text:
        return
    for match in compiled(NUMBERS).finditer(doc.text):
        start = max(0, match.start() - 80)
        clause = compiled(r"[，。；：\n]").split(doc.text[start : match.start()])[-1]
        fixed = clause.count("、") + 1
        most = fixed + len(compiled("和|及|与").findall(clause))
        count = 1 + len(compiled(rf"(?:{JOIN})(?=\d|约|近|超|[-－])").findall(match["x"]))
        wrong = count > most >= 2 or count < fixed
        if wrong and len(clause) < 80 and not compiled(UNSURE).search(clause):
            yield Hit(Span(*match.span("x")), says={"names": str(most), "count": str(count)})


rule = Rule(
    code="SUM023",
    title="“分别”前后项数不一",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "“分别”前后一一对应"),
    message="“分别”前面是{names}项，后面“{old}”是{count}项，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "甲县、乙县、丙县产值分别增长⟦5%、6%⟧。": None,
        "甲镇、乙镇、丙镇分别完成⟦12万元、8万元、7万元和6万元⟧。": None,
    },
    good=[
        "甲县、乙县、丙县产值分别增长5%、6%和7%。",
        "甲县、乙县等地产值分别增长5%、6%和7%。",
        "文化和旅游局、财政局分别完成12万元、8万元。",
        "甲县、乙县和丙县分别增长5%、6%、7%，高于全市平均。",
    ],
)
