"""The verdict as the reporters show it."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from test_html import Reader, page

from lingwu.reporters import Checked, Setting, reporter
from lingwu.reporters._columns import columns
from lingwu.verdict import CLASSES

ROOT = Path(__file__).parents[2]


def shown(checked: list[Checked], setting: Setting) -> list[str]:
    out = io.StringIO()
    reporter("terminal").write(iter(checked), out, replace(setting, statistics=True))
    return out.getvalue().splitlines()


def written(checked: list[Checked], setting: Setting) -> dict[str, dict[str, object]]:
    out = io.StringIO()
    reporter("json").write(iter(checked), out, setting)
    found: dict[str, dict[str, object]] = json.loads(out.getvalue())
    return found


def test_the_terminal_shows_it_only_when_asked(checked: list[Checked], setting: Setting) -> None:
    out = io.StringIO()
    reporter("terminal").write(iter(checked), out, setting)
    assert "差错率" not in out.getvalue()
    lines = shown(checked, setting)
    assert "clean.txt：差错率万分之0.00，不超过万分之一，合格。" in lines
    assert "差错统计（2 个文件）" in lines
    assert any(line.startswith("一 稿.txt：差错率万分之") and "不合格" in line for line in lines)
    assert any(line.startswith("    版面字数 1232（每行 28 字、每面 22 行，2 面") for line in lines)
    assert "    另有建议 1 处，不计。" in lines


def test_columns_stand_under_their_heads(
    checked: list[Checked], setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = shown(checked, setting)
    head = next(line for line in lines if "每处计" in line)
    row = next(line for line in lines if line.startswith("    文字（"))
    assert columns(head.partition("差错")[0]) == columns(re.split(r"\d+ 处", row)[0])
    assert columns(head.partition("依据")[0]) == columns(row.partition("附件")[0])
    monkeypatch.setenv("COLUMNS", "80")
    narrow = shown(checked, setting)
    at = next(index for index, line in enumerate(narrow) if line.startswith("    文字（"))
    assert narrow[at + 1].startswith("      依据：附件 文字差错") and "附件" not in narrow[at]


def test_the_json_has_it_for_each_file_and_for_all(checked: list[Checked], setting: Setting) -> None:
    said = json.loads(json.dumps(written(checked, setting)))
    one, clean, broken = said["files"]
    assert "statistics" not in broken
    assert clean["statistics"]["classes"] == [] and clean["statistics"]["passes"] is True
    assert (one["statistics"]["characters"], one["statistics"]["pages"]) == (616, 1)
    assert one["statistics"]["errors"] == said["statistics"]["errors"]
    assert one["statistics"]["advice"] == 1
    assert said["statistics"]["characters"] == 1232
    assert one["statistics"]["classes"][0]["weight"] == 1.0
    assert one["statistics"]["rate"] == round(one["statistics"]["errors"]["counted"] / 616 * 10_000, 2)


def test_the_page_shows_it_for_each_file_and_for_all(checked: list[Checked], setting: Setting) -> None:
    said = page(checked, setting)
    assert not Reader(said).open
    assert said.count('<div class="verdict">') == 3
    assert "差错统计：全部 2 个文件" in said
    assert page(checked[:1], setting).count('<div class="verdict">') == 1
    rows = re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td>", said)
    assert ("文字（错、别、多、漏、颠倒）", "1") in rows


def test_its_page_names_every_class_with_its_weight() -> None:
    said = (ROOT / "docs" / "reference" / "verdict.md").read_text("utf-8")
    for kind in CLASSES:
        assert re.search(rf"^\| {re.escape(kind.name)} \| {kind.weight}[；\s]", said, re.MULTILINE), kind.name
        limit = kind.alike if kind.alike is not None else kind.most
        row = next(line for line in said.splitlines() if line.startswith(f"| {kind.name} |"))
        assert limit is None or str(limit) in row.split("|")[3], kind.name
