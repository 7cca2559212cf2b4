"""Why no plan keeps all constraints: the one, the two or the fewest that exclude each other, by name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from lingwu.seating.assign import Member, TooManyWays, Wish, solve
from lingwu.seating.venue import Layout

Parts = Sequence[Wish | Member]


def named(layout: Layout, members: Sequence[Member], wishes: Sequence[Wish]) -> str:
    """One sentence that names constraints of which no plan keeps all: two where two suffice."""
    asked: list[Wish | Member] = [*_asked(wishes), *(m for m in members if m.wheelchair and _has_chairs(wishes))]
    for size in (1, 2):
        for few in combinations(asked, size):
            if not _possible(layout, members, wishes, few):
                return _said(few)
    return _said(_fewest(layout, members, wishes, asked))


def _asked(wishes: Sequence[Wish]) -> list[Wish]:
    return [wish for wish in wishes if wish.kind != "wheelchair"]


def _has_chairs(wishes: Sequence[Wish]) -> bool:
    return any(wish.kind == "wheelchair" for wish in wishes)


def _possible(layout: Layout, members: Sequence[Member], wishes: Sequence[Wish], few: Parts) -> bool:
    """Whether a plan keeps just these constraints; wheelchair seats stand, but only those in ``few`` need one."""
    needing = {part.key for part in few if isinstance(part, Member)}
    chairs = [wish for wish in wishes if wish.kind == "wheelchair"] if needing or _blocks(few, wishes) else []
    people = [Member(m.key, m.rank, m.pool, m.key in needing) for m in members]
    try:
        return solve(layout, people, [*chairs, *(part for part in few if isinstance(part, Wish))]) is not None
    except TooManyWays:
        return True  # not known: nobody is told that it cannot be


def _blocks(few: Parts, wishes: Sequence[Wish]) -> bool:
    """Whether one of ``few`` wants a wheelchair seat empty: then the wheelchair seats matter."""
    chairs = {wish.seat for wish in wishes if wish.kind == "wheelchair"}
    return any(isinstance(part, Wish) and part.kind == "empty" and part.seat in chairs for part in few)


def _fewest(layout: Layout, members: Sequence[Member], wishes: Sequence[Wish], asked: Parts) -> Parts:
    """A smallest set that cannot hold: constraints are dropped as long as the rest still cannot."""
    kept = list(asked)
    for part in asked:
        without = [other for other in kept if other is not part]
        if not _possible(layout, members, wishes, without):
            kept = without
    return kept


def _said(few: Parts) -> str:
    words = [f"“{part}”" if isinstance(part, Wish) else f"“{part.key}要坐轮椅位”" for part in few]
    if len(words) == 1:
        return f"约束{words[0]}做不到：没有一种排法能满足它。请修改或去掉这一条。"
    if len(words) == 2:
        return f"约束{words[0]}与{words[1]}互相排斥，不能同时满足。请去掉其中一条。"
    return f"约束{'、'.join(words)}不能同时满足（任去一条即可）。"
