"""Texts as files: laid out to GB/T 9704, or with the checker's fixes as tracked changes. Lingwu does the work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import lingwu
from lingwu.typeset import composing
from lingwu.typeset.matter import Matter
from lingwu_office.foundation.errors import Invalid
from lingwu_office.proofreading.checking import checker, house_words, readable

DOCX, PDF = ".docx", ".pdf"
WHERE = "公文要素"


@dataclass(frozen=True)
class Made:
    """A file made of a text: its bytes, and what the one who takes it is to be told."""

    data: bytes
    notes: tuple[str, ...] = ()


def typeset(text: str, elements: Mapping[str, str | Sequence[str]], suffix: str) -> Made:
    """``text`` with its ``elements`` (by the keys of front matter) laid out as ``suffix`` (``DOCX`` or ``PDF``) says.

    Raises:
        Invalid: it cannot be laid out; the sentence is the typesetter's own.
    """
    said = {key: list(value) if not isinstance(value, str) else value for key, value in elements.items()}
    try:
        done = composing.typeset(readable(text), suffix, Matter.of(said, WHERE))
    except lingwu.LingwuError as error:
        raise Invalid(str(error)) from error
    return Made(done.data, tuple(done.notes))


def tracked(data: bytes, name: str, author: str, dismissed: Iterable[str]) -> Made:
    """A .docx with all that may be mended after a look as tracked changes of ``author``; the rest as it is.

    ``dismissed`` are fingerprints of findings that somebody left as they are.

    Raises:
        Invalid: the file cannot be read or written.
    """
    words = house_words()
    try:
        doc = lingwu.read(data, name)
        doc = replace(doc, meta={**doc.meta, "accepted": tuple(dismissed)})
        report = checker(words).check(doc)
        fixed = lingwu.fix(doc, report, lingwu.Safety.CONFIRM, lingwu.Config(accept=words))
        return Made(lingwu.write(doc, fixed, "tracked", author))
    except lingwu.LingwuError as error:
        raise Invalid(str(error)) from error
