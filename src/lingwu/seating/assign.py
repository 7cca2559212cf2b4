"""Who sits where: all constraints hold, the order is kept as far as they allow, and then as few as possible are moved.

Exactly: among the plans that keep every constraint, the one with the least disorder (pairs who sit in the wrong order;
persons with a pinned seat or in need of a wheelchair seat do not count), then with the fewest persons moved, then with
the best seats for the first in rank. Persons whom no constraint touches are placed by ``fewest``; the others are tried
out, and only those whose constraint would otherwise be broken. ``Solution.proven`` says whether the search
came to its end.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lingwu.errors import LingwuError
from lingwu.seating import fewest
from lingwu.seating.venue import Layout, Seat

PATIENCE = 60_000
"""So many persons are placed at most, over all ways that are tried and all steps towards them."""
Cost = tuple[int, int, tuple[int, ...]]
DENSE = 6_000
"""Up to so many pairs of person and seat, disorder with tried-out persons is weighed; beyond, none is allowed, and the
first plan that costs no more than without the constraints is taken."""


class TooManyWays(LingwuError):
    """The search ended before it found any plan; whether there is one is not known."""


@dataclass(frozen=True)
class Member:
    """A person as the search sees it."""

    key: str
    rank: int
    pool: str = ""
    wheelchair: bool = False


@dataclass(frozen=True)
class Wish:
    """A constraint whose persons are keys and whose seat is an id (see ``plan.Constraint`` for the kinds)."""

    kind: str
    people: tuple[str, ...] = ()
    seat: str = ""
    words: str = ""

    def __str__(self) -> str:
        return self.words or f"{self.kind} {' '.join(self.people)} {self.seat}"


@dataclass(frozen=True)
class Solution:
    """A seat id for each person, what it cost, and whether nothing better exists for certain.

    ``plain``: the order alone keeps the constraints of distance.
    """

    seats: Mapping[str, str]
    disorder: int = 0
    moved: int = 0
    proven: bool = True
    plain: bool = True


@dataclass
class Search:
    """One search: the seats and persons by pool, who is tied to what, the best plan so far."""

    layout: Layout
    members: Sequence[Member]
    wishes: Sequence[Wish]
    old: Mapping[str, str]
    by_key: dict[str, Member] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    pinned: dict[str, str] = field(default_factory=dict)
    open: dict[str, list[str]] = field(default_factory=dict)
    chairs: list[str] = field(default_factory=list)
    groups: dict[str, list[list[str]]] = field(default_factory=dict)
    tries: int = 0
    steps: int = 0
    best: Cost | None = None
    floor: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        self.by_key = {member.key: member for member in self.members}
        self.order = {seat.id: place for place, seat in enumerate(self.layout.seats)}
        self.pinned = {wish.people[0]: wish.seat for wish in self.wishes if wish.kind == "pin"}
        self.chairs = [wish.seat for wish in self.wishes if wish.kind == "wheelchair"]
        shut = {wish.seat for wish in self.wishes if wish.kind == "empty"}
        held = {*self.pinned.values(), *self.chairs, *shut}
        loose: dict[str, list[Member]] = defaultdict(list)
        for member in self.members:
            if not self.exempt(member):
                loose[member.pool].append(member)
        pools: dict[str, list[str]] = defaultdict(list)
        for seat in self.layout.seats:
            if seat.id not in held:
                pools[seat.pool].append(seat.id)
        for pool, members in loose.items():
            seats = pools[pool]
            self.open[pool] = seats[: len(members)] if self.layout.close else seats
            members.sort(key=lambda member: member.rank)
            self.groups[pool] = [[m.key for m in same] for _, same in groupby(members, key=lambda m: m.rank)]

    def exempt(self, member: Member) -> bool:
        """Whether the person's seat is given by a pin or by the need for a wheelchair seat: out of the order."""
        return member.key in self.pinned or (member.wheelchair and bool(self.chairs))

    def hopes(self, cost: Cost) -> bool:
        """Whether a plan of that cost would be the best so far, and better than one that is good enough."""
        if self.best is None:
            return True
        large = len(self.members) ** 2 > DENSE
        return cost < self.best and not (large and self.best[:2] <= self.floor)

    def tired(self) -> bool:
        """Whether enough was tried."""
        return self.tries * len(self.members) + self.steps >= PATIENCE

    def seat(self, name: str) -> Seat:
        """The seat of that id."""
        return self.layout.by_id[name]


def solve(
    layout: Layout, members: Sequence[Member], wishes: Sequence[Wish], old: Mapping[str, str] | None = None
) -> Solution | None:
    """The best plan (see above), or None where no plan keeps all constraints.

    ``old`` has the seats of those who already have one in this venue.

    Raises:
        TooManyWays: the search ended before it found a plan.
    """
    search = Search(layout, members, wishes, old or {})
    if not _pins_agree(search):
        return None
    active: list[Wish] = []
    while True:
        found = _best(search, active)
        if found is None:
            return None
        broken = [wish for wish in wishes if wish not in active and not holds(layout, wish, found.seats)]
        if not broken:
            return found
        active += broken
        search.floor = (found.disorder, found.moved)


def holds(layout: Layout, wish: Wish, seats: Mapping[str, str]) -> bool:
    """Whether a plan keeps one constraint; persons without a seat do not matter."""
    mine = [layout.by_id[seats[key]] for key in wish.people if key in seats]
    if wish.kind == "pin":
        return seats.get(wish.people[0], wish.seat) == wish.seat
    if wish.kind == "empty":
        return wish.seat not in seats.values()
    if wish.kind == "apart":
        return not any(_near(layout, a, b) for n, a in enumerate(mine) for b in mine[:n])
    if wish.kind == "together":
        return _together(layout, mine, {layout.by_id[seat].walk for seat in seats.values()})
    return True


def _near(layout: Layout, one: Seat, two: Seat) -> bool:
    return one.section == two.section if layout.parted else two.id in one.beside


def _together(layout: Layout, mine: Sequence[Seat], taken: Collection[int]) -> bool:
    """At one table where there are several; else side by side, nobody else between them."""
    if len(mine) < 2:
        return True
    if layout.kind != "hall" and len({seat.section for seat in mine}) > 1:
        return False
    walks = {seat.walk for seat in mine}
    return layout.parted or not any(min(walks) < walk < max(walks) for walk in taken if walk not in walks)


def _pins_agree(search: Search) -> bool:
    """Whether each pinned person has one seat of the right pool that nobody else has and that may be taken."""
    pins = {(wish.people[0], wish.seat) for wish in search.wishes if wish.kind == "pin"}
    shut = {wish.seat for wish in search.wishes if wish.kind == "empty"}
    if not len(pins) == len({key for key, _ in pins}) == len({seat for _, seat in pins}) or shut & set(search.chairs):
        return False
    for key, seat in pins:
        member = search.by_key[key]
        needs_chair = member.wheelchair and search.chairs and seat not in search.chairs
        if seat in shut or needs_chair or search.seat(seat).pool != member.pool:
            return False
    return True


def _best(search: Search, active: Sequence[Wish]) -> Solution | None:
    """The best plan that keeps the constraints of ``active`` and all pins, empty and wheelchair seats."""
    tied = {key for wish in active for key in wish.people if key in search.by_key}
    given = dict(search.pinned)
    needing = [m for m in search.members if search.exempt(m) and m.key not in given]
    if not tied & {member.key for member in needing}:
        chairs = _on_chairs(search, needing)
        if chairs is None:
            return None
        given |= chairs
    tried = [m for m in search.members if m.key not in given and (m.key in tied or search.exempt(m))]
    tried.sort(key=lambda member: (not search.exempt(member), member.rank))
    search.tries, search.steps, search.best = 0, 0, None
    seats: dict[str, str] = {}
    for way in _ways(search, tried, active, given):
        cost = _cost(search, way, bool(active))
        if search.hopes(cost):
            search.best, seats = cost, way
    if search.best is None and search.tired():
        raise TooManyWays(
            "约束太多，没能在限定步数内找到排法。请减少约束；要让各单位集中就座，"
            '可把 order 写成 ["unit", …]，报告厅再写 fill = "across" 或 "columns"。'
        )
    if search.best is None:
        return None
    return Solution(seats, *search.best[:2], not search.tired(), not active)


def _on_chairs(search: Search, needing: Sequence[Member]) -> dict[str, str] | None:
    """The wheelchair seats for those who need one: who has one keeps it, the others take the best by rank."""
    free = sorted(set(search.chairs) - set(search.pinned.values()), key=search.order.__getitem__)
    stay = {m.key: seat for m in needing for seat in free if search.old.get(m.key) == seat}
    free = [seat for seat in free if seat not in stay.values()]
    for member in sorted(needing, key=lambda m: m.rank):
        if member.key not in stay:
            seat = next((seat for seat in free if search.seat(seat).pool == member.pool), None)
            if seat is None:
                return None
            free.remove(seat)
            stay[member.key] = seat
    return stay


def _ways(
    search: Search, tried: Sequence[Member], active: Sequence[Wish], given: dict[str, str]
) -> Iterator[dict[str, str]]:
    """Complete plans, for each way to seat ``tried`` beside those who are ``given`` seats."""
    if not tried:
        search.tries += 1
        whole = _filled(search, given, _shut_off(search.layout, active, given))
        if whole is not None and all(holds(search.layout, wish, whole) for wish in active):
            yield whole
        return
    member, rest = tried[0], tried[1:]
    for seat in _candidates(search, member, given):
        if search.tired():
            return
        search.steps += 1
        way = {**given, member.key: seat}
        if search.hopes(_least(search, way)) and all(holds(search.layout, wish, way) for wish in active):
            yield from _ways(search, rest, active, way)


def _cost(search: Search, seats: Mapping[str, str], mixed: bool) -> Cost:
    """Disorder (none where nobody was tried out), persons moved, and the seats in the order of rank."""
    line = sorted((m for m in search.members if m.key in seats), key=lambda m: (m.rank, search.order[seats[m.key]]))
    moved = sum(search.old[m.key] != seats[m.key] for m in line if m.key in search.old)
    return (_disorder(search, seats) if mixed else 0), moved, tuple(search.order[seats[m.key]] for m in line)


def _disorder(search: Search, seats: Mapping[str, str]) -> int:
    """How many pairs of one pool sit against their ranks, those with given seats left out."""
    line = sorted(
        (member.pool, member.rank, search.order[seat])
        for member, seat in ((search.by_key[key], seat) for key, seat in seats.items())
        if not search.exempt(member)
    )
    count = 0
    for _, people in groupby(line, key=lambda one: one[0]):
        before: list[int] = []
        for _, same in groupby(people, key=lambda one: one[1]):
            here = [at for _, _, at in same]
            count += sum(len(before) - bisect_right(before, at) for at in here)
            for at in here:
                insort(before, at)
    return count


def _least(search: Search, given: Mapping[str, str]) -> Cost:
    """What any plan that seats these persons so costs at least."""
    moved = sum(search.old[key] != seat for key, seat in given.items() if key in search.old)
    return _disorder(search, given) + _forced(search, given), moved, ()


def _forced(search: Search, given: Mapping[str, str]) -> int:
    """Disorder with persons not yet seated that a seat brings because all seats before it get taken."""
    if not search.layout.close:
        return 0
    total = 0
    for pool, groups in search.groups.items():
        set_ = [key for group in groups for key in group if key in given]
        place = {seat: n for n, seat in enumerate(search.open[pool])} if set_ else {}
        for key in set_:
            rank, at = search.by_key[key].rank, place[given[key]]
            lower = sum(len(group) for group in groups if search.by_key[group[0]].rank < rank)
            upto = sum(len(group) for group in groups if search.by_key[group[0]].rank <= rank) - 1
            total += max(0, max(at - upto, lower - at) - len(set_) + 1)
    return total


def _candidates(search: Search, member: Member, given: Mapping[str, str]) -> list[str]:
    """The seats that a person may have, the present one first, then those nearest to the place in the order."""
    taken = set(given.values())
    if search.exempt(member):
        chairs = (seat for seat in search.chairs if search.seat(seat).pool == member.pool)
        seats = sorted((seat for seat in chairs if seat not in taken), key=search.order.__getitem__)
        return sorted(seats, key=lambda seat: seat != search.old.get(member.key))
    seats = search.open[member.pool]
    before = sum(len(group) for group in search.groups[member.pool] if search.by_key[group[0]].rank < member.rank)
    places = sorted(range(len(seats)), key=lambda n: (seats[n] != search.old.get(member.key), abs(n - before), n))
    return [seats[n] for n in places if seats[n] not in taken]


def _shut_off(layout: Layout, active: Sequence[Wish], given: Mapping[str, str]) -> set[str]:
    """The seats between persons who sit together: nobody else may take them."""
    spans = []
    for wish in active:
        if wish.kind == "together" and not layout.parted:
            walks = [layout.by_id[given[key]].walk for key in wish.people if key in given]
            spans.append((min(walks, default=0), max(walks, default=0)))
    return {seat.id for seat in layout.seats if any(low < seat.walk < high for low, high in spans)} if spans else set()


def _filled(search: Search, given: Mapping[str, str], shut: Collection[str]) -> dict[str, str] | None:
    """``given`` with everybody else in order on the seats that are left, those ``shut`` off not among them."""
    whole = dict(given)
    taken = {*given.values(), *shut}
    for pool, groups in search.groups.items():
        seats = [seat for seat in search.open[pool] if seat not in taken]
        rest = [[key for key in group if key not in given] for group in groups]
        rest = [group for group in rest if group]
        set_ = [key for group in groups for key in group if key in given]
        placed = _pool(search, seats, rest, {key: given[key] for key in set_})
        if placed is None:
            return None
        whole |= placed
    return whole


def _pool(search: Search, seats: Sequence[str], rest: fewest.Groups, tried: Mapping[str, str]) -> dict[str, str] | None:
    """The persons of one pool whom nothing ties, in order on ``seats``, beside those who were tried out."""
    place = {seat: n for n, seat in enumerate(seats)}
    old = {key: place[search.old[key]] for group in rest for key in group if search.old.get(key) in place}
    if not tried:
        found = fewest.placed(rest, len(seats), old)
    elif len(seats) * sum(map(len, rest)) <= DENSE:
        others = [(search.by_key[key].rank, search.order[seat]) for key, seat in tried.items()]
        order = [search.order[seat] for seat in seats]

        def disorder(key: str, at: int) -> int:
            rank = search.by_key[key].rank
            return sum((rank - other) * (order[at] - seat) < 0 for other, seat in others)

        weighed = fewest.weighed(rest, range(len(seats)), old, disorder)
        found = weighed[1] if weighed else None
    else:
        found = _between(search, seats, rest, tried, old)
    return None if found is None else {key: seats[at] for key, at in found.items()}


def _between(
    search: Search, seats: Sequence[str], rest: fewest.Groups, tried: Mapping[str, str], old: Mapping[str, int]
) -> dict[str, int] | None:
    """As without those tried out, but in stretches between them, so that nobody sits against them; None: impossible."""
    fences = sorted((search.by_key[key].rank, search.order[seat]) for key, seat in tried.items())
    if [at for _, at in fences] != sorted(at for _, at in fences):
        return None
    order = [search.order[seat] for seat in seats]
    ranks = [search.by_key[group[0]].rank for group in rest]
    found: dict[str, int] = {}
    group = seat = 0
    for rank, at in [*fences, (len(search.members) + 1, len(search.order))]:
        end, limit = bisect_right(ranks, rank - 1), bisect_right(order, at - 1)
        part = {key: place - seat for key, place in old.items() if seat <= place < limit}
        placed = fewest.placed(rest[group:end], limit - seat, part)
        if placed is None:
            return None
        found |= {key: place + seat for key, place in placed.items()}
        group, seat = end, limit
    return found
