"""Who may store files."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from lingwu_office.audit.action import verbs
from lingwu_office.files.storing import Incoming
from lingwu_office.foundation.testing import Scene, VerbTests


def keeping(office: Any) -> Scene:
    path = Path(tempfile.mkstemp()[1])
    given = Incoming(path, "0" * 64, 0, ".txt", "甲.txt")
    similar = (office.system, office.security, office.auditor)
    return Scene(office.top, right=office.drafter, similar=similar, given={"given": given})


@pytest.fixture(autouse=True)
def home(settings: SimpleNamespace, tmp_path: Path) -> None:
    settings.HOME = tmp_path


class TestVerbs(VerbTests):
    verbs, duty, scenes = verbs, "files", {"files.store": keeping}
