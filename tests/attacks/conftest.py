"""The small office of the tests, with everything in it, and a home of its own for its files."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from attacks.world import World, build
from lingwu_office.conftest import office, signed_in

__all__ = ["office", "signed_in"]


@pytest.fixture(autouse=True)
def home(settings: SimpleNamespace, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def world(office: SimpleNamespace) -> World:
    return build(office)
