"""Names of persons: which part is the surname, how it is read, and the keys that order names.

Sources: GB/T 13418—1992 5.1.1 (读音), 5.1.3 (笔画), 4.5.2 (surname first); name lists for single given names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lingwu.errors import LingwuError, MissingTool
from lingwu.seating import strokes
from lingwu.seating.people import Person
from lingwu.text.width import HAN

SURNAMES = Path(__file__).with_name("surnames.tsv")
NOTHING = (0, "", 0)
"""The empty second place of a single given name (mode pad): it has no strokes and comes first."""
AFTER_ALL = 1000
"""Letters come behind all Chinese characters."""
IGNORED = re.compile(r"[·•・\s.]")
HAN_CHARACTER = re.compile(f"[{HAN}\U00020000-\U0003ffff]")


class OrderError(LingwuError):
    """The persons cannot be put in the wanted order."""


@cache
def surname_readings() -> Mapping[str, tuple[str, ...]]:
    """The readings of surnames that are compound, special or double: the usual one first, as ``ou1 yang2``."""
    lines = SURNAMES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {row[0]: tuple(word for cell in row[1:] for word in cell.split("|") if word) for row in rows}


def surname(person: Person) -> str:
    """The surname: as the list says, else a compound surname that the name begins with, else its first character."""
    if person.surname:
        return person.surname
    name = IGNORED.sub("", person.name)
    compound = name[:2] in surname_readings() and len(name) > len(name[:2])
    return name[: 2 if compound else 1]


def stroke_key(person: Person, single: str, compare: str, more: Mapping[str, str]) -> tuple[Any, ...]:
    """The key of 姓氏笔画 order.

    ``single`` is ``pad`` (a single given name has an empty second place: 李富 before 李大鸣) or ``nopad``. ``compare``
    is ``whole`` (character by character) or ``split`` (surname with surname, then given name with given name).

    Raises:
        OrderError: the table does not have a character of the name.
    """
    name, family = IGNORED.sub("", person.name), surname(person)
    own = [_written(char, person, more) for char in name]
    first, given = own[: len(family)], own[len(family) :]
    if single == "pad" and len(given) == 1:
        given = [NOTHING, *given]
    return (tuple(first), tuple(given)) if compare == "split" else (*first, *given)


def reading_key(person: Person) -> tuple[Any, ...]:
    """The key of 姓氏拼音 order: for each character syllable, tone, strokes (GB/T 13418—1992 5.1.1)."""
    name = IGNORED.sub("", person.name)
    syllables = readings(person)
    known = (strokes.written(char) for char in name)
    writings = [tuple(one) if one else (AFTER_ALL, char, 0) for char, one in zip(name, known, strict=True)]
    return tuple((*_syllable(said), way) for said, way in zip(syllables, writings, strict=True))


def readings(person: Person) -> list[str]:
    """One syllable with its tone number for each character; letters stand for themselves."""
    name, family = IGNORED.sub("", person.name), surname(person)
    said = person.reading or (surname_readings().get(family) or ("",))[0]
    syllables = [_numbered(word) for word in said.split()]
    rest = name[len(syllables) :]
    return syllables + _pinyin(rest) if len(syllables) <= len(name) else _pinyin(name)


def doubtful_reading(person: Person) -> str:
    """What to ask about the reading of the surname; empty where there is only one, or the list gives it."""
    ways = surname_readings().get(surname(person), ())
    if len(ways) < 2 or person.reading:
        return ""
    return f"“{person.name}”的姓有两种读法（{'、'.join(ways)}），暂按 {ways[0]} 排，请核对；可在名单加“读音”一栏写明"


def _written(char: str, person: Person, more: Mapping[str, str]) -> tuple[int, str, int]:
    if not HAN_CHARACTER.match(char):
        return (AFTER_ALL, char.upper(), ord(char))
    found = strokes.written(char, more)
    if found is None:
        raise OrderError(
            f"“{person.name}”的“{char}”没有笔顺数据，不能按姓氏笔画排；请在方案的 [rules] 里补上，"
            f'如 strokes = "{char}1234"（1横2竖3撇4点5折）。'
        )
    return found


def _syllable(said: str) -> tuple[str, int]:
    tone = said[-1:]
    return (said[:-1], int(tone)) if tone.isdecimal() else (said, 5)


def _numbered(word: str) -> str:
    if word[-1:].isdecimal():
        return word
    from pypinyin.contrib.tone_convert import to_tone3

    return str(to_tone3(word))


def _pinyin(text: str) -> list[str]:
    try:
        from pypinyin import Style, lazy_pinyin
    except ImportError as error:
        raise MissingTool('按拼音排序需要 pypinyin，请安装：pip install "lingwu[seats]"。') from error
    if not text:
        return []
    return [syllable for char in _runs(text) for syllable in lazy_pinyin(char, style=Style.TONE3)]


def _runs(text: str) -> list[str]:
    """Stretches of Chinese characters, whose readings depend on each other, and other characters one by one."""
    return re.findall(f"[{HAN}]+|.", text.lower())
