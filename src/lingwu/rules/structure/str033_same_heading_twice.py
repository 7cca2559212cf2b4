"""同一个上级标题之下，不应有两个文字相同的小标题。

两个小标题一字不差，多是复制后忘了改。不同部分里的“（一）基本情况”可以相同；目录与正文的标题相同，不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, Strength, whole
from lingwu.structure.series import Series, numbered

SHORTEST = 4
NEAR = 12


def _find(doc: Document) -> Iterator[Hit]:
    for items in numbered(doc):
        yield from _repeated(doc, items)


def _repeated(doc: Document, items: Series) -> Iterator[Hit]:
    seen: dict[str, int] = {}
    for place, item in enumerate(items):
        block = doc.blocks[item.block]
        words = doc.text[item.span.end : block.span.end].strip(" 　。")
        if block.role is not Role.HEADING or len(words) < SHORTEST:
            continue
        if place - seen.get(words, -NEAR - 1) <= NEAR:
            start = doc.text.index(words, item.span.end)
            yield Hit(Span(start, start + len(words)))
        seen[words] = place


rule = Rule(
    code="STR033",
    title="重复的小标题",
    basis=Basis("党政机关公文处理工作条例", "第二十条（四）", Strength.CUSTOM, "段落顺序应当准确"),
    message="小标题“{old}”与前面并列的一个完全相同，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "一、加强组织领导\n要重视。\n二、⟦加强组织领导⟧\n要落实。": None,
        "一、任务\n（一）全面摸清底数\n要细。\n（二）落实各项责任\n要实。\n（三）⟦全面摸清底数⟧\n要快。": None,
    },
    good=[
        "一、治水\n（一）基本情况\n好。\n（二）主要问题\n少。\n二、治气\n（一）基本情况\n好。\n（二）主要问题\n少。",
        "一、加强组织领导\n要重视。\n二、加强督促检查\n要落实。",
        "（一）加强组织领导。\n（二）加强组织领导，重在落实。",
    ],
)
