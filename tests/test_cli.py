"""The command line, called as a user calls it, in this process."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from lingwu.cli import group, main
from lingwu.formats import suffixes
from own_rules import CRASHES, write_rules

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


Lingwu = Callable[..., Done]


@pytest.fixture
def lingwu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Lingwu:
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


def write(name: str, text: str | bytes = "有错词。\n") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_exit_codes(lingwu: Lingwu) -> None:
    write("good.txt", "对词。")
    write("bad.txt")
    assert lingwu("check", "good.txt").code == 0
    assert lingwu("check", "bad.txt").code == 1
    assert lingwu("check", "bad.txt", "--exit-zero").code == 0
    assert lingwu("check", "good.txt", "missing.txt").code == 2
    assert lingwu("check", "missing.txt", "--exit-zero").code == 2


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


def test_an_unforeseen_error_is_one_line_with_the_file(lingwu: Lingwu, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("坏了")

    write("a.txt")
    monkeypatch.setattr("lingwu.read", broken)
    done = lingwu("check", "a.txt")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "a.txt" in done.err and "请将此文件报告给开发者" in done.err
    assert "Traceback" in lingwu("check", "a.txt", "--debug").err


def test_a_rule_that_crashes_is_a_note(lingwu: Lingwu) -> None:
    write("a.txt", "错词出错。")
    done = lingwu("check", "a.txt")
    assert done.code == 1
    assert "规则 TST009 运行出错" in done.out
    assert "规则 TST009" not in lingwu("check", "a.txt", "--quiet").out


def test_ctrl_c_ends_with_130(lingwu: Lingwu) -> None:
    write("a.txt", "出错，中止。")
    assert lingwu("check", "a.txt").code == 130


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "缺少命令"),
        (("chek",), "没有命令 chek"),
        (("check",), "缺少 路径…"),
        (("check", "--outpt", "a"), "没有选项 --outpt，是否想写 --output"),
        (("check", "a.txt", "--output"), "选项 --output 后面缺少取值"),
        (("check", "a.txt", "--severity", "高"), "可用的有：差错、疑似、建议"),
        (("check", "a.txt", "--jobs", "x"), "--jobs 的取值不对"),
        (("check", "a.txt", "--output-format", "pdf"), "可用的有：html、json、sarif、terminal"),
        (("check", "a.txt", "--select", "XYZ"), "没有代码是 XYZ"),
        (("check", "a.txt", "--rules", "nowhere"), "规则文件夹 nowhere 不存在"),
        (("check", "a.txt", "--config", "nowhere.toml"), "nowhere.toml"),
        (("check", "a.txt", "--baseline", "nowhere.json"), "nowhere.json"),
        (("fix", "a.txt", "--in-place", "--output", "b.txt"), "只能用一个"),
        (("explain", "TST01"), "是否想看 TST001"),
        (("rules", "XYZ"), "没有代码以 XYZ 开头"),
        (("accept", "abc"), "abc 不是指纹"),
        (("originals", "add", "nowhere"), "文件夹 nowhere 不存在"),
        (("originals", "remove", "x"), "可用的有：add"),
    ],
)
def test_a_wrong_call_is_one_chinese_line(lingwu: Lingwu, args: tuple[str, ...], said: str) -> None:
    write("a.txt")
    done = lingwu(*args)
    assert done.code == 2
    assert said in done.err
    assert done.err.count("\n") == 1


def test_settings_that_are_wrong(lingwu: Lingwu) -> None:
    write("a.txt")
    write("sub/lingwu.toml", "select = [")
    write("sub/b.txt")
    write("sub/c.txt")
    done = lingwu("check", "a.txt", "sub")
    assert done.code == 2
    assert "a.txt:1:2" in done.out
    assert done.err.count("\n") == 1
    assert "sub/lingwu.toml" in done.err


def test_choosing_rules(lingwu: Lingwu) -> None:
    write("a.txt", "错词，疑词，缺点很多。")

    def codes(*args: str) -> list[str]:
        done = lingwu("check", "a.txt", "--output-format", "json", *args)
        return [finding["code"] for finding in json.loads(done.out)["files"][0]["findings"]]

    assert codes() == ["TST001", "TST002", "TST003"]
    assert codes("--select", "TST001,tst003") == ["TST001", "TST003"]
    assert codes("--ignore", "TST001", "--ignore", "TST002") == ["TST003"]
    assert codes("--severity", "疑似") == ["TST001", "TST002"]
    assert codes("--severity", "差错") == ["TST001"]
    assert codes("--no-config", "--rules", "rules", "--select", "TST002") == ["TST002"]
    write("other.toml", 'select = ["TST003"]\nrules = ["rules"]\n')
    assert codes("--config", "other.toml") == ["TST003"]
    assert lingwu("check", "a.txt", "--select", "TST003", "--severity", "差错").code == 0


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


def test_output_to_a_file(lingwu: Lingwu) -> None:
    write("a.txt")
    done = lingwu("check", "a.txt", "--output", "r.html")
    assert (done.code, done.out) == (1, "")
    assert Path("r.html").read_text("utf-8").startswith("<!doctype html>")
    assert "已存在" in lingwu("check", "a.txt", "--output", "r.html").err
    assert lingwu("check", "a.txt", "--output", "r.html", "--output-format", "json", "--force").code == 1
    assert json.loads(Path("r.html").read_text("utf-8"))["files"]
    for name, begins in (("r.json", "{"), ("r.sarif", "{"), ("r.txt", "a.txt:1:2")):
        lingwu("check", "a.txt", "--output", name)
        assert Path(name).read_text("utf-8").startswith(begins)
    refused = lingwu("check", "a.txt", "--output", "a.txt", "--force")
    assert (refused.code, Path("a.txt").read_text("utf-8")) == (2, "有错词。\n")
    assert lingwu("check", "a.txt", "--output", "no/such/r.json").code == 2


def test_quiet(lingwu: Lingwu) -> None:
    write("a.txt")
    assert "检查了" in lingwu("check", "a.txt").out
    assert "检查了" not in lingwu("check", "a.txt", "--quiet").out


def test_json_offsets_on_windows_text_with_emoji(lingwu: Lingwu) -> None:
    text = "😀一\r\n👨‍👩‍👧错词\r\n"
    for data in (text.encode(), b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16"), text.encode("gb18030")):
        write("a.txt", data)
        finding = json.loads(lingwu("check", "a.txt", "--output-format", "json").out)["files"][0]["findings"][0]
        assert text[finding["start"] : finding["end"]] == finding["text"] == "错词"
        assert (finding["line"], finding["column"]) == (2, 6)


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


def test_baseline_and_accept(lingwu: Lingwu) -> None:
    write("a.txt", "有错词。\n")
    done = lingwu("baseline", "a.txt")
    assert done.code == 0
    assert "已存在" in lingwu("baseline", "a.txt").err
    assert lingwu("check", "a.txt", "--baseline", "lingwu-baseline.json").code == 0
    write("lingwu.toml", 'select = ["TST"]\nrules = ["rules"]\nbaseline = "lingwu-baseline.json"\n')
    write("a.txt", "前面加一行。\n有错词。\n这里疑词一个。\n")
    finding = json.loads(lingwu("check", "a.txt", "--output-format", "json").out)["files"][0]["findings"]
    assert [one["code"] for one in finding] == ["TST002"]
    assert "共 2 处" in lingwu("accept", finding[0]["fingerprint"]).out
    assert "另有 2 处已接受" in lingwu("check", "a.txt").out
    assert lingwu("baseline", "a.txt", "--force").code == 0
    assert len(json.loads(Path("lingwu-baseline.json").read_text("utf-8"))["accepted"]) == 2
    write("lingwu-baseline.json", "[]")
    assert "读不出来" in lingwu("accept", finding[0]["fingerprint"]).err


def test_rules_and_explain(lingwu: Lingwu) -> None:
    assert "TST002\t疑似\t确认后改\t疑词\t测试规程 第一条（习惯）" in lingwu("rules").out
    assert "STR003" in lingwu("rules").out
    told = json.loads(lingwu("rules", "tst", "--output-format", "json").out)
    assert [rule["code"] for rule in told] == ["TST001", "TST002", "TST003", "TST004", "TST009"]
    page = lingwu("explain", "str003", "TST001").out
    for piece in ("STR003 发文字号用六角括号", "GB/T 9704—2012 7.2.5（必须）", "str003_brackets", "不算错"):
        assert piece in page
    for piece in ("✗ 国办发[2024]3号", "✓ 国办发〔2024〕3号", "为测试而设的规则。", "rules/tst001_wrong_word.py"):
        assert piece in page


def test_version_and_help(lingwu: Lingwu) -> None:
    assert lingwu("--version").out.startswith("lingwu 0.")
    for args in (("--help",), ("check", "-h"), ("fix", "--help")):
        done = lingwu(*args)
        assert done.code == 0
        assert "用法：lingwu" in done.out
        assert "选项：" in done.out
        assert "Usage" not in done.out and "Show this" not in done.out


def test_every_command_and_option_is_on_its_page() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        assert f"\n## lingwu {name}\n" in page
        for option in (param for param in command.params if isinstance(param, click.Option)):
            assert f"`{option.opts[-1]}" in page, (name, option.opts)
            assert option.help
