"""Tables of facts that come with Lingwu: organs, areas, days, fixed terms (``lexicons/*.tsv``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "lexicons"
Row = Mapping[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of the table ``name`` by column: ``#`` lines say what it is, then a header line, then the rows."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(dict(zip(rows[0], row + [""] * (len(rows[0]) - len(row)), strict=True)) for row in rows[1:])


@cache
def column(name: str, key: str, value: str) -> Mapping[str, str]:
    """For each row of the table ``name`` that has something in both columns: ``key`` to ``value``."""
    return {row[key]: row[value] for row in table(name) if row[key] and row[value]}


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """The cells of one column, cut at ``|``, each word once, the longest first."""
    found = {word for row in table(name) for word in row[key].split("|") if word}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
