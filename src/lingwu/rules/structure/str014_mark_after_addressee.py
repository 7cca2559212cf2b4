"""主送机关最后一个机关名称后标全角冒号；讲话的称呼独占一行的，后面也用冒号。

“各县区人民政府，市直各部门，”“同志们，”独占一行时，末尾的逗号应为冒号。称呼用叹号（同志们！）的不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Safety, Span, whole


def _find(doc: Document) -> Iterator[Hit]:
    for block in doc.blocks:
        if block.role is Role.ADDRESSEE:
            line = block.span.of(doc.text).rstrip()
            if line[-1:] in ("，", ","):
                end = block.span.start + len(line)
                yield Hit(Span(end - 1, end), "：")


rule = Rule(
    code="STR014",
    title="主送机关后的标点",
    basis=Basis("GB/T 9704—2012", "7.3.2"),
    message="主送机关或称呼独占一行时，末尾用全角冒号，“{old}”应为“{new}”。",
    find=whole(_find),
    safety=Safety.CONFIRM,
    bad={
        "同志们，\n今天召开会议。": "同志们：\n今天召开会议。",
        "在年会上的讲话\n各位代表,\n现在开会。": "在年会上的讲话\n各位代表：\n现在开会。",
    },
    good=["同志们：\n今天召开会议。", "同志们！\n今天召开会议。", "开会了。\n同志们，我们要努力。"],
)
