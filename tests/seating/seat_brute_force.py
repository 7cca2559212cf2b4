"""The best plan found by trying every way to seat everybody: slow, simple, and written apart from the search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from lingwu.seating.assign import Member, Wish
from lingwu.seating.venue import Layout

Seats = Mapping[str, str]


def best(layout: Layout, members: Sequence[Member], wishes: Sequence[Wish], old: Seats) -> tuple[int, int] | None:
    """The least disorder and, with it, the fewest persons moved; None where nothing keeps all constraints."""
    costs = (cost_of(layout, members, wishes, plan, old) for plan in plans(layout, members, wishes))
    return min(costs, default=None)


def plans(layout: Layout, members: Sequence[Member], wishes: Sequence[Wish]) -> Iterator[Seats]:
    """Every plan that keeps all constraints and leaves no seat free before a taken one where that is not allowed."""
    held = {wish.seat for wish in wishes if wish.seat}
    room = [seat.id for seat in layout.seats if seat.id not in held]
    room = [*(room[: len(members)] if layout.close else room), *held]
    for seats in permutations(room, len(members)):
        plan = dict(zip((member.key for member in members), seats, strict=True))
        if allowed(layout, members, wishes, plan):
            yield plan


def allowed(layout: Layout, members: Sequence[Member], wishes: Sequence[Wish], plan: Seats) -> bool:
    """Whether a plan keeps all constraints."""
    seats = {seat.id: seat for seat in layout.seats}
    if any(seats[plan[member.key]].pool != member.pool for member in members):
        return False
    chairs = {wish.seat for wish in wishes if wish.kind == "wheelchair"}
    empty = {wish.seat for wish in wishes if wish.kind == "empty"}
    pins = [wish for wish in wishes if wish.kind == "pin"]
    if empty & (chairs | set(plan.values())) or any(plan[wish.people[0]] != wish.seat for wish in pins):
        return False
    pinned = {wish.people[0] for wish in pins}
    for member in members:
        on_chair = plan[member.key] in chairs
        if chairs and (on_chair != member.wheelchair) and not (on_chair and member.key in pinned):
            return False
    if layout.close and not closed(layout, members, wishes, plan):
        return False
    return all(kept(layout, wish, plan) for wish in wishes)


def closed(layout: Layout, members: Sequence[Member], wishes: Sequence[Wish], plan: Seats) -> bool:
    """Whether those in the order sit on the first seats of their pool that nothing else holds."""
    given = exempt(members, wishes)
    held = {wish.seat for wish in wishes if wish.seat}
    for pool in {member.pool for member in members}:
        free = [seat.id for seat in layout.seats if seat.pool == pool and seat.id not in held]
        mine = {plan[m.key] for m in members if m.pool == pool and m.key not in given}
        if mine != set(free[: len(mine)]):
            return False
    return True


def kept(layout: Layout, wish: Wish, plan: Seats) -> bool:
    """Whether a plan keeps a constraint of distance."""
    seats = {seat.id: seat for seat in layout.seats}
    mine = [seats[plan[key]] for key in wish.people if key in plan]
    if wish.kind == "apart":
        pairs = [(a, b) for a in mine for b in mine if a is not b]
        return not any(a.section == b.section if layout.parted else b.id in a.beside for a, b in pairs)
    if wish.kind == "together" and len(mine) > 1:
        if len({seat.section for seat in mine}) > 1 and layout.kind != "hall":
            return False
        span = range(min(s.walk for s in mine), max(s.walk for s in mine))
        others = [seats[seat].walk for key, seat in plan.items() if key not in wish.people]
        return layout.parted or not any(walk in span for walk in others)
    return True


def exempt(members: Sequence[Member], wishes: Sequence[Wish]) -> set[str]:
    """Persons whose seat is given: they do not count in the order."""
    chairs = any(wish.kind == "wheelchair" for wish in wishes)
    pinned = {wish.people[0] for wish in wishes if wish.kind == "pin"}
    return pinned | {member.key for member in members if member.wheelchair and chairs}


def cost_of(
    layout: Layout, members: Sequence[Member], wishes: Sequence[Wish], plan: Seats, old: Seats
) -> tuple[int, int]:
    """Pairs in the wrong order, and persons moved."""
    place = {seat.id: n for n, seat in enumerate(layout.seats)}
    given = exempt(members, wishes)
    line = [member for member in members if member.key not in given]
    wrong = sum(
        a.pool == b.pool and a.rank < b.rank and place[plan[a.key]] > place[plan[b.key]] for a in line for b in line
    )
    return wrong, sum(plan[key] != seat for key, seat in old.items() if key in plan)
