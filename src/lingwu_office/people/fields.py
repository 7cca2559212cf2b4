"""What is typed into a field, as a verb takes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Model

from lingwu_office.foundation.errors import Invalid


def named(text: str, what: str, most: int = 60) -> str:
    """``text`` without blanks around it.

    Raises:
        Invalid: nothing is left, marks of control are in it, or it has more than ``most`` characters.
    """
    kept = text.strip()
    if not kept or not kept.isprintable():
        raise Invalid(f"请填写{what}，不能为空，也不能含控制符。")
    if len(kept) > most:
        raise Invalid(f"{what}不能超过{most}个字，现有{len(kept)}个字。")
    return kept


def changed_fields(thing: Model, fields: Mapping[str, Any], allowed: tuple[str, ...]) -> list[str]:
    """Set the given fields of ``thing`` and name them; nothing is stored yet.

    Raises:
        Invalid: none is given.
        TypeError: a field that may not be changed this way, a mistake of the caller.
    """
    if strange := fields.keys() - set(allowed):
        raise TypeError(f"not to be changed here: {sorted(strange)}")
    if not fields:
        raise Invalid("没有要变更的内容。")
    for name, value in fields.items():
        setattr(thing, name, value)
    return list(fields)


def checked_period(since: date, until: date | None, longest: timedelta | None = None) -> None:
    """Raises:
    Invalid: the period ends before it begins, or lasts longer than ``longest``.
    """
    if until is not None and until < since:
        raise Invalid("截止日期早于起始日期。")
    if longest is not None and (until is None or until - since > longest):
        raise Invalid(f"期限不能超过{longest.days // 365}年。")
