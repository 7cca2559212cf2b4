"""结尾用语应当与文种相合：通知用“特此通知”，通告用“特此通告”，函用“特此函达”“特此函告”“特此函复”，报告用“特此报告”。

标题是“函”，结尾写“特此通知”，多是套用旧稿。只看单独成句的结尾用语和标题的文种都明确、又不相合的；复函、批复的“特此批复”“此复”等按各自的文种。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import KINDS, kind, main_blocks

CLOSING = (
    r"(?:^|(?<=[。；！\n\r　 ]))[特专]此(通知|通告|公告|通报|报告|请示|批复|函告|函达|函复|函商|函请)(?=[。！]?\s*$)"
)
CLOSED = (*KINDS, "函告", "函达", "函复", "函商", "函请")


def _find(doc: Document) -> Iterator[Hit]:
    genre = kind(doc)
    if not genre or "此" not in doc.text:
        return
    for block in main_blocks(doc):
        if block.role is Role.BODY and block.span:
            match = re.compile(CLOSING).search(doc.text, max(block.span.start, block.span.end - 12), block.span.end)
            if match and match[1] in CLOSED and not match[1].startswith(genre):
                yield Hit(Span(*match.span()), says={"kind": genre})


rule = Rule(
    code="STR026",
    title="结尾用语与文种不合",
    basis=Basis("党政机关公文处理工作条例", "第八条", Strength.CUSTOM, "结尾用语随文种"),
    message="标题的文种是“{kind}”，结尾却是“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于商请支持的函\n示范局：\n请予支持。\n⟦特此通知⟧。": None,
        "关于停水的通告\n因检修，停水一天。⟦特此通知⟧。\n示范局\n2024年3月8日": None,
    },
    good=[
        "关于停水的通告\n因检修，停水一天。\n特此通告。",
        "关于商请支持的函\n示范局：\n请予支持。\n特此函达。",
        "关于停水的通知\n各科室：\n请执行。\n特此通知",
        "关于加强管理的意见\n各科室：\n我局曾发文，特此通知各单位办理。",
    ],
)
