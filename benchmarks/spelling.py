"""Spelling: how many wrong characters are found and mended, and how many sound sentences are changed.

python benchmarks/spelling.py              the model alone, on all sets that are here, then speed and memory
python benchmarks/spelling.py --rules      with the other rules of wording too, sets alone
python benchmarks/spelling.py --card       and writes the figures onto the model's card

Metric A counts whole sentences: right means that the sentence reads exactly as the set wants it. One operating point,
set in training on texts held back from it, serves all sets; nothing is tuned on them. The sets lie in ../shared/bench
and are never shown, only counted.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one core, as the figures say

import lingwu
from lingwu.document import Document, Span
from lingwu.edits import apply
from lingwu.finding import Edit, Severity
from lingwu.spelling.finder import speller
from lingwu.spelling.model import FOLDER

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = ("ecspell_law.test", "cscdns.dev", "clean_rmrb.dedup")
Mend = Callable[[Sequence[str]], list[str]]


def by_speller(sentences: Sequence[str]) -> list[str]:
    """Each sentence with the slips mended that the model speaks of."""
    text = "\n".join(sentences)
    edits = [Edit(Span(slip.start, slip.end), slip.new) for slip in speller().slips(text)]
    return apply(text, edits).split("\n")


def by_rules(sentences: Sequence[str]) -> list[str]:
    """Each sentence with the first fix of every finding 差错/疑似 of wording and spelling made, where they do not
    overlap."""
    checker = lingwu.Checker(lingwu.Config(select=("SPL", "WRD", "CHR", "GRM")))
    return [_mended(checker, sentence) for sentence in sentences]


def _mended(checker: lingwu.Checker, sentence: str) -> str:
    edits: list[Edit] = []
    for finding in checker.check(Document(sentence)).findings:
        if finding.fixes and finding.severity is not Severity.ADVICE:
            for edit in finding.fixes[0].edits:
                if all(edit.span.start >= other.span.end or edit.span.end <= other.span.start for other in edits):
                    edits.append(edit)
    return apply(sentence, sorted(edits, key=lambda edit: edit.span))


def metric_a(pairs: Sequence[tuple[str, str]], read: Sequence[str]) -> str:
    """F1, precision and recall of whole sentences, and the share of sound ones that were changed, in per cent."""
    faulty = sum(source != wanted for source, wanted in pairs)
    changed = sum(source != said for (source, _), said in zip(pairs, read, strict=True))
    right = sum(source != wanted == said for (source, wanted), said in zip(pairs, read, strict=True))
    spoilt = sum(source == wanted != said for (source, wanted), said in zip(pairs, read, strict=True))
    sound = len(pairs) - faulty
    said = f"sound sentences changed {spoilt} of {sound} ({100 * spoilt / max(sound, 1):.2f} %)"
    if not faulty:
        return said
    precision, recall = right / max(changed, 1), right / faulty
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"A-F1 {100 * f1:.1f} (precision {100 * precision:.1f}, recall {100 * recall:.1f}); {said}"


def sets(mend: Mend) -> Iterator[tuple[str, str]]:
    """Each set that is here with its figures."""
    for name in SETS:
        path = SHARED / "bench" / f"{name}.tsv"
        if path.exists():
            rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
            pairs = [(row[0], row[1]) for row in rows]
            yield name, metric_a(pairs, mend([source for source, _ in pairs]))


def reference() -> Iterator[tuple[str, str]]:
    """Findings on the clean texts, and how fast they are read, on one core."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "reference").glob("**/*.txt"))]
    if not texts:
        return
    checker = lingwu.Checker(lingwu.Config(ignore=("SPL",)))
    checker.check(Document(texts[0]))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    found = sum(len(speller().slips(text)) for text in texts)
    spent, size = time.perf_counter() - began, sum(map(len, texts))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield "clean reference texts", f"{found} findings in {size:,} characters, {1e4 * found / size:.2f} per 10,000"
    yield "speed on clean texts, one core", f"{size / spent:,.0f} characters a second"
    yield "memory over the rules alone", f"{(peak - before) / 1024:.0f} MB"


def main() -> int:
    rules, card = "--rules" in sys.argv[1:], "--card" in sys.argv[1:]
    figures: dict[str, str] = {}
    for name, said in chain(() if rules else reference(), sets(by_rules if rules else by_speller)):
        print(f"{name}: {said}", flush=True)
        figures[name] = said
    if card:
        path = FOLDER / "card.json"
        whole = {**json.loads(path.read_text(encoding="utf-8")), "figures": figures}
        path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
