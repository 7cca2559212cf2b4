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

SIMILAR, REVERSE = 14, 6
"""So many characters are held to look like one by each measure of likeness, and by each measure those for which it is
itself among the first so many."""
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


def shapes(characters: str, font: Path, strokes: Path, parts: Path | None = None) -> dict[str, list[str]]:
    """For each character those that look most like it: by glyph, by glyph and strokes, and by the parts they share.

    ``strokes`` is a table of character, tab, stroke classes (1 to 5) in writing order; ``parts`` one of character, tab,
    its ideographic description.
    """
    looks, likeness = _likeness(characters, font, strokes)
    measures = [looks, likeness]
    if parts:
        made = _parts(characters, parts)
        measures.append(made @ made.T + looks * 0.3)
    found: list[dict[int, None]] = [{} for _ in characters]
    for measure in measures:
        np.fill_diagonal(measure, -1)
        best = np.argsort(-measure, axis=1)[:, :SIMILAR]
        for number, row in enumerate(best.tolist()):
            found[number].update(dict.fromkeys(row))
            for other in row[:REVERSE]:
                found[other][number] = None
    return {character: [characters[i] for i in row] for character, row in zip(characters, found, strict=True)}


def closeness(characters: str, font: Path, strokes: Path) -> tuple[dict[str, int], NDArray[np.uint8]]:
    """How much any two characters look alike, by glyph and strokes, 0 to 255; with the row of each character."""
    likeness = _likeness(characters, font, strokes)[1] / (1 + STROKES)
    scaled = np.clip(likeness * 255, 0, 255).astype(np.uint8)
    return {character: row for row, character in enumerate(characters)}, scaled


def _likeness(characters: str, font: Path, strokes: Path) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Likeness of glyphs, and that of glyphs and strokes, shape ``(characters, characters)``."""
    glyphs = np.stack([_glyph(character, ImageFont.truetype(str(font), 40)) for character in characters])
    rows = (line.split("\t") for line in strokes.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    written = {row[0]: row[1] for row in rows}
    orders = [written.get(character, "") for character in characters]
    looks = glyphs @ glyphs.T
    return looks, looks + STROKES * cdist(orders, orders, scorer=Levenshtein.normalized_similarity, dtype=np.float32)


def _parts(characters: str, table: Path) -> NDArray[np.float32]:
    """The parts of each character, and their parts, as rows of length one; a part counts by how rare it is."""
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if "\t" in line)
    made = {row[0]: [c for c in row[1].split("(")[0].split(";")[0] if not "⿰" <= c <= "⿿"] for row in rows}

    def all_of(character: str, depth: int = 4) -> set[str]:
        below = [all_of(part, depth - 1) for part in made.get(character, ()) if part != character] if depth else []
        return {character}.union(*below)

    sets = [all_of(character) for character in characters]
    often = Counter(part for each in sets for part in each)
    kept = [part for part, many in often.items() if many > 1]
    number = {part: at for at, part in enumerate(kept)}
    dots = np.zeros((len(characters), len(kept)), np.float32)
    for row, each in enumerate(sets):
        for part in each & number.keys():
            dots[row, number[part]] = np.log(len(characters) / often[part])
    dots /= np.maximum(np.linalg.norm(dots, axis=1, keepdims=True), 1e-6)
    return dots


def _glyph(character: str, font: ImageFont.FreeTypeFont) -> NDArray[np.float32]:
    image = Image.new("L", (48, 48))
    ImageDraw.Draw(image).text((4, -4), character, 255, font=font)
    small = image.filter(ImageFilter.GaussianBlur(1.6)).resize((24, 24))
    dots = np.asarray(small, np.float32).ravel()
    dots -= dots.mean()
    return dots / max(float(np.linalg.norm(dots)), 1e-6)


def confusions(
    vocabulary: Vocabulary,
    singles: NDArray[np.float32],
    words: Counter[str],
    alike: dict[str, list[str]],
    close: tuple[dict[str, int], NDArray[np.uint8]],
) -> Confusions:
    """The table of confusions. ``singles`` counts each id, ``words`` the words of the texts, ``alike`` is by shape,
    ``close`` as ``closeness`` gives it."""
    ids = {character: LATIN + 1 + n for n, character in enumerate(vocabulary.characters)}
    han = [c for c in vocabulary.characters if HAN.fullmatch(c)]
    ways = _ways(han, alike)
    first, likes, kinds, looks = [0], [], [], []
    rows, table = close
    for number in range(len(vocabulary)):
        character = vocabulary.character(number) if number > LATIN else ""
        for other, way in ways.get(character, {}).items():
            if singles[ids[other]] >= SEEN:
                likes.append(ids[other])
                kinds.append(way)
                looks.append(table[rows[character], rows[other]])
        first.append(len(likes))
    number_of: dict[str, int] = {}
    readings = np.zeros((len(vocabulary), 2), np.int16)
    for character in han:
        for place, sound in enumerate(sounds(character)[:2]):
            readings[ids[character], place] = number_of.setdefault(sound, len(number_of) + 1)
    keys, pairs = _word_sounds(words, ids, number_of)
    common = sorted((ids[c] for c in han), key=lambda number: -singles[number])[:FILLERS]
    return Confusions(
        np.array(first, np.int64), np.array(likes, np.uint16), np.array(kinds, np.uint8), np.array(looks, np.uint8),
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
