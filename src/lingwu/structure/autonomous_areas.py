"""Names of autonomous regions, prefectures and counties: which one a text means that does not write it exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from lingwu.structure.facts import table
from lingwu.text.near_names import HEAD, one_apart

LEVELS = ("自治区", "自治州", "自治县", "自治旗")
LONGEST = 20
PEOPLES = (
    "蒙古", "回", "藏", "维吾尔", "维", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家",
    "哈尼", "哈萨克", "傣", "黎", "傈僳", "佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜",
    "土", "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米", "塔吉克", "怒",
    "鄂温克", "德昂", "保安", "裕固", "独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "各",
)  # fmt: skip
_PEOPLES = "(?:" + "|".join(sorted(PEOPLES, key=len, reverse=True)) + ")"
_ENDING = rf"(?:{_PEOPLES}族?民?)+自治[区州县旗]$"


def misnamed(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where the name that ends with the level at ``start:end`` begins, and its right form; None where it is right."""
    left = max(text.rfind("\n", max(0, start - LONGEST), start) + 1, start - LONGEST, 0)
    meant = _meant(text[left:end], text[start:end])
    return (left + meant[0], meant[1]) if meant else None


@lru_cache(maxsize=4096)
def _meant(said: str, level: str) -> tuple[int, str] | None:
    """The same for a name that ``said`` ends with, the offset counted from where ``said`` begins."""
    start = len(said) - len(level)
    if "僮" in said or said[:start].endswith("等") or said.endswith(_right(level)):
        return None
    for stem, name in _names().get(level, {}).items():
        at = said.rfind(stem)
        between = said[at + len(stem) : start] if at >= 0 else ""
        if at >= 0 and (_only_peoples(between) or (not between and level == "自治区" and stem not in _whole())):
            return at, name
    return next(_one_off(said, level), None)


def _one_off(said: str, level: str) -> Iterator[tuple[int, str]]:
    for name in _right(level):
        for size in (len(name), len(name) + 1, len(name) - 1):
            tried = said[len(said) - size :] if size <= len(said) else ""
            if tried[:HEAD] == name[:HEAD] and one_apart(tried, name):
                yield len(said) - size, name


@cache
def _right(level: str) -> tuple[str, ...]:
    """All names, also former ones, that end with ``level``."""
    rows = [row["name"] for row in table("areas")] + [row["old"] for row in table("area_changes")]
    return tuple(name for name in rows if name.endswith(level) and len(name) > len(level))


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    """For each level: the names in use by their first part, which holds no name of a people."""
    found: dict[str, dict[str, str]] = {level: {} for level in LEVELS}
    for row in table("areas"):
        stem = re.sub(_ENDING, "", row["name"]) if row["name"][-3:] in LEVELS else row["name"]
        if len(stem) >= HEAD and stem != row["name"]:
            found[row["name"][-3:]][stem] = row["name"]
    return found


@cache
def _whole() -> frozenset[str]:
    """The regions whose name holds no people: nothing is missing after their first part."""
    return frozenset({"西藏", "内蒙古"})


def _only_peoples(between: str) -> bool:
    return bool(re.fullmatch(rf"(?:{_PEOPLES}族?民?)+", between))
