"""Lists of phrases whose wording is fixed, and the finder of their near misses.

A list is a ``.tsv``: one phrase a line, in a second column the texts one character off that are right too, parted by
``|``. Lines with ``#`` say what the list is; a header line is ``phrase``, ``variants``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from lingwu.anchors import digest_of, remembered
from lingwu.document import Document, Span
from lingwu.errors import ConfigError, because
from lingwu.finding import Edit, Hit
from lingwu.lexicon import FOLDER, Lexicon, Scan
from lingwu.text.near_phrases import SHORTEST, NearPhrases, Slip

HEADER = "phrase"
STANDING = FOLDER / "standing_phrases.tsv"
HINT = "（如果这是词表，第一行应是表头：wrong、right）"
TOLD_BY = ("misspellings", "confusables", "idioms", "truncated", "collocations")
"""The word lists of other rules: what they tell of is not told twice."""

AROUND = 40
"""How far beyond a slip a phrase may reach that holds it too."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a list: the phrase, what may stand for it, and the number of the line."""

    phrase: str
    variants: tuple[str, ...] = ()
    line: int = 0


def load(path: Path) -> tuple[Phrase, ...]:
    """The phrases of a list.

    Raises:
        ConfigError: the file cannot be read, a line has too many columns, or an own phrase is too short to be judged.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError) as error:
        raise ConfigError(f"固定提法表 {path} 读不出来（{because(error)}），请检查路径，并存为 UTF-8 编码。") from error
    rows = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if rows and rows[0][1].split("\t")[0].strip() == HEADER:
        rows = rows[1:]
    return tuple(_phrase(path, number, line) for number, line in rows)


def _phrase(path: Path, number: int, line: str) -> Phrase:
    phrase, *rest = (cell.strip() for cell in line.split("\t"))
    if not phrase or len(rest) > 1:
        raise ConfigError(
            f"固定提法表 {path} 第 {number} 行应为：提法，后面可用制表符隔开另写允许的说法（用 | 分开）。"
        )
    if len(phrase) < SHORTEST and path != STANDING:
        raise ConfigError(
            f"固定提法表 {path} 第 {number} 行“{phrase}”不足 {SHORTEST} 个字，容易误报，请写得完整些{HINT}。"
        )
    variants = tuple(word.strip() for word in rest[0].split("|") if word.strip()) if rest else ()
    return Phrase(phrase, variants, number)


@dataclass(frozen=True)
class PhraseFinder:
    """Finds near misses of the phrases in the lists ``paths``; what stands in the lists ``right`` is right too.

    ``yields`` tells that the office's own lists go before these: a slip that they tell of is left to them.
    """

    paths: tuple[Path, ...]
    right: tuple[Path, ...] = ()
    yields: bool = False

    def configured(self, config: Any) -> PhraseFinder:
        """With the office's own lists as those that go before."""
        return replace(self, right=tuple(config.paths(config.phrases))) if self.yields else self

    @cached_property
    def others(self) -> tuple[Lexicon, ...]:
        """The lists of other rules: what they tell of is not told twice."""
        return tuple(Lexicon.load(name) for name in TOLD_BY)

    @cached_property
    def near_phrases(self) -> NearPhrases:
        """The lists, read when first needed."""
        rows = [row for path in self.paths for row in load(path)]
        right = [row for path in self.right for row in load(path)]
        known = {row.phrase for row in right}
        phrases = dict.fromkeys(row.phrase for row in rows if len(row.phrase) >= SHORTEST)
        return NearPhrases(tuple(phrases), frozenset(known.union(*(row.variants for row in (*rows, *right)))))

    @cached_property
    def first(self) -> PhraseFinder | None:
        """The finder of the office's own lists, where they go before these."""
        return PhraseFinder(self.right, right=self.paths) if self.yields and self.right else None

    @property
    def anchors(self) -> Sequence[str]:
        """The halves of all phrases."""
        if self.right:
            return tuple(self.near_phrases.halves)
        return remembered(digest_of(*self.paths), lambda: self.near_phrases.halves)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits beside the given places of halves."""
        for slip in self.near_phrases.slips(doc.text, spans):
            if self.is_told(doc.text, slip):
                continue
            start, end = max(slip.left, slip.start - 1), min(slip.right, slip.start + 3)
            edit = Edit(Span(slip.start, slip.end), slip.new)
            yield Hit(Span(start, max(end, slip.end)), edits=(edit,), says={"phrase": slip.phrase})

    def is_told(self, text: str, slip: Slip) -> bool:
        """Whether a wrong word of another list, or a near miss of an office's own phrase, covers the slip."""
        if self.first and self.first.tells(text, slip):
            return True
        return any(
            lexicon.entry_at(text, start, end)
            for start in range(max(0, slip.start - 5), slip.start + 1)
            for end in range(max(slip.end, start + 2), min(len(text), start + 9) + 1)
            for lexicon in self.others
        )

    def tells(self, text: str, slip: Slip) -> bool:
        """Whether this finder has a slip of its own where ``slip`` is."""
        begin = max(0, slip.left - AROUND)
        hits = Scan(self.anchors).hits(text[begin : slip.right + AROUND])
        own = self.near_phrases.slips(text, [(begin + start, begin + end) for _, start, end in hits])
        return any(one.start <= slip.end + 1 and slip.start <= one.end + 1 for one in own)
