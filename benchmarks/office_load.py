"""How the office holds up with fifty people at once: drafting, opening, saving, on SQLite and on PostgreSQL.

python benchmarks/office_load.py            both, PostgreSQL where it is installed
python benchmarks/office_load.py --people 20 --rounds 5
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from office_process import Clerk, Office, at_once, database, lingwu
from on_postgresql import postgresql, programs

TEXT = "为做好值班工作，现将有关事项通知如下：\n\n一、落实值班制度\n\n各单位实行24小时值班。\n"
Times = dict[str, list[float]]


def work(office: Office, at: int, rounds: int, times: Times) -> None:
    """One person: draft a document, then open it, save it and look at the workbench, ``rounds`` times."""
    clerk = Clerk(office.address, office.clerks[at]["session"])

    @contextmanager
    def timed(what: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        times[what].append(time.perf_counter() - began)

    with timed("draft"):
        document = clerk.draft(f"关于第{at}项工作的通知")
    for n in range(rounds):
        with timed("workbench"):
            assert clerk.get("/").status == 200
        with timed("open"):
            assert clerk.get(f"/documents/{document}/text/").status == 200
        with timed("save"):
            assert not clerk.save(document, f"{TEXT}第{at}人写的第{n}稿。\n", n)["aside"]


def measure(name: str, url: str, people: int, rounds: int) -> None:
    """Serve an office in a folder of its own, let all go at once, print what it took."""
    times: Times = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="lingwu-load-") as folder:
        office = Office(Path(folder) / "home", url)
        office.make()
        office.clerks = office.script("clerks", str(people))
        office.start()
        Clerk(office.address, office.clerks[0]["session"]).get("/")  # the first request loads the program
        began = time.perf_counter()
        failed = [
            one for one in at_once(*(lambda at=at: work(office, at, rounds, times) for at in range(people))) if one
        ]
        seconds = time.perf_counter() - began
        office.stop()
        whole = lingwu("office", "verify-audit", "--home", office.home).returncode == 0
    count = sum(map(len, times.values()))
    print(f"{name}: {people} people at once, {count} requests in {seconds:.1f} s, {count / seconds:.0f} a second, "
          f"{len(failed)} failed, audit {'whole' if whole else 'BROKEN'}")  # fmt: skip
    for what, taken in times.items():
        cuts = statistics.quantiles(taken, n=20)
        print(f"  {what:<10}{len(taken):>5}   median {statistics.median(taken) * 1000:>6.0f} ms   "
              f"95 % {cuts[18] * 1000:>6.0f} ms   longest {max(taken) * 1000:>6.0f} ms")  # fmt: skip


def main() -> None:
    """Measure on both databases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=4)
    chosen = parser.parse_args()
    measure("SQLite", "", chosen.people, chosen.rounds)
    if programs() is None:
        print("PostgreSQL: not installed here")
        return
    with ExitStack() as stack:
        os.environ["DATABASE_URL"] = stack.enter_context(postgresql())
        measure("PostgreSQL", stack.enter_context(database()), chosen.people, chosen.rounds)


if __name__ == "__main__":
    main()
