"""The inputs of a command, as a clerk in a hurry gives them."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from command_line import Lingwu, write
from lingwu.formats import suffixes


def test_each_bad_file_has_one_line_and_the_others_are_checked(lingwu: Lingwu) -> None:
    write("empty.txt", b"")
    write("blank.txt", " \n")
    write("broken.docx", b"PK\x03\x04 broken")
    write("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0")
    write("bad.txt")
    paths = ("empty.txt", "blank.txt", "broken.docx", "picture.txt", "missing.txt", "bad.txt")
    done = lingwu("check", *paths)
    assert done.code == 2
    assert "bad.txt:1:2  TST001" in done.out
    lines = done.err.splitlines()
    assert len(lines) == 5
    for line, path in zip(lines, paths, strict=False):
        assert path in line
        assert line.endswith("。")
        assert "Traceback" not in line


def test_settings_that_are_wrong(lingwu: Lingwu) -> None:
    write("a.txt")
    write("sub/lingwu.toml", "select = [")
    write("sub/b.txt")
    write("sub/c.txt")
    done = lingwu("check", "a.txt", "sub")
    assert done.code == 2
    assert "a.txt:1:2" in done.out
    assert done.err.count("\n") == 1
    assert "sub/lingwu.toml 读不出来：末尾不完整" in done.err
    for text, said in (('select = ["A"]\nignore = ]', "第 2 行第 10 列写法不对"), ("选 = 1", "第 1 行第 1 列写法不对")):
        write("sub/lingwu.toml", text)
        assert said in lingwu("check", "sub/b.txt").err
    for text, said in (
        ("words = [1]", "“words”的写法不对，应如：["),
        ('phrases = "提法.tsv"', "“phrases”的写法不对，应如：["),
        ("author = 3", '“author”的写法不对，应如：author = "'),
        ('[per-path-ignores]\nx = "a"', "“per-path-ignores”的写法不对"),
        ("severity = 1", "“severity”的写法不对"),
        ('[severity]\nPUN = "高"', "等级“高”不认识"),
    ):
        write("sub/lingwu.toml", text)
        assert said in lingwu("check", "sub/b.txt").err
    write("sub/lingwu.toml", "select = []".encode("utf-16"))
    assert "不是 UTF-8 编码" in lingwu("check", "sub/b.txt").err
    write("sub/lingwu.toml", 'rules = ["没有"]')
    assert "规则文件夹" in lingwu("check", "sub/b.txt").err
    write("sub/r/x.py", "rule = (")
    write("sub/lingwu.toml", 'rules = ["r"]')
    assert "第 1 行有语法错误" in lingwu("check", "sub/b.txt").err


def test_standard_input(lingwu: Lingwu) -> None:
    done = lingwu("check", "-", stdin="有错词。".encode("gb18030"))
    assert done.code == 1
    assert done.out.startswith("-:1:2  TST001")
    assert lingwu("check", "-", "--stdin-filename", "稿.md", stdin="```\n错词\n```\n".encode()).code == 0
    assert "空文件" in lingwu("check", "-").err
    assert "标准输入没有文件名" in lingwu("fix", "-", stdin="有错词。".encode()).err
    assert "+有对词。" in lingwu("fix", "-", "--diff", stdin="有错词。\n".encode()).out
    assert lingwu("fix", "-", "--output", "new.txt", stdin="有错词。".encode()).code == 0
    assert Path("new.txt").read_text("utf-8") == "有对词。"


def test_folders_are_walked(lingwu: Lingwu) -> None:
    wanted = ["in/b.md", "in/a/c.txt", "in/d.TXT"]
    for name in [
        *wanted,
        "in/.hidden/x.txt",
        "in/.x.txt",
        "in/~$x.txt",
        "in/x.reviewed.txt",
        "in/x.fixed.txt",
        "in/x.py",
    ]:
        write(name)
    done = lingwu("check", "in", "in/b.md", "--output-format", "json")
    assert [file["path"] for file in json.loads(done.out)["files"]] == ["in/b.md", "in/d.TXT", "in/a/c.txt"]
    Path("nothing").mkdir()
    done = lingwu("check", "nothing")
    assert done.code == 2
    assert "没有可查的文件" in done.err and ".docx" in done.err
    assert ".txt" in suffixes()


def test_patterns_that_the_shell_left_alone(lingwu: Lingwu) -> None:
    for name in ("一稿.txt", "二稿.txt", "三稿.md"):
        write(name)
    write("[1].txt", "对词。")
    files = json.loads(lingwu("check", "?稿.txt", "--output-format", "json").out)["files"]
    assert sorted(file["path"] for file in files) == ["一稿.txt", "二稿.txt"]
    assert "没有与 *.doc 相符的文件" in lingwu("check", "*.doc").err
    assert lingwu("check", "[1].txt").code == 0


def test_links(lingwu: Lingwu) -> None:
    write("in/a.txt")
    Path("in/loop").symlink_to(Path("..").absolute())
    Path("in/dead.txt").symlink_to("nowhere.txt")
    Path("in/self.txt").symlink_to("self.txt")
    done = lingwu("check", "in")
    assert done.code == 2
    assert "in/a.txt:1:2" in done.out and done.out.count("TST001") == 1
    assert done.err.splitlines() == [
        "in/dead.txt 找不到，请检查路径和文件名。",
        "in/self.txt 打不开（链接绕成了圈），请检查路径和权限。",
    ]
    assert lingwu("check", "in/self.txt", "--output", "r.html").code == 2
    assert "程序内部出错" not in lingwu("check", "in/self.txt/x", "甲" * 300 + ".txt").err


def test_the_present_folder(lingwu: Lingwu) -> None:
    write("sub/a.txt")
    files = json.loads(lingwu("check", ".", "--output-format", "json").out)["files"]
    assert [file["path"] for file in files] == ["sub/a.txt"]


def test_closed_folders(lingwu: Lingwu, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    scandir = os.scandir
    write("in/a.txt", "对词。")
    write("in/closed/b.txt")
    monkeypatch.setattr(os, "scandir", closed)
    done = lingwu("check", "in")
    assert (done.code, done.err) == (2, f"文件夹 {Path('in/closed')} 打不开（没有权限），其中的文件没有查。\n")
    assert "检查了 1 个文件" in done.out
    assert "没有权限" in lingwu("check", "in/closed").err
