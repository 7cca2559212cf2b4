"""Standing phrases that a text gets wrong by one character.

Each phrase is cut into two halves. Where one half stands unchanged, the text beside it is compared with the other half:
one character changed, missing, added, or two swapped inside it is a slip. The outer end of a phrase is never judged,
for there a longer or another phrase may begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

SHORTEST = 6
"""Phrases below this many characters are too like other words."""

LOOSE = frozenset(
    " \t\r\n\u3000的地得了着和与及并等也都更之其要对以为起处好新大可化我各党该本、，。；：！？“”‘’《》（）〈〉·—…()\"'"
)
"""Characters that may come and go inside a phrase without a slip."""

ADDED = frozenset("把是在向已来将从到真苦实正均皆使则再又由被")
"""Characters that a sentence may put into a phrase, or say in place of another, as in 坚持把……、人类是……."""

NUMERALS = frozenset("〇零一二三四五六七八九十百两0123456789")

EQUALS = frozenset(
    map(frozenset, ("进动", "施行", "设成", "高升", "强大", "强快", "牢立", "定稳", "化行", "们民", "绘画", "绘干"))
)
"""Pairs of characters that make words of the same sense, such as 推进 and 推动."""

LEADS = (
    "推进", "推动", "加强", "加快", "加大", "坚持", "坚定", "坚决", "保持", "维护", "促进", "建设", "建成", "严守",
    "严肃", "严格", "增进", "取得", "增强", "用好", "认真", "强化", "抓好", "狠抓", "实现", "践行", "弘扬", "实施",
    "深化", "巩固", "确保", "着力", "扎实", "推行", "落实", "贯彻", "深入", "尊重", "密切", "开展", "发挥", "充分",
    "健全", "完善", "优化", "打造", "明确", "提高", "把", "为", "以", "请", "在",
)  # fmt: skip
"""Words a phrase may begin with and that another word may replace: they are not judged."""


@dataclass(frozen=True, slots=True)
class Slip:
    """``text[start:end]`` should read ``new``; ``left:right`` is the whole phrase, ``phrase`` its right form."""

    start: int
    end: int
    new: str
    left: int
    right: int
    phrase: str


@dataclass(frozen=True)
class NearPhrases:
    """Finds near misses of ``phrases``; texts in ``variants`` are right as they stand."""

    phrases: tuple[str, ...]
    variants: frozenset[str] = frozenset()

    @cached_property
    def halves(self) -> dict[str, list[tuple[str, str, bool]]]:
        """For each half: the phrase, its other half, and whether that other half follows."""
        table: dict[str, list[tuple[str, str, bool]]] = {}
        for phrase in self.phrases:
            middle = len(phrase) // 2
            head, tail = phrase[:middle], phrase[middle:]
            table.setdefault(head, []).append((phrase, tail, True))
            table.setdefault(tail, []).append((phrase, head, False))
        return table

    def slips(self, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Slip]:
        """The slips beside the given places of halves, in order, one for each stretch of text."""
        last = -1
        for slip in sorted(self._candidates(text, spans), key=lambda slip: (slip.left, -slip.right)):
            if slip.left >= last:
                last = slip.right
                yield slip

    def _candidates(self, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Slip]:
        for start, end in spans:
            for phrase, other, follows in self.halves.get(text[start:end], ()):
                slip = _after(text, start, end, other, phrase) if follows else _before(text, start, end, other, phrase)
                if slip and slip.start - slip.left >= _lead(phrase) and not self._allowed(text, slip):
                    yield slip

    def _allowed(self, text: str, slip: Slip) -> bool:
        said = text[slip.left : slip.right]
        return any(said in known or known in said for known in self.variants) or said in self.phrases


def _after(text: str, start: int, end: int, tail: str, phrase: str) -> Slip | None:
    change = _change(text[end : end + len(tail) + 1], tail)
    if change is None:
        return None
    at, length, new, used = change
    return Slip(end + at, end + at + length, new, start, end + used, phrase)


def _before(text: str, start: int, end: int, head: str, phrase: str) -> Slip | None:
    change = _change(text[max(0, start - len(head) - 1) : start][::-1], head[::-1])
    if change is None:
        return None
    at, length, new, used = change
    return Slip(start - at - length, start - at, new[::-1], start - used, end, phrase)


def _change(said: str, right: str) -> tuple[int, int, str, int] | None:
    """How ``said`` must change to begin with ``right``: offset, length, new text, and how much of ``said`` is used."""
    size = len(right)
    at = _common(said, right)
    if at >= size - 1 or at >= len(said):
        return None
    if said[at + 1 : size] == right[at + 1 :] and len(said) >= size:
        return None if _alike(said[at], right[at]) else (at, 1, right[at], size)
    if said[at : size - 1] == right[at + 1 :]:
        return None if at > size - 3 or _light(right[at]) else (at, 0, right[at], size - 1)
    if said[at + 1 : size + 1] == right[at:]:
        return None if _light(said[at]) or said[at] in ADDED else (at, 1, "", size + 1)
    if said[at : at + 2] == right[at : at + 2][::-1] and said[at + 2 : size] == right[at + 2 :]:
        return at, 2, right[at : at + 2], size
    return None


def _alike(said: str, right: str) -> bool:
    """Whether one may stand for the other: loose characters, two numerals, a pair of equal sense."""
    both = frozenset((said, right))
    return bool(both & LOOSE) or said in ADDED or both <= NUMERALS or both in EQUALS


def _light(char: str) -> bool:
    return char in LOOSE or char in NUMERALS


def _lead(phrase: str) -> int:
    return max((len(word) for word in LEADS if phrase.startswith(word)), default=0)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
