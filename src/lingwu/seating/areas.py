"""The order of administrative areas: by division code, as 按行政区划顺序 means it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from lingwu.seating.people import Person

TABLE = Path(__file__).with_name("areas.tsv")
SHORT = {"内蒙古自治区": "内蒙古", "广西壮族自治区": "广西", "西藏自治区": "西藏", "宁夏回族自治区": "宁夏",
         "新疆维吾尔自治区": "新疆", "香港特别行政区": "香港", "澳门特别行政区": "澳门"}  # fmt: skip


@cache
def codes() -> Mapping[str, Sequence[str]]:
    """The division codes (six digits) of each name; provinces also by their short name."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        code, _, name = line.partition("\t")
        if code.isdecimal():
            found[name].append(code)
            if code.endswith("0000"):
                found[SHORT.get(name, name[:-1])].append(code)
    return found


def code_of(text: str) -> str | None:
    """The code of the area that ``text`` names, with the areas above it where its name is not unique; else None."""
    within = ""
    code: str | None = None
    rest = text
    while rest:
        named = next((rest[:end] for end in range(len(rest), 1, -1) if rest[:end] in codes()), "")
        fitting = [one for one in codes().get(named, ()) if one.startswith(within)]
        if len(fitting) != 1:
            return code
        code = fitting[0]
        within = code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
        rest = rest[len(named) :]
    return code


def standing(own: Sequence[str]) -> Callable[[Person], tuple[int, str] | None]:
    """Where a person's area stands: in the office's ``own`` list where it is there, else by its code."""
    places = {name: place for place, name in enumerate(own)}

    def of(person: Person) -> tuple[int, str] | None:
        text = person.area or person.unit
        if text in places:
            return places[text], ""
        code = code_of(text)
        return (len(places), code) if code else None

    return of
