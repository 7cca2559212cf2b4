"""主送的机关不再抄送。

抄送是给主送以外需要执行或者知晓的机关的，同一个机关不同时列在主送和抄送里。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, whole


def _find(doc: Document) -> Iterator[Hit]:
    addressed: set[str] = set()
    for block in doc.blocks:
        words = block.span.of(doc.text)
        if block.role is Role.ADDRESSEE:
            addressed |= {word.strip() for word in re.split("[、，,：:]", words) if len(word.strip()) > 2}
        elif block.role is Role.COPY_TO and addressed:
            for match in re.finditer("[^、，,：:。；;\\s]{3,30}", words):
                if match[0] in addressed:
                    yield Hit(Span(block.span.start + match.start(), block.span.start + match.end()))


rule = Rule(
    code="CON010",
    title="主送机关又列入抄送",
    basis=Basis("党政机关公文处理工作条例", "第九条（十六）", note="抄送机关是除主送机关外的机关"),
    message="“{old}”已是主送机关，不必再抄送。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于甲的通知\n市财政局、市审计局：\n请执行。\n示范局\n2024年3月8日\n抄送：市委办公室，⟦市审计局⟧。": None,
        "关于甲的请示\n市人民政府：\n请批准。\n示范局\n2024年3月8日\n抄送：⟦市人民政府⟧，市财政局。": None,
    },
    good=[
        "关于甲的通知\n市财政局、市审计局：\n请执行。\n示范局\n2024年3月8日\n抄送：市委办公室。",
        "关于甲的通知\n市财政局：\n请执行。\n示范局\n2024年3月8日\n抄送：市财政局国库处。",
        "请执行。\n抄送：市审计局。",
    ],
)
