"""The question whether a role allows a verb, for parts below the one that can answer it.

``audit`` stands below ``access``, which writes to it; its pages still have to ask. ``access`` answers here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lingwu_office.foundation.verdict import Verdict, no

Answer = Callable[..., Verdict]
_answers: list[Answer] = []


def answer_with(answer: Answer) -> None:
    """Let ``answer(person, verb, unit)`` say from now on what roles allow."""
    _answers[:] = [answer]


def may_by_role(person: Any, verb: str, unit: Any = None) -> Verdict:
    """Whether a role of ``person`` allows ``verb`` in ``unit``; never, as long as nobody answers."""
    return _answers[0](person, verb, unit) if _answers else no("权限尚未就绪，请稍后再试。")
