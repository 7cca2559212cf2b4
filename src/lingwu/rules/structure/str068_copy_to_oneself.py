"""抄送机关是主送机关以外需要执行或者知晓的其他机关，不抄送发文机关自己。

署名“示范局”，抄送里又有“示范局”，多是套用别的机关的旧稿。抄送本机关领导、内设机构的不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.routing import copied, signed


def _find(doc: Document) -> Iterator[Hit]:
    if "抄送" not in doc.text:
        return
    own = {line.text for line in signed(doc)}
    for organ in copied(doc):
        if organ.name in own:
            yield Hit(organ.span)


rule = Rule(
    code="STR068",
    title="抄送发文机关自己",
    basis=Basis("党政机关公文处理工作条例", "第九条（十六）", note="抄送机关是需要执行或者知晓公文内容的其他机关"),
    message="“{old}”就是发文机关，不必抄送。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于防汛的通知\n各县区：\n请执行。\n示范市水利局\n2024年3月8日\n抄送：市应急管理局，⟦示范市水利局⟧。": None,
        "关于防汛的函\n市气象局：\n请支持。\n示范局\n2024年3月8日\n抄送：⟦示范局⟧，市水文中心。": None,
    },
    good=[
        "关于防汛的通知\n各县区：\n请执行。\n示范市水利局\n2024年3月8日\n抄送：市应急管理局。",
        "关于防汛的通知\n各县区：\n请执行。\n示范局\n2024年3月8日\n抄送：示范局办公室。",
        "关于防汛的通知\n各县区：\n请抄送示范局。\n示范局\n2024年3月8日",
    ],
)
