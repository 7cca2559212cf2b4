"""May or may not, and why: what every policy answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """The answer of a policy; true where it allows.

    ``reason`` is one Chinese sentence shown to the person: by what right, or why not. ``on_behalf_of`` names the post
    or person in whose stead the right is used (代行), empty for one's own right.
    """

    allowed: bool
    reason: str
    on_behalf_of: str = ""

    def __bool__(self) -> bool:
        return self.allowed


def yes(reason: str, on_behalf_of: str = "") -> Verdict:
    """Allowed, by this right."""
    return Verdict(True, reason, on_behalf_of)


def no(reason: str) -> Verdict:
    """Not allowed, for this reason."""
    return Verdict(False, reason)


def first(*verdicts: Verdict) -> Verdict:
    """The first that allows, else the first of all."""
    return next((verdict for verdict in verdicts if verdict), verdicts[0])
