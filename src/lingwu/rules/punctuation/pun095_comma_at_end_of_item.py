"""列举的一项写完了，下一段又起新的一项，这一项末尾应用分号或句号，不用逗号、顿号。

只看以序号开头、下一段序号紧接着的两段；排版拆开的行不在此列。
"""

import itertools
import re
from collections.abc import Iterator

from lingwu.document import Block
from lingwu.rule import Basis, Document, Hit, Kind, Rule, Severity, Span, Strength, whole
from lingwu.structure.ordinals import number_of
from lingwu.text.regexes import compiled

OPENS = r"[\s\u3000]*(?P<open>[（(]?)(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<close>[）)]|[.．、](?!\d))"


def _opening(text: str) -> re.Match[str] | None:
    return compiled(OPENS).match(text)


def _next(doc: Document, one: Block, other: Block) -> bool:
    """Whether the item of ``other`` follows that of ``one``."""
    first, second = _opening(one.span.of(doc.text)), _opening(other.span.of(doc.text))
    if not first or not second or first["open"] != second["open"] or first["close"] != second["close"]:
        return False
    begun, then = number_of(first["n"]), number_of(second["n"])
    return begun is not None and then is not None and then - begun in (1, 2)


def _find(doc: Document) -> Iterator[Hit]:
    blocks = list(doc.lines())
    for one, other in itertools.pairwise(blocks):
        end = one.span.end
        if doc.text[end - 1] in "，、" and one.kind is other.kind is Kind.PARAGRAPH and _next(doc, one, other):
            yield Hit(Span(end - 1, end), "；", ("。",))


rule = Rule(
    code="PUN095",
    title="一项末尾的逗号",
    basis=Basis("GB/T 15834—2011", "4.6", Strength.RECOMMENDED),
    message="这一项写完，末尾不用“{old}”，宜用“；”或“。”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "（二）支持返乡青年开设网店，\n（三）每年培训人才100名。": "（二）支持返乡青年开设网店；\n（三）每年培训人才100名。",
        "一、摸清底数、\n二、建立台账。": "一、摸清底数；\n二、建立台账。",
    },
    good=[
        "（二）支持返乡青年开设网店；\n（三）每年培训人才100名。",
        "三、坚持问题导向，\n把工作做实。",
        "1.2万元，\n2.3万元。",
        "（二）支持返乡青年，\n（一）每年培训人才100名。",
    ],
)
