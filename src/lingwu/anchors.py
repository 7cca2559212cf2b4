"""Words that every match of a regex must contain, read off the regex itself.

A rule whose matches always hold one of a few words need only be tried on lines where such a word stands; the checker
finds all these words in one scan. Nothing is declared by hand, so nothing can drift.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lingwu.text.regexes import compiled

MOST = 40
"""More alternatives than this are no help."""

FREQUENT = frozenset("的一是在不了和人有中大为上个国以要会对等年月日不下第作发工经行、，。：；“”（）《》0123456789. ")
"""Single characters that stand in most lines: useless as anchors."""

FEW = 6
"""With more words than this it is quicker to run a regex over the whole text than to look for each word."""

ENDS = re.compile(r"\^|\$|\\A|\\Z")
"""What ties a regex to the ends of the text or of a line."""

NEGATED = re.compile(r"\[\^(?:\\.|[^\]\\])*\]")
"""A class of what may not stand there: a line end in it keeps a match within its line."""


STORE = Path(__file__).with_name("anchors.json")
"""Words worked out beforehand, by what they were worked out from: only the start of the command needs it."""


def remembered(source: str, work_out: Callable[[], Iterable[str]]) -> tuple[str, ...]:
    """The words that ``work_out`` gives for ``source``, from the store where they are in it.

    ``source`` is all that the words depend on (a regex, the digest of a list), so the store is never stale.
    """
    known = store()
    if source not in known:
        known[source] = tuple(work_out())
    return tuple(known[source])


def digest_of(*paths: Path) -> str:
    """A source for ``remembered``: what stands in the files ``paths``."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()


@cache
def store() -> dict[str, Sequence[str]]:
    """All words worked out so far, by source; with LINGWU_FORGET set (docs/generate.py does) it begins empty."""
    if "LINGWU_FORGET" in os.environ or not STORE.exists():
        return {}
    stored: dict[str, Sequence[str]] = json.loads(STORE.read_text(encoding="utf-8"))
    return stored


def matches(regex: str, text: str) -> Iterator[re.Match[str]]:
    """The matches of a fixed ``regex`` in ``text``, in order, looked for only in lines that hold a word it needs.

    A regex without such words, or one that looks for line ends, is run over the whole text.
    """
    words = () if ENDS.search(NEGATED.sub("", regex)) else anchors_of(needs_of(regex))
    if not 0 < len(words) <= FEW:
        yield from compiled(regex).finditer(text)
        return
    for start, end in sorted(set(_lines_with(words, text))):
        yield from compiled(regex).finditer(text, start, end)


def _lines_with(words: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            yield text.rfind("\n", 0, at) + 1, end
            at = text.find(word, end)


def needs_of(regex: str) -> tuple[str, ...]:
    """The best set of words one of which stands in the line of every match; empty where none can be told."""
    return remembered(regex, lambda: _needs_of(regex))


def _needs_of(regex: str) -> tuple[str, ...]:
    if "(?i" in regex or "\\n" in NEGATED.sub("", regex) or "(?s" in regex:
        return ()
    return tuple(sorted(_best(_candidates(parser.parse(regex)))))


def anchors_of(needs: tuple[str, ...]) -> tuple[str, ...]:
    """``needs`` where it pays to look for them one by one, else nothing."""
    return needs if needs and _worth(frozenset(needs)) else ()


def _worth(words: frozenset[str]) -> bool:
    return len(words) <= MOST and not any(word in FREQUENT for word in words)


def _score(words: frozenset[str]) -> tuple[bool, int, int]:
    return _worth(words), min(map(len, words)), -len(words)


def _best(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return max((words for words in sets if words and "" not in words), key=_score, default=frozenset())


def _candidates(items: Any) -> list[frozenset[str]]:
    """For each part of a sequence that every match must contain: the words it can be."""
    found: list[frozenset[str]] = []
    run = ""
    for code, value in items:
        if code is op.LITERAL:
            run += chr(value)
            continue
        found.append(frozenset({run}))
        run = ""
        found.append(_of_part(code, value))
    return [*found, frozenset({run})]


def _of_part(code: Any, value: Any) -> frozenset[str]:
    if code is op.IN and all(kind is op.LITERAL for kind, _ in value):
        return frozenset(chr(char) for _, char in value)
    if code is op.BRANCH:
        parts = [_best(_candidates(branch)) for branch in value[1]]
        return frozenset().union(*parts) if all(parts) else frozenset()
    if code in REPEATS and value[0] > 0:
        return _best(_candidates(value[2]))
    inner = INNER.get(code)
    return _best(_candidates(inner(value))) if inner else frozenset()


REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
INNER = {op.SUBPATTERN: lambda value: value[3], op.ASSERT: lambda value: value[1], op.ATOMIC_GROUP: lambda value: value}
"""Parts that must match for the whole to match, and where what they hold stands in the parse tree."""
