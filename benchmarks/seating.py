"""Speed of seats: 3,000 persons planned in a hall, one change replanned, the picture, the seat list, and the start."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from statistics import median

from lingwu.seating import arrange, outlets, people
from lingwu.seating.people import Person
from lingwu.seating.plan import Constraint, Scheme

COUNT, ROUNDS = 3_000, 5
FAMILIES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦"
FIRST, SECOND = "建志秀文海一德春国晓", "国强英涛燕鸣华明民"


def crowd() -> tuple[Person, ...]:
    """So many persons of different names, thirty to a unit."""
    names = (a + b + c for b in FIRST for c in SECOND for a in FAMILIES)
    listed = enumerate(islice(names, COUNT))
    rows = ({"姓名": name, "单位": f"第{n // 30 + 1}代表团", "顺序": str(n + 1)} for n, name in listed)
    return people.from_rows(rows)


def hall(listed: tuple[Person, ...], order: tuple[str, ...], fill: str) -> Scheme:
    """A hall of 3,328 seats with a wheelchair seat, a pinned person, two kept apart."""
    wishes = (
        Constraint("wheelchair", (), "1排1座"),
        Constraint("pin", (listed[7].key,), "3排3座"),
        Constraint("apart", (listed[500].key, listed[620].key)),
        Constraint("empty", (), "2排2座"),
    )
    return Scheme("会议", {"kind": "hall", "blocks": [20, 24, 20], "rows": 52}, {"fill": fill}, order, wishes)


def timed(what: str, action: Callable[[], object], wanted: float | None = None) -> None:
    """Print the median of several runs: seconds on the clock and of this process alone (others may share the cores)."""
    action()
    clock, own = [], []
    for _ in range(ROUNDS):
        began, spent = time.perf_counter(), time.process_time()
        action()
        clock.append(time.perf_counter() - began)
        own.append(time.process_time() - spent)
    least = f"  (wanted: under {wanted:g} s)" if wanted else ""
    print(f"  {what:<52}{median(clock):7.3f} s  processor {median(own):7.3f} s{least}")


def main() -> None:
    listed = crowd()
    assert len({person.key for person in listed}) == COUNT
    gone = tuple(replace(person, state="请假" if n == 1_000 else "") for n, person in enumerate(listed))
    print(f"{COUNT} persons, {len(listed)} names, a hall of 3,328 seats, four constraints:")
    for order, fill in ((("number",), "rank"), (("unit", "strokes"), "columns"), (("unit",), "across")):
        scheme = hall(listed, order, fill)
        made = arrange.arrange(scheme, listed)
        after = arrange.change(made.plan, gone)
        back = arrange.change(after.plan, listed)
        by = "+".join(order)
        timed(f"planned by {by}, filled by {fill}", lambda scheme=scheme: arrange.arrange(scheme, listed), 1)  # type: ignore[misc]
        timed(f"one dropped out: {after.moved} moved", lambda made=made: arrange.change(made.plan, gone), 0.2)  # type: ignore[misc]
        timed(f"one came late: {back.moved} moved", lambda after=after: arrange.change(after.plan, listed), 0.2)  # type: ignore[misc]
    made = arrange.arrange(hall(listed, ("number",), "rank"), listed)
    printed = outlets.Printed(made.plan, made.layout, listed)
    for suffix in (".svg", ".pdf", ".xlsx"):
        timed(f"written as {suffix}", lambda suffix=suffix: outlets.OUTLETS[suffix](printed))  # type: ignore[misc]
    command = [sys.executable, "-m", "lingwu.cli", "seats", "--help"]
    timed("lingwu seats --help", lambda: subprocess.run(command, check=True, capture_output=True))


if __name__ == "__main__":
    main()
