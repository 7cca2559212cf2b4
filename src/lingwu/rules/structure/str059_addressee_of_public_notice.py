"""公告、通告、公报面向社会公布，一般不写主送机关。

公告向国内外宣布事项，通告在一定范围内公布应当遵守或者周知的事项，都没有特定的收文机关。只发给几个单位的，文种宜用通知。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.kinds import PUBLIC, kind_of
from lingwu.structure.routing import addressee

FOR = ("各", "广大", "全体", "尊敬", "全市", "全县", "全省", "有关", "市", "县", "省", "局属", "机关")


def _find(doc: Document) -> Iterator[Hit]:
    kind = kind_of(doc)
    line = addressee(doc) if kind in PUBLIC else None
    if line and line.text.startswith(FOR):
        yield Hit(line.span(0, len(line.text)), says={"kind": kind or ""})


rule = Rule(
    code="STR059",
    title="公布性公文的主送机关",
    basis=Basis("党政机关公文处理工作条例", "第八条（五）、（六）", Strength.CUSTOM, "公布性公文没有特定的主送机关"),
    message="{kind}面向社会公布，一般不写主送机关“{old}”；只发给特定单位的，宜用通知。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "关于停水的通告\n⟦各科室、各直属单位：⟧\n因检修停水一天。\n示范局\n2024年3月8日": None,
        "示范市人民政府公告\n⟦各县区人民政府：⟧\n现将有关事项公告如下。\n示范市人民政府\n2024年3月8日": None,
    },
    good=[
        "关于停水的通告\n因检修停水一天。\n示范局\n2024年3月8日",
        "关于停水的通知\n各科室、各直属单位：\n因检修停水一天。\n示范局\n2024年3月8日",
        "关于限行的通告\n现将有关事项通告如下：\n一、限行时间。\n示范局\n2024年3月8日",
    ],
)
