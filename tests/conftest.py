"""Fixtures of all tests."""

from __future__ import annotations

import io
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import lingwu
from command_line import Done, Lingwu
from lingwu import registry
from lingwu.cli import main
from lingwu.reporters import Checked, Setting
from own_rules import CRASHES, write_rules


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice; where it is missing the test is skipped, with LINGWU_CI set it fails."""
    found = shutil.which("soffice")
    if found is None and os.environ.get("LINGWU_CI"):
        pytest.fail("LINGWU_CI is set but soffice is not installed")
    if found is None:
        pytest.skip("soffice is not installed")
    return found


TEXT = "关于错词的通知\r\n😀有“错词”和《疑词》，<script>alert(1)</script>缺点，已经写明。\r\n在别处，又有错词错词。\r\n"


@pytest.fixture
def checked(tmp_path: Path) -> list[Checked]:
    """What all reporters are shown: a text with findings of every kind, one without, a file that cannot be read."""
    checker = lingwu.Checker(rules=registry.rules_in(write_rules(tmp_path / "rules")))
    files = []
    for name, text in (("一 稿.txt", TEXT), ("clean.txt", "没有问题。")):
        doc = lingwu.read(text.encode(), name)
        files.append(Checked(name, doc, checker.check(doc)))
    return [*files, Checked("bad\udcff.txt", error="bad\udcff.txt 打不开。")]


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    rules = {rule.code: rule for rule in registry.rules_in(write_rules(tmp_path / "rules"))}
    return Setting(rules.get, datetime(2026, 3, 5, 9, 30, tzinfo=UTC))


@pytest.fixture(name="lingwu")
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Lingwu:
    """Runs a command in an empty folder that has the tests' own rules in ``rules`` and lets only these run."""
    write_rules(tmp_path / "rules", tst009_crash=CRASHES)
    (tmp_path / "lingwu.toml").write_text('select = ["TST"]\nrules = ["rules"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*args: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        code = main(args)
        return Done(code, *capfd.readouterr())

    return run


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-corpus`` keeps what the rules now say of tests/corpus as the expected findings."""
    parser.addoption("--update-corpus", action="store_true", help="rewrite tests/corpus/*/*.expected.json")
