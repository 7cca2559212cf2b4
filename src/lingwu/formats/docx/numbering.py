"""The numbers that Word puts before paragraphs by itself: 一、 （一） 1. and so on."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from lingwu.formats.docx.names import Element, child, children, is_on, value
from lingwu.formats.docx.styles import Styles

PLAIN = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
RUNS = {
    "decimalEnclosedCircle": (0x2460, 20),
    "decimalEnclosedCircleChinese": (0x2460, 20),
    "decimalEnclosedParen": (0x2474, 20),
    "decimalEnclosedFullstop": (0x2488, 20),
    "ideographEnclosedCircle": (0x3280, 10),
}
COUNTING = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "taiwaneseDigital",
        "japaneseDigitalTenThousand",
        "koreanDigital2",
    }
)
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST = 9999
"""No list is counted beyond this; a number past it is left out."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, in which numerals, in which wording (``%1、``)."""

    start: int = 1
    form: str = "decimal"
    wording: str = ""
    legal: bool = False
    style: str = ""
    restart: int | None = None


@dataclass(slots=True)
class List:
    """One w:num: the abstract list whose counters it shares, its levels, and the starts it sets anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts numbered paragraphs in the order they come."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstract = {value(el, "abstractNumId"): _levels(el) for el in children(root, "abstractNum")}
        linked = {value(child(el, "styleLink")): value(el, "abstractNumId") for el in children(root, "abstractNum")}
        for el in children(root, "abstractNum"):
            link = value(child(el, "numStyleLink"))
            if link in linked and link:
                abstract[value(el, "abstractNumId")] = abstract[linked[link]]
        self._lists = {value(el, "numId"): _list(el, abstract) for el in children(root, "num")}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def next(self, own: tuple[str, int] | None, style: str) -> str:
        """The number before the next paragraph of that style with that w:numPr; empty where it has none."""
        place = self.place(own, style)
        return self._count(place[0], self._lists[place[0]], place[1]) if place else ""

    def place(self, own: tuple[str, int] | None, style: str) -> tuple[str, int] | None:
        """The list and the level of a paragraph of that style with that w:numPr; None where it has no number."""
        if not self._lists:
            return None
        inherited = self._styles.number(style)
        list_, level = own or (inherited[:2] if inherited else ("", 0))
        numbered = self._lists.get(list_)
        if numbered is None:
            return None
        if level < 0:
            named = inherited[2] if inherited else style
            level = next((n for n, lvl in numbered.levels.items() if lvl.style and lvl.style == named), 0)
        return list_, level

    def _count(self, id: str, numbered: List, level: int) -> str:
        counts = self._counts[numbered.abstract]
        shape = numbered.levels.get(level, Level())
        fresh = level in numbered.starts and (id, level) not in self._begun
        self._begun.add((id, level))
        if fresh:
            counts[level] = numbered.starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else shape.start
        for deeper in [deep for deep in counts if deep > level and _restarts(numbered, deep, level)]:
            del counts[deeper]
        return _said(numbered, counts, shape)


def _restarts(numbered: List, deeper: int, level: int) -> bool:
    """Whether the deeper level begins anew after a paragraph of ``level``."""
    after = numbered.levels.get(deeper, Level()).restart
    return after is None or (after > 0 and level < after)


def _said(numbered: List, counts: dict[int, int], shape: Level) -> str:
    if shape.form == "bullet":
        return ""
    known = True

    def numeral(match: re.Match[str]) -> str:
        nonlocal known
        other = numbered.levels.get(int(match[1]) - 1, Level())
        count = counts.get(int(match[1]) - 1, other.start)
        said = numeral_of(count, "decimal" if shape.legal and other.form != "none" else other.form)
        known = known and said is not None
        return said or ""

    said = re.sub(r"%([1-9])", numeral, shape.wording)
    return said if known else ""


def numeral_of(count: int, form: str) -> str | None:
    """``count`` in the numerals that a w:numFmt names; None where it cannot be told."""
    if not 0 <= count <= MOST:
        return None
    if form in COUNTING:
        digits = form in {"ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2"}
        return "".join(PLAIN[int(digit)] for digit in str(count)) if digits else _counted(count, PLAIN, "十百千")
    if form in {"chineseLegalSimplified", "ideographLegalTraditional"}:
        return _counted(count, FORMAL, "拾佰仟")
    if form in RUNS:
        first, most = RUNS[form]
        return chr(first + count - 1) if 1 <= count <= most else str(count)
    return _western(count, form)


def _western(count: int, form: str) -> str | None:
    said: str | None = None
    if form in {"decimal", "decimalHalfWidth"}:
        said = str(count)
    elif form == "decimalZero":
        said = f"{count:02d}"
    elif form.startswith("decimalFullWidth"):
        said = str(count).translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    elif form in {"lowerRoman", "upperRoman"}:
        said = _roman(count) if form == "lowerRoman" else _roman(count).upper()
    elif form in {"lowerLetter", "upperLetter"} and count:
        letter = chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)
        said = letter if form == "lowerLetter" else letter.upper()
    elif form in {"ideographTraditional", "ideographZodiac"} and count:
        cycle = STEMS if form == "ideographTraditional" else BRANCHES
        said = cycle[(count - 1) % len(cycle)]
    elif form == "none":
        said = ""
    return said


def _counted(count: int, digits: str, units: str) -> str:
    """``count`` (0 to 9999) in Chinese numerals with units: 十一, 一百零五."""
    if count == 0:
        return digits[0]
    said = ""
    for power, unit in ((3, units[2]), (2, units[1]), (1, units[0]), (0, "")):
        digit = count // 10**power % 10
        if digit:
            said += digits[digit] + unit
        elif said and count % 10**power and not said.endswith("零"):
            said += "零"
    return said[1:] if said.startswith(PLAIN[1] + "十") else said


def _roman(count: int) -> str:
    said = ""
    for worth, letters in (*ROMAN, *ROMAN_ONES):
        times, count = divmod(count, worth)
        said += letters * times
    return said


def _levels(el: Element) -> dict[int, Level]:
    return {int(value(lvl, "ilvl")): _level(lvl) for lvl in children(el, "lvl") if value(lvl, "ilvl").isdecimal()}


def _level(el: Element) -> Level:
    start, restart = value(child(el, "start")), value(child(el, "lvlRestart"))
    return Level(
        start=int(start) if start.isdecimal() else 0,
        form=value(child(el, "numFmt")) or "decimal",
        wording=value(child(el, "lvlText")),
        legal=is_on(child(el, "isLgl")),
        style=value(child(el, "pStyle")),
        restart=int(restart) if restart.isdecimal() else None,
    )


def _list(el: Element, abstract: dict[str, dict[int, Level]]) -> List:
    id = value(child(el, "abstractNumId"))
    levels = dict(abstract.get(id, {}))
    starts = {}
    for override in children(el, "lvlOverride"):
        at = value(override, "ilvl")
        if not at.isdecimal():
            continue
        whole = child(override, "lvl")
        if whole is not None:
            levels[int(at)] = _level(whole)
        start = value(child(override, "startOverride"))
        if start.isdecimal():
            starts[int(at)] = int(start)
            levels[int(at)] = replace(levels.get(int(at), Level()), start=int(start))
    return List(id, levels, starts)
