"""请示、报告等上行文不抄送下级机关。

上行文所请所报的事上级还没有表态，抄给下级容易误作依据；上级批复以后再用通知部署。只看抄送中明写“各县区”“各科室”“局属各单位”这类下级的。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.kinds import Direction, direction_of
from lingwu.structure.routing import copied

BELOW = (
    r"各(?:县|区|乡|镇|街道|科室|处室|股室|支队|大队|分局|分公司|基层|下属|下级|所属|直属|二级|村|社区)"
    r"|(?:局|委|厅|院|校|公司|机关|部)(?:属|直属|机关)各|(?:所属|下属|直属)各?[^，。]{0,6}单位|机关各[处科股]室"
)


def _find(doc: Document) -> Iterator[Hit]:
    if "抄送" not in doc.text or direction_of(doc) is not Direction.UP:
        return
    for organ in copied(doc):
        if re.match(BELOW, organ.name):
            yield Hit(organ.span)


rule = Rule(
    code="STR053",
    title="上行文抄送下级机关",
    basis=Basis("党政机关公文处理工作条例", "第十五条（一）"),
    message="上行文不抄送下级机关，“{old}”似为下级。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于调整区划的请示\n省人民政府：\n妥否，请批示。\n示范市人民政府\n2024年3月8日\n抄送：⟦各县区人民政府⟧。": None,
        "关于防汛工作的报告\n市人民政府：\n特此报告。\n示范局\n2024年3月8日\n抄送：市应急管理局，⟦局属各单位⟧。": None,
    },
    good=[
        "关于调整区划的请示\n省人民政府：\n妥否，请批示。\n示范市人民政府\n2024年3月8日\n抄送：省民政厅。",
        "关于防汛工作的通知\n各科室：\n请执行。\n示范局\n2024年3月8日\n抄送：局属各单位。",
        "关于调整区划的请示\n省人民政府：\n各县区人民政府均已同意。\n妥否，请批示。\n示范市人民政府\n2024年3月8日",
    ],
)
