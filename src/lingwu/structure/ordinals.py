"""Ordinal numerals of headings and items: 十二 is 12, 12 is 十二, ③ is 3."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
VALUES = {char: value for value, char in enumerate(DIGITS)} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def number_of(numeral: str) -> int | None:
    """The value of a Chinese, Arabic or circled ordinal below 10,000; None where it is none."""
    if numeral in CIRCLED and len(numeral) == 1:
        return CIRCLED.index(numeral) + 1
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() and len(numeral) < 5 else None
    total, digit = 0, 0
    for char in numeral[:12]:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        elif char in VALUES and not digit:
            digit = VALUES[char]
        else:
            return None
    return total + digit or None


def chinese(number: int) -> str:
    """``number`` (1 to 9,999) as a Chinese ordinal: 12 is 十二, 103 is 一百零三."""
    said, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            said += ("零" if gap and said else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = bool(said)
    return said[1:] if said.startswith("一十") else said


def like(number: int, numeral: str) -> str:
    """``number`` in the way ``numeral`` is written."""
    if numeral in CIRCLED:
        return CIRCLED[number - 1] if number <= len(CIRCLED) else str(number)
    return str(number) if numeral.isascii() else chinese(number)
