"""A seat plan looked over: what is wrong is a ``Finding`` like any other, in a document that has one line a seat.

The plan may have been made by hand: only what it and the list of people say is needed. Where it has a scheme, the order
of seats and the constraints are checked as well.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lingwu.document import Block, Document, Kind, Span
from lingwu.errors import LingwuError
from lingwu.finding import Basis, Finding, Report, Severity, Strength
from lingwu.seating.assign import holds
from lingwu.seating.people import PeopleError, Person, find
from lingwu.seating.plan import Plan, Seated
from lingwu.seating.setting import Setting, ready

CUSTOM = Basis("会务工作惯例", "一人一座，与名单、方案一致", Strength.CUSTOM, "座次没有国家标准")


@dataclass(frozen=True)
class Fault:
    """A kind of slip in a seat plan: ``code`` (family SEA), title, severity, basis."""

    code: str
    title: str
    severity: Severity
    basis: Basis = CUSTOM


FAULTS: Mapping[str, Fault] = {
    fault.code: fault
    for fault in (
        Fault("SEA001", "一座两人", Severity.ERROR),
        Fault("SEA002", "一人两座", Severity.ERROR),
        Fault("SEA003", "应到的人没有座位", Severity.ERROR),
        Fault("SEA004", "不参加的人有座位", Severity.ERROR),
        Fault("SEA005", "座次表上的人不在名单里", Severity.ERROR),
        Fault("SEA006", "座次与顺序不合", Severity.DOUBT,
              Basis("本方案选定的排序和座次规则", "", Strength.CUSTOM, "可用 lingwu seats plan 重排对照")),
        Fault("SEA007", "约束没有满足", Severity.ERROR, Basis("本方案的约束", "", Strength.CUSTOM)),
        Fault("SEA008", "会场里没有这个座位", Severity.ERROR, Basis("本方案的会场", "", Strength.CUSTOM)),
        Fault("SEA009", "单位、职务与名单写法不同", Severity.DOUBT),
        Fault("SEA010", "前面空着座位", Severity.DOUBT,
              Basis("会务工作惯例", "有人缺席应重排，不留空位", Strength.CUSTOM)),
    )
}  # fmt: skip
"""All kinds of slips that are found in seat plans."""


@dataclass(frozen=True)
class Said:
    """One slip: its code, the line of the seat or person it is about, and the sentence."""

    code: str
    line: int
    message: str


def document_of(plan: Plan, people: Sequence[Person] = ()) -> Document:
    """The plan as text, one line a seat, then one line for each person of the list, so that findings have places."""
    lines = [_seat_line(seat) for seat in plan.seats]
    lines += [f"名单 {person.where}　{person.key}　{person.unit}　{person.post}".rstrip("　") for person in people]
    text = "\n".join(lines)
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(Span(at, at + len(line)), Kind.PARAGRAPH))
        at += len(line) + 1
    return Document(text, tuple(blocks))


def check(plan: Plan, people: Sequence[Person] = ()) -> tuple[Document, Report]:
    """All slips of a plan, beside the list of ``people`` where one is given, and the document they stand in."""
    doc = document_of(plan, people)
    said: list[Said] = []
    notes: list[str] = []
    said += _doubled(plan)
    if people:
        said += _against_list(plan, people)
        said += _against_scheme(plan, people, notes)
    findings = tuple(_finding(one, doc) for one in sorted(said, key=lambda one: (one.line, one.code)))
    digest = hashlib.sha256(doc.text.encode()).hexdigest()
    return doc, Report(findings, tuple(notes), "lingwu", "SEA", digest)


def _finding(one: Said, doc: Document) -> Finding:
    fault = FAULTS[one.code]
    span = doc.blocks[one.line].span if doc.blocks else Span(0, 0)
    mark = hashlib.sha256(f"{one.code}\0{one.message}".encode()).hexdigest()[:16]
    return Finding(one.code, span, one.message, fault.severity, fault.basis, fingerprint=mark)


def _seat_line(seat: Seated) -> str:
    return "　".join(word for word in (seat.label or seat.seat, seat.name or "（空）", seat.unit, seat.post) if word)


def _doubled(plan: Plan) -> Iterator[Said]:
    """Two persons on one seat; one person on two seats."""
    seats: dict[str, Seated] = {}
    persons: dict[str, Seated] = {}
    for line, seat in enumerate(plan.seats):
        if not seat.name:
            continue
        where = seat.label or seat.seat
        other = seats.setdefault(seat.seat, seat)
        if other.key != seat.key:
            yield Said("SEA001", line, f"座位“{where}”排了两个人：{other.key}、{seat.key}。")
        first = persons.get(seat.key)
        persons.setdefault(seat.key, seat)
        if first:
            places = where if first.seat == seat.seat else f"{first.label or first.seat}和{where}"
            yield Said("SEA002", line, f"“{seat.key}”写了两次：{places}；如是同名的两个人，请写明单位。")


def _against_list(plan: Plan, people: Sequence[Person]) -> Iterator[Said]:
    """Who has no seat, who has one though absent or not invited, and what is written otherwise than in the list."""
    seated: dict[str, int] = {}
    for line, seat in enumerate(plan.seats):
        if not seat.name:
            continue
        try:
            person = find(people, seat.key if seat.twin else f"{seat.name}（{seat.unit}）" if seat.unit else seat.name)
        except PeopleError:
            yield from _unlisted(seat, line, people, seated)
            continue
        seated.setdefault(person.key, line)
        yield from _compared(seat, line, person)
    for number, person in enumerate(people):
        if person.comes and person.key not in seated:
            yield Said("SEA003", len(plan.seats) + number, f"“{person.key}”应到会，但座次表上没有座位。")


def _unlisted(seat: Seated, line: int, people: Sequence[Person], seated: dict[str, int]) -> Iterator[Said]:
    """A seat whose name and unit together are nobody's: perhaps only the unit is written otherwise."""
    same = [person for person in people if person.name == seat.name]
    if len(same) == 1:
        seated.setdefault(same[0].key, line)
        yield from _compared(seat, line, same[0])
    elif same:
        units = "、".join(person.unit or person.post for person in same)
        yield Said("SEA005", line, f"名单里有 {len(same)} 位“{seat.name}”（{units}），座次表上分不清是哪一位。")
    else:
        yield Said("SEA005", line, f"“{seat.name}”有座位，但名单里没有这个人，请核对姓名用字。")


def _compared(seat: Seated, line: int, person: Person) -> Iterator[Said]:
    if not person.comes:
        yield Said("SEA004", line, f"“{person.key}”在名单上是“{person.state}”，座次表上还有座位，应重排并撤下桌签。")
    for what, here, there in (("单位", seat.unit, person.unit), ("职务", seat.post, person.post)):
        if here and there and here != there:
            yield Said("SEA009", line, f"“{person.name}”的{what}，座次表写“{here}”，名单写“{there}”，应一致。")


def _against_scheme(plan: Plan, people: Sequence[Person], notes: list[str]) -> Iterator[Said]:
    """Unknown seats, broken constraints, free seats in front, and persons against the order."""
    if not plan.scheme.venue:
        notes.append("座次表没有带方案（会场、规则、约束），只核对了人和座位，没有核对次序")
        return
    try:
        setting = ready(plan.scheme, people)
    except LingwuError as error:
        notes.append(f"方案不能还原，没有核对次序：{error}")
        return
    lines = {seat.seat: line for line, seat in enumerate(plan.seats)}
    for seat in plan.taken:
        if seat.seat not in setting.layout.by_id:
            yield Said("SEA008", lines[seat.seat], f"会场里没有“{seat.label or seat.seat}”这个座位，请核对座位号。")
    seats = {key: seat for key, seat in _keys(plan, setting).items() if seat in setting.layout.by_id}
    for wish in setting.wishes:
        if not holds(setting.layout, wish, seats):
            line = next((lines[seats[key]] for key in wish.people if key in seats), lines.get(wish.seat, 0))
            yield Said("SEA007", line, f"约束“{wish}”没有满足。")
    yield from _gaps(setting, seats, lines)
    yield from _disorder(setting, seats, lines)


def _keys(plan: Plan, setting: Setting) -> dict[str, str]:
    """The seat of each person that the setting knows."""
    found: dict[str, str] = {}
    for seat in plan.taken:
        try:
            person = find(setting.people, seat.key)
        except PeopleError:
            continue
        found.setdefault(person.key, seat.seat)
    return found


def _gaps(setting: Setting, seats: Mapping[str, str], lines: Mapping[str, int]) -> Iterator[Said]:
    if not setting.layout.close:
        return
    held = {wish.seat for wish in setting.wishes if wish.seat}
    taken = set(seats.values())
    pools: dict[str, list[str]] = defaultdict(list)
    for seat in setting.layout.seats:
        if seat.id not in held:
            pools[seat.pool].append(seat.id)
    for pool in pools.values():
        last = max((n for n, seat in enumerate(pool) if seat in taken), default=-1)
        for name in pool[:last]:
            if name not in taken and name in lines:
                yield Said("SEA010", lines[name], f"“{setting.layout.by_id[name].label}”空着，后面却有人；应重排补齐。")


def _disorder(setting: Setting, seats: Mapping[str, str], lines: Mapping[str, int]) -> Iterator[Said]:
    """Each person who sits better than someone before in rank, told once, beside the first of these."""
    place = {seat.id: n for n, seat in enumerate(setting.layout.seats)}
    given = _given(setting)
    pools: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for member in setting.members:
        if member.key in seats and member.key not in given:
            pools[member.pool].append((member.rank, member.key))
    for line_up in pools.values():
        worst: tuple[int, int, str] | None = None
        for rank, key in line_up:
            at = place[seats[key]]
            if worst and at < worst[0] and rank > worst[1]:
                label, other = setting.layout.by_id[seats[key]].label, setting.layout.by_id[seats[worst[2]]].label
                yield Said("SEA006", lines[seats[key]],
                           f"“{key}”（{label}）的座次在“{worst[2]}”（{other}）之前，与选定的顺序不合。")  # fmt: skip
            if worst is None or at > worst[0]:
                worst = (at, rank, key)


def _given(setting: Setting) -> set[str]:
    """Persons whose seats constraints gave: they do not count in the order."""
    kinds = {"pin", "apart", "together"}
    tied = {key for wish in setting.wishes if wish.kind in kinds for key in wish.people}
    chairs = any(wish.kind == "wheelchair" for wish in setting.wishes)
    return tied | {member.key for member in setting.members if member.wheelchair and chairs}
