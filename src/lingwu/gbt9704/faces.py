"""Typefaces by what they are: 仿宋, 仿宋_GB2312 and FangSong are one face under three family names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from lingwu.gbt9704 import geometry
from lingwu.structure.layout import Look
from lingwu.text.regexes import compiled

FACES: Mapping[str, str] = MappingProxyType(
    {
        "小标宋": r"小标宋|xiaobiaosong|fzxbs",
        "仿宋": r"仿宋|fang[\s_-]?song|^fzfs",
        "楷体": r"楷|kai(?:ti)?(?![a-z])|kaiti|^fzkt",
        "黑体": r"黑体|简黑|simhei|heiti|^fzhei|^fzht|sans cjk|sans sc",
        "宋体": r"宋体|[书报]宋|simsun|^stsong|shusong|^fzss|sungtil",
    }
)
"""What a family name must contain to be of a face that the standard names; the first that fits tells."""
SIZES: Mapping[float, str] = MappingProxyType({size: name for name, size in geometry.SIZES.items()})
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


def wanted(face: str, fonts: Mapping[str, str]) -> str:
    """The face to use where ``fonts`` of an office name another family for ``face``."""
    return face_of(fonts[face]) if face in fonts else str(face)


def departing(look: Look, face: str, size: float) -> str:
    """How ``look`` is set, such as 宋体四号, where that is not ``face`` (empty: any) in ``size``; else nothing."""
    known = bool(face) and is_known(look.chinese)
    if look.size == size and not (known and face_of(look.chinese) != face):
        return ""
    return f"{face_of(look.chinese) if known else ''}{size_name(look.size)}"


def size_name(points: float) -> str:
    """A size in the words of an office: 三号, or 15.5 磅 where it has no name."""
    return SIZES.get(points) or f"{number(points)} 磅"


def number(value: float) -> str:
    """``value`` with at most one decimal: 28, 28.5; nothing is said more exactly than an office measures."""
    return f"{value:.1f}".removesuffix(".0")
