"""The grammar and word-use set: how many faulty sentences are caught, and how many sound ones are flagged.

python benchmarks/grammar.py              all rules
python benchmarks/grammar.py GRM WRD010   these only

Reads ../shared/bench/fcgec.valid.tsv (source, tab, mended sentence; the same twice where the source is sound); says so
and stops where that is absent. It measures only and prints totals, never sentences: no rule or list is made from them.

The set judges grammar and word use alone; its sound sentences keep the marks and digits of the web (half-width commas,
full-width digits). What rules of writing (marks, characters, numbers …) say of them is therefore counted apart.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

import lingwu
from lingwu.document import Document, Span
from lingwu.edits import apply
from lingwu.finding import Finding, Severity

SET = Path(__file__).resolve().parents[2] / "shared" / "bench" / "fcgec.valid.tsv"
BAR = 0.02
"""At most this share of the sound sentences may be flagged."""
WORDING = ("GRM", "WRD", "STY", "SPL", "QUO")
"""The families that judge what the set judges: grammar and the use of words."""


def pairs(path: Path) -> list[tuple[str, str]]:
    """Each sentence with its mended form."""
    rows = (line.rstrip("\n").split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return [(row[0], row[1]) for row in rows]


def grave(checker: lingwu.Checker, sentence: str) -> list[Finding]:
    """What is said of ``sentence``, advice left out."""
    return [f for f in checker.check(Document(sentence)).findings if f.severity != Severity.ADVICE]


def changed(source: str, mended: str) -> list[Span]:
    """Where ``source`` differs from its mended form."""
    codes = SequenceMatcher(None, source, mended, autojunk=False).get_opcodes()
    return [Span(start, end) for tag, start, end, _, _ in codes if tag != "equal"]


def touches(finding: Finding, places: Sequence[Span]) -> bool:
    """Whether the finding overlaps a changed place or stands right beside it."""
    return any(finding.span.start <= place.end and place.start <= finding.span.end for place in places)


def mends(finding: Finding, source: str, mended: str) -> bool:
    """Whether the first fix of the finding gives the mended sentence of the set."""
    return bool(finding.fixes) and apply(source, finding.fixes[0].edits) == mended


def share(part: int, of: int) -> str:
    return f"{part} of {of} ({100 * part / max(of, 1):.1f} %)"


def count(found: Sequence[Finding], totals: Counter[tuple[str, str]], kind: str) -> None:
    """Adds a sentence of ``kind`` to the totals, over all families and over those of wording."""
    totals[kind, "all"] += bool(found)
    totals[kind, "wording"] += any(f.code.startswith(WORDING) for f in found)


def main() -> int:
    if not SET.exists():
        print("the grammar and word-use set is not here; nothing measured")
        return 0
    checker = lingwu.Checker(lingwu.Config(select=tuple(sys.argv[1:])))
    rows = pairs(SET)
    sound = [source for source, mended in rows if source == mended]
    faulty = [(source, mended) for source, mended in rows if source != mended]
    totals: Counter[tuple[str, str]] = Counter()
    right, beside, false = (Counter[str]() for _ in range(3))
    for source, mended in faulty:
        found = grave(checker, source)
        places = changed(source, mended)
        hits = [f for f in found if touches(f, places)]
        count(found, totals, "found")
        count(hits, totals, "touched")
        count([f for f in hits if mends(f, source, mended)], totals, "mended")
        count(grave(checker, mended), totals, "flagged when mended")
        right.update(f.code for f in hits)
        beside.update(f.code for f in found if f not in hits)
    for source in sound:
        found = grave(checker, source)
        count(found, totals, "flagged")
        false.update({f.code for f in found})
    print("rule\tat the fault\telsewhere in a faulty sentence\tsound sentences flagged")
    for code in sorted({*right, *beside, *false}):
        print(f"{code}\t{right[code]}\t{beside[code]}\t{false[code]}")
    for families in ("all", "wording"):
        print(f"\n{'all rules' if families == 'all' else 'rules of grammar and words: ' + ' '.join(WORDING)}")
        print(f"faulty sentences with a finding 差错/疑似: {share(totals['found', families], len(faulty))}")
        print(f"  where the finding touches the fault:  {share(totals['touched', families], len(faulty))}")
        print(f"  where its fix gives the set's answer: {share(totals['mended', families], len(faulty))}")
        print(
            f"sound sentences flagged:                {share(totals['flagged', families], len(sound))}; bar {BAR:.0%}"
        )
        print(f"mended sentences flagged:               {share(totals['flagged when mended', families], len(faulty))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
