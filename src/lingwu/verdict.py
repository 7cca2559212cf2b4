"""A verdict like an editor's: findings weighed as publishing inspectors weigh errors, and the error rate they make.

The yardstick is the annex of 图书质量管理规定: errors counted by class, with weights and limits, over the characters of
the layout; a rate of at most 1 in 10,000 passes. It binds books, not official documents; what it has no class for is
weighed by likeness or not at all. Each class says how its weight is known (``Seen``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import groupby

from lingwu.document import Document, Kind, Role
from lingwu.finding import Edit, Finding, Severity

STANDARD = "《图书质量管理规定》附件《图书编校质量差错率计算方法》"
LIMIT = 1
"""Errors in 10,000 characters up to which a text passes."""
LINE, PAGE_LINES = 28, 22
"""Characters on a line and lines on a page, GB/T 9704—2012 5.2.3."""


class Seen(StrEnum):
    """How the weight of a class is known; nobody should take what is recalled for the words of the standard."""

    COPIED = "据转载文本"
    RECALLED = "据记忆，未见原文"
    LIKENED = "原办法无此类，比照"


@dataclass(frozen=True, slots=True)
class ErrorClass:
    """One class of errors.

    ``weight``: errors for each place. ``alike``: the same error counts once a page and in all at most so much.
    ``most``: the whole class counts at most so much. ``basis``: where the standard says so.
    """

    name: str
    weight: Decimal
    basis: str
    seen: Seen
    alike: Decimal | None = None
    most: Decimal | None = None

    @property
    def limits(self) -> str:
        """The limits of the class in Chinese; empty where it has none."""
        if self.alike is not None:
            return f"同一差错每面计一次，最多计 {self.alike}"
        return f"合计最多 {self.most}" if self.most is not None else ""


ONE, TENTH, HALF = Decimal(1), Decimal("0.1"), Decimal("0.5")
TEXT = ErrorClass("文字（错、别、多、漏、颠倒）", ONE, "附件 文字差错 第1、2项", Seen.COPIED, alike=Decimal(4))
SENSE = ErrorClass("知识、逻辑、语法", Decimal(2), "附件 文字差错 第4项", Seen.COPIED)
FIGURE = ErrorClass("数字写错", ONE, "附件 文字差错 第1项", Seen.COPIED)
LETTER = ErrorClass("字母误混、繁简混用", HALF, "附件 文字差错 第6、7项", Seen.COPIED, most=Decimal("1.5"))
UNIT = ErrorClass("计量单位名称", ONE, "附件 文字差错 第8项", Seen.COPIED, alike=Decimal(3))
SYMBOL = ErrorClass("计量单位符号", HALF, "附件 标点符号和其他符号差错 第5项", Seen.RECALLED, most=Decimal("1.5"))
NUMBER = ErrorClass("数字和日期的用法", TENTH, "附件 文字差错 第9项", Seen.RECALLED, most=ONE)
MARK = ErrorClass("标点符号", TENTH, "附件 标点符号和其他符号差错 第1至3项", Seen.RECALLED)
FORM = ErrorClass("格式（空格、全半角、版面）", TENTH, "附件 格式差错", Seen.RECALLED)
ELEMENT = ErrorClass("公文要素和结构", TENTH, "附件 格式差错", Seen.LIKENED)
CLASSES = (TEXT, SENSE, FIGURE, LETTER, UNIT, SYMBOL, NUMBER, MARK, FORM, ELEMENT)

_CODES: dict[ErrorClass | None, str] = {
    TEXT: "NUM019",
    SENSE: "GRM LAW SUM CON DAT QUO003 NUM006 NUM007 NUM014 NUM015 NUM016 NUM017 NUM022 "
    "WRD006 WRD009 WRD010 WRD021 WRD022 WRD025",
    FIGURE: "NUM020",
    LETTER: "CHR006 CHR008 CHR013 DAT015",
    UNIT: "UNI",
    SYMBOL: "UNI002 UNI007 UNI009 UNI011 UNI012",
    NUMBER: "NUM DAT003 DAT008 DAT009 DAT010 DAT011 DAT012 DAT013 DAT014 DAT016 DAT017 DAT025",
    MARK: "PUN NUM010 NUM023 QUO002 QUO005 QUO006",
    FORM: "FMT CHR001 CHR005 CHR012 PUN066 PUN067 PUN068 PUN069 PUN070",
    ELEMENT: "STR",
    None: "SEC STY",
}
CLASS_OF = {prefix: kind for kind, prefixes in _CODES.items() for prefix in prefixes.split()}
"""The class of a code or family; those of no entry are of the class ``TEXT``, those of None are not counted at all."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one class comes to: places and errors counted for 差错, places and what they would add for 疑似."""

    kind: ErrorClass
    errors: int
    counted: Decimal
    doubts: int
    doubted: Decimal


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole account of a text. ``advice`` (建议) and ``uncounted`` (no class in the standard) are only told."""

    rows: tuple[Row, ...]
    characters: int
    pages: int
    advice: int = 0
    uncounted: int = 0

    @property
    def errors(self) -> int:
        """The places of 差错 that count."""
        return sum(row.errors for row in self.rows)

    @property
    def counted(self) -> Decimal:
        """The errors they come to."""
        return sum((row.counted for row in self.rows), Decimal(0))

    @property
    def doubts(self) -> int:
        """The places of 疑似."""
        return sum(row.doubts for row in self.rows)

    @property
    def doubted(self) -> Decimal:
        """The errors that these would add if all were true."""
        return sum((row.doubted for row in self.rows), Decimal(0))

    @property
    def rate(self) -> Fraction:
        """Errors in 10,000 characters, 疑似 not counted; 0 where there is no text."""
        return _rate(self.counted, self.characters)

    @property
    def rate_with_doubts(self) -> Fraction:
        """The rate if all 疑似 were true."""
        return _rate(self.counted + self.doubted, self.characters)

    @property
    def passes(self) -> bool:
        """Whether the rate is within the limit."""
        return self.rate <= LIMIT

    @property
    def passes_with_doubts(self) -> bool:
        """Whether it would be if all 疑似 were true."""
        return self.rate_with_doubts <= LIMIT


@dataclass(frozen=True)
class Layout:
    """``doc`` as set on pages of 22 lines of 28 characters; a letter or figure of ASCII takes half a character.

    ``starts`` are the places of the blocks, in half characters, each block on a new line (cells run on). ``end`` is
    where the last one ends.
    """

    doc: Document
    starts: tuple[int, ...]
    end: int

    @property
    def pages(self) -> int:
        """The pages, the last one counted as full."""
        return -(-self.end // (2 * LINE * PAGE_LINES))

    @property
    def characters(self) -> int:
        """Layout characters: characters of a line × lines of a page × pages."""
        return self.pages * PAGE_LINES * LINE

    def page(self, offset: int) -> int:
        """The page on which ``offset`` of the text stands, counted from 0."""
        index = bisect_right(self.doc.blocks, offset, key=lambda block: block.span.start) - 1
        if index < 0:
            return 0
        before = self.doc.text[self.doc.blocks[index].span.start : offset]
        return (self.starts[index] + _halves(before)) // (2 * LINE * PAGE_LINES)


def layout(doc: Document) -> Layout:
    """How ``doc`` falls into lines and pages; the indent of a paragraph counts, as it does on paper."""
    at, starts, before = 0, [], None
    for block in doc.blocks:
        if not (block.kind is before is Kind.CELL):
            at = -(-at // (2 * LINE)) * 2 * LINE
        indent = 4 if block.kind is Kind.PARAGRAPH and block.role is Role.BODY else 0
        starts.append(at + indent)
        at += indent + _halves(block.span.of(doc.text))
        before = block.kind
    return Layout(doc, tuple(starts), at)


def class_of(code: str) -> ErrorClass | None:
    """The class of a rule's findings; None: the standard has none and likens it to none."""
    return CLASS_OF.get(code, CLASS_OF.get(code.rstrip("0123456789"), TEXT))


def verdict(doc: Document, findings: Iterable[Finding]) -> Verdict:
    """The account of ``doc``; where two rules tell of the very same place, the heavier one counts."""
    findings = tuple(findings)
    laid = layout(doc)
    told = [finding for finding in findings if finding.severity is not Severity.ADVICE]
    slips = _once(_slip(doc, laid, finding, kind) for finding in told if (kind := class_of(finding.code)))
    rows = (_row(kind, [slip for slip in slips if slip.kind == kind]) for kind in CLASSES)
    return Verdict(
        rows=tuple(row for row in rows if row.errors or row.doubts),
        characters=laid.characters,
        pages=laid.pages,
        advice=len(findings) - len(told),
        uncounted=sum(class_of(finding.code) is None for finding in told),
    )


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """The account of several texts: each counted by itself, then added up."""
    verdicts = tuple(verdicts)
    rows = [[row for one in verdicts for row in one.rows if row.kind == kind] for kind in CLASSES]
    return Verdict(
        rows=tuple(_sum(alike) for alike in rows if alike),
        characters=sum(one.characters for one in verdicts),
        pages=sum(one.pages for one in verdicts),
        advice=sum(one.advice for one in verdicts),
        uncounted=sum(one.uncounted for one in verdicts),
    )


@dataclass(frozen=True, slots=True)
class _Slip:
    """A finding as it is counted; equal ``alike``: the same error again."""

    kind: ErrorClass
    place: tuple[int, int]
    sure: bool
    alike: tuple[str, str]
    page: int
    weight: Decimal


def _slip(doc: Document, laid: Layout, finding: Finding, kind: ErrorClass) -> _Slip:
    return _Slip(
        kind,
        (finding.span.start, finding.span.end),
        finding.severity is Severity.ERROR,
        (finding.code, finding.span.of(doc.text) or finding.fingerprint),
        laid.page(finding.span.start),
        _stretch(doc, finding) if kind == TEXT else kind.weight,
    )


def _stretch(doc: Document, finding: Finding) -> Decimal:
    """Two to five characters missing or too many at one place count 2, more count 4 (文字差错 第2项)."""
    changes = [_bare(edit, doc.text) for edit in finding.fixes[0].edits] if finding.fixes else []
    longest = max((len(old) + len(new) for old, new in changes if not old or not new), default=0)
    return Decimal(1 if longest < 2 else 2 if longest <= 5 else 4)


def _bare(edit: Edit, text: str) -> tuple[str, str]:
    """What is taken out and put in, without what both have at their beginnings and ends."""
    old, new = edit.span.of(text), edit.new
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


def _once(slips: Iterable[_Slip]) -> list[_Slip]:
    """Of slips at the very same place the one that is sure, then the heaviest."""
    ordered = sorted(slips, key=lambda slip: (slip.place, not slip.sure, -slip.weight))
    return [next(same) for _, same in groupby(ordered, key=lambda slip: slip.place)]


def _row(kind: ErrorClass, slips: Sequence[_Slip]) -> Row:
    sure = [slip for slip in slips if slip.sure]
    counted = _counted(kind, sure)
    return Row(kind, len(sure), counted, len(slips) - len(sure), _counted(kind, slips) - counted)


def _counted(kind: ErrorClass, slips: Iterable[_Slip]) -> Decimal:
    """The errors that slips of one class come to, with the limits of the class."""
    if kind.alike is None:
        total = sum((slip.weight for slip in slips), Decimal(0))
    else:
        total = sum(_alike(slips, kind.alike), Decimal(0))
    return total if kind.most is None else min(total, kind.most)


def _alike(slips: Iterable[_Slip], most: Decimal) -> list[Decimal]:
    """The errors of each group of equal slips: once a page, ``most`` in all."""
    pages: dict[tuple[str, str], dict[int, Decimal]] = {}
    for slip in slips:
        found = pages.setdefault(slip.alike, {})
        found[slip.page] = max(slip.weight, found.get(slip.page, slip.weight))
    return [min(most, sum(found.values(), Decimal(0))) for found in pages.values()]


def _sum(rows: Sequence[Row]) -> Row:
    return Row(
        rows[0].kind,
        sum(row.errors for row in rows),
        sum((row.counted for row in rows), Decimal(0)),
        sum(row.doubts for row in rows),
        sum((row.doubted for row in rows), Decimal(0)),
    )


def _rate(errors: Decimal, characters: int) -> Fraction:
    return Fraction(errors) * 10_000 / characters if characters else Fraction(0)


def _halves(text: str) -> int:
    """The room of ``text`` in half characters."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))
