"""``lingwu fonts``: which faces are there, and what stands in for those that are not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from command_line import Lingwu
from lingwu.cli.fonts import table
from lingwu.errors import MissingTool
from lingwu.gbt9704.fonts import Choice
from lingwu.gbt9704.geometry import Face
from lingwu.gbt9704.profile import Profile
from lingwu.typeset.installed import Family, choices, installed

OFFICE = tuple(map(Family, ("FangSong", "SimHei", "KaiTi", "方正小标宋_GBK", "SimSun", "方正小标宋简体")))
FREE = tuple(map(Family, ("Noto Serif CJK SC", "Noto Sans CJK SC", "AR PL KaitiM GB")))


def test_faces_that_are_there_are_told_by_their_names() -> None:
    rows = list(table(choices(Profile(), OFFICE), OFFICE))
    assert len(rows) == 1 + len(Face)
    assert "未装" not in "".join(rows) and "替代" not in "".join(rows)
    assert next(row for row in rows if row.startswith("小标宋")).count("方正小标宋") == 3


def test_what_stands_in_is_said_to_do_so() -> None:
    rows = list(table(choices(Profile(), FREE), FREE))
    assert next(row for row in rows if row.startswith("楷体")).endswith(
        "未装  AR PL KaitiM GB（替代）".replace("  ", " " * 6)
    )
    assert "没有可用的中文字体" in "".join(table(choices(Profile(), ()), ()))


def test_the_office_chooses_its_own() -> None:
    families = (*OFFICE, Family("华文中宋"))
    chosen = choices(Profile(fonts={"小标宋": "华文中宋"}), families)
    assert Choice(Face.XIAOBIAOSONG, "华文中宋", True) in chosen


def test_the_command(lingwu: Lingwu) -> None:
    done = lingwu("fonts", "--all")
    assert done.code == 0
    assert all(face in done.out for face in Face)
    assert f"本机共有 {len(installed())} 种字体" in done.out


def test_without_typst_fontconfig_is_asked_and_without_both_it_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    program = tmp_path / "fc-list"
    program.write_text("#!/bin/sh\nprintf 'FangSong\\t/f/simfang.ttf\\nFangSong\\t/f/2.ttf\\nKaiTi\\t/f/k.ttf\\n'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installed() == (Family("FangSong", "/f/simfang.ttf"), Family("KaiTi", "/f/k.ttf"))
    program.unlink()
    with pytest.raises(MissingTool, match="typst"):
        installed()
