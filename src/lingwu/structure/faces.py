"""Typefaces by what they are: 仿宋, 仿宋_GB2312 and FangSong are one face under three family names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from lingwu.text.regexes import compiled

FACES: Mapping[str, str] = MappingProxyType(
    {
        "小标宋": r"小标宋|xiaobiaosong|fzxbs",
        "仿宋": r"仿宋|fang[\s_-]?song|^fzfs",
        "楷体": r"楷|kai(?:ti)?(?![a-z])|kaiti|^fzkt",
        "黑体": r"黑体|简黑|simhei|heiti|^fzhei|^fzht|sans cjk|sans sc",
        "宋体": r"^(?:新|中易|华文|方正)?(?:书|报)?宋(?:体|_|简|$)|simsun|^stsong|书宋|shusong|^fzss|sungtil",
    }
)
"""What a family name must contain to be of a face that the standard names; the first that fits tells."""
SIZES: Mapping[float, str] = MappingProxyType(
    {42.0: "初号", 36.0: "小初", 26.0: "一号", 24.0: "小一", 22.0: "二号", 18.0: "小二", 16.0: "三号", 15.0: "小三",
     14.0: "四号", 12.0: "小四", 10.5: "五号", 9.0: "小五", 7.5: "六号", 6.5: "小六", 5.5: "七号", 5.0: "八号"}
)  # fmt: skip
LATIN = re.compile(r"[\x20-\x7e]+")
ALIASED = re.compile(r"[+@].*|")
"""What is no family name: none at all, or an alias such as +中文正文."""


@cache
def face_of(family: str) -> str:
    """The face that a font family is of: 小标宋, 仿宋, 楷体, 黑体 or 宋体; the family's own name for any other."""
    name = family.strip().lstrip("@")
    return next((face for face, regex in FACES.items() if compiled(f"(?i:{regex})").search(name)), name)


def is_known(family: str) -> bool:
    """Whether ``family`` is the name of a family, so that something can be said of it."""
    return not ALIASED.fullmatch(family)


def is_latin(family: str) -> bool:
    """Whether ``family`` is a typeface without Chinese characters, as far as its name tells."""
    return LATIN.fullmatch(family) is not None and face_of(family) not in FACES and "cjk" not in family.lower()


def size_name(points: float) -> str:
    """A size in the words of an office: 三号, or 15.5 磅 where it has no name."""
    return SIZES.get(points) or f"{number(points)} 磅"


def number(value: float) -> str:
    """``value`` with at most one decimal: 28, 28.5; nothing is said more exactly than an office measures."""
    return f"{value:.1f}".removesuffix(".0")
