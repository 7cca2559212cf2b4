"""When what a person may do has to be read anew: after any change, in this process, to what rights rest on."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.db.models.signals import post_delete, post_save

RESTS_ON = ("access.Grant", "access.Role", "people.Tenure", "people.Delegation", "people.Post", "people.Person")
_counter = count(1)
_state = {"mark": 0}


def mark() -> int:
    """A number that grows with each change; another process's change is seen with the next request."""
    return _state["mark"]


def _changed(**_: Any) -> None:
    _state["mark"] = next(_counter)


def connect() -> None:
    """Start to notice changes."""
    for model in RESTS_ON:
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"rights rest on {model}")
