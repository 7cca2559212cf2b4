"""Asked before any verb runs, by parts below those whose verbs they are: whether what it was given may come in.

``audit`` asks; ``files`` answers for marks of secrecy. So no verb, of whatever duty, has to remember it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Keeper = Callable[[str, Mapping[str, Any]], None]
_keepers: list[Keeper] = []


def keep_with(keeper: Keeper) -> None:
    """Let ``keeper(verb, given)`` look at what each verb is given; it raises what it has to say."""
    if keeper not in _keepers:
        _keepers.append(keeper)


def pass_in(verb: str, given: Mapping[str, Any]) -> None:
    """Raises:
    Refused, Invalid: somebody keeps ``given`` out.
    """
    for keeper in _keepers:
        keeper(verb, given)
