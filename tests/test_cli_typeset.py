"""``lingwu typeset`` and ``lingwu new`` as a clerk calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

import lingwu as package
from command_line import Lingwu, write
from lingwu.typeset import skeletons

DRAFT = "×市人民政府关于防汛工作的通知\n\n各单位：\n\n要落实责任。\n\n×市人民政府\n2026年3月8日\n"


def test_typeset_writes_beside_the_draft_and_leaves_it(lingwu: Lingwu) -> None:
    source = write("稿.txt", DRAFT)
    done = lingwu("typeset", "稿.txt")
    assert (done.code, done.out) == (0, "稿.txt → 稿.成文.docx：已排版。\n")
    assert source.read_text("utf-8") == DRAFT
    assert "要落实责任。" in package.read(Path("稿.成文.docx")).text


def test_nothing_is_overwritten_unasked(lingwu: Lingwu) -> None:
    write("稿.txt", DRAFT)
    assert lingwu("typeset", "稿.txt").code == 0
    done = lingwu("typeset", "稿.txt")
    assert done.code == 2 and "--force" in done.err
    assert lingwu("typeset", "稿.txt", "--force").code == 0
    assert "草稿本身" in lingwu("typeset", "稿.成文.docx", "-o", "稿.成文.docx", "--force").err


def test_the_structure_is_shown_and_nothing_written(lingwu: Lingwu) -> None:
    write("稿.txt", DRAFT)
    done = lingwu("typeset", "稿.txt", "--explain-structure", "--set", "发文字号=×政发〔2026〕3号")
    assert done.code == 0
    assert "主送机关" in done.out and "发文字号" in done.out
    assert not Path("稿.成文.docx").exists()


def test_fix_mends_only_when_asked(lingwu: Lingwu) -> None:
    write("稿.txt", DRAFT.replace("要落实责任。", "要有错词落实责任。"))
    assert lingwu("typeset", "稿.txt", "-o", "一.docx").code == 0
    assert lingwu("typeset", "稿.txt", "-o", "二.docx", "--fix").code == 0
    assert "有错词" in package.read(Path("一.docx")).text
    assert "错词" not in package.read(Path("二.docx")).text


def test_the_unit_s_profile_is_found_and_a_wrong_one_named(lingwu: Lingwu) -> None:
    write("甲/稿.txt", DRAFT)
    write("甲/lingwu.toml", "[typeset]\nline-pitch = 28\n")
    assert lingwu("typeset", "甲/稿.txt").code == 0
    write("甲/lingwu.toml", "[typeset]\nline-pich = 28\n")
    done = lingwu("typeset", "甲/稿.txt", "--force")
    assert done.code == 2 and "line-pich" in done.err


@pytest.mark.parametrize("arguments", [("稿.txt", "-o", "稿.odt"), ("稿.txt", "--set", "标题"), ("没有.txt",)])
def test_what_cannot_be_done_is_one_sentence(lingwu: Lingwu, arguments: tuple[str, ...]) -> None:
    write("稿.txt", DRAFT)
    done = lingwu("typeset", *arguments)
    assert done.code == 2
    assert done.err.strip().count("\n") == 0


def test_every_skeleton_is_written_and_typeset(lingwu: Lingwu) -> None:
    assert len(skeletons.names()) == 19
    for name in skeletons.names():
        assert lingwu("new", name).code == 0
        assert lingwu("new", name, "-o", f"{name}.md").code == 0
        assert lingwu("typeset", f"{name}.md", "--quiet").code == 0
    assert lingwu("new", "通知").code == 2


def test_new_lists_what_there_is_and_takes_what_is_known(lingwu: Lingwu) -> None:
    assert "通知" in lingwu("new").out
    assert "可用的有" in lingwu("new", "通只").err
    assert lingwu("new", "通知", "-o", "稿.md", "--set", "发文机关标志=甲县人民政府文件").code == 0
    assert "发文机关标志: 甲县人民政府文件" in Path("稿.md").read_text("utf-8")
