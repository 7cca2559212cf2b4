"""The venues, one module each: ``SIDED`` (never, may, must), ``ROLES`` that have seats of their own, and ``build``.

``build(spec, rules, counts)`` gives the layout for so many persons (``counts`` by pool, seats kept empty among them).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, cast

from lingwu.seating.venue import Layout, VenueError

WORDS: Mapping[str, str] = {
    "rostrum": "主席台", "hall": "报告厅", "ring": "回形桌", "table": "长桌会谈", "banquet": "宴会圆桌",
    "sofa": "会见厅", "photo": "合影", "signing": "签字仪式", "car": "乘车",
}  # fmt: skip
"""The kinds with their Chinese words; either may be written."""


class Venue(Protocol):
    """What the module of a venue has."""

    SIDED: str
    ROLES: Sequence[str]
    SIZES: Mapping[str, str]
    build: Callable[[Mapping[str, Any], Mapping[str, str], Mapping[str, int]], Layout]


def kinds() -> list[str]:
    """The kinds of venues, found in this folder."""
    return sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))


def kind_of(spec: Mapping[str, Any]) -> str:
    """The kind that a scheme's venue names, in English.

    Raises:
        VenueError: there is no such kind.
    """
    said = str(spec.get("kind", ""))
    named = {words: kind for kind, words in WORDS.items()}
    kind = named.get(said, said)
    if kind not in WORDS:
        known = "、".join(f"{words}（{name}）" for name, words in WORDS.items())
        raise VenueError(f"没有“{said}”这种会场；可用的有：{known}。")
    return kind


def venue(kind: str) -> Venue:
    """The module of a kind."""
    return cast(Venue, importlib.import_module(f"{__name__}.{kind}"))


def checked(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The sizes of a venue, looked over.

    Raises:
        VenueError: a size is not known, or is not of its form.
    """
    kind = kind_of(spec)
    sizes = venue(kind).SIZES
    for name, value in spec.items():
        if name == "kind":
            continue
        if name not in sizes:
            known = "；".join(f"{size}（{words}）" for size, words in sizes.items())
            raise VenueError(f"{WORDS[kind]}没有“{name}”这一项；可用的有：{known}。")
        if not _fits(name, value):
            raise VenueError(f"{WORDS[kind]}的“{name}”写作“{value}”，不对；它是：{sizes[name]}。")
    return {**spec, "kind": kind}


LISTS, TEXTS, FLAGS = {"rows", "blocks", "tables", "cars", "missing"}, {"odd"}, {"open", "podium", "fixed"}


def _fits(name: str, value: object) -> bool:
    if name in FLAGS:
        return isinstance(value, bool)
    if name in TEXTS:
        return isinstance(value, str)
    if name in {"cars", "missing"}:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if name in LISTS:
        items = value if isinstance(value, list) else [value]
        return bool(items) and all(map(_is_size, items))
    return _is_size(value)


def _is_size(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 5000
