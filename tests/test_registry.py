"""Rules and formats are found by folder, by entry point, and in an office's own folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lingwu import registry
from lingwu.errors import ConfigError

OWN = """
'''试。'''
from lingwu.rule import Basis, Rule, pattern
rule = Rule(
    code="OFF001", title="试", basis=Basis("本单位"), message="{old}。", find=pattern("甲乙丙"), bad={}, good=[]
)
"""


def test_an_installed_package_can_bring_rules(tmp_path: Path) -> None:
    (tmp_path / "office_rules.py").write_text(OWN, encoding="utf-8")
    info = tmp_path / "office_rules-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: office-rules\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[lingwu.rules]\nOFF001 = office_rules:rule\n", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import lingwu; print(lingwu.check('甲乙丙').findings)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "code='OFF001'" in done.stdout


def test_an_own_folder_brings_rules(tmp_path: Path) -> None:
    (tmp_path / "off001_own.py").write_text(OWN, encoding="utf-8")
    assert [rule.code for rule in registry.rules_in(tmp_path)] == ["OFF001"]


@pytest.mark.parametrize("source", ["rule = 3", "import nothing_of_the_kind", "def"])
def test_a_broken_own_rule_is_one_clear_sentence(tmp_path: Path, source: str) -> None:
    (tmp_path / "off002_broken.py").write_text(source, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"^规则文件 .*off002_broken\.py"):
        registry.rules_in(tmp_path)
