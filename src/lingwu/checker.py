"""Runs rules over a document: one scan for all words, one report for all findings."""

from __future__ import annotations

import hashlib
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from typing import cast

from lingwu import own, registry
from lingwu.config import Config
from lingwu.document import Document, Place, Span
from lingwu.finding import Edit, Finding, Fix, Hit, Report, Safety, Severity
from lingwu.lexicon import Scan
from lingwu.rule import Anchored, Rule, configured
from lingwu.structure.places import places_of

ENGINE = "lingwu 0.1.0"
CONTEXT = 6
"""Code points on either side that a fingerprint takes in."""
WORD = 12
"""A finding of more code points than this is about a sentence, not about the characters in it."""


class Checker:
    """Holds rules made ready by a configuration; ``check`` may be called from many threads at once.

    Args:
        config: the office's settings (None: the defaults).
        rules: the rules to run (None: all that ``registry`` finds and ``config`` wants).

    Raises:
        ConfigError: a word list, a rule folder or the baseline of ``config`` cannot be read.
    """

    def __init__(self, config: Config | None = None, rules: Iterable[Rule] | None = None) -> None:
        self.config = config or Config()
        chosen = _all_rules(self.config) if rules is None else rules
        self.rules: tuple[Rule, ...] = tuple(
            _configured(rule, self.config) for rule in chosen if self.config.wants(rule.code)
        )
        self._accepted = self.config.accepted()

    @cached_property
    def ruleset(self) -> str:
        """Names the rules and word lists at work: equal rulesets give equal findings.

        A rule's own functions are not part of the name; what shows of them outside, its examples, is.
        """
        digest = hashlib.sha256()
        for rule, words in zip(self.rules, self._anchors, strict=True):
            said = (rule.code, rule.severity, rule.safety, rule.message, *rule.bad, *rule.good, *words)
            digest.update("\0".join(said).encode("utf-8", "surrogatepass"))
        return f"{len(self.rules)}条-{digest.hexdigest()[:12]}"

    def check(self, doc: Document) -> Report:
        """All findings of ``doc`` by where they start; a rule that crashes becomes a note and the rest stands."""
        began = time.perf_counter()
        notes = list(doc.meta.get("notes", ()))
        found = sorted(self._findings(doc, notes), key=lambda finding: (finding.span, finding.code))
        found = _numbered(self._first_words(found))
        accepted = self._accepted | frozenset(doc.meta.get("accepted", ()))
        kept = tuple(finding for finding in found if finding.fingerprint not in accepted)
        return Report(
            findings=kept,
            notes=tuple(notes),
            engine=ENGINE,
            ruleset=self.ruleset,
            digest=doc.meta.get("digest") or hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest(),
            seconds=time.perf_counter() - began,
            accepted=len(found) - len(kept),
        )

    def _first_words(self, found: Sequence[Finding]) -> list[Finding]:
        """``found`` without the findings of rules that give way to another finding of the same characters."""
        shy = {rule.code for rule in self.rules if rule.gives_way}
        taken = [
            f.span for f in found if f.code not in shy and f.severity is not Severity.ADVICE and len(f.span) <= WORD
        ]
        starts = [span.start for span in taken]
        ends = [*accumulate((span.end for span in taken), max)]

        def free(span: Span) -> bool:
            before = bisect_right(starts, span.end)
            return not before or ends[before - 1] < span.start

        return [f for f in found if f.code not in shy or free(f.span)]

    @cached_property
    def _anchors(self) -> tuple[tuple[str, ...], ...]:
        """For each rule the words that the one scan looks for on its behalf; none: it runs over the whole text."""
        return tuple(tuple(getattr(rule.find, "anchors", ())) for rule in self.rules)

    @cached_property
    def _words(self) -> tuple[Scan, list[list[int]]]:
        """The scan for all anchors, and for each of its words the rules that wait for it."""
        waiting: dict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(self._anchors):
            for word in words:
                waiting[word].append(index)
        scan = Scan(waiting)
        return scan, [waiting[word] for word in scan.words]

    def _findings(self, doc: Document, notes: list[str]) -> Iterator[Finding]:
        places: dict[int, list[tuple[int, int]]] = defaultdict(list)
        scan, waiting = self._words
        for word, start, end in scan.hits(doc.text):
            for index in waiting[word]:
                places[index].append((start, end))
        path = str(doc.meta.get("path", ""))
        for index, rule in enumerate(self.rules):
            if self.config.wants(rule.code, path):
                try:
                    yield from self._of_rule(rule, doc, places.get(index, ()) if self._anchors[index] else None)
                except Exception as error:  # a rule may come from anyone: its crash must not take the report with it
                    notes.append(f"规则 {rule.code} 运行出错，已跳过（{type(error).__name__}: {error}）。")

    def _of_rule(self, rule: Rule, doc: Document, places: Sequence[tuple[int, int]] | None) -> list[Finding]:
        """The findings of one rule: near the places of its words, or (None) in the whole document."""
        hits = rule.find(doc) if places is None else cast(Anchored, rule.find).near(doc, places)
        return [finding for hit in hits if (finding := self._finding(rule, doc, hit))]

    def _finding(self, rule: Rule, doc: Document, hit: Hit) -> Finding | None:
        block = doc.block_at(hit.span.start)
        if rule.where and (block is None or block.role not in rule.where):
            return None
        places = places_of(doc, hit.span)
        if Place.CODE in places or any(place in rule.skip for place in places):
            return None
        old = hit.span.of(doc.text)
        if any(word in old or _within(word, doc.text, hit.span) for word in self.config.accept):
            return None
        return Finding(
            code=rule.code,
            span=hit.span,
            message=rule.says(old, hit),
            severity=self.config.severity_of(rule.code, rule.severity),
            basis=rule.basis,
            fixes=tuple(_fixes(rule, hit)),
            fingerprint=_fingerprint(rule.code, doc, hit.span),
            places=places,
        )


def _configured(rule: Rule, config: Config) -> Rule:
    find = configured(rule.find, config)
    return rule if find is rule.find else replace(rule, find=find)


def _all_rules(config: Config) -> list[Rule]:
    asked = (*config.preview, *config.select)
    found = [rule for rule in registry.rules() if rule.status != "preview" or rule.code.startswith(asked)]
    for folder in config.paths(config.rules):
        found += registry.rules_in(folder)
    return [*found, *own.rules(config)]


def _fixes(rule: Rule, hit: Hit) -> Iterator[Fix]:
    if hit.edits:
        yield Fix(hit.edits, rule.safety)
    elif hit.new is not None:
        yield Fix((Edit(hit.span, hit.new),), rule.safety)
    for option in hit.options:
        yield Fix((Edit(hit.span, option),), max(rule.safety, Safety.CONFIRM, key=list(Safety).index))


def _fingerprint(code: str, doc: Document, span: Span) -> str:
    left = doc.text[max(0, span.start - CONTEXT) : span.start].rpartition("\n")[2]
    right = doc.text[span.end : span.end + CONTEXT].partition("\n")[0]
    said = "\0".join((code, left.strip(), span.of(doc.text), right.strip()))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _numbered(found: Sequence[Finding]) -> list[Finding]:
    """Findings alike down to their surroundings get a number, so that each can be accepted by itself."""
    seen: Counter[str] = Counter()
    result = []
    for finding in found:
        seen[finding.fingerprint] += 1
        count = seen[finding.fingerprint]
        result.append(finding if count == 1 else replace(finding, fingerprint=f"{finding.fingerprint}-{count}"))
    return result


def _within(word: str, text: str, span: Span) -> bool:
    """Whether ``span`` stands inside an occurrence of ``word``."""
    at = text.find(word, max(0, span.end - len(word)), span.start + len(word))
    return at >= 0 and at <= span.start and span.end <= at + len(word)
