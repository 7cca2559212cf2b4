"""两个百分数相减，差是“百分点”：由5%降到4%，是下降1个百分点，不是“下降1%”（按比例算，是下降20%）。"""

from collections.abc import Iterator
from decimal import Decimal

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Span, Strength, whole

NUM = r"(\d{1,3}(?:\.\d{1,3})?)"
SAID = (
    rf"(?:由|从)[^，。；%％\d]{{0,8}}(?:\d{{4}}年的?)?{NUM}[%％](?:逐步|稳步|大幅|进一步)?"
    rf"(提高|提升|上升|增长|增加|降低|下降|降|升|增|减少|减|回落)(?:到|至|为)[^，。；%％\d]{{0,6}}(?:\d{{4}}年的?)?{NUM}[%％]，"
    rf"(?:共|累计|同比|比上年|较上年)?(提高|提升|上升|增长|增加|降低|下降|减少|回落)了?{NUM}([%％])(?!以)"
)


def _find(doc: Document) -> Iterator[Hit]:
    if "%" not in doc.text and "％" not in doc.text:
        return
    for match in matches(SAID, doc.text):
        first, last, said = Decimal(match[1]), Decimal(match[3]), Decimal(match[5])
        if abs(last - first) == said != 0 and first and round(abs(last - first) / first * 100, 1) != said:
            yield Hit(Span(*match.span(6)), "个百分点", says={"said": match[5]})


rule = Rule(
    code="NUM015",
    title="百分点写成百分之",
    basis=Basis("国家统计局通行用法", strength=Strength.RECOMMENDED, note="两个百分数之差用“百分点”"),
    message="前后两个百分数相差{said}个百分点，“{said}{old}”应写作“{said}{new}”。",
    find=whole(_find),
    bad={
        "失业率由5%下降到4%，下降1%。": "失业率由5%下降到4%，下降1个百分点。",
        "覆盖率从85.5%提高到92%，提高了6.5%。": "覆盖率从85.5%提高到92%，提高了6.5个百分点。",
    },
    good=["失业率由5%下降到4%，下降1个百分点。", "失业率由5%下降到4%，下降20%。", "由100%增加到150%，增加50%。"],
)
