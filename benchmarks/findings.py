"""Prints what rules say of clean texts: the false alarms, per rule and per 10,000 characters.

python benchmarks/findings.py                    all rules over ../shared/reference, counts per rule
python benchmarks/findings.py PUN NUM003 --show  the findings of these, each with its surroundings
python benchmarks/findings.py WRD --corpus gov_reports --show --limit 200000   over a corpus instead
python benchmarks/findings.py PUN --file some.txt --show
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lingwu
from lingwu.document import Document

SHARED = Path(__file__).resolve().parents[2] / "shared"


def documents(args: argparse.Namespace) -> Iterator[tuple[str, Document]]:
    """The texts to check, each with its name."""
    if args.file:
        for path in args.file:
            yield path, lingwu.read(path)
    elif args.corpus:
        with lzma.open(SHARED / "corpora" / f"{args.corpus}.txt.xz", "rt", encoding="utf-8") as lines:
            skip, left, batch = args.skip, args.limit, []
            for number, line in enumerate(lines):
                if skip > 0:
                    skip -= len(line)
                    continue
                batch.append(line)
                left -= len(line)
                if len(batch) == 2000 or left <= 0:
                    yield f"{args.corpus}:{number}", Document("".join(batch))
                    batch = []
                if left <= 0:
                    return
            yield args.corpus, Document("".join(batch))
    else:
        for path in sorted((SHARED / "reference").glob("*.txt")):
            yield path.name, lingwu.read(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--corpus")
    parser.add_argument("--file", nargs="*")
    parser.add_argument("--limit", type=int, default=1_000_000_000)
    parser.add_argument("--skip", type=int, default=0, help="characters of the corpus to pass over first")
    args = parser.parse_args()
    checker = lingwu.Checker(lingwu.Config(select=tuple(args.codes)))
    counts: Counter[tuple[str, str]] = Counter()
    characters, seconds = 0, 0.0
    notes: list[str] = []
    for name, doc in documents(args):
        report = checker.check(doc)
        characters, seconds = characters + len(doc.text), seconds + report.seconds
        notes += report.notes
        for f in report.findings:
            counts[f.code, f.severity] += 1
            if args.show:
                left, right = doc.text[max(0, f.span.start - 18) : f.span.start], doc.text[f.span.end : f.span.end + 14]
                fix = f.fixes[0].edits[0].new if f.fixes else "-"
                print(
                    f"{name}\t{f.code}\t{f.severity}\t{left}⟦{f.span.of(doc.text)}⟧{right}\t→{fix}".replace("\n", "¶")
                )
    for (code, severity), count in counts.most_common():
        print(f"{code}\t{severity}\t{count}\t{count / characters * 10000:.3f} per 10,000")
    grave = sum(count for (_, severity), count in counts.items() if severity != "建议")
    print(
        f"{characters} characters, {grave} findings 差错/疑似, {grave / characters * 10000:.2f} per 10,000 characters"
    )
    print(
        f"{len(checker.rules)} rules, {characters / max(seconds, 1e-9) / 1e6:.2f} M characters/s", *set(notes), sep="\n"
    )


if __name__ == "__main__":
    main()
