"""Times the search in an office's originals: index size, seconds to build, milliseconds per quotation, memory.

python benchmarks/originals.py                        10 million characters
python benchmarks/originals.py --characters 2000000   fewer

The library is made of law texts in ../shared/corpora where these are, else of shuffled sentences of Lingwu's own pages.
"""

from __future__ import annotations

import argparse
import lzma
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from lingwu.originals import INDEX, Library, build
from lingwu.text.passages import characters

ROOT = Path(__file__).resolve().parents[1]
LAWS = ROOT.parent / "shared" / "corpora" / "laws.txt.xz"
PER_FILE = 100_000


def paragraphs(chance: random.Random) -> Iterator[str]:
    """Paragraphs without end."""
    if LAWS.exists():
        with lzma.open(LAWS, "rt", encoding="utf-8") as lines:
            yield from lines
    pages = chain((ROOT / "docs").rglob("*.md"), (ROOT / "src").rglob("*.py"), (ROOT / "src").rglob("*.tsv"))
    own = [line for path in pages for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 8]
    while True:
        yield "".join(chance.choices(own, k=4)) + "\n"


def fill(folder: Path, wanted: int, chance: random.Random) -> list[str]:
    """Write ``wanted`` characters into files of ``folder``; returns some quotations of them, one in two changed."""
    source, quotations, total, number = paragraphs(chance), list[str](), 0, 0
    while total < wanted:
        text = ""
        while len(text) < PER_FILE:
            text += next(source)
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
        at = chance.randrange(len(text) - 80)
        quotation = text[at : at + chance.randrange(20, 60)].replace("\n", "")
        if len(quotations) % 2:
            middle = len(quotation) // 2
            quotation = quotation[:middle] + "误" + quotation[middle + 1 :]
        quotations.append(quotation)
        total, number = total + len(text), number + 1
    return quotations


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=10_000_000)
    wanted = parser.parse_args().characters
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        quotations = fill(folder, wanted, chance)
        began = time.perf_counter()
        build(folder)
        seconds = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = sum(path.stat().st_size for path in (folder / INDEX).iterdir()) / 2**20
        print(f"index: {size:.0f} MiB, built in {seconds:.1f} s, peak memory of building {peak:.0f} MiB")
        with Library(folder) as library:
            before, times, found = _resident(), list[float](), 0
            for quotation in quotations:
                began = time.perf_counter()
                found += library.nearest(quotation) is not None
                times.append((time.perf_counter() - began) * 1000)
            extra = _resident() - before
            asked = sum(len(characters(quotation)) >= 10 for quotation in quotations)
            print(f"library: {library.characters} characters in {len(library.files)} files, {found} of {asked} found")
        times.sort()
        print(f"per quotation: median {statistics.median(times):.2f} ms, p95 {times[int(len(times) * 0.95)]:.2f} ms")
        print(f"extra memory while searching: {extra:.0f} MiB")


def _resident() -> float:
    """Memory that this process holds now, mapped pages included, in MiB (0 where the system does not tell)."""
    path = Path("/proc/self/statm")
    return int(path.read_text().split()[1]) * resource.getpagesize() / 2**20 if path.exists() else 0.0


if __name__ == "__main__":
    main()
