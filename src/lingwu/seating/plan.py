"""A seat plan as it is kept: what was wished (the scheme) and who sits where.

It is saved as .toml or .xlsx and read back from either. The .xlsx has the sheets 座次表 (one row a seat, for people
to read and to correct by hand), 规则 (the options in words) and 方案 (the scheme, line by line). Any .xlsx or .csv with
the headings 座位 and 姓名 is read as a plan without a scheme.
"""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lingwu.errors import ReadError, because
from lingwu.seating import grids
from lingwu.seating.people import spelled

HEADINGS: Mapping[str, Sequence[str]] = {
    "seat": ("座位号", "座号"),
    "label": ("座位", "位置", "席位", "座次"),
    "name": ("姓名", "名字", "人员", "参会人员", "就座人"),
    "unit": ("单位", "工作单位", "所在单位"),
    "post": ("职务", "职务职称", "职位"),
    "rank": ("顺序", "位次", "序号"),
    "side": ("方", "主客"),
    "reason": ("理由", "安排理由", "说明"),
}
FIELDS = {word: name for name, words in HEADINGS.items() for word in words}
KINDS = ("pin", "apart", "together", "empty", "wheelchair")
KIND_WORDS = {"pin": "指定", "apart": "隔开", "together": "同坐", "empty": "空位", "wheelchair": "轮椅位"}


class PlanError(ReadError):
    """A scheme or a saved plan is not as it should be."""


@dataclass(frozen=True)
class Constraint:
    """One wish that must hold. ``kind``: pin (指定), apart (隔开), together (同坐), empty (空位), wheelchair (轮椅位).

    ``people`` are keys of persons (for together also one name of a unit), ``seat`` is a seat's number or label.
    """

    kind: str
    people: tuple[str, ...] = ()
    seat: str = ""

    def __str__(self) -> str:
        who = "、".join(self.people)
        return {
            "pin": f"指定{who}坐{self.seat}",
            "apart": f"{who}隔开",
            "together": f"{who}坐在一起",
            "empty": f"{self.seat}空着",
            "wheelchair": f"{self.seat}作轮椅位",
        }[self.kind]


@dataclass(frozen=True)
class Scheme:
    """What was wished: the venue, the options of the rules, the order of persons and the constraints.

    ``venue`` has ``kind`` and the sizes of that kind; ``rules`` maps the name of an option to its value.
    """

    title: str = ""
    venue: Mapping[str, Any] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    people: str = ""


@dataclass(frozen=True)
class Seated:
    """One seat of a plan. ``seat`` is its number in the venue, ``label`` its words, ``name`` is empty where it is free.

    ``rank`` is the place of the person in the order (1 first, 0: none), ``reason`` says why this seat.
    """

    seat: str
    label: str = ""
    name: str = ""
    unit: str = ""
    post: str = ""
    rank: int = 0
    side: str = ""
    reason: str = ""
    twin: bool = False

    @property
    def key(self) -> str:
        """What constraints and lists call the person (see ``Person.key``)."""
        return f"{self.name}（{self.unit or self.post}）" if self.twin else self.name


@dataclass(frozen=True)
class Plan:
    """A scheme and all seats of its venue in their order; ``notes`` are sentences that belong on the printed plan."""

    scheme: Scheme
    seats: tuple[Seated, ...]
    notes: tuple[str, ...] = ()

    @property
    def taken(self) -> tuple[Seated, ...]:
        """The seats on which someone sits."""
        return tuple(seat for seat in self.seats if seat.name)


def read(path: Path) -> Plan:
    """A saved plan, or a seat list made by hand.

    Raises:
        PlanError: no seats are found in it. ReadError: the file cannot be read.
    """
    if path.suffix.lower() == ".toml":
        text = _text(path)
        return Plan(scheme_of(text, str(path)), tuple(_seats_of(_parsed(text, str(path)), path)))
    sheets = grids.sheets(path)
    scheme = "\n".join(row[0] for row in sheets.get("方案", []) if row)
    found = (_seats_in(rows) for name, rows in sheets.items() if name not in {"规则", "方案"})
    seats = next((seats for seats in found if seats), None)
    if not seats:
        raise PlanError(f"{path} 里没有找到座次：应有“座位”和“姓名”两栏，下面每座一行。")
    notes = tuple(row[0] for row in sheets.get("规则", [])[1:] if row and len(row) > 1 and row[0] and not row[1])
    return Plan(scheme_of(scheme, str(path)), _told_apart(seats), notes)


def read_scheme(path: Path) -> Scheme:
    """The scheme of a .toml that a clerk wrote, or of a saved plan.

    Raises:
        PlanError: it is not TOML, or has a key or a value that is not known.
    """
    return scheme_of(_text(path), str(path)) if path.suffix.lower() == ".toml" else read(path).scheme


def scheme_of(text: str, source: str) -> Scheme:
    """The scheme that TOML ``text`` says.

    Raises:
        PlanError: it is not TOML, or has a key or a value that is not known.
    """
    data = _parsed(text, source)
    known = {"title", "venue", "rules", "order", "constraints", "people", "seats"}
    if strange := sorted(set(data) - known):
        raise PlanError(f"{source} 里的“{strange[0]}”不认识；可用的有：{'、'.join(sorted(known - {'seats'}))}。")
    for key, kind in {"title": str, "venue": dict, "rules": dict, "order": list, "constraints": list}.items():
        if not isinstance(data.get(key, kind()), kind):
            raise PlanError(f"{source} 里“{key}”的写法不对，请对照使用说明。")
    people = data.get("people", "")
    return Scheme(
        title=data.get("title", ""),
        venue=data.get("venue", {}),
        rules={key: str(value) for key, value in data.get("rules", {}).items()},
        order=tuple(map(str, data.get("order", ()))),
        constraints=tuple(_constraint(row, source) for row in data.get("constraints", ())),
        people=people if isinstance(people, str) else "",
    )


def to_toml(plan: Plan) -> str:
    """The plan as TOML, as :func:`read` takes it."""
    lines = [scheme_toml(plan.scheme)]
    for seat in plan.seats:
        words = {"seat": seat.seat, "label": seat.label, "name": seat.name, "unit": seat.unit, "post": seat.post,
                 "rank": seat.rank, "side": seat.side, "reason": seat.reason}  # fmt: skip
        lines += ["", "[[seats]]", *(f"{key} = {_value(value)}" for key, value in words.items() if value)]
    return "\n".join(lines) + "\n"


def scheme_toml(scheme: Scheme) -> str:
    """The scheme as TOML, as :func:`scheme_of` takes it."""
    head = {"title": scheme.title, "people": scheme.people, "order": list(scheme.order)}
    lines = [f"{key} = {_value(value)}" for key, value in head.items() if value]
    for name, part in (("venue", scheme.venue), ("rules", scheme.rules)):
        if part:
            lines += ["", f"[{name}]", *(f"{key} = {_value(value)}" for key, value in part.items())]
    for wish in scheme.constraints:
        lines += ["", "[[constraints]]", *_constraint_lines(wish)]
    return "\n".join(lines)


def _constraint_lines(wish: Constraint) -> Iterator[str]:
    if wish.people:
        yield f"{wish.kind} = {_value(wish.people[0] if len(wish.people) == 1 else list(wish.people))}"
        if wish.seat:
            yield f"seat = {_value(wish.seat)}"
    else:
        yield f"{wish.kind} = {_value(wish.seat)}"


def _constraint(row: Any, source: str) -> Constraint:
    kinds = [kind for kind in KINDS if isinstance(row, dict) and kind in row]
    if len(kinds) != 1 or set(row) - {*kinds, "seat"}:
        usual = 'pin = "张伟" 和 seat = "1排主位"；apart = ["甲", "乙"]；together = ["甲", "乙"]；empty = "2排3座"'
        raise PlanError(f'{source} 里的约束认不出来，每段 [[constraints]] 写一种：{usual}；wheelchair = "2排1座"。')
    said = row[kinds[0]]
    words = tuple(map(str, said)) if isinstance(said, list) else (str(said),)
    if kinds[0] in {"empty", "wheelchair"}:
        return Constraint(kinds[0], (), words[0])
    if (kinds[0] == "pin") != ("seat" in row):
        raise PlanError(f"{source} 里的约束“{KIND_WORDS[kinds[0]]}”写法不对：只有 pin 带 seat。")
    return Constraint(kinds[0], words, str(row.get("seat", "")))


def _seats_of(data: Mapping[str, Any], path: Path) -> Iterator[Seated]:
    known = set(HEADINGS)
    for row in data.get("seats", ()):
        if not isinstance(row, dict) or set(row) - known or "seat" not in row:
            raise PlanError(f"{path} 里的座位认不出来，每段 [[seats]] 应有 seat，可有：{'、'.join(sorted(known))}。")
    rows = ({key: str(value) for key, value in row.items()} for row in data.get("seats", ()))
    yield from _told_apart([_seated(row) for row in rows])


def _seats_in(rows: Sequence[Sequence[str]]) -> list[Seated]:
    headings = {FIELDS.get(grids.tidy(cell)) for row in rows[:5] for cell in row}
    if "name" not in headings or not headings & {"seat", "label"}:
        return []
    cells = (row.cells for row in grids.table(rows, FIELDS, "name"))
    return [_seated(row) for row in cells if row.get("seat") or row.get("label")]


def _seated(row: Mapping[str, str]) -> Seated:
    known: dict[str, Any] = {key: grids.line(value) for key, value in row.items() if key in HEADINGS}
    number = known.pop("rank", "")
    seat = known.get("seat") or known.get("label", "")
    known["name"] = spelled(known.get("name", ""))
    return Seated(**{**known, "seat": seat}, rank=int(number) if number.isdecimal() else 0)


def _told_apart(seats: Iterable[Seated]) -> tuple[Seated, ...]:
    """``seats``, where persons of one name and different units are told apart."""
    seats = tuple(seats)
    units: dict[str, set[str]] = defaultdict(set)
    for seat in seats:
        units[seat.name].add(seat.unit or seat.post)
    return tuple(replace(seat, twin=bool(seat.name) and len(units[seat.name]) > 1) for seat in seats)


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {_value(inner)}' for key, inner in value.items())} }}"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _text(path: Path) -> str:
    try:
        return grids.bytes_of(path).decode("utf-8-sig")
    except UnicodeError as error:
        raise PlanError(f"{path} 读不出来：{because(error)}。") from error


def _parsed(text: str, source: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PlanError(f"{source} 读不出来：{because(error)}。") from error
