"""Finds the fingerprints that an office accepted inside a text or a comment of it."""

from __future__ import annotations

import re

ACCEPT = re.compile(r"(?:lingwu:\s*accept|零误[:：]\s*接受)[\s:：]*((?:[0-9a-f]{12}(?:-\d+)?[\s,，、]*)+)")


def accepted(text: str) -> list[str]:
    """The fingerprints after each ``lingwu:accept`` or ``零误：接受`` of ``text``, in order."""
    return [word for match in ACCEPT.finditer(text) for word in re.split(r"[\s,，、]+", match[1]) if word]
