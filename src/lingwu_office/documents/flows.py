"""The flows that an office starts with, and reading those it has."""

from __future__ import annotations

import json
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from lingwu_office.documents.domain import flow as domain
from lingwu_office.documents.models import Document, Flow

DATA = Path(__file__).with_name("flows.toml")


def default_flows() -> list[dict[str, Any]]:
    """The rows of ``flows.toml``: name, direction, kinds and steps.

    Raises:
        FlowError: a row does not fit.
    """
    rows: list[dict[str, Any]] = tomllib.loads(DATA.read_text("utf-8"))["flow"]
    for row in rows:
        domain.parse(row["name"], row["direction"], row["steps"])
    return rows


def load_flows() -> None:
    """Put the default flows into the database where they are not there yet; what the office edited stays."""
    for row in default_flows():
        given = {key: row[key] for key in ("direction", "kinds", "steps")}
        Flow.objects.get_or_create(name=row["name"], defaults=given)


def flow_for(direction: str, kind: str = "", *, for_action: bool = True) -> Flow | None:
    """The active flow for a document: the first that names ``kind``; for 收文 by whether it is 批办 or 阅知."""
    flows = list(Flow.objects.filter(direction=direction, active=True).order_by("pk"))
    named = next((flow for flow in flows if kind and kind in flow.kinds), None)
    if named or direction == "out":
        return named or next(iter(flows), None)
    act = domain.Act.INSTRUCT if for_action else domain.Act.CIRCULATE
    return next((flow for flow in flows if any(step.get("act", step["key"]) == act for step in flow.steps)), None)


def flow_of(document: Document) -> domain.Flow:
    """The flow that ``document`` goes through."""
    return _parsed(document.flow.name, document.flow.direction, json.dumps(document.flow.steps))


@lru_cache(maxsize=64)
def _parsed(name: str, direction: str, steps: str) -> domain.Flow:
    return domain.parse(name, direction, json.loads(steps))
