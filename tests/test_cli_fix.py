"""``lingwu fix``, called as a user calls it, in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Done, Lingwu, write


def test_a_file_that_changes_meanwhile_is_not_written_over(lingwu: Lingwu, monkeypatch: pytest.MonkeyPatch) -> None:
    from lingwu import fixer

    path, fix = write("a.txt"), fixer.fix

    def slow(*args: object) -> object:
        path.write_text("别人刚改过的错词。", encoding="utf-8")
        return fix(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(fixer, "fix", slow)
    done = lingwu("fix", "a.txt", "--in-place")
    assert done.code == 2
    assert "在检查期间被改动过，没有覆盖，请重新运行" in done.err
    assert path.read_text("utf-8") == "别人刚改过的错词。"


def test_fix_writes_beside_and_never_over(lingwu: Lingwu) -> None:
    write("a.txt", "有错词，有疑词。\r\n")
    done = lingwu("fix", "a.txt")
    assert done.code == 1  # the doubtful word is left
    assert Path("a.fixed.txt").read_bytes() == "有对词，有疑词。\r\n".encode()
    assert Path("a.txt").read_bytes() == "有错词，有疑词。\r\n".encode()
    assert "a.fixed.txt：改了 1 处，另有 1 处未改" in done.out
    assert "已存在" in lingwu("fix", "a.txt", "--safety", "confirm").err
    assert lingwu("fix", "a.txt", "--safety", "confirm", "--force").code == 0
    assert Path("a.fixed.txt").read_bytes() == "有对词，有信词。\r\n".encode()
    assert "就是原文件" in lingwu("fix", "a.txt", "--output", "a.txt", "--force").err
    both = lingwu("check", "a.txt", "--write", "comments")
    assert both.code == 2
    assert "a.txt:1:2  TST001" in both.out and "不能以 comments 方式写回" in both.err
    assert "不能以 tracked 方式写回" in lingwu("fix", "a.txt", "--write", "tracked", "--output", "b.txt").err
    assert not [path for path in Path().iterdir() if path.name.startswith(".lingwu-")]


def test_fix_says_how_to_mend_what_needs_a_person(lingwu: Lingwu) -> None:
    write("a.txt", "有疑词。")
    assert "没有可以直接改的，未写文件；加 --safety confirm 连同要人确认的一并改。" in lingwu("fix", "a.txt").out
    write("b.txt", "缺点，疑词。")
    assert lingwu("fix", "b.txt", "--select", "TST003", "--safety", "safe").out.count("--safety confirm") == 1


def test_fix_in_place_keeps_every_backup(lingwu: Lingwu) -> None:
    path = write("a.txt")
    path.chmod(0o640)
    assert lingwu("fix", "a.txt", "--in-place").code == 0
    assert Path("a.txt.bak").read_text("utf-8") == "有错词。\n"
    assert (path.read_text("utf-8"), path.stat().st_mode & 0o777) == ("有对词。\n", 0o640)
    write("a.txt", "又有错词。\n")
    assert "a.txt.bak2" in lingwu("fix", "a.txt", "--in-place").out
    assert Path("a.txt.bak").read_text("utf-8") == "有错词。\n"
    assert "没有发现问题" in lingwu("fix", "a.txt", "--in-place").out
    assert not Path("a.txt.bak3").exists()


def test_fix_shows_a_diff_and_writes_nothing(lingwu: Lingwu) -> None:
    write("a.txt", "第一行\n有错词\n")
    before = sorted(Path().iterdir())
    done = lingwu("fix", "a.txt", "--diff")
    assert done.code == 1
    assert done.out.splitlines()[:2] == ["--- a.txt", "+++ a.txt（改后）"]
    assert "-有错词\n+有对词\n" in done.out
    assert sorted(Path().iterdir()) == before
    write("b.txt", "好。")
    assert lingwu("fix", "b.txt", "--diff") == Done(0, "", "")


def test_fix_many_into_a_folder(lingwu: Lingwu) -> None:
    write("x/a.txt")
    write("x/b.txt")
    write("y/a.txt")
    assert "已有的文件夹" in lingwu("fix", "x", "--output", "out").err
    Path("out").mkdir()
    assert lingwu("fix", "x", "--output", "out").code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.txt", "b.txt"]
    assert "同名" in lingwu("fix", "x", "y", "--output", "out", "--force").err


def test_word_files_get_tracked_changes_by_the_author(lingwu: Lingwu) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("有错词，也有疑词。")
    document.save("a.docx")
    original = Path("a.docx").read_bytes()
    done = lingwu("fix", "a.docx", "--author", "王某")
    assert (done.code, done.err) == (0, "")
    assert Path("a.docx").read_bytes() == original
    xml = docx.Document("a.reviewed.docx").element.xml
    assert xml.count("<w:ins ") == 2
    assert 'w:author="王某"' in xml
    Path("a.reviewed.docx").unlink()
    shown = lingwu("check", "a.docx", "--write", "comments")
    assert shown.code == 1
    assert "加批注 2 处" in shown.err
    xml = docx.Document("a.reviewed.docx").element.xml
    assert "<w:ins " not in xml and xml.count("<w:commentReference ") == 2
    assert lingwu("fix", "a.docx", "--write", "clean", "--safety", "confirm").code == 0
    assert docx.Document("a.fixed.docx").paragraphs[0].text == "有对词，也有信词。"
