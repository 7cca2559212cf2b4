"""Persons in order onto seats in order, so that as many as possible stay where they were.

Persons come in groups of equal rank, first group first: members of one group may sit in any order among themselves, two
groups may not mix. Seats are positions 0 … m−1 in the order of seats. Both functions are exact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Groups = Sequence[Sequence[str]]


class Node(NamedTuple):
    """One way to have gained stays: the group that ends ``slack`` seats later than it had to, and the way before."""

    slack: int
    group: int
    before: Node | None


def placed(groups: Groups, seats: int, old: Mapping[str, int]) -> dict[str, int] | None:
    """Positions for all persons with the most stays; free seats may remain anywhere. None: not enough seats.

    O(n log n) for ``n`` persons of whom nobody shares a rank. The state of the search is the slack of the last group,
    the number of seats it ends later than it had to; for each number of stays only the least slack counts.
    """
    most = seats - sum(map(len, groups))
    if most < 0:
        return None
    if all(len(group) == 1 for group in groups):
        return _read_off(groups, _longest(groups, most, old, 0), old)
    # ties taken in the order of their seats give a plan that is nearly always the best: what cannot reach it is idle
    singles = [[person] for group in groups for person in sorted(group, key=lambda p: old.get(p, seats))]
    good = _read_off(singles, _longest(singles, most, old, 0), old)
    reached = sum(old.get(person) == seat for person, seat in good.items())
    return _read_off(groups, _longest(groups, most, old, reached), old)


def _longest(groups: Groups, most: int, old: Mapping[str, int], reached: int) -> Node:
    """The way with the most stays; ways that cannot come to ``reached`` stays any more are not followed."""
    frontier: list[Node] = [Node(0, -1, None)]  # index: stays gained
    ended, left = 0, sum(person in old for group in groups for person in group)
    for number, group in enumerate(groups):
        began, ended = ended, ended + len(group)
        olds = sorted(old[person] for person in group if person in old)
        lowest = max(0, reached - left)
        if len(group) == 1:
            _gain_one(frontier, olds, ended, (number, lowest), most)
        elif olds:
            _gain_many(frontier, olds, (began, ended), (number, lowest), most)
        left -= len(olds)
    return frontier[-1]


def _gain_one(frontier: list[Node], olds: Sequence[int], ended: int, number_from: tuple[int, int], most: int) -> None:
    """A person alone in rank may stay where the slack allows it: the step of the longest rising run."""
    number, lowest = number_from
    for at in olds:
        slack = at + 1 - ended
        if not 0 <= slack <= most:
            continue
        place = bisect_right(frontier, slack, lo=lowest, key=lambda node: node.slack)
        if place == lowest:
            continue  # only ways that fell behind end early enough
        node = Node(slack, number, frontier[place - 1])
        if place == len(frontier):
            frontier.append(node)
        elif slack < frontier[place].slack:
            frontier[place] = node


def _gain_many(
    frontier: list[Node], olds: Sequence[int], stretch: tuple[int, int], number_from: tuple[int, int], most: int
) -> None:
    """A group of equal rank: it ends where it must, or later to take in more seats of its members."""
    (began, ended), (number, lowest) = stretch, number_from
    for stays in range(len(frontier) - 1, lowest - 1, -1):
        before = frontier[stays]
        first = bisect_right(olds, before.slack + began - 1)
        for gained, at in enumerate(olds[first:], 1):
            slack = max(before.slack, at + 1 - ended)
            if slack > most:
                break
            if stays + gained == len(frontier):
                frontier.append(Node(slack, number, before))
            elif slack < frontier[stays + gained].slack:
                frontier[stays + gained] = Node(slack, number, before)


def _read_off(groups: Groups, last: Node, old: Mapping[str, int]) -> dict[str, int]:
    slacks: dict[int, int] = {}
    node: Node | None = last
    while node is not None:
        slacks[node.group] = node.slack
        node = node.before
    found: dict[str, int] = {}
    slack = must_end = end = 0
    for number, group in enumerate(groups):
        slack = slacks.get(number, slack)
        must_end += len(group)
        start, end = end, must_end + slack
        found |= _within(group, range(start, end), old)
    return found


def _within(group: Sequence[str], seats: range, old: Mapping[str, int]) -> dict[str, int]:
    """One group on its stretch of seats: who was there stays, the others take the first free seats."""
    stay = {person: old[person] for person in group if old.get(person, -1) in seats}
    taken = set(stay.values())
    free = (seat for seat in seats if seat not in taken)
    return stay | {person: next(free) for person in group if person not in stay}


def weighed(
    groups: Groups, seats: Sequence[int], old: Mapping[str, int], disorder: Callable[[str, int], int]
) -> tuple[int, dict[str, int]] | None:
    """As :func:`placed` over the free positions ``seats``, where a person on a seat may bring disorder with others.

    The least disorder counts first, then the most stays; ``disorder`` is the same for all of a group. Gives the
    disorder and the positions. O(persons x seats).
    """
    line = [(person, number) for number, group in enumerate(groups) for person in group]
    spare = len(seats) - len(line)
    if spare < 0:
        return None
    homes = [{old[person]: person for person in group if person in old} for group in groups]
    costs: list[list[tuple[int, int]]] = [[(0, 0)] * (spare + 1)]
    took: list[list[bool]] = [[False] * (spare + 1)]
    for count, (person, number) in enumerate(line, 1):
        row: list[tuple[int, int]] = []
        taken: list[bool] = []
        for skipped in range(spare + 1):
            seat = seats[count - 1 + skipped]
            before = costs[count - 1][skipped]
            here = (before[0] + disorder(person, seat), before[1] - (seat in homes[number]))
            use = not row or here < row[-1]
            row.append(here if use else row[-1])
            taken.append(use)
        costs.append(row)
        took.append(taken)
    return costs[-1][-1][0], _walked_back(line, seats, took, homes, groups)


def _walked_back(
    line: Sequence[tuple[str, int]], seats: Sequence[int], took: Sequence[Sequence[bool]],
    homes: Sequence[Mapping[int, str]], groups: Groups,
) -> dict[str, int]:  # fmt: skip
    chosen: list[list[int]] = [[] for _ in groups]
    skipped = len(took[0]) - 1
    for count in range(len(line), 0, -1):
        while not took[count][skipped]:
            skipped -= 1
        chosen[line[count - 1][1]].append(seats[count - 1 + skipped])
    found: dict[str, int] = {}
    for group, own, home in zip(groups, chosen, homes, strict=True):
        stay = {home[seat]: seat for seat in own if seat in home}
        free = iter(sorted(seat for seat in own if seat not in home))
        found |= stay | {person: next(free) for person in group if person not in stay}
    return found
