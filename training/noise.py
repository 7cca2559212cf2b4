"""Slips as people make them, put into clean sentences: the measured kinds, with a fixed seed."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import rjieba
from pypinyin import lazy_pinyin

from lingwu.spelling.proposals import Confusions, Kind
from lingwu.spelling.sheet import Vocabulary
from training.likeness import HAN, blurred

SLIPS = (0.42, 0.36, 0.15, 0.07)
"""How likely a sentence has no, one, two, three slips."""
REPLACED, MISSING, EXTRA = 0.84, 0.90, 0.96
"""Up to the first number a slip replaces a word or a character, up to the second one is missing, then one too many,
then two swapped."""
BY_WORD, BY_ECHO, BY_SOUND, BY_NEAR = 0.42, 0.48, 0.72, 0.84
"""Of replacements: words of the same sound, words of a near sound, characters of the same sound, of a near one; the
rest look alike."""
COMMON = 400
LOOKS = 6
"""To this power of its closeness a character is taken for one that it looks like."""


def word_counts(lines: Sequence[str]) -> Counter[str]:
    """The words of the dictionary in ``lines``, counted."""
    found: Counter[str] = Counter()
    for line in lines:
        found.update(word for word in rjieba.cut(line, False) if HAN.fullmatch(word))
    return found


@dataclass
class Noise:
    """Makes slips with the confusions of the model, the words of its texts and those of a ``dictionary``.

    People write rare words in place of common ones: a dictionary has many that the texts lack.
    """

    confusions: Confusions
    vocabulary: Vocabulary
    words: Counter[str]
    chance: random.Random
    dictionary: Mapping[str, int] = field(default_factory=dict)
    _echo: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _alike: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _often: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for word, many in self.words.items():
            for character in word:
                self._often[character] += many
        for word in sorted({*self.words, *self.dictionary}):
            if 1 < len(word) < 5 and HAN.fullmatch(word):
                sound = lazy_pinyin(word)
                self._alike[" ".join(sound)].append(word)
                self._echo[" ".join(map(blurred, sound))].append(word)

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
        if kind < BY_ECHO and len(word) > 1:
            sound = lazy_pinyin(word)
            near = kind >= BY_WORD
            others = self._echo.get(" ".join(map(blurred, sound)), ()) if near else self._alike.get(" ".join(sound), ())
            return self._pick([other for other in others if other != word and len(other) == len(word)], self._common)
        at = self.chance.randrange(len(word))
        way = Kind.SOUND if kind < BY_SOUND else Kind.NEAR if kind < BY_NEAR else Kind.SHAPE
        new = self._taken_for(word[at], way)
        return word[:at] + new + word[at + 1 :] if new else None

    def _taken_for(self, character: str, way: Kind) -> str | None:
        """A character that is taken for another in one way: of those that look alike mostly one that does so very
        much."""
        number = int(self.vocabulary.ids(character)[0])
        here = slice(self.confusions.first[number], self.confusions.first[number + 1])
        some = (self.confusions.ways[here] & way) > 0
        others = [self.vocabulary.character(int(other)) for other in self.confusions.alike[here][some]]
        if way != Kind.SHAPE:
            return self._pick(others, self._often.__getitem__)
        looks = (self.confusions.close[here][some] / 255.0) ** LOOKS
        weights = [look * (self._often[other] + 3) ** 0.5 for look, other in zip(looks.tolist(), others, strict=True)]
        return self.chance.choices(others, weights)[0] if sum(weights) > 0 else None

    def _common(self, word: str) -> int:
        return max(self.words[word], self.dictionary.get(word, 0))

    def _pick(self, among: Sequence[str], often: Callable[[str], int]) -> str | None:
        return self.chance.choices(among, [(often(one) + 3) ** 0.5 for one in among])[0] if among else None
