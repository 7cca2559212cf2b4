"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def office(request: HttpRequest) -> dict[str, Any]:
    """Whether this is the demo, for the notice at the top."""
    return {"demo": settings.DEMO}
