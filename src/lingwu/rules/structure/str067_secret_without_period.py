"""涉密公文分别标注密级和保密期限，如“秘密★1年”，不只标密级。

保密期限应当根据事项的性质定明；确实不能确定期限的，应当确定解密条件。独占一行的密级没有“★”和期限的才提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, whole

LEVELS = ("绝密", "机密", "秘密")


def _find(doc: Document) -> Iterator[Hit]:
    for block in doc.blocks[:16]:
        if block.role is Role.SECRECY and "".join(block.span.of(doc.text).split()).rpartition("：")[2] in LEVELS:
            yield Hit(block.span)


rule = Rule(
    code="STR067",
    title="密级缺保密期限",
    basis=Basis("党政机关公文处理工作条例", "第九条（二）", note="涉密公文分别标注密级和保密期限"),
    message="密级“{old}”后没有保密期限，宜写作“{old}★×年”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "⟦秘密⟧\n关于甲的通知\n各科室：\n请执行。": None,
        "000012\n⟦机　密⟧\n特急\n关于甲的通知\n各科室：\n请执行。": None,
    },
    good=[
        "秘密★1年\n关于甲的通知\n各科室：\n请执行。",
        "关于甲的通知\n各科室：\n保守秘密。\n秘密\n不外传。",
        "绝密★长期\n关于甲的通知\n各科室：\n请执行。",
    ],
)
