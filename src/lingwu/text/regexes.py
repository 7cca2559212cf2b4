"""Regexes compiled when they are first needed, so that importing a rule costs nothing."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(regex: str) -> re.Pattern[str]:
    """``regex`` compiled, once for the whole run. For the fixed regexes of the program, not for built ones."""
    return re.compile(regex)
