"""When two papers say the same day, place, name, unit or post. What is left out is no contradiction."""

from __future__ import annotations

import re

from lingwu.preflight.names import abbreviates, heads_of, unit_of
from lingwu.schedule.clock import When
from lingwu.schedule.model import same_place
from lingwu.text.numerals import parse_chinese

NUMBERED = r"[零〇一二三四五六七八九十百]+(?=号?(?:楼|层|会议室|会议厅|报告厅|教室|厅|室|座|栋))"
YEAR = r"(?:19|20)\d\d年(?:度)?"
LEAST_ALIKE = 60
"""Names of meetings less alike than this (per cent) are of different meetings, not different writings."""


def same_day(one: When, other: When) -> bool:
    """Whether two dates can be one: equal in all that both state, or one within the days of the other."""
    if one.last and other.last:
        return (one.day, one.last) == (other.day, other.last)
    for first, second in ((one, other), (other, one)):
        if first.day and first.last and second.day and first.day <= second.day <= first.last:
            return True
    years = one.year is None or other.year is None or one.year == other.year
    return years and (one.month, one.day_of_month) == (other.month, other.day_of_month)


def same_number(one: int, other: int) -> bool:
    """Whether two numbers are equal."""
    return one == other


def same_room(one: str, other: str) -> bool:
    """Whether two names mean one place: one may leave out the building or write 第1会议室 for 第一会议室."""
    first, second = _plain(one), _plain(other)
    short, long = sorted((first, second), key=len)
    if same_place(first, second) or short in long:
        return True
    return len(short) >= 4 and abbreviates(short, long) and short[-2:] == long[-2:]


def same_title(one: str, other: str) -> bool:
    """Whether two names mean one meeting in one writing: one may leave out the beginning (全区) or the year."""
    first, second = (re.sub(r"[“”《》（）()\s·—-]", "", name) for name in (one, other))
    if (re.search(YEAR, first) is None) != (re.search(YEAR, second) is None):
        first, second = (re.sub(YEAR, "", name) for name in (first, second))
    return first == second or first in second or second in first


def other_meeting(one: str, other: str) -> bool:
    """Whether two names are too unlike to be two writings of one."""
    from rapidfuzz.fuzz import ratio

    return not same_title(one, other) and ratio(one, other) < LEAST_ALIKE


def same_post(one: str, other: str) -> bool:
    """Whether two posts share one; where either names none they do not contradict."""
    first, second = heads_of(one), heads_of(other)
    return not first or not second or bool(first & second)


def same_unit(one: str, other: str) -> bool:
    """Whether two units are one: 区应急局 is 区应急管理局; where either is not said they do not contradict."""
    first, second = unit_of(one) or _unit_alone(one), unit_of(other) or _unit_alone(other)
    return not first or not second or abbreviates(first, second) or _ends_alike(first, second)


def _unit_alone(said: str) -> str:
    """A cell of units holds no post."""
    bare = "".join(said.split())
    return "" if heads_of(bare) else bare


def _ends_alike(one: str, other: str) -> bool:
    """市应急管理局 and 应急管理局办公室: a part of a unit, or a unit with and without the place before it."""
    short, long = sorted((one, other), key=len)
    return short in long or (abbreviates(short[1:], long) and len(short) > 3)


def _plain(place: str) -> str:
    """A place with its numbers in digits and without brackets."""
    bare = "".join(re.sub(r"[（(].*?[）)]", "", place).split()).strip("。，")
    return re.sub(NUMBERED, lambda match: str(parse_chinese(match.group()) or match.group()), bare).replace("第", "")
