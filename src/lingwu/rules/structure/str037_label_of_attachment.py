"""附件首页左上角的“附件”二字及附件顺序号后不加冒号，标题另起。

“附件1：”独占一行时，去掉冒号。附件说明中的“附件：”要有冒号，不在此列。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Safety, Severity, Span, whole


def _find(doc: Document) -> Iterator[Hit]:
    for block in doc.blocks:
        if block.role is Role.ATTACHMENT:
            line = block.span.of(doc.text).rstrip()
            if line[-1] in "：:":
                end = block.span.start + len(line)
                yield Hit(Span(end - 1, end), "")


rule = Rule(
    code="STR037",
    title="附件标识后的冒号",
    basis=Basis("GB/T 9704—2012", "7.3.7"),
    message="附件首页的“附件”及顺序号后不加冒号。",
    find=whole(_find),
    severity=Severity.ADVICE,
    safety=Safety.SAFE,
    bad={
        "请执行。\n示范局\n2024年3月8日\n附件1：\n任务表\n治水。": "请执行。\n示范局\n2024年3月8日\n附件1\n任务表\n治水。",
        "请执行。\n示范局\n2024年3月8日\n附件：\n任务表\n治水。": "请执行。\n示范局\n2024年3月8日\n附件\n任务表\n治水。",
    },
    good=[
        "请执行。\n示范局\n2024年3月8日\n附件1\n任务表\n治水。",
        "请执行。\n附件：\n1.任务表\n2.联系表\n示范局\n2024年3月8日",
        "请执行。\n附件：任务表\n示范局\n2024年3月8日",
    ],
)
