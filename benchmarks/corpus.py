"""The made corpus of tests/corpus: how many of the placed slips are found, and what is said beside them.

python benchmarks/corpus.py                  recall by family, false alarms in all and per 10,000 characters
python benchmarks/corpus.py --misses         the slips that no finding of 差错/疑似 touches
python benchmarks/corpus.py --alarms         the findings of 差错/疑似 that touch no placed slip
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import lingwu

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from corpus_files import Member, members


def around(text: str, start: int, end: int) -> str:
    """The place in its surroundings."""
    shown = f"{text[max(0, start - 12) : start]}⟦{text[start:end]}⟧{text[end : end + 10]}"
    return shown.replace("\r", "").replace("\n", "¶")


class Tally:
    """What has been counted so far."""

    def __init__(self) -> None:
        self.placed: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.advised: Counter[str] = Counter()
        self.alarms: Counter[str] = Counter()
        self.misses: list[str] = []
        self.said: list[str] = []
        self.characters = self.documents = self.clean = self.advice = 0

    def add(self, member: Member, report: lingwu.Report) -> None:
        """Count one document."""
        text = member.document.text
        self.characters, self.documents = self.characters + len(text), self.documents + 1
        self.clean += not member.slips
        grave = [finding for finding in report.findings if finding.severity != lingwu.Severity.ADVICE]
        advice = [finding for finding in report.findings if finding.severity == lingwu.Severity.ADVICE]
        for slip in member.slips:
            self.placed[slip.family] += 1
            if any(slip.touched_by(finding) for finding in grave):
                self.found[slip.family] += 1
                continue
            codes = sorted({finding.code for finding in advice if slip.touched_by(finding)})
            self.advised[slip.family] += bool(codes)
            place = around(text, slip.span.start, slip.span.end)
            self.misses.append(f"{member.name}:{slip.line}\t{slip.family}\t{place}\t→{slip.right}\t{' '.join(codes)}")
        for finding in grave:
            if not any(slip.touched_by(finding) for slip in member.slips):
                self.alarms[finding.code] += 1
                line, column = member.document.line_column(finding.span.start)
                place = around(text, finding.span.start, finding.span.end)
                self.said.append(
                    f"{member.name}:{line}:{column}\t{finding.code} {finding.severity}\t{place}\t{finding.message}"
                )
        self.advice += sum(not any(slip.touched_by(finding) for slip in member.slips) for finding in advice)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--alarms", action="store_true")
    args = parser.parse_args()
    checker, tally = lingwu.Checker(), Tally()
    for member in members():
        tally.add(member, checker.check(member.document))
    for family, placed in tally.placed.most_common():
        found, advised = tally.found[family], tally.advised[family]
        print(
            f"{family}\t{found} of {placed} found\t{found / placed:.0%}" + (f"\t(+{advised} 建议)" if advised else "")
        )
    found, placed = tally.found.total(), tally.placed.total()
    print(
        f"{tally.documents} documents ({tally.clean} clean), {tally.characters} characters, {len(checker.rules)} rules"
    )
    print(f"recall: {found} of {placed} slips found as 差错 or 疑似, {found / placed:.1%}")
    alarms = tally.alarms.total()
    rate = alarms / tally.characters * 10000
    print(f"false alarms: {alarms} findings 差错/疑似 on no placed slip, {rate:.2f} per 10,000 characters")
    print(f"{tally.advice} findings 建议 beside the slips")
    if args.misses:
        print("", *tally.misses, sep="\n")
    if args.alarms:
        print("", *tally.said, sep="\n")


if __name__ == "__main__":
    main()
