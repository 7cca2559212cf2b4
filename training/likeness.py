"""Which characters and words are taken for which: by sound (pypinyin), by shape (glyphs and strokes)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from pypinyin import Style, lazy_pinyin, pinyin
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from lingwu.spelling.proposals import Confusions, Kind
from lingwu.spelling.sheet import LATIN, Vocabulary

SIMILAR = 16
"""So many characters are held to look like one."""
FILLERS = 600
"""So many of the commonest characters may have been left out."""
SEEN = 3
"""A character is proposed only where it was seen so often."""
WORD_SEEN = 4
"""A word likewise."""
STROKES = 0.6
"""What likeness of strokes weighs against likeness of glyphs."""
HAN = re.compile("[一-鿿]+")


def sounds(character: str, style: Style = Style.NORMAL) -> list[str]:
    """The readings of a character, the usual first."""
    return list(dict.fromkeys(pinyin(character, style=style, heteronym=True)[0]))


def blurred(sound: str) -> str:
    """A sound as those hear it who do not tell z from zh, n from l, in from ing, hu from f."""
    sound = re.sub("^(z|c|s)h", r"\1", sound)
    sound = re.sub("^n", "l", sound)
    sound = re.sub("^hu", "fu", sound)
    return re.sub("ng$", "n", sound)


def shapes(characters: str, font: Path, strokes: Path) -> dict[str, list[str]]:
    """For each character those that look most like it, the likest first.

    ``strokes`` is a table of character, tab, stroke classes (1 to 5) in writing order.
    """
    glyphs = np.stack([_glyph(character, ImageFont.truetype(str(font), 40)) for character in characters])
    rows = (line.split("\t") for line in strokes.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    written = {row[0]: row[1] for row in rows}
    orders = [written.get(character, "") for character in characters]
    likeness = glyphs @ glyphs.T
    likeness += STROKES * cdist(orders, orders, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
    np.fill_diagonal(likeness, -1)
    best = np.argsort(-likeness, axis=1)[:, :SIMILAR]
    return {character: [characters[i] for i in row] for character, row in zip(characters, best.tolist(), strict=True)}


def _glyph(character: str, font: ImageFont.FreeTypeFont) -> NDArray[np.float32]:
    image = Image.new("L", (48, 48))
    ImageDraw.Draw(image).text((4, -4), character, 255, font=font)
    small = image.filter(ImageFilter.GaussianBlur(1.6)).resize((24, 24))
    dots = np.asarray(small, np.float32).ravel()
    dots -= dots.mean()
    return dots / max(float(np.linalg.norm(dots)), 1e-6)


def confusions(
    vocabulary: Vocabulary, singles: NDArray[np.float32], words: Counter[str], alike: dict[str, list[str]]
) -> Confusions:
    """The table of confusions. ``singles`` counts each id, ``words`` the words of the texts, ``alike`` is by shape."""
    ids = {character: LATIN + 1 + n for n, character in enumerate(vocabulary.characters)}
    han = [c for c in vocabulary.characters if HAN.fullmatch(c)]
    ways = _ways(han, alike)
    first, likes, kinds = [0], [], []
    for number in range(len(vocabulary)):
        character = vocabulary.character(number) if number > LATIN else ""
        for other, way in ways.get(character, {}).items():
            if singles[ids[other]] >= SEEN:
                likes.append(ids[other])
                kinds.append(way)
        first.append(len(likes))
    number_of: dict[str, int] = {}
    readings = np.zeros((len(vocabulary), 2), np.int16)
    for character in han:
        for place, sound in enumerate(sounds(character)[:2]):
            readings[ids[character], place] = number_of.setdefault(sound, len(number_of) + 1)
    keys, pairs = _word_sounds(words, ids, number_of)
    common = sorted((ids[c] for c in han), key=lambda number: -singles[number])[:FILLERS]
    return Confusions(
        np.array(first, np.int64), np.array(likes, np.uint16), np.array(kinds, np.uint8),
        readings, keys, pairs, np.array(common, np.uint16),
    )  # fmt: skip


def _ways(han: list[str], alike: dict[str, list[str]]) -> dict[str, dict[str, int]]:
    same, near = defaultdict(set), defaultdict(set)
    for character in han:
        for sound in sounds(character):
            same[sound].add(character)
            near[blurred(sound)].add(character)
    found: dict[str, dict[str, int]] = {}
    for character in han:
        ways: dict[str, int] = {}
        tones = set(sounds(character, Style.TONE3))
        for sound in sounds(character):
            for other in same[sound]:
                tone = Kind.TONE if tones & set(sounds(other, Style.TONE3)) else 0
                ways[other] = ways.get(other, 0) | Kind.SOUND | tone
            for other in near[blurred(sound)] - same[sound]:
                ways[other] = ways.get(other, 0) or Kind.NEAR
        for other in alike.get(character, ()):
            ways[other] = ways.get(other, 0) | Kind.SHAPE
        ways.pop(character, None)
        found[character] = ways
    return found


def _word_sounds(
    words: Counter[str], ids: dict[str, int], number_of: dict[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.uint16]]:
    rows = []
    for word, many in words.items():
        if len(word) == 2 and many >= WORD_SEEN and all(c in ids and HAN.fullmatch(c) for c in word):
            one, two = (number_of.get(sound, 0) for sound in lazy_pinyin(word))
            if one and two:
                rows.append((one * 1024 + two, ids[word[0]], ids[word[1]]))
    table = np.array(sorted(rows), np.int64).reshape(-1, 3)
    return table[:, 0], table[:, 1:].astype(np.uint16)
