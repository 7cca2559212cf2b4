"""The library of well-known lines that speeches quote, and the short runs of characters that lead to them.

The lines come from ``lexicons/quotations.tsv``, which is read when first needed. A line has several readings: as
printed, in accepted variants, and as it is often misquoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

LEXICON = Path(__file__).parents[1] / "lexicons" / "quotations.tsv"
COLUMNS = ("line", "work", "chapter", "author", "dynasty", "variants", "slips", "note")
WORD = re.compile(r"\w+")

SEED = 3
"""How many characters a seed has; in long clauses, which are modern prose, ``SEED_OF_PROSE``."""

SEED_OF_PROSE = 5
LONG = 9

EVERYDAY = frozenset({"进一步", "为什么", "不知道", "可以为", "不放松"})
"""Runs of everyday prose that would lead to no line."""

ALIKE = str.maketrans("唯维於毋雕脩著遊它她哪垒閒", "惟惟于无凋修着游他他那累间")
"""Characters that printed editions use for one another: a difference between them is none."""

WITHOUT_AUTHOR = frozenset(
    ["论语", "孟子", "荀子", "庄子", "墨子", "管子", "韩非子", "大学", "中庸", "道德经", "孙子兵法", "左传", "国语",
     "礼记", "尚书", "诗经", "周易", "吕氏春秋", "商君书", "晏子春秋", "战国策", "孝经", "忠经", "俗语",
     "增广贤文", "三字经"]
)  # fmt: skip
"""Works that are named without a person."""


class Standing(Enum):
    """What a reading of a line is."""

    PRINTED = 1
    VARIANT = 2
    SLIP = 3


@dataclass(frozen=True, slots=True)
class Saying:
    """A line of the library as printed, and where it comes from (any of these may be empty)."""

    line: str
    work: str = ""
    chapter: str = ""
    author: str = ""
    dynasty: str = ""
    note: str = ""

    @property
    def source(self) -> str:
        """For a message: 《论语·学而》, 陆游《游山西村》, 俗语."""
        if not self.work or self.work == "俗语":
            return self.author or "通行说法"
        chapter = self.chapter if self.chapter.startswith("第") else ""
        inner = f"·{self.chapter}" if self.chapter and not chapter else ""
        title = f"《{self.work}{inner}》{chapter}"
        return title if self.work in WITHOUT_AUTHOR else f"{self.author}{title}"


@dataclass(frozen=True, slots=True)
class Reading:
    """One wording of a saying.

    ``chars`` are its characters without marks, ``clauses`` the offsets in them at which clauses begin, and the length.
    """

    saying: Saying
    standing: Standing
    wording: str
    chars: str
    clauses: tuple[int, ...]

    @property
    def plain(self) -> str:
        """``chars`` with like characters made one."""
        return self.chars.translate(ALIKE)

    @property
    def marks(self) -> tuple[str, ...]:
        """What stands behind each of ``chars``."""
        words = list(WORD.finditer(self.wording))
        ends = [*(word.start() for word in words[1:]), len(self.wording)]
        behind: list[str] = []
        for word, following in zip(words, ends, strict=True):
            behind += [*[""] * (len(word.group()) - 1), self.wording[word.end() : following]]
        return tuple(behind)

    @property
    def prose(self) -> bool:
        """Whether it is modern prose, which people quote freely."""
        return any(end - start > LONG for start, end in pairwise(self.clauses))


@dataclass(frozen=True, slots=True)
class Library:
    """All readings, and for each seed the readings (by index) and offsets at which it stands in them."""

    readings: tuple[Reading, ...]
    seeds: dict[str, tuple[tuple[int, int], ...]]
    printed: dict[Saying, Reading]


@lru_cache(maxsize=1)
def library() -> Library:
    """The library that comes with Lingwu, read once."""
    rows = [row for row in LEXICON.read_text(encoding="utf-8").splitlines() if row and row[0] != "#"]
    readings = tuple(reading for row in rows[1:] for reading in _readings(row))
    seeds: dict[str, list[tuple[int, int]]] = {}
    for index, reading in enumerate(readings):
        for start, end in _seeds(reading):
            seeds.setdefault(reading.chars[start:end], []).append((index, start))
    printed = {reading.saying: reading for reading in readings if reading.standing is Standing.PRINTED}
    return Library(readings, {seed: tuple(where) for seed, where in seeds.items()}, printed)


def _readings(row: str) -> Iterator[Reading]:
    cells = dict(zip(COLUMNS, row.split("\t"), strict=False))
    variants, slips = cells.pop("variants", ""), cells.pop("slips", "")
    saying = Saying(**cells)
    yield _reading(saying, Standing.PRINTED, saying.line)
    for wording in filter(None, variants.split("|")):
        yield _reading(saying, Standing.VARIANT, wording)
    for wording in filter(None, slips.split("|")):
        yield _reading(saying, Standing.SLIP, wording)


def _reading(saying: Saying, standing: Standing, wording: str) -> Reading:
    words = WORD.findall(wording)
    return Reading(saying, standing, wording, "".join(words), (0, *accumulate(map(len, words))))


def _seeds(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where seeds stand: in each clause every second run of characters, and the last."""
    for start, end in pairwise(reading.clauses):
        size = SEED if end - start <= LONG else SEED_OF_PROSE
        for at in {*range(start, end - size, 2), end - size}:
            if at >= start and reading.chars[at : at + size] not in EVERYDAY:
                yield at, at + size
