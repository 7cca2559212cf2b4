"""Dates, weekdays and times in Chinese text: found in all usual spellings, with what they leave out as None.

Nothing is corrected here: 2月30日 is found as written, and ``exists`` says that there is no such day.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lingwu.document import Document
from lingwu.text.numerals import DIGITS, ZEROS, parse_chinese
from lingwu.text.regexes import compiled

WEEKDAYS = "一二三四五六日"
HAN = "零〇○一二三四五六七八九十"
LUNAR = r"(?:农历|阴历|夏历|旧历|正月|腊月|冬月)\S{0,6}$"
ERAS = r"(?:民国|昭和|平成|令和|大正|明治|主体|佛历|伊历|康熙|乾隆|道光|咸丰|同治|光绪|宣统|洪武|永乐|万历)$"

BEFORE = (
    r"(?:(?P<year>(?<!\d)\d{2,4}|[〇○零OＯoo0-9一二三四五六七八九]{2,4})\s?年\s?)?"
    rf"(?<!\d)(?P<month>\d{{1,2}}|[{HAN}]{{1,3}}|元)\s?$"
)
"""What stands before 月."""
BEHIND = (
    rf"月(?![球亮光经饼薪租龄])(?:\s?(?P<day>\d{{1,2}}|[{HAN}]{{1,3}}|初[一二三四五六七八九十])"
    r"\s?(?P<mark>[日号](?!线|楼|院|令|文|机组))?)?"
)
WIDEST = 14
"""The most code points that year and month take before 月."""
PLAIN = (
    r"(?<![\d.\-/—A-Za-z])(?P<year>(?:19|20)\d\d)(?P<sep>[-./])"
    r"(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d\-/]|\.\d)"
)
WEEKDAY = (
    r"\s?(?:(?:上午|下午|晚上|晚)(?=[（(]))?(?P<open>[（(]\s?)?(?P<name>星期|周|礼拜)(?P<which>[一二三四五六日天七])"
    r"(?=[）)，,、；;。\s至到—～上下早晚中凌\d（(]|$)"
)
PARTS = ("凌晨", "清晨", "早上", "早晨", "上午", "中午", "下午", "傍晚", "晚上", "晚间", "深夜")
TIME = (
    r"(?P<hour>\d(?<![\d.]\d)(?<!\d[:：]\d)\d?)\s?"
    r"(?:(?P<sep>[:：])(?P<minute>\d{2})(?:[:：](?P<second>\d{2}))?(?![\d:：%])"
    r"|(?P<word>[时点])(?!间|期|代|段|候|空|尚|评|击|建议|意见|要求|措施|任务|共识|体会|启示)"
    r"\s?(?:(?P<minutes>\d{1,2})\s?分?|(?P<half>半)|(?P<sharp>整|钟))?)"
)
JOINS = r"\s?(?:至|到|—{1,2}|－|–|-|～|~|―)\s?"
DAY = r"(?P<day>\d{1,2})\s?[日号](?!线|楼|院|令|文)"


@dataclass(frozen=True, slots=True)
class Date:
    """A date at ``start:end`` of its text; what it leaves out is None.

    ``form`` is "阿" (2024年3月5日), "汉" (二〇二四年三月五日), "混" (both) or the separator of 2024-3-5. A year of two
    digits stands in ``short``, not in ``year``. ``weekday`` is 1 (Monday) to 7, 0 for one that does not exist, written
    at ``weekday_at``. ``lunar``: 农历 or an era other than 公元, where the calendar says nothing.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    form: str = "阿"
    short: int | None = None
    lunar: bool = False
    weekday: int | None = None
    weekday_at: tuple[int, int] = (0, 0)

    @property
    def missing(self) -> tuple[str, ...]:
        """Which of 年, 日 and 星期 the text leaves out."""
        parts = (("年", self.year), ("日", self.day), ("星期", self.weekday))
        return tuple(name for name, value in parts if value is None)

    def exists(self, year: int | None = None) -> bool:
        """Whether the calendar has such a day; ``year`` stands in where the date has none (else any year will do)."""
        if self.lunar:
            return True
        if not 1 <= self.month <= 12:
            return False
        of = self.year or year or 2024
        return self.day is None or 1 <= self.day <= calendar.monthrange(min(max(of, 1), 9999), self.month)[1]

    def on(self, year: int | None = None) -> datetime.date | None:
        """The day of the calendar, or None where the date is not whole or does not exist."""
        of = self.year or year
        if of is None or self.day is None or self.lunar or not 1 <= of <= 9999 or not self.exists(of):
            return None
        return datetime.date(of, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day at ``start:end``: as written, so hours above 24 and minutes above 59 may occur.

    ``part`` is 上午, 下午 … or "". ``form`` is the character between hours and minutes: 时, 点 or a colon.
    """

    start: int
    end: int
    hour: int
    minute: int
    part: str
    form: str

    @property
    def exists(self) -> bool:
        """Whether a clock can show it; 24:00 is the end of a day."""
        return self.minute < 60 and (self.hour < 24 or (self.hour == 24 and self.minute == 0))

    @property
    def minutes(self) -> int:
        """Minutes since midnight, 下午3时 read as 15时."""
        late = self.part in {"下午", "傍晚", "晚上", "晚间", "深夜"} and self.hour < 12
        noon = self.part == "中午" and self.hour < 4
        return (self.hour + (12 if late or noon else 0)) * 60 + self.minute


@dataclass(frozen=True, slots=True)
class Range:
    """Two dates joined by 至, 到 or a line; what the second leaves out is taken from the first."""

    start: int
    end: int
    first: Date
    last: Date


def dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Date]:
    """All dates of ``text[start:end]`` that name at least a month, in order."""
    stop = len(text) if end is None else end
    found = list(_written_dates(text, start, stop))
    found += [_plain(match) for match in compiled(PLAIN).finditer(text, start, stop)]
    for date in sorted(found, key=lambda date: date.start):
        yield _with_weekday(text, date, stop)


def ranges(text: str, found: list[Date]) -> Iterator[Range]:
    """The ranges among ``found`` (dates of ``text`` in order), 3月5日至8日 with its bare second day among them."""
    for at, first in enumerate(found):
        joint = compiled(JOINS).match(text, first.end)
        if not joint:
            continue
        if at + 1 < len(found) and found[at + 1].start == joint.end():
            yield Range(first.start, found[at + 1].end, first, found[at + 1])
            continue
        day = compiled(DAY).match(text, joint.end())
        if day and first.day is not None:
            last = replace(first, start=day.start(), end=day.end(), day=int(day["day"]), weekday=None)
            yield Range(first.start, day.end(), first, last)


def times(text: str, start: int = 0, end: int | None = None) -> Iterator[Time]:
    """All times of day of ``text[start:end]``; a bare 5点 only behind 上午 and the like, for it may count points."""
    for match in compiled(TIME).finditer(text, start, len(text) if end is None else end):
        before = text[max(0, match.start() - 3) : match.start()].rstrip(" ")
        part = next((name for name in PARTS if before.endswith(name)), "")
        begin = match.start() if not part else text.rindex(part, 0, match.start())
        more = match["minute"] or match["minutes"] or match["half"] or match["sharp"]
        if match["word"] == "点" and not (part or more):
            continue
        minute = 30 if match["half"] else int(match["minute"] or match["minutes"] or 0)
        form = match["sep"] or match["word"]
        yield Time(begin, match.end(), int(match["hour"]), minute, part, form)


def dates_of(doc: Document) -> list[Date]:
    """The dates of ``doc``; call it by ``doc.derive(dates_of)``."""
    return list(dates(doc.text)) if "月" in doc.text or "20" in doc.text or "19" in doc.text else []


def times_of(doc: Document) -> list[Time]:
    """The times of day of ``doc``; call it by ``doc.derive(times_of)``."""
    return list(times(doc.text))


def _written_dates(text: str, start: int, stop: int) -> Iterator[Date]:
    at = text.find("月", start, stop)
    while at >= 0:
        left = compiled(BEFORE).search(text, max(start, at - WIDEST), at)
        right = compiled(BEHIND).match(text, at, stop)
        date = _written(left, right) if left and right else None
        if date:
            start = date.end
            yield date
        at = text.find("月", at + 1, stop)


def _written(left: re.Match[str], right: re.Match[str]) -> Date | None:
    said_year, said_month, said_day = left["year"], left["month"], right["day"]
    month = 1 if said_month == "元" else _small(said_month)
    day = _small(said_day) if right["mark"] or (said_day or "").startswith("初") else None
    year, short = _year(said_year)
    if month is None or (right["mark"] and day is None) or (said_year and year is None and short is None):
        return None
    end = right.end() if day is not None else right.start() + 1
    form = _form((said_year, said_month, said_day if day is not None else None))
    return Date(left.start(), end, year, month, day, form, short, _lunar(left, said_month, said_day or ""))


def _lunar(left: re.Match[str], month: str, day: str) -> bool:
    before = left.string[max(0, left.start() - 12) : left.start()]
    if month == "元" or day.startswith("初") or compiled(LUNAR).search(before):
        return True
    return bool(left["year"]) and (before.endswith("前") or bool(compiled(ERAS).search(before)))


def _year(said: str | None) -> tuple[int | None, int | None]:
    """The year, or the two digits that stand for one."""
    if said is None:
        return None, None
    digits = "".join(str(DIGITS.get(char, char)) for char in said.translate(ZEROS))
    if not digits.isdecimal():
        return None, None
    return (int(digits), None) if len(digits) == 4 else (None, int(digits)) if len(digits) == 2 else (None, None)


def _small(said: str | None) -> int | None:
    if not said:
        return None
    return int(said) if said.isdecimal() else parse_chinese(said.removeprefix("初").replace("○", "〇"))


def _form(parts: tuple[str | None, ...]) -> str:
    kinds = {bool(re.fullmatch(r"\d+", part)) for part in parts if part}
    return "混" if len(kinds) > 1 else "阿" if True in kinds else "汉"


def _plain(match: re.Match[str]) -> Date:
    return Date(match.start(), match.end(), int(match["year"]), int(match["month"]), int(match["day"]), match["sep"])


def _with_weekday(text: str, date: Date, stop: int) -> Date:
    match = compiled(WEEKDAY).match(text, date.end, stop) if date.day is not None else None
    if not match:
        return date
    number = "一二三四五六日".find(match["which"].replace("天", "日")) + 1
    return replace(date, weekday=number, weekday_at=(match.start("name"), match.end("which")))
