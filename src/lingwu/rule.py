"""A rule and the shapes that most rules have: swap, pattern, agree, whole, and laid_out for how a file is set.

A rule only reports. Its ``find`` takes a document and yields hits; the checker turns them into findings. A finder that
has ``anchors`` (words, one of which every hit contains) is not run over the whole text: the checker finds all words of
all rules in one scan and calls ``near`` with the places of that rule's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol

from lingwu.anchors import anchors_of, needs_of
from lingwu.document import Document, Kind, Place, Role, Span
from lingwu.finding import Basis, Edit, Hit, Safety, Severity, Strength
from lingwu.gbt9704.profile import Profile
from lingwu.lexicon import Entry, Lexicon, Scan
from lingwu.structure.layout import Layout, layout_of
from lingwu.text.context import REACH, stands_inside

__all__ = [
    "MEND", "Basis", "Document", "Edit", "Entry", "Hit", "Kind", "Layout", "Lexicon", "Place", "Profile", "Role",
    "Rule", "Safety", "Severity", "Span", "Strength", "agree", "laid_out", "pattern", "swap", "whole",
]  # fmt: skip

Finder = Callable[[Document], Iterable[Hit]]
LayoutFinder = Callable[[Document, Layout, Profile], Iterable[Hit]]
MEND = "可用 lingwu typeset 重排。"
"""How the message of a rule on layout ends: what mends it."""
Replacement = str | Callable[[re.Match[str]], str | None] | None


class Anchored(Protocol):
    """A finder that needs to look only where one of its words stands."""

    @property
    def anchors(self) -> Sequence[str]: ...

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterable[Hit]: ...


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A stateless reporter of one kind of slip.

    ``bad`` maps a text to its mended form; where there is no mechanical fix it maps to None and the text marks the
    place with ⟦ ⟧. ``good`` are texts on which a naive rule would give a false alarm. ``where`` limits the rule to
    blocks of these roles (empty: all); ``skip`` names places in which it stays silent. ``message`` may use ``{old}``,
    ``{new}`` and the fields of ``Hit.says``. A rule that ``gives_way`` is silent where another rule speaks of the same
    characters. The examples of a rule on layout are changes to the specimen (see
    ``lingwu.specimen``); they are tested on the .docx made from it.
    """

    code: str
    title: str
    basis: Basis
    message: str
    find: Finder
    bad: Mapping[str, str | None]
    good: Sequence[str]
    severity: Severity = Severity.ERROR
    safety: Safety = Safety.CONFIRM
    where: Sequence[Role] = ()
    skip: Sequence[Place] = ()
    gives_way: bool = False
    since: str = "0.1"
    status: str = "stable"
    explanation: str = field(default="", compare=False)

    def says(self, old: str, hit: Hit) -> str:
        """The message of this rule for one hit whose text is ``old``."""
        fields = {"old": old, "new": hit.new if hit.new is not None else "", **hit.says}
        return self.message.format_map(fields)


def pattern(regex: str, new: Replacement = None, *, unless: str = "") -> Pattern:
    """Each match of ``regex`` within one line is a hit.

    The hit's span is the group ``x`` where the regex names one, else the whole match. ``new`` is a template as for
    ``Match.expand`` or a function of the match (None: no mechanical fix; a function that returns the text unchanged
    means: no hit after all). ``unless`` is a regex that the hit must not stand inside, searched within the line.
    """
    return Pattern(regex, new, unless)


def swap(lexicon: Lexicon) -> Swap:
    """Each wrong word of ``lexicon``, where its conditions hold, is a hit."""
    return Swap(lexicon)


def agree(*groups: Sequence[str]) -> Agree:
    """Of each group of equal forms, a document should use one: the rarer ones are hits."""
    return Agree(tuple(tuple(group) for group in groups))


def whole(function: Finder) -> Finder:
    """A finder that is a plain function of the document."""
    return function


def laid_out(function: LayoutFinder, *, drafts: bool = False) -> LaidOut:
    """A finder that looks at how an official document is set; see ``structure.layout`` for what it is given.

    It is not called for texts, nor for files that are no official documents in form; for those that nobody has laid
    out yet only where ``drafts`` is said, and then for no others.
    """
    return LaidOut(function, drafts)


@dataclass(frozen=True)
class Pattern:
    """The shape ``pattern``; see there."""

    regex: str
    new: Replacement = None
    unless: str = ""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.regex, re.MULTILINE)

    @cached_property
    def exempt(self) -> re.Pattern[str] | None:
        return re.compile(self.unless, re.MULTILINE) if self.unless else None

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Words one of which stands in the line of every match; empty where none can be told."""
        return needs_of(self.regex)

    @property
    def anchors(self) -> Sequence[str]:
        """``needs``, where they are rare enough to be looked for one by one."""
        return anchors_of(self.needs)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        if self.needs and not any(word in doc.text for word in self.needs):
            return
        if "\r" not in doc.text:
            yield from self._hits(self.compiled.finditer(doc.text))
            return
        for block in doc.blocks:
            yield from self._hits(self.compiled.finditer(doc.text, block.span.start, block.span.end))

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        for start, end in lines_around(doc, spans):
            yield from self._hits(self.compiled.finditer(doc.text, start, end))

    def _hits(self, matches: Iterable[re.Match[str]]) -> Iterator[Hit]:
        for match in matches:
            group = "x" if "x" in match.re.groupindex else 0
            start, end = match.span(group)
            if self.exempt and stands_inside(self.exempt, match.string, start, end):
                continue
            old, new = match.group(group), self._replace(match)
            if new != old:
                yield Hit(Span(start, end), new)

    def _replace(self, match: re.Match[str]) -> str | None:
        if callable(self.new):
            return self.new(match)
        return self.new if self.new is None else match.expand(self.new)


@dataclass(frozen=True)
class Swap:
    """The shape ``swap``; see there."""

    lexicon: Lexicon

    @property
    def anchors(self) -> Sequence[str]:
        return self.lexicon.wrongs

    def __call__(self, doc: Document) -> Iterator[Hit]:
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        last, entry, around = 0, None, (0, 0, "")
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if end <= last:
                continue
            seen, around = around, _surroundings(doc.text, start, end)
            if around != seen:  # the same again needs no second look: a text may hold a million alike characters
                entry = self.lexicon.entry_at(doc.text, start, end)
            if entry:
                last = end
                new = entry.right[0] if entry.right else None
                yield Hit(Span(start, end), new, entry.right[1:], says={"note": entry.note})


def _surroundings(text: str, start: int, end: int) -> tuple[int, int, str]:
    """All that the conditions of an entry can look at; twice the reach, as lookbehinds may go past it."""
    left = max(0, start - 2 * REACH)
    return start - left, end - start, text[left : end + 2 * REACH]


@dataclass(frozen=True)
class Agree:
    """The shape ``agree``; see there."""

    groups: tuple[tuple[str, ...], ...]

    @cached_property
    def anchors(self) -> Sequence[str]:
        return tuple(form for group in self.groups for form in group)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        counts = Counter(doc.text[start:end] for start, end in spans)
        for group in self.groups:
            used = [form for form in group if counts[form]]
            if len(used) < 2:
                continue
            usual = max(used, key=lambda form: counts[form])
            for start, end in spans:
                form = doc.text[start:end]
                if form in used and form != usual:
                    yield Hit(Span(start, end), usual)


@dataclass(frozen=True)
class LaidOut:
    """The shape ``laid_out``; see there. ``profile`` is the office's own layout, else that of the standard."""

    function: LayoutFinder
    drafts: bool = False
    profile: Profile = field(default_factory=Profile)

    def configured(self, config: Any) -> LaidOut:
        said = getattr(config, "typeset", {})
        return replace(self, profile=Profile.of(said)) if said else self

    def __call__(self, doc: Document) -> Iterable[Hit]:
        layout = layout_of(doc)
        if layout is None:
            return ()
        from lingwu.gbt9704.drafts import is_draft  # only few documents come so far

        return self.function(doc, layout, self.profile) if is_draft(doc, layout, self.profile) is self.drafts else ()


def lines_around(doc: Document, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines that hold the given places, each once, in order."""
    done = -1
    for start, _ in sorted(spans):
        if start < done:
            continue
        block = doc.block_at(start)
        if block:
            done = block.span.end
            yield block.span.start, block.span.end


def configured(finder: Finder, config: Any) -> Finder:
    """``finder`` as the office's configuration wants it, where it has a say in that."""
    adapt = getattr(finder, "configured", None)
    adapted: Finder = adapt(config) if adapt else finder
    return adapted
