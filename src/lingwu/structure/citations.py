"""Laws and regulations cited between title marks, and the table of their names that comes with Lingwu."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lingwu.document import Document, Span
from lingwu.structure.ordinals import number_of

TABLE = Path(__file__).parents[1] / "lexicons" / "laws.tsv"
PREFIX = "中华人民共和国"
_CITED = (
    r"《(?P<name>[^《》〈〉“”\s]{2,40}(?:法|法典|条例|办法|通则|总则|细则|规定))(?:[（(][^（）()《》]{1,20}[）)])?》"
)
_ARTICLE = r"[（(]?(?:以下简称[^（）()]{1,20}[）)])?第(?P<article>[一二三四五六七八九十百千零〇]{1,9}|\d{1,4})条"


@dataclass(frozen=True, slots=True)
class Law:
    """A law or regulation. ``name`` is without 中华人民共和国; ``articles`` is 0 where it is not known."""

    name: str
    prefixed: bool
    kind: str
    version: str
    articles: int
    repealed: str
    successor: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A law named between title marks: ``span`` is the name, ``article`` the number cited right after it (0: none)."""

    name: str
    span: Span
    article: int
    article_span: Span | None


def laws() -> Mapping[str, Law]:
    """The table by name."""
    return _laws()


def citations(doc: Document) -> tuple[Citation, ...]:
    """The laws and regulations cited in ``doc``, in order, worked out once for it."""
    return doc.derive(_citations)


def bare(name: str) -> str:
    """``name`` without 中华人民共和国."""
    return name.removeprefix(PREFIX)


@lru_cache(maxsize=1)
def _laws() -> Mapping[str, Law]:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = (Law(r[0], bool(r[1]), r[2], r[3], int(r[4]), r[5], r[6]) for r in rows[1:])
    return {law.name: law for law in found}


def _citations(doc: Document) -> tuple[Citation, ...]:
    return tuple(_each(doc.text)) if "《" in doc.text else ()


def _each(text: str) -> Iterator[Citation]:
    cited, article = re.compile(_CITED), re.compile(_ARTICLE)
    for match in cited.finditer(text):
        after = article.match(text, match.end())
        number = number_of(after["article"]) if after else None
        yield Citation(
            match["name"], Span(*match.span("name")), number or 0, Span(after.start("article") - 1, after.end())
            if after and number else None,
        )  # fmt: skip
