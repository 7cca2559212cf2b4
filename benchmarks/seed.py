"""The first acceptance text: which of the known slips of the seed speech are found, and what else is said of it.

Reads ../shared/seed; says so and stops where that is absent. Only half of the certain slips are known here.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import lingwu

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed"


def main() -> int:
    if not SEED.exists():
        print("the seed speech is not here; nothing measured")
        return 0
    doc = lingwu.read(SEED / "speech.txt")
    report = lingwu.check(doc)
    with (SEED / "slips-half.tsv").open(encoding="utf-8") as lines:
        slips = [(int(row["offset"]), int(row["length"]), row) for row in csv.DictReader(lines, delimiter="\t")]
    grave = [finding for finding in report.findings if finding.severity != lingwu.Severity.ADVICE]
    found = 0
    touched = set()
    for start, length, row in slips:
        over = [
            f for f in report.findings if f.span.start < start + length and start < max(f.span.end, f.span.start + 1)
        ]
        touched |= set(over)
        strong = [f for f in over if f in grave]
        found += bool(strong)
        said = ", ".join(f"{f.code} {f.severity}" for f in over) or "missed"
        print(f"{'+' if strong else '-'} line {row['line']:>2} {row['wrong']} → {row['right']}\t{said}")
    print(f"{found} of {len(slips)} known certain slips found as 差错 or 疑似")
    print("\nother findings:")
    for finding in report.findings:
        if finding not in touched:
            line, column = doc.line_column(finding.span.start)
            left = doc.text[max(0, finding.span.start - 10) : finding.span.start].replace("\n", "¶")
            place = f"{left}⟦{finding.span.of(doc.text)}⟧"
            print(f"  {line}:{column}\t{finding.code}\t{finding.severity}\t{place}\t{finding.message}")
    print(f"{len(grave)} findings 差错/疑似, {len(report.findings) - len(grave)} 建议", *report.notes, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
