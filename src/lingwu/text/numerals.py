"""Numbers in Chinese text: 3.5万, 1,234, 三百零五, 叁佰元, 二〇二四; read, written and found.

Values are exact decimals. Nothing here raises on hostile text and everything is linear in its length: a numeral longer
than ``LONGEST`` code points is no number to anybody and reads as None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lingwu.text.regexes import compiled

LONGEST = 40
"""Numerals of more code points than this are not read."""

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SMALL = {"十": 10, "百": 100, "千": 1000}
SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
          "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}  # fmt: skip
PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟圆弍貳參陸萬億", "一二三四五六七八九十百千元二二三六万亿")
ZEROS = str.maketrans("○OoＯ０0", "〇〇〇〇〇〇")
NARROW = str.maketrans("０１２３４５６７８９．，", "0123456789.,")

ARABIC = r"\d++(?:,\d{3}(?!\d))*+(?:\.\d++)?+"
CHINESE = r"[零〇一二两三四五六七八九十百千万亿]++(?:点[零〇一二三四五六七八九]++)?+"
NUMBER = (
    rf"(?<![\d.,A-Za-z])(?P<arabic>{ARABIC})(?P<scale>[十百千]?万亿?|[十百千]?亿|[百千](?=[元人]))?"
    rf"(?:零?(?P<rest>\d++)万(?!亿))?|(?<![零〇一二两三四五六七八九十百千万亿点第]){CHINESE}(?!几)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in a text at ``start:end`` (code points), its scale word (万, 亿) included.

    ``step`` is what one more in its last digit shown would add: 3.5万 has the step 1000. ``chinese`` tells the script.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    chinese: bool


def parse_chinese(text: str) -> int | None:
    """The value of a Chinese numeral: 三百零五, 十二, 两千, 二〇二四, 叁佰; None where it is not well formed.

    Shortened speech (三百五) and vague counts (三五十) read as None, and so does what is longer than ``LONGEST``.
    """
    if not text or len(text) > LONGEST:
        return None
    text = text.translate(PLAIN)
    if all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    return _sections(text)


def _sections(text: str) -> int | None:
    """A numeral with units, split at 亿 and then at 万: each of its parts reads by itself."""
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = text.rpartition(unit)
        if not found:
            continue
        high = _sections(head)
        low = _tail(tail, size)
        return None if not high or low is None else high * size + low
    return _section(text)


def _tail(text: str, size: int) -> int | None:
    if not text:
        return 0
    value = _sections(text)
    gap = text[0] in "零〇"
    if value is None or value >= size or (not gap and value < size // 10):
        return None
    return value


def _section(text: str) -> int | None:
    """A numeral below ten thousand."""
    total, digit, last, gap = 0, None, 10_000, False
    for at, char in enumerate(text):
        if char in SMALL:
            unit = SMALL[char]
            if unit >= last or digit == 0 or (digit is None and not (unit == 10 and at == 0)):
                return None
            total, digit, last, gap = total + (digit or 1) * unit, None, unit, False
        elif char in DIGITS and digit is None:
            value = DIGITS[char]
            gap, digit = (True, None) if value == 0 and len(text) > 1 else (gap, value)
        else:
            return None
    if digit is None:
        return None if gap else total
    return total + digit if last in (10, 10_000) or gap else None


def parse(text: str) -> Decimal | None:
    """The value of a numeral in either script, with thousands commas, decimals, a scale word: 1,234, 3.5万, 三点五."""
    text = text.strip().translate(NARROW)
    if not text or len(text) > LONGEST:
        return None
    match = re.fullmatch(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([十百千万]?[十百千万亿]?)", text)
    if match and match[3] in SCALES:
        return Decimal(match[1].replace(",", "") + (match[2] or "")) * SCALES[match[3]]
    match = re.fullmatch(r"(\d+)亿零?(\d+)万", text)
    if match:
        return Decimal(match[1]) * 10**8 + Decimal(match[2]) * 10**4
    whole, point, fraction = text.partition("点")
    value = parse_chinese(whole)
    if value is None or (point and not (fraction and all(char in DIGITS for char in fraction))):
        return None
    return Decimal(f"{value}." + "".join(str(DIGITS[char]) for char in fraction)) if point else Decimal(value)


def to_chinese(value: int) -> str:
    """``value`` (0 or more, below 10**16) in Chinese: 10 is 十, 105 is 一百零五, 20000 is 二万.

    Raises:
        ValueError: the value is out of that range.
    """
    if not 0 <= value < 10**16:
        raise ValueError(f"out of range: {value}")
    if value == 0:
        return "零"
    said = ""
    for size, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, value = divmod(value, size)
        if part:
            gap = bool(said) and part < (1000 if size < 10**8 else 0)
            said += ("零" if gap else "") + (to_chinese(part) if part >= 10**4 else _thousands(part)) + unit
        elif said and value and not said.endswith("零"):
            said += "零"
    said = said.replace("零零", "零")
    return said[1:] if said.startswith("一十") else said


def _thousands(value: int) -> str:
    said = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            said += "零一二三四五六七八九"[digit] + unit
        elif said and value and not said.endswith("零"):
            said += "零"
    return said


def to_digits(value: int) -> str:
    """``value`` in Chinese digits one by one, as years are written: 2024 is 二〇二四."""
    return "".join("〇一二三四五六七八九"[int(char)] for char in str(value))


def to_arabic(value: Decimal) -> str:
    """``value`` in plain Arabic digits, without exponent and without needless zeros behind the point."""
    said = f"{value:f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """All numbers of ``text[start:end]`` in order. Vague ones (三五个, 十几) and broken ones are left out."""
    for match in compiled(NUMBER).finditer(text, start, len(text) if end is None else end):
        number = _number(match)
        if number:
            yield number


def _number(match: re.Match[str]) -> Number | None:
    said = match.group()
    chinese = match["arabic"] is None
    if len(said) > LONGEST or (chinese and len(said) == 2 and all(char in DIGITS for char in said)):
        return None
    value = parse(said)
    if value is None:
        return None
    return Number(match.start(), match.end(), value, Decimal(1) if chinese else _step(match), chinese)


def _step(match: re.Match[str]) -> Decimal:
    if match["rest"]:
        return Decimal(10**4)
    decimals = len(match["arabic"].partition(".")[2])
    return Decimal(SCALES[match["scale"] or ""]).scaleb(-decimals)
