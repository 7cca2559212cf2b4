"""From a scheme and a list of people to a seat plan, and from a plan to the next one when people change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

from lingwu.errors import LingwuError
from lingwu.seating import conflicts, rules
from lingwu.seating.assign import Solution, Wish, solve
from lingwu.seating.people import Person
from lingwu.seating.plan import Plan, Scheme, Seated
from lingwu.seating.setting import Setting, ready
from lingwu.seating.venue import Layout


class Unsolvable(LingwuError):
    """No plan keeps all constraints; the text names those that exclude each other."""


@dataclass(frozen=True)
class Move:
    """One difference between two plans: a person who moved, came (``before`` empty) or left (``after`` empty)."""

    key: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        if not self.before:
            return f"新增 {self.key}：{self.after}"
        return f"调整 {self.key}：{self.before} → {self.after}" if self.after else f"取消 {self.key}：原在{self.before}"


@dataclass(frozen=True)
class Arranged:
    """A plan with the venue it is drawn in, and what changed since the plan before."""

    plan: Plan
    layout: Layout
    moves: tuple[Move, ...] = ()
    proven: bool = True

    @property
    def moved(self) -> int:
        """How many persons have another seat than before."""
        return sum(bool(move.before and move.after) for move in self.moves)


def arrange(scheme: Scheme, people: Sequence[Person]) -> Arranged:
    """A plan from nothing.

    Raises:
        Unsolvable: constraints exclude each other. LingwuError: the scheme or the list is not as it should be.
    """
    setting = ready(scheme, people)
    return _arranged(scheme, setting, _solved(setting, {}))


def change(before: Plan, people: Sequence[Person]) -> Arranged:
    """The plan ``before`` for a changed list of people: by the same rules, with as few persons moved as they allow.

    Raises:
        Unsolvable: constraints exclude each other. LingwuError: the scheme or the list is not as it should be.
    """
    setting = ready(before.scheme, people)
    old = _seats_before(before, setting.people)
    made = _arranged(before.scheme, setting, _solved(setting, {key: seat.seat for key, seat in old.items()}))
    return replace(made, moves=_moves(before, made.plan, old))


def redrawn(plan: Plan, people: Sequence[Person]) -> Layout:
    """The venue of a saved plan.

    Raises:
        LingwuError: the plan has no scheme, or it does not fit the people.
    """
    return ready(plan.scheme, people).layout


def diff(before: Plan, after: Plan) -> tuple[Move, ...]:
    """Who moved, came or left between two plans, in the order of seats."""
    old = {seat.key: seat.label or seat.seat for seat in before.taken}
    new = {seat.key: seat.label or seat.seat for seat in after.taken}
    came_or_moved = [Move(key, old.get(key, ""), where) for key, where in new.items() if old.get(key) != where]
    return (*came_or_moved, *(Move(key, where) for key, where in old.items() if key not in new))


def _solved(setting: Setting, old: Mapping[str, str]) -> Solution:
    found = solve(setting.layout, setting.members, setting.wishes, old)
    if found is None:
        raise Unsolvable(conflicts.named(setting.layout, setting.members, setting.wishes))
    return found


def _arranged(scheme: Scheme, setting: Setting, found: Solution) -> Arranged:
    sitter = {seat: key for key, seat in found.seats.items()}
    reasons = _reasons(setting, found)
    seats = []
    for seat in setting.layout.seats:
        person = setting.by_key.get(sitter.get(seat.id, ""))
        if person is None:
            seats.append(Seated(seat.id, seat.label, side=seat.pool[:1] if seat.pool[:1] in ("主", "客") else ""))
            continue
        seats.append(
            Seated(
                seat.id, seat.label, person.name, person.unit, person.post, setting.places[person.key], person.side,
                reasons[person.key], person.twin,
            )
        )  # fmt: skip
    plan = Plan(scheme, tuple(seats), tuple(_notes(scheme, setting, found)))
    return Arranged(plan, setting.layout, proven=found.proven)


def _reasons(setting: Setting, found: Solution) -> dict[str, str]:
    """For each person why this seat: the constraint that gave it, or the place in the order and the seat's rule."""
    given = {wish.people[0]: "按指定就座" for wish in setting.wishes if wish.kind == "pin"}
    chairs = {wish.seat for wish in setting.wishes if wish.kind == "wheelchair"}
    touched = _touched(setting, found)
    reasons = {}
    for member in setting.members:
        seat = setting.layout.by_id[found.seats[member.key]]
        place = setting.places[member.key]
        usual = f"{place}号{'' if seat.why.startswith('居') else '：'}{seat.why}" if place else seat.why
        if member.key in given:
            reasons[member.key] = given[member.key]
        elif seat.id in chairs:
            reasons[member.key] = "轮椅位"
        else:
            reasons[member.key] = usual + (f"；因约束“{touched[member.key]}”调整" if member.key in touched else "")
    return reasons


def _touched(setting: Setting, found: Solution) -> dict[str, Wish]:
    """Who sits elsewhere than the order alone would have it because of a constraint of distance."""
    distances = [wish for wish in setting.wishes if wish.kind in {"apart", "together"}]
    if found.plain:
        return {}
    plain = solve(setting.layout, setting.members, [w for w in setting.wishes if w not in distances], dict(found.seats))
    if plain is None:
        return {}
    return {key: w for w in distances for key in w.people if plain.seats[key] != found.seats[key]}


def _notes(scheme: Scheme, setting: Setting, found: Solution) -> list[str]:
    notes = [*setting.layout.notes, *setting.ordering.notes, *setting.notes]
    notes += [f"并列：{tie}" for tie in setting.ordering.ties]
    notes += [f"约束：{wish}" for wish in setting.wishes]
    if found.disorder:
        notes.append(f"因约束，有 {found.disorder} 对人的座次与顺序相反：{'、'.join(_against(setting, found))}")
    if not found.proven:
        notes.append("约束较多，未能在限定步数内证明这是移动最少的排法")
    return notes


def _against(setting: Setting, found: Solution) -> list[str]:
    """Pairs who sit against the order, at most five."""
    place = {seat.id: n for n, seat in enumerate(setting.layout.seats)}
    pairs = (
        f"{a.key}与{b.key}"
        for a, b in combinations(setting.members, 2)
        if a.pool == b.pool and a.rank < b.rank and place[found.seats[a.key]] > place[found.seats[b.key]]
    )
    return list(islice(pairs, 5))


def rule_lines(scheme: Scheme, kind: str, settled_rules: Mapping[str, str]) -> list[str]:
    """The rules in force, in words, as a plan prints them."""
    return rules.told(kind, settled_rules, scheme.order)


def _seats_before(before: Plan, people: Sequence[Person]) -> dict[str, Seated]:
    """The seats that the plan before gave to ``people``: the same name, and the same unit where several share it."""
    named: dict[str, list[Seated]] = defaultdict(list)
    for seat in before.taken:
        named[seat.name].append(seat)
    counts: dict[str, int] = defaultdict(int)
    for person in people:
        counts[person.name] += 1
    found = {}
    for person in people:
        seats = named.get(person.name, [])
        alone = len(seats) == 1 and counts[person.name] == 1
        hit = next((seat for seat in seats if alone or seat.unit == person.unit), None)
        if hit:
            found[person.key] = hit
    return found


def _moves(before: Plan, after: Plan, old: Mapping[str, Seated]) -> tuple[Move, ...]:
    """The differences, in the order of the new seats; persons who left come last. ``old``: where each sat before."""
    moves = []
    for seat in after.taken:
        was = old.get(seat.key)
        if was is None or was.seat != seat.seat:
            moves.append(Move(seat.key, was.label or was.seat if was else "", seat.label))
    kept = {seat.seat for seat in old.values()}
    moves += [Move(seat.key, seat.label or seat.seat) for seat in before.taken if seat.seat not in kept]
    return tuple(moves)
