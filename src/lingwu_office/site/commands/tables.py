"""The rows of all tables as lines of JSON, the same for every database: what a backup is made of.

Times keep their microseconds (the audit's hashes are over them), so Django's own serializers, which cut them off, are
not used.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models

PASSING = ("sessions.Session", "axes.AccessAttempt", "axes.AccessAttemptExpiration", "contenttypes.ContentType",
           "auth.Permission", "auth.Group_permissions", "auth.Group")  # fmt: skip
"""Tables that are not kept: sign-ins under way, and what the program itself makes anew."""
CHUNK = 2000


def kept_models() -> list[type[models.Model]]:
    """The models whose rows are kept, with the tables between two models."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and model._meta.label not in PASSING]


def told(model: type[models.Model], count: int) -> str:
    """How many rows of a table there are, in words; a table between two models goes by both their names."""
    between = [part.related_model for part in model._meta.concrete_fields if part.is_relation]
    names = [str(one._meta.verbose_name) for one in between if isinstance(one, type)]
    name = "与".join(names) if model._meta.auto_created else model._meta.verbose_name
    return f"  {name}（{model._meta.label_lower}）{count} 行"


@contextmanager
def one_moment() -> Iterator[None]:
    """All reads within see the database as it was at one moment, while others go on writing."""
    begin = "BEGIN" if connection.vendor == "sqlite" else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def lines_of(model: type[models.Model]) -> Iterator[bytes]:
    """Each row as one line of JSON, ordered by its key, read a chunk at a time."""
    names = [field.attname for field in model._meta.concrete_fields]
    last = None
    while True:
        rows = model._base_manager.order_by("pk").values_list("pk", *names)
        chunk = list((rows if last is None else rows.filter(pk__gt=last))[:CHUNK])
        for _, *values in chunk:
            yield json.dumps(dict(zip(names, values, strict=True)), default=_plain, ensure_ascii=False).encode() + b"\n"
        if len(chunk) < CHUNK:
            return
        last = chunk[-1][0]


def values_of(model: type[models.Model], line: bytes) -> list[Any]:
    """The values of one line as the database at work wants them, in the order of the model's columns.

    Raises:
        KeyError, ValueError, ValidationError: the line is not of this model.
    """
    row = json.loads(line)
    fields = model._meta.concrete_fields
    return [field.get_db_prep_save(_of(field, row[field.attname]), connection) for field in fields]


def _of(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, models.BinaryField) and value is not None:
        return base64.b64decode(value)
    return value if isinstance(field, models.JSONField) else field.to_python(value)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    raise TypeError(f"a value of {type(value).__name__} has no JSON form")
