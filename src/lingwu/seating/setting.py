"""A scheme and a list of people made ready: the venue built, the persons in order, the constraints resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lingwu.seating import orders, rules, venues
from lingwu.seating.assign import Member, Wish
from lingwu.seating.orders import Ordering
from lingwu.seating.people import PeopleError, Person, find
from lingwu.seating.plan import Constraint, PlanError, Scheme
from lingwu.seating.venue import GUEST, HOST, Layout, VenueError

SIDES = (HOST, GUEST)


@dataclass(frozen=True)
class Setting:
    """What the search for seats needs, and the sentences that belong on the plan.

    ``people`` are those who come, in order; ``places`` gives each the number within its side (1 first), 0 where a role
    has seats of its own.
    """

    kind: str
    rules: Mapping[str, str]
    layout: Layout
    ordering: Ordering
    members: tuple[Member, ...]
    wishes: tuple[Wish, ...]
    places: Mapping[str, int]
    notes: tuple[str, ...] = ()
    by_key: Mapping[str, Person] = field(default_factory=dict)

    @property
    def people(self) -> tuple[Person, ...]:
        """Those who come, in order."""
        return self.ordering.people


def ready(scheme: Scheme, people: Sequence[Person]) -> Setting:
    """Build the venue for those who come, order them, resolve the constraints.

    Raises:
        LingwuError: a part of the scheme does not fit the people or the venue; the text says which.
    """
    spec = venues.checked(scheme.venue)
    kind = spec["kind"]
    module = venues.venue(kind)
    chosen = rules.settled(kind, scheme.rules)
    ordering = orders.ordered([person for person in people if person.comes], scheme.order, scheme.rules)
    if not ordering.people:
        raise PeopleError("名单里没有参加的人，不能排座。")
    roles = _roles(module.ROLES, chosen)
    sided = _is_sided(module.SIDED, venues.WORDS[kind], ordering.people)
    pools = {person.key: _pool(person, roles, sided) for person in ordering.people}
    counts = Counter(pools.values())
    for wish in scheme.constraints:
        if wish.kind in {"empty", "wheelchair"}:
            counts[wish.seat[:1] if sided and wish.seat[:1] in SIDES else "" if not sided else HOST] += 1
    counts[""] -= _on_chairs(scheme.constraints, ordering.people) if not sided else 0
    unsaid = {"even_unsaid": "yes"} if "even" in chosen and "even" not in scheme.rules else {}
    layout = module.build(spec, {**chosen, **unsaid}, +counts)
    pools = _fitted(pools, layout, scheme.constraints)
    wishes, notes = _resolved(scheme.constraints, people, ordering.people, layout)
    members = tuple(Member(p.key, ordering.rank(p), pools[p.key], p.wheelchair) for p in ordering.people)
    places = _places(members)
    notes += _wheelchairs(ordering.people, wishes)
    by_key = {person.key: person for person in ordering.people}
    return Setting(kind, chosen, layout, ordering, members, tuple(wishes), places, tuple(notes), by_key)


def _roles(roles: Sequence[str], chosen: Mapping[str, str]) -> Sequence[str]:
    """The roles with seats of their own; a chair who sits by rank has none."""
    return [role for role in roles if role != "主持" or chosen.get("chair", "rank") != "rank"]


def _is_sided(sided: str, words: str, people: Sequence[Person]) -> bool:
    said = [person for person in people if person.side]
    if sided == "never" or (sided == "may" and not said):
        return False
    if missing := [person for person in people if not person.side]:
        shown = "、".join(person.key for person in missing[:5])
        raise PeopleError(f"{words}分主客两方，名单里没有写明 {shown} 是哪一方；请在“方”一栏填“主”或“客”。")
    return True


def _pool(person: Person, roles: Sequence[str], sided: bool) -> str:
    role = next((role for role in roles if role in person.role), "")
    if role in {"秘书", "警卫", "随员"} or (role == "翻译" and "随员" in roles):
        return "随员"
    if role in {"列席", "汇报"}:
        return role
    if role == "记录" and "列席" in roles:
        return role
    return (person.side if sided else "") + role


def _fitted(pools: Mapping[str, str], layout: Layout, constraints: Sequence[Constraint]) -> dict[str, str]:
    """``pools``, where those for whose role the venue has no seat (left) sit among the others.

    Raises:
        VenueError: a side has fewer seats than persons.
    """
    shut = {wish.seat for wish in constraints if wish.kind == "empty"}
    free = Counter(seat.pool for seat in layout.seats if seat.id not in shut)
    fitted = {}
    for key, pool in pools.items():
        plain = pool[:1] if pool[:1] in SIDES and pool != "主持" else ""
        fitted[key] = pool if pool == plain or free[pool] > 0 else plain
        free[fitted[key]] -= 1
    for pool, left in free.items():
        if left < 0:
            whom = f"{pool}方" if pool in SIDES else "参加的人"
            raise VenueError(f"{whom}比座位多 {-left} 人，请加座或减少人数。")
    return fitted


def _on_chairs(constraints: Sequence[Constraint], people: Sequence[Person]) -> int:
    """How many wheelchair seats are taken by those who need one: these do not add to the seats needed."""
    chairs = sum(wish.kind == "wheelchair" for wish in constraints)
    return min(chairs, sum(person.wheelchair for person in people))


def _places(members: Sequence[Member]) -> dict[str, int]:
    seen: Counter[str] = Counter()
    places = {}
    for member in members:
        seen[member.pool] += 1
        places[member.key] = seen[member.pool] if member.pool in ("", *SIDES) else 0
    return places


def _wheelchairs(people: Sequence[Person], wishes: Sequence[Wish]) -> list[str]:
    needing = [person.key for person in people if person.wheelchair]
    if needing and not any(wish.kind == "wheelchair" for wish in wishes):
        return [f"{'、'.join(needing)} 需要轮椅位，方案里还没有指定轮椅位（[[constraints]] wheelchair）"]
    return []


def _resolved(
    constraints: Sequence[Constraint], people: Sequence[Person], coming: Sequence[Person], layout: Layout
) -> tuple[list[Wish], list[str]]:
    """The constraints with keys and seat ids; those of persons who do not come are dropped with a note."""
    wishes, notes = [], []
    here = {person.key for person in coming}
    for said in constraints:
        named = _named(said, people)
        absent = [person.key for person in named if person.key not in here]
        if absent:
            notes.append(f"{'、'.join(absent)} 不参加，约束“{said}”对其不再起作用")
        keys = tuple(dict.fromkeys(person.key for person in named if person.key in here))
        if (said.kind == "pin" and not keys) or (said.kind in {"apart", "together"} and len(keys) < 2):
            continue
        try:
            seat = layout.seat(said.seat).id if said.seat else ""
        except VenueError as error:
            raise PlanError(f"约束“{said}”：{error}") from error
        wishes.append(Wish(said.kind, keys, seat, str(said)))
    return wishes, notes


def _named(said: Constraint, people: Sequence[Person]) -> list[Person]:
    """The persons of a constraint; the name of a unit stands for all its persons."""
    named: list[Person] = []
    for word in said.people:
        members = [person for person in people if person.unit == word]
        named += members if members and said.kind in {"together", "apart"} else [find(people, word)]
    return named
