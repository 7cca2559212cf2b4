"""Finds wrong characters that make real words: proposes what may have been meant, judges it, and mostly stays
silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lingwu.document import Document
from lingwu.lexicon import SURROGATES, Scan
from lingwu.spelling.features import gather
from lingwu.spelling.fluency import Floats
from lingwu.spelling.model import Model
from lingwu.spelling.opinion import ASKED, Case, Opinion
from lingwu.spelling.proposals import Kind, Proposals
from lingwu.spelling.sheet import Sheet

AT_ONCE = 8_000
"""Code points judged in one go; more would only take more memory."""
SHORTEST = 8
"""A line of fewer code points is not judged: a name or a word by itself has nothing around it to judge by."""
COMPANY = 0.6
"""Where a sentence has one slip that the model is sure of, this chance of a further replacement is enough."""
ALTERNATIVES = ("和或与及", "他她它", "的地得", "一二三四五六七八九十百千万亿两几")
"""Of such characters one for another makes another sentence that reads as well: only facts could tell, or, for 的地得,
the rules of grammar, which know the parts of speech."""
LOOKS = 3
"""How often a line is looked at again after a slip in it was mended: one slip hides another."""


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """``text[start:end]`` should probably read ``new``. ``sort`` is ``replaced``, ``missing`` or ``extra``."""

    start: int
    end: int
    new: str
    sort: str
    probability: float


@dataclass(frozen=True)
class _Line:
    """A line as it reads once its slips are mended, where each character of it stands in the text, and by their numbers
    the sentences that had a slip."""

    text: str
    places: tuple[int, ...]
    faulty: frozenset[int] = frozenset()

    def sentence(self, at: int) -> int:
        """The number of the sentence at a place of the line."""
        return sum(self.text.count(mark, 0, at) for mark in "。！？；")


class Speller:
    """Holds a model and the words that are never a slip; may be used from many threads at once."""

    def __init__(self, model: Model, known: Iterable[str] = (), second: Opinion | None = None) -> None:
        self.model = model
        self.second = second
        self._known = Scan(known)

    def of_document(self, doc: Document) -> list[Slip]:
        """``slips`` of the text of ``doc``; made for ``Document.derive``."""
        return self.slips(doc.text)

    def slips(self, text: str) -> list[Slip]:
        """All slips in ``text`` that the model is sure enough of, by place."""
        text = SURROGATES.sub("\ufffd", text)
        kept = self._covered(text)
        lines = [
            _Line(match.group(), tuple(range(match.start(), match.end() + 1)))
            for match in re.finditer(rf"[^\r\n]{{{SHORTEST},}}", text)
        ]
        found = [slip for batch in _batches(lines) for slip in self._look(batch, kept)]
        return sorted(found)

    def _look(self, lines: Sequence[_Line], kept: Sequence[tuple[int, int]]) -> Iterator[Slip]:
        for _ in range(LOOKS):
            again = []
            for line, slips in zip(lines, self._judge(lines, kept), strict=True):
                yield from slips
                if slips:
                    again.append(_mended(line, slips))
            if not again:
                return
            lines = again

    def _judge(self, lines: Sequence[_Line], kept: Sequence[tuple[int, int]]) -> list[list[Slip]]:
        """The slips of each line, the surest first where two claim the same place."""
        sheet = Sheet.of([line.text for line in lines], self.model.knowledge.vocabulary)
        evidence = gather(sheet, self.model.knowledge)
        found: list[list[Slip]] = [[] for _ in lines]
        if not len(evidence.proposals):
            return found
        chance = self.model.judge.chances(sheet, evidence, self.model.knowledge)
        if self.second:
            self._ask(self.second, chance, evidence.proposals, sheet, lines)
        sure: set[tuple[int, int]] = set()
        alone, together = self._least(evidence.proposals)
        rows = np.flatnonzero(chance >= np.minimum(alone, together))
        rows = rows[np.argsort(-chance[rows], kind="stable")]
        for row, number in zip(rows.tolist(), sheet.line_of(evidence.proposals.at[rows]).tolist(), strict=True):
            line, before, start = lines[number], found[number], int(sheet.starts[number])
            sentence = line.sentence(int(evidence.proposals.at[row]) - start)
            faulty = sentence in line.faulty or (number, sentence) in sure
            if chance[row] < (together if faulty else alone)[row]:
                continue
            slip = self._slip(evidence.proposals, row, line, start, float(chance[row]))
            if slip and not any(_clash(slip, other) for other in before) and not _within(slip, kept):
                before.append(slip)
                sure.add((number, sentence))
        return found

    def _ask(self, second: Opinion, chance: Floats, proposals: Proposals, sheet: Sheet, lines: Sequence[_Line]) -> None:
        """Puts the likelier proposals to the second judge, whose word then holds."""
        rows = np.flatnonzero(chance >= ASKED)
        numbers = sheet.line_of(proposals.at[rows]).tolist()
        cases = []
        for row, number in zip(rows.tolist(), numbers, strict=True):
            at = int(proposals.at[row] - sheet.starts[number])
            cases.append(Case(lines[number].text, at, at + int(proposals.old[row]), self._new(proposals, row)))
        for row, said in zip(rows.tolist(), second.chances(cases), strict=True):
            if said is not None:
                chance[row] = said

    def _new(self, proposals: Proposals, row: int) -> str:
        ids = proposals.new[row, : proposals.size[row]].tolist()
        return "".join(self.model.knowledge.vocabulary.character(number) for number in ids)

    def _least(self, proposals: Proposals) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The least chance at which each proposal is spoken of: alone, and in a sentence with another slip."""
        least = np.full(len(proposals), self.model.thresholds["replaced"])
        least[proposals.kind == Kind.MISSING] = self.model.thresholds["missing"]
        least[proposals.kind == Kind.EXTRA] = self.model.thresholds["extra"]
        replaced = (proposals.kind & (Kind.MISSING | Kind.EXTRA)) == 0
        return least, np.where(replaced, np.minimum(least, COMPANY), least)

    def _slip(self, proposals: Proposals, row: int, line: _Line, start: int, chance: float) -> Slip | None:
        """The slip in places of the text; None where an earlier mending has already touched it."""
        at, old, size = int(proposals.at[row]) - start, int(proposals.old[row]), int(proposals.size[row])
        places = line.places[at : at + old] or line.places[at : at + 1]
        first = places[0]
        if first < 0 or places != tuple(range(first, first + len(places))):
            return None
        last, new = first + old, self._new(proposals, row)
        if any(new in group and line.text[at : at + old] in group for group in ALTERNATIVES if old == size == 1):
            return None
        sort = "missing" if size > old else "extra" if size < old else "replaced"
        return Slip(first, last, new, sort, chance)

    def _covered(self, text: str) -> list[tuple[int, int]]:
        return [(start, end) for _, start, end in self._known.hits(text)]


def _mended(line: _Line, slips: Sequence[Slip]) -> _Line:
    """The line with its slips mended; mended characters have the place -1, so that they are not mended twice."""
    text, places, faulty = line.text, line.places, set(line.faulty)
    for slip in sorted(slips, reverse=True):
        start = places.index(slip.start)
        faulty.add(line.sentence(start))
        end = start + slip.end - slip.start
        text = text[:start] + slip.new + text[end:]
        places = places[:start] + (-1,) * len(slip.new) + places[end:]
    return _Line(text, places, frozenset(faulty))


def _batches(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    batch: list[_Line] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line.text)
        if size >= AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _clash(one: Slip, other: Slip) -> bool:
    """Whether two slips want the same characters, or touch so closely that one may be the other seen anew."""
    return one.start <= other.end and other.start <= one.end


def _within(slip: Slip, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= slip.start and slip.end <= end for start, end in spans)
