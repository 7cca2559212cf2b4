"""Writes the rows of a backup into the tables of a new office. No verb: nobody of the office acts here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

from lingwu_office.site.commands.opening import progress
from lingwu_office.site.commands.tables import CHUNK, kept_models, told, values_of


def load_rows(folder: Path) -> int:
    """Replace what is in the kept tables by the rows in ``folder``; how many there were. Runs in a transaction.

    Raises:
        OSError, KeyError, ValueError: a table is missing, or a line is not of its table.
    """
    tables = kept_models()
    with connection.cursor() as cursor:
        for model in reversed(tables):
            cursor.execute(f"DELETE FROM {_quoted(model._meta.db_table)}")
        rows = sum(_load(model, folder / f"{model._meta.label_lower}.jsonl") for model in tables)
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)
    return rows


def _load(model: type[models.Model], path: Path) -> int:
    count = 0
    with path.open("rb") as lines, connection.cursor() as cursor:
        values: Iterator[list[Any]] = (values_of(model, line) for line in lines)
        while chunk := list(islice(values, CHUNK)):
            cursor.executemany(_insertion(model), chunk)
            count += len(chunk)
    if count:
        progress(told(model, count))
    return count


def _insertion(model: type[models.Model]) -> str:
    columns = [_quoted(str(field.column)) for field in model._meta.concrete_fields]
    marks = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {_quoted(model._meta.db_table)} ({', '.join(columns)}) VALUES ({marks})"


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
