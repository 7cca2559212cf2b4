"""并列各项大多各起一段时，其余的项也应另起一段。

“一要……”“二要……”各成一段，“三要……”（或“（三）”）却接在上一段的末尾，多是复制粘贴时丢了换行。各项都写在同一段里的不算；一段之内
另有一组“一是……二是……”的不算。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.series import Series, run_in, told

ENDS = "。！？”；"


def _find(doc: Document) -> Iterator[Hit]:
    line_end = "\r\n" if "\r\n" in doc.text else "\n"
    for items in filter(_mostly_open, told(doc)):
        for item, before in zip(items[1:], items, strict=False):
            if item.opens or doc.text[item.span.start - 1] not in ENDS:
                continue
            if item.number == before.number + 1:
                start = item.span.start
                span = Span(start, min(item.span.end + (len(item.verb) > 0), doc.blocks[item.block].span.end))
                yield Hit(span, edits=(Edit(Span(start, start), line_end),), says={"mark": item.span.of(doc.text)})
    for span in run_in(doc):
        edit = Edit(Span(span.start, span.start), line_end)
        yield Hit(span, edits=(edit,), says={"mark": span.of(doc.text)})


def _mostly_open(items: Series) -> bool:
    """At least two items open paragraphs of their own, and more do so than do not."""
    opening = sum(item.opens for item in items)
    return opening >= 2 and opening > len(items) - opening and len({item.block for item in items}) >= 2


rule = Rule(
    code="STR004",
    title="并列项未另起一段",
    basis=Basis("GB/T 9704—2012", "7.3.3", Strength.CUSTOM, "同一组并列项的排法应当一致"),
    message="“{mark}……”与前面各项并列，前面各项都另起一段，此处似漏了换行。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "一要学在前。学习要紧。\n二要干在前。落实要紧。三要走在前。争先要紧。": (
            "一要学在前。学习要紧。\n二要干在前。落实要紧。\n三要走在前。争先要紧。"
        ),
        "一是摸底数。全面排查。\n二是建台账。逐项登记。\n三是抓整改。限期完成。四是严验收。逐个销号。": (
            "一是摸底数。全面排查。\n二是建台账。逐项登记。\n三是抓整改。限期完成。\n四是严验收。逐个销号。"
        ),
        "（一）摸清底数。全面排查。\n（二）建立台账。逐项登记。（三）抓好整改。限期完成。": (
            "（一）摸清底数。全面排查。\n（二）建立台账。逐项登记。\n（三）抓好整改。限期完成。"
        ),
    },
    good=[
        "一是摸底数。二是建台账。三是抓整改。",
        "一是抓学习。一要早。二要快。\n二是抓落实。一要实。二要细。\n三是抓考核。",
        "一要学在前。\n二要干在前。一是不拖，二是不等。\n三要走在前。",
        "第一，摸底。第二，登记。\n第三，整改。",
        "（一）摸清底数；（二）建立台账；\n（三）抓好整改。",
    ],
)
