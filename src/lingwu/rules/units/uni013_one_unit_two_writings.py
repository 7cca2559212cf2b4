"""同一份文件里，同一个单位的写法应前后一致：要么都写“公里”，要么都写“km”；表格里可以另用符号。"""

from collections import defaultdict
from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Kind, Rule, Severity, Span, Strength, whole

GROUPS = [("公里", "千米", "km"), ("公斤", "千克", "kg"), ("平方米", "m²", "㎡"), ("毫米", "mm"), ("厘米", "cm"),
          ("千瓦", "kW"), ("摄氏度", "℃"), ("千瓦时", "kW·h")]  # fmt: skip
FORMS = sorted((form for group in GROUPS for form in group), key=len, reverse=True)
SAID = r"(?<=[\d万亿])\s?(" + "|".join(FORMS) + r")(?![A-Za-z/²³·])"


def _find(doc: Document) -> Iterator[Hit]:
    if not any(form in doc.text for group in GROUPS for form in group[1:]):
        return
    places: dict[str, list[int]] = defaultdict(list)
    for match in matches(SAID, doc.text):
        block = doc.block_at(match.start())
        if block and block.kind in (Kind.PARAGRAPH, Kind.HEADING):
            places[match[1]].append(match.start(1))
    for group in GROUPS:
        used = [form for form in group if form in places]
        usual = max(used, key=lambda form: len(places[form]), default="")
        for form in used:
            if form != usual:
                yield Hit(Span(places[form][0], places[form][0] + len(form)), usual)


rule = Rule(
    code="UNI013",
    title="同一单位写法不一",
    basis=Basis("公文通行写法", strength=Strength.CUSTOM, note="一份文件里同一单位用一种写法"),
    message="本文中这个单位多写作“{new}”，这里写作“{old}”，宜统一。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "主线长30公里，支线长5公里，连接线长3km。": "主线长30公里，支线长5公里，连接线长3公里。",
        "面积300平方米，扩建200平方米，共500㎡。": "面积300平方米，扩建200平方米，共500平方米。",
    },
    good=["主线长30公里，支线长5公里。", "长3km，设计速度120km/h。", "长30公里，时速120km/h。"],
)
