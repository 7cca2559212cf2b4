"""The command line, called as a user calls it, in this process."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from command_line import Lingwu, write
from lingwu.cli import group

ROOT = Path(__file__).resolve().parents[1]


def test_exit_codes(lingwu: Lingwu) -> None:
    write("good.txt", "对词。")
    write("bad.txt")
    assert lingwu("check", "good.txt").code == 0
    assert lingwu("check", "bad.txt").code == 1
    assert lingwu("check", "bad.txt", "--exit-zero").code == 0
    assert lingwu("check", "good.txt", "missing.txt").code == 2
    assert lingwu("check", "missing.txt", "--exit-zero").code == 2


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
        (("check", "a.txt", "--jobs", "0"), "应是不小于 1 的整数"),
        (("Chek",), "没有命令 Chek，是否想写 check"),
        (("check", "a.txt", "--config", "rules"), "rules 读不出来：是文件夹。"),
        (("check", "a.txt", "--baseline", "rules"), "读不出来：是文件夹。"),
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


def test_a_place_that_cannot_be_written(lingwu: Lingwu, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(of: Callable[..., object]) -> Callable[..., object]:
        def opened(path: Path, *args: object, **named: object) -> object:
            if path.name.startswith(".lingwu-"):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return of(path, *args, **named)

        return opened

    write("a.txt")
    for name in ("open", "unlink"):
        monkeypatch.setattr(Path, name, closed(getattr(Path, name)))
    done = lingwu("check", "a.txt", "--output", "r.html")
    assert (done.code, done.err) == (2, "r.html 写不了（没有权限），请检查文件夹权限和磁盘空间。\n")


def test_statistics(lingwu: Lingwu) -> None:
    write("a.txt")
    assert "差错率" not in lingwu("check", "a.txt").out
    assert "差错率万分之16.23，超过万分之一，不合格。" in lingwu("check", "a.txt", "--statistics").out


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
