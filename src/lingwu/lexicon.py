"""Word lists as data, and the one scan that finds all their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, Implementation

from lingwu.errors import ConfigError, because
from lingwu.text.context import stands_inside

SHORT = 1000
"""A text of fewer code points is searched word by word: building the automaton would take longer."""

COLUMNS = ("wrong", "right", "when", "unless", "note", "bad", "good")
SURROGATES = re.compile("[\ud800-\udfff]")
FOLDER = Path(__file__).parent / "lexicons"


@dataclass(frozen=True, slots=True)
class Entry:
    """A wrong word and what should stand in its place.

    ``right`` lists replacements, the likeliest first (empty: only shown). ``when`` and ``unless`` are regexes in which
    ``~`` stands for the wrong word: it is an error only within a match of ``when`` (where given), never within a match
    of ``unless``. ``bad`` is a sentence with the slip, ``good`` one that looks alike and is right; both are tested.
    """

    wrong: str
    right: tuple[str, ...] = ()
    when: str = ""
    unless: str = ""
    note: str = ""
    bad: str = ""
    good: str = ""

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether the word at ``start:end`` of ``text`` is the slip that this entry means."""
        if self.unless and _covered(self.unless, self.wrong, text, start, end):
            return False
        return not self.when or _covered(self.when, self.wrong, text, start, end)


@dataclass(frozen=True)
class Lexicon:
    """A list of entries with its name and where it comes from."""

    name: str
    entries: tuple[Entry, ...]
    about: str = field(default="", compare=False)

    @classmethod
    def load(cls, path: Path | str) -> Lexicon:
        """Read a ``.tsv``: ``#`` lines say what it is, then one header line of ``COLUMNS``, then one entry a line.

        A bare name is looked up among the lists that come with Lingwu. Columns at the end may be missing.

        Raises:
            ConfigError: the file is missing, or a line of it is not an entry; the message names the line.
        """
        path = FOLDER / f"{path}.tsv" if isinstance(path, str) and not path.endswith(".tsv") else Path(path)
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeError) as error:
            raise ConfigError(f"词表 {path} 读不出来（{because(error)}），请检查路径，并存为 UTF-8 编码。") from error
        about = "\n".join(line[1:].strip() for line in lines if line.startswith("#"))
        rows = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
        return cls(path.stem, tuple(_entries(path, rows)), about)

    @cached_property
    def wrongs(self) -> tuple[str, ...]:
        """All wrong words, each once."""
        return tuple(self._by_word)

    @cached_property
    def _by_word(self) -> dict[str, list[Entry]]:
        table: dict[str, list[Entry]] = {}
        for entry in self.entries:
            table.setdefault(entry.wrong, []).append(entry)
        return table

    def entry_at(self, text: str, start: int, end: int) -> Entry | None:
        """The first entry for the word at ``start:end`` whose conditions hold there."""
        return next((e for e in self._by_word.get(text[start:end], ()) if e.holds(text, start, end)), None)


class Scan:
    """Finds every place of every word in one pass over a text (Aho–Corasick)."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words: Sequence[str] = tuple(dict.fromkeys(word for word in words if word))

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self.words), implementation=Implementation.ContiguousNFA)

    def hits(self, text: str) -> Iterator[tuple[int, int, int]]:
        """``(index of the word, start, end)`` for each place, overlapping ones too, by where they end."""
        if not self.words:
            return iter(())
        if len(text) < SHORT and "_automaton" not in self.__dict__:
            return iter(self._one_by_one(text))
        try:
            return iter(self._automaton.find_matches_as_indexes(text, overlapping=True))
        except UnicodeEncodeError:  # half a surrogate pair, which only a text made by a program can hold
            return self.hits(SURROGATES.sub("\ufffd", text))

    def _one_by_one(self, text: str) -> list[tuple[int, int, int]]:
        found = []
        for index, word in enumerate(self.words):
            at = text.find(word)
            while at >= 0:
                found.append((index, at, at + len(word)))
                at = text.find(word, at + 1)
        return sorted(found, key=lambda hit: (hit[2], hit[1]))


def _entries(path: Path, rows: Sequence[tuple[int, str]]) -> Iterator[Entry]:
    if not rows:
        return
    header = tuple(rows[0][1].split("\t"))
    if not header or any(name not in COLUMNS for name in header) or header[0] != "wrong":
        raise ConfigError(f"词表 {path} 第 {rows[0][0]} 行应为表头，依次为：{'、'.join(COLUMNS)}。")
    own = path.parent != FOLDER  # the lists that come with Lingwu are compiled by the tests, not at every start
    if not own and header == COLUMNS:
        yield from map(_entry, (line for _, line in rows[1:]))
        return
    for number, line in rows[1:]:
        cells = dict(zip(header, line.split("\t"), strict=False))
        if not cells["wrong"] or line.count("\t") >= len(header):
            raise ConfigError(f"词表 {path} 第 {number} 行的列数不对或没有错词，请用制表符分隔各列。")
        right = tuple(part for part in cells.pop("right", "").split("|") if part)
        if own:
            _compile(path, number, cells)
        yield Entry(right=right, **cells)


def _entry(line: str) -> Entry:
    """An entry of a list that comes with Lingwu and has all columns; the tests check each, so it is not done here."""
    wrong, right, *rest = line.split("\t")
    return Entry(wrong, tuple(right.split("|")) if right else (), *rest)


def _compile(path: Path, number: int, cells: Mapping[str, str]) -> None:
    for key in ("when", "unless"):
        condition = cells.get(key, "")
        try:
            re.compile(condition)
        except re.error as error:
            raise ConfigError(f"词表 {path} 第 {number} 行的条件“{condition}”不是正确的正则表达式。") from error


@lru_cache(maxsize=8192)
def _context(condition: str, word: str) -> re.Pattern[str]:
    return re.compile(condition.replace("~", re.escape(word)))


def _covered(condition: str, word: str, text: str, start: int, end: int) -> bool:
    return stands_inside(_context(condition, word), text, start, end)
