"""Fixtures of all tests."""

from __future__ import annotations

import os
import shutil

import pytest


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice; where it is missing the test is skipped, with LINGWU_CI set it fails."""
    found = shutil.which("soffice")
    if found is None and os.environ.get("LINGWU_CI"):
        pytest.fail("LINGWU_CI is set but soffice is not installed")
    if found is None:
        pytest.skip("soffice is not installed")
    return found
