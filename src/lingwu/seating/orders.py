"""Orders of persons: by the office's list, level, body, strokes, pinyin, area, unit or arrival.

Keys are applied one after the other. Whoever is equal on all of them is a tie: the tie is reported, the list decides
the place meanwhile, and both keep one rank. Lingwu rates nobody: it sorts by what the list says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

from lingwu.seating import areas, names, strokes
from lingwu.seating.names import OrderError
from lingwu.seating.people import Person

LEVELS = (
    ("正国级", "国家级正职"), ("副国级", "国家级副职"),
    ("正部级", "正省级", "正省部级", "省部级正职", "正部", "正省"),
    ("副部级", "副省级", "副省部级", "省部级副职", "副部", "副省"),
    ("正厅级", "正局级", "正厅局级", "厅局级正职", "正厅", "正局"),
    ("一级巡视员",), ("副厅级", "副局级", "副厅局级", "厅局级副职", "副厅", "副局"), ("二级巡视员",),
    ("正处级", "正县级", "正县处级", "县处级正职", "正处", "正县", "正团级"), ("一级调研员",), ("二级调研员",),
    ("副处级", "副县级", "副县处级", "县处级副职", "副处", "副县"), ("三级调研员",), ("四级调研员",),
    ("正科级", "正乡科级", "乡科级正职", "正科"), ("一级主任科员",), ("二级主任科员",),
    ("副科级", "副乡科级", "乡科级副职", "副科"), ("三级主任科员",), ("四级主任科员",),
    ("一级科员", "科员"), ("二级科员",),
)  # fmt: skip
"""Levels from high to low with the ways they are written; an office may give its own in the option ``levels``."""
BODIES = ("党委", "人大", "政府", "政协", "纪委", "监委", "法院", "检察院", "军分区", "武装部", "武警", "人民团体")
"""Bodies in the usual order of the 班子; an office gives its own in the option ``bodies``."""
LISTED = "number"


@dataclass(frozen=True)
class Ordering:
    """Persons in their order with the rank of each (ties share one), and what a person must look at."""

    people: tuple[Person, ...]
    ranks: Mapping[str, int] = field(default_factory=dict)
    ties: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def rank(self, person: Person) -> int:
        """The rank, 1 for the first; persons of one tie have the same."""
        return self.ranks[person.key]


@dataclass(frozen=True)
class Key:
    """One way to order: ``value`` gives what is compared (None: the list does not say), ``needs`` the column."""

    title: str
    value: Callable[[Person], Any]
    needs: str = ""


def ordered(people: Sequence[Person], keys: Sequence[str], rules: Mapping[str, str]) -> Ordering:
    """``people`` ordered by ``keys`` in turn (see ``KEYS``; none: the office's number, or the list as it stands).

    Raises:
        OrderError: a key is not known, or a name has a character without strokes.
    """
    if not keys:
        keys = (LISTED,) if any(person.number for person in people) else ("given",)
    using = [_key(name, people, rules) for name in keys]
    values = {person.key: tuple(_last_if_missing(key.value(person)) for key in using) for person in people}
    inline = sorted(people, key=lambda person: values[person.key])
    groups = [list(group) for _, group in groupby(inline, key=lambda person: values[person.key])]
    ranks: dict[str, int] = {}
    for group in groups:
        ranks |= dict.fromkeys((person.key for person in group), len(ranks) + 1)
    titles = "、".join(key.title for key in using)
    ties = tuple(_tie(group, titles) for group in groups if len(group) > 1)
    return Ordering(tuple(inline), ranks, ties, tuple(_notes(inline, keys, using)))


def _key(name: str, people: Sequence[Person], rules: Mapping[str, str]) -> Key:
    makers: Mapping[str, Callable[[], Key]] = {
        "number": lambda: Key("职务顺序", lambda person: person.number or None, "顺序"),
        "level": lambda: Key("级别", _place_in(_levels(rules), lambda p: p.level), "级别"),
        "body": lambda: Key("机构", _within(_words(rules, "bodies") or BODIES, lambda p: p.body), "机构"),
        "unit": lambda: Key("单位", _place_in(_units(people, rules), lambda p: p.unit), "单位"),
        "strokes": lambda: Key(_stroke_title(rules), _strokes(rules)),
        "pinyin": lambda: Key("姓氏拼音", names.reading_key),
        "area": lambda: Key("行政区划", areas.standing(_words(rules, "areas")), "地区"),
        "arrival": lambda: Key("报到先后", lambda person: _natural(person.arrival), "报到顺序"),
        "given": lambda: Key("名单先后", _as_given(people)),
    }
    if name not in makers:
        raise OrderError(f"没有“{name}”这种排序；可用的有：{'、'.join(makers)}。")
    return makers[name]()


KEYS: Mapping[str, str] = {
    "number": "名单上的职务顺序", "level": "级别", "body": "机构（班子）", "unit": "单位", "strokes": "姓氏笔画",
    "pinyin": "姓氏拼音", "area": "行政区划", "arrival": "报到先后", "given": "名单先后",
}  # fmt: skip
"""The names of the keys with their Chinese words."""


def _as_given(people: Sequence[Person]) -> Callable[[Person], int]:
    standing = {person.key: place for place, person in enumerate(people)}
    return lambda person: standing[person.key]


def _last_if_missing(value: Any) -> tuple[bool, Any]:
    return (value is None, 0 if value is None else value)


def _tie(group: Sequence[Person], titles: str) -> str:
    return f"{'、'.join(person.key for person in group)} 并列（{titles}相同），暂按名单先后，请确认"


def _notes(people: Sequence[Person], keys: Sequence[str], using: Sequence[Key]) -> list[str]:
    notes = []
    for key in using:
        missing = [person.key for person in people if key.needs and key.value(person) is None]
        if missing:
            shown = "、".join(missing[:8]) + (f"等 {len(missing)} 人" if len(missing) > 8 else "")
            notes.append(f"{shown}：名单上没有认得出的“{key.needs}”，排在后面")
    if "pinyin" in keys:
        notes += [said for person in people if (said := names.doubtful_reading(person))]
    if "strokes" in keys:
        notes += _same_strokes(people)
    return notes


def _same_strokes(people: Sequence[Person]) -> list[str]:
    """Neighbours whose surnames differ but are written with the same strokes, so that only the code decides."""
    found = []
    for one, two in pairwise(people):
        a, b = one.name[:1], two.name[:1]
        if strokes.decided_by_code(a, b):
            found.append(f"“{a}”和“{b}”笔画、笔顺全同，按字符编码先后（GB/T 13418—1992 5.1.3），请核对")
    return list(dict.fromkeys(found))


def _stroke_title(rules: Mapping[str, str]) -> str:
    return "姓名笔画" if rules.get("single") == "nopad" else "姓氏笔画"


def _strokes(rules: Mapping[str, str]) -> Callable[[Person], Any]:
    more = {found[1]: found[2] for found in re.finditer(r"(\S)([1-5]+)", rules.get("strokes", ""))}
    single, compare = rules.get("single", "pad"), rules.get("compare", "whole")
    return lambda person: names.stroke_key(person, single, compare, more)


def _levels(rules: Mapping[str, str]) -> dict[str, int]:
    own = _words(rules, "levels")
    ways = [(word,) for word in own] if own else LEVELS
    return {word: place for place, words in enumerate(ways) for word in words}


def _units(people: Sequence[Person], rules: Mapping[str, str]) -> dict[str, int]:
    listed = [*_words(rules, "units"), *(person.unit for person in people if person.unit)]
    return {unit: place for place, unit in enumerate(dict.fromkeys(listed))}


def _place_in(places: Mapping[str, int], of: Callable[[Person], str]) -> Callable[[Person], int | None]:
    return lambda person: places.get(of(person))


def _within(words: Sequence[str], of: Callable[[Person], str]) -> Callable[[Person], int | None]:
    """The standing of the first of ``words`` that the cell contains."""
    return lambda person: next((n for n, word in enumerate(words) if of(person) and word in of(person)), None)


def _natural(text: str) -> tuple[tuple[int, int, str], ...] | None:
    """Text with its numbers compared as numbers."""
    parts = re.findall(r"\d+|\D+", text)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts) or None


def _words(rules: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in re.split(r"[,，、|]", rules.get(name, "")) if word.strip())
