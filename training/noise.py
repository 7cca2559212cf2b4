"""Slips as people make them, put into clean sentences: the measured kinds, with a fixed seed."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import rjieba
from pypinyin import lazy_pinyin

from lingwu.spelling.proposals import Confusions, Kind
from lingwu.spelling.sheet import Vocabulary
from training.likeness import HAN

SLIPS = (0.5, 0.28, 0.14, 0.08)
"""How likely a sentence has no, one, two, three slips."""
REPLACED, MISSING, EXTRA = 0.80, 0.88, 0.95
"""Up to the first number a slip replaces a word or a character, up to the second one is missing, then one too many,
then two swapped."""
BY_WORD, BY_SOUND, BY_NEAR = 0.50, 0.76, 0.86
"""Of replacements: words of the same sound, characters of the same sound, of a near one; the rest look alike."""
COMMON = 400


def word_counts(lines: Sequence[str]) -> Counter[str]:
    """The words of the dictionary in ``lines``, counted."""
    found: Counter[str] = Counter()
    for line in lines:
        found.update(word for word in rjieba.cut(line, False) if HAN.fullmatch(word))
    return found


@dataclass
class Noise:
    """Makes slips with the confusions of the model and the words of its texts."""

    confusions: Confusions
    vocabulary: Vocabulary
    words: Counter[str]
    chance: random.Random
    _alike: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _often: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for word, many in self.words.items():
            for character in word:
                self._often[character] += many
            if len(word) > 1:
                self._alike[" ".join(lazy_pinyin(word))].append(word)

    def spoil(self, sentence: str) -> str:
        """``sentence`` with as many slips as chance wants, perhaps none."""
        many = self.chance.choices(range(len(SLIPS)), SLIPS)[0]
        words = list(rjieba.cut(sentence, False))
        open_to = [at for at, word in enumerate(words) if HAN.fullmatch(word)]
        for _ in range(many * 4):
            if not many or not open_to:
                break
            at = self.chance.choice(open_to)
            slip = self._slip(words[at])
            if slip and slip != words[at]:
                words[at] = slip
                open_to.remove(at)
                many -= 1
        return "".join(words)

    def _slip(self, word: str) -> str | None:
        kind = self.chance.random()
        if kind < REPLACED:
            return self._replaced(word)
        at = self.chance.randrange(len(word))
        if kind < MISSING:
            return word[:at] + word[at + 1 :] if len(word) > 1 else None
        if kind < EXTRA:
            again = self.chance.random() < 0.5
            more = word[at] if again else self.chance.choice([c for c, _ in self._often.most_common(COMMON)])
            return word[: at + 1] + more + word[at + 1 :]
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :] if at + 1 < len(word) else None

    def _replaced(self, word: str) -> str | None:
        kind = self.chance.random()
        if kind < BY_WORD and len(word) > 1:
            others = [other for other in self._alike.get(" ".join(lazy_pinyin(word)), ()) if other != word]
            return self._pick(others, self.words)
        at = self.chance.randrange(len(word))
        way = Kind.SOUND if kind < BY_SOUND else Kind.NEAR if kind < BY_NEAR else Kind.SHAPE
        new = self._pick(self._taken_for(word[at], way), self._often)
        return word[:at] + new + word[at + 1 :] if new else None

    def _taken_for(self, character: str, way: Kind) -> list[str]:
        number = int(self.vocabulary.ids(character)[0])
        first, last = self.confusions.first[number], self.confusions.first[number + 1]
        rows = zip(self.confusions.alike[first:last], self.confusions.ways[first:last], strict=True)
        return [self.vocabulary.character(int(other)) for other, ways in rows if ways & way]

    def _pick(self, among: Sequence[str], often: Counter[str]) -> str | None:
        return self.chance.choices(among, [(often[one] + 3) ** 0.5 for one in among])[0] if among else None
