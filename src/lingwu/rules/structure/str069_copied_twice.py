"""抄送名单里一个机关只列一次。

“抄送：市委办公室，市财政局，市委办公室。”重列了一个机关。名称完全相同的才提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.routing import copied


def _find(doc: Document) -> Iterator[Hit]:
    seen: set[str] = set()
    if "抄送" not in doc.text or doc.text.count("抄送：") + doc.text.count("抄送:") > 1:
        return
    for organ in copied(doc):
        if organ.name in seen and len(organ.name) > 2:
            yield Hit(organ.span)
        seen.add(organ.name)


rule = Rule(
    code="STR069",
    title="抄送机关重复",
    basis=Basis("党政机关公文处理工作条例", "第九条（十六）", note="抄送机关用全称、规范化简称或者同类型机关统称"),
    message="抄送名单里“{old}”前面已经列过。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于防汛的通知\n各县区：\n请执行。\n示范局\n2024年3月8日\n抄送：市委办公室，市财政局，⟦市委办公室⟧。": None,
        "请执行。\n抄送：市审计局、市统计局、⟦市审计局⟧。": None,
    },
    good=[
        "关于防汛的通知\n各县区：\n请执行。\n示范局\n2024年3月8日\n抄送：市委办公室，市委办公室机要科。",
        "请执行。\n抄送：市审计局、市统计局。",
        "请市审计局、市统计局、市审计局分别办理。",
    ],
)
