"""Sibling items put together into series, and the places where their numbers do not follow one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from lingwu.document import Document, Role, Span
from lingwu.structure.marks import QUOTES, marks
from lingwu.structure.ordinals import like
from lingwu.structure.outline import RANK, Item, Style, outline, spoken

Series = tuple[Item, ...]

RUN_IN = frozenset({Style.CHAPTER, Style.CHINESE, Style.CHINESE_BRACKETS})
FAR = 5000
"""How far behind the last item of a series the next one is looked for."""

RUNS_ON = frozenset({Style.PART, Style.ARTICLE})
"""Styles whose numbers run on through the whole text, whatever headings stand between."""


@dataclass(frozen=True, slots=True)
class Break:
    """An item whose number is not the one that should follow.

    ``expected`` is the number that should stand there; ``lone`` tells that the numbers after it go on as if it were
    right, so that writing ``expected`` mends the series.
    """

    item: Item
    expected: int
    lone: bool

    @property
    def repeats(self) -> bool:
        """Whether the number has been used before, rather than one being left out."""
        return self.item.number < self.expected

    def mended(self, text: str) -> str:
        """The numeral that should stand at ``item.digits``, written in the same way."""
        return like(self.expected, self.item.digits.of(text))


def numbered(doc: Document) -> tuple[Series, ...]:
    """The series of items whose marks open paragraphs, worked out once for ``doc``."""
    return doc.derive(_numbered)


def told(doc: Document) -> tuple[Series, ...]:
    """The series of spoken items (一是…二是…), over paragraphs and within them, worked out once for ``doc``."""
    return doc.derive(_told)


def breaks(text: str, items: Series) -> Iterator[Break]:
    """The items of one series whose numbers are not next to those before them.

    A number that is missing only because its item stands elsewhere in the text between is not missing.
    """
    for index in range(1, len(items)):
        item, before = items[index], items[index - 1]
        expected = before.number + 1
        if item.number == expected or _slipped(items, index - 1):
            continue
        if item.number > expected and _stands_between(text, before, item, expected):
            continue
        last = index + 1 == len(items)
        lone = last or items[index + 1].number == expected + 1
        if _plain(item.number, expected, lone and not last):
            yield Break(item, expected, lone)


def run_in(doc: Document) -> Iterator[Span]:
    """Marks 一、 and （一） and 第一章 inside a paragraph, after a full stop, where their fellows open paragraphs."""
    for items in numbered(doc):
        if items[0].style not in RUN_IN or len(items) < 2:
            continue
        for item, after in zip_longest(items, items[1:]):
            own = item.style is Style.CHINESE_BRACKETS
            last = doc.blocks[item.block].span.end if own else item.span.end + FAR
            end = after.span.start if after else last
            span = None if after and after.number == item.number + 1 else _mark_within(doc.text, item, end)
            if span:
                yield span


def _mark_within(text: str, item: Item, end: int) -> Span | None:
    digits, mark = item.digits.of(text), item.span.of(text)
    wanted = mark.replace(digits, like(item.number + 1, digits), 1)
    at = text.find(wanted, item.span.end, end)
    if at < 0 or text.find(mark, item.span.end, at) >= 0 or text[at - 1] not in "。！？":
        return None
    plain = item.style is not Style.CHAPTER or text[at + len(wanted) : at + len(wanted) + 1].isspace()
    return Span(at, at + len(wanted)) if plain else None


def _plain(number: int, expected: int, borne_out: bool) -> bool:
    """Whether a wrong number is plainly a slip and not another list whose first item has no mark."""
    return borne_out or number == expected - 1 or 0 < number - expected <= 2


def _slipped(items: Series, index: int) -> bool:
    """Whether the item at ``index`` is itself misnumbered alone, the one after it being right."""
    return 0 < index < len(items) - 1 and (
        items[index].number != items[index - 1].number + 1 and items[index + 1].number == items[index - 1].number + 2
    )


def _stands_between(text: str, before: Item, item: Item, number: int) -> bool:
    numeral = like(number, text[item.digits.start])
    left, right = text[item.span.start : item.digits.start], text[item.digits.end : item.digits.end + 1]
    at = text.find(numeral, before.span.end, item.span.start)
    while at >= 0:
        opens = text[at - 1] in "。；，：！？、…”’ 　\t\n\r;,:" or (left and text.startswith(left, at - len(left)))
        if opens and (item.verb or text.startswith(right, at + len(numeral))):
            return True
        at = text.find(numeral, at + 1, item.span.start)
    return False


class _Open:
    """The series being gathered at each level."""

    def __init__(self) -> None:
        self.series: dict[Style, list[Item]] = {}
        self.fresh: set[Style] = set()
        self.done: list[list[Item]] = []

    def close(self) -> None:
        self.done.extend(self.series.values())
        self.series, self.fresh = {}, set()

    def add(self, item: Item, following: Item | None) -> None:
        style = item.style
        items = self.series.get(style)
        fresh = style in self.fresh and style not in RUNS_ON
        self.fresh |= {other for other in self.series if RANK[other] > RANK[style]}
        self.fresh.discard(style)
        if items is None or self._starts(item, items, fresh, following):
            if items:
                self.done.append(items)
            self.series[style] = [item]
        else:
            items.append(item)

    @staticmethod
    def _starts(item: Item, items: list[Item], fresh: bool, following: Item | None) -> bool:
        """Whether ``item`` begins a new series: a first number does, unless it is plainly a slip for the next one."""
        last = items[-1].number
        if item.number == last + 1 or _slip_for_next(item, last, following):
            return False
        return item.number == 1 or fresh


def _slip_for_next(item: Item, last: int, following: Item | None) -> bool:
    """Whether the next item goes on as if ``item`` had the number after ``last``."""
    if following is None or (following.style, following.verb) != (item.style, item.verb):
        return False
    return following.number == last + 2 and following.number != item.number + 1


def _numbered(doc: Document) -> tuple[Series, ...]:
    found = _outside_quotations(doc, outline(doc))
    opened = _Open()
    new_parts = [
        index for index, block in enumerate(doc.blocks) if block.role in (Role.TITLE, Role.ATTACHMENT, Role.ADDRESSEE)
    ]
    part = 0
    for position, item in enumerate(found):
        while part < len(new_parts) and new_parts[part] < item.block:
            opened.close()
            part += 1
        opened.add(item, found[position + 1] if position + 1 < len(found) else None)
    opened.close()
    return tuple(sorted((tuple(items) for items in opened.done), key=lambda items: items[0].span))


def _outside_quotations(doc: Document, items: Sequence[Item]) -> list[Item]:
    """``items`` without those of paragraphs quoted from another text (修改为：“……” over several paragraphs)."""
    quoted: list[tuple[int, int]] = []
    start: int | None = None
    for offset in (offset for offset in marks(doc).alone if doc.text[offset] in "“”"):
        if doc.text[offset] == "“" and (offset == 0 or doc.text[offset - 1] in "：:\n\r　 "):
            start = offset
        elif doc.text[offset] == "”" and start is not None:
            quoted.append((start, offset))
            start = None
    kept: list[Item] = []
    at = 0
    for item in items:
        while at < len(quoted) and quoted[at][1] < item.span.start:
            at += 1
        if at == len(quoted) or item.span.start < quoted[at][0]:
            kept.append(item)
    return kept


def _told(doc: Document) -> tuple[Series, ...]:
    heads = [item.block for item in outline(doc)]
    done: list[list[Item]] = []
    over: dict[tuple[Style, str], list[Item]] = {}
    within: dict[tuple[Style, str], list[Item]] = {}
    head, block = 0, -1
    found = list(_unquoted(doc, spoken(doc)))
    for item, following in zip_longest(found, found[1:]):
        if item.block != block:
            done.extend(items for items in within.values())
            within, block = {}, item.block
            while head < len(heads) and heads[head] <= block:
                done.extend(over.values())
                over, head = {}, head + 1
        _tell(item, following, over, within, done)
    done.extend([*over.values(), *within.values()])
    return tuple(sorted((tuple(items) for items in done if len(items) > 1), key=lambda items: items[0].span))


Gathered = dict[tuple[Style, str], list[Item]]


def _tell(item: Item, following: Item | None, over: Gathered, within: Gathered, done: list[list[Item]]) -> None:
    """Put a spoken item to the series it goes on with: that of its own paragraph first, else that over paragraphs."""
    key = item.style, item.verb
    near = over if item.opens else within
    slip = key in near and _slip_for_next(item, near[key][-1].number, following)
    if item.number == 1 and not slip:
        done.extend([within.pop(key)] if key in within else [])
        if item.opens:
            done.extend([over.pop(key)] if key in over else [])
            over[key] = [item]
        within[key] = [item]
    elif item.opens:
        within.pop(key, None)
        over.setdefault(key, []).append(item)
    elif key in within:
        within[key].append(item)
    elif key in over and over[key][-1].block == item.block:
        over[key].append(item)
    else:
        within[key] = [item]


def _unquoted(doc: Document, items: Iterable[Item]) -> Iterator[Item]:
    """``items`` that do not stand inside quotation marks."""
    pairs = [pair.inner for pair in marks(doc).pairs if pair.open in QUOTES]
    at = 0
    for item in items:
        while at < len(pairs) and pairs[at].end < item.span.start:
            at += 1
        if not any(pair.covers(item.span) for pair in pairs[at : at + 4]):
            yield item
