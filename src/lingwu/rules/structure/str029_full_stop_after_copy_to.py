"""抄送机关名称后标句号。

最后一个抄送机关名称之后用句号收尾；名单换行的，句号在最后一行末尾，所以抄送后面紧接着还有别的机关名称时不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Safety, Severity, Span, whole


def _find(doc: Document) -> Iterator[Hit]:
    lines = [block for block in doc.blocks if block.span]
    for index, block in enumerate(lines):
        if block.role is Role.COPY_TO:
            following = lines[index + 1] if index + 1 < len(lines) else None
            ended = following is None or following.role in (Role.PRINTING, Role.COPY_TO)
            line = block.span.of(doc.text).rstrip()
            if ended and line[-1] not in "。：:":
                at = block.span.start + len(line)
                last = line[-1] in "，、；,;."
                yield Hit(Span(at - 1, at), "。" if last else line[-1] + "。")


rule = Rule(
    code="STR029",
    title="抄送机关后的句号",
    basis=Basis("GB/T 9704—2012", "7.4.2"),
    message="最后一个抄送机关名称后应标句号。",
    find=whole(_find),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "请执行。\n抄送：市委办公室，市档案局": "请执行。\n抄送：市委办公室，市档案局。",
        "请执行。\n抄送：市委办公室；\n示范局办公室　2024年3月8日印发": "请执行。\n抄送：市委办公室。\n示范局办公室　2024年3月8日印发",
    },
    good=[
        "请执行。\n抄送：市委办公室，市档案局。",
        "请执行。\n抄送：市委办公室，\n市档案局。",
        "请抄送：市委办公室",
    ],
)
