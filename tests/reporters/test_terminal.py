"""The terminal reporter: what stands under what, and nothing that moves the cursor."""

from __future__ import annotations

import io

import pytest

import lingwu
from lingwu.finding import Basis, Finding, Report, Severity
from lingwu.reporters import Checked, Setting, names, reporter
from lingwu.reporters._columns import columns
from lingwu.reporters._suggestions import visible


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(checked: list[Checked], setting: Setting | None = None, out: io.StringIO | None = None) -> str:
    out = out or io.StringIO()
    reporter("terminal").write(iter(checked), out, setting or Setting())
    return out.getvalue()


def one(text: str, start: int, end: int) -> list[Checked]:
    doc = lingwu.read(text.encode(), "a.txt")
    finding = Finding("TST001", lingwu.Span(start, end), "错。", Severity.ERROR, Basis("测试"), fingerprint="0" * 12)
    return [Checked("a.txt", doc, Report((finding,)))]


def test_all_reporters_are_found() -> None:
    assert names() == ("html", "json", "sarif", "terminal")


def test_a_finding(checked: list[Checked], setting: Setting) -> None:
    lines = shown(checked, setting).splitlines()
    assert lines[0] == "一 稿.txt:1:3  TST001  差错  错词（标题）"
    assert lines[1:3] == ["    关于错词的通知", "        ^^^^"]
    assert "    “错词”应写作“对词”。" in lines
    assert "    依据：测试规程 第一条（习惯）" in lines
    assert "    改为：“信词” 或 “定词”（确认后改）" in lines
    assert "一 稿.txt:2:9  TST002  疑似  疑词（书名号内）" in lines
    assert lines[-1].startswith("检查了 2 个文件，发现 7 处：差错 5、疑似 1、建议 1。其中 4 处可直接改")
    assert "有 1 个文件没能检查。" in lines[-1]


@pytest.mark.parametrize(
    ("text", "start", "end", "excerpt", "caret"),
    [
        ("ab错词cd", 2, 4, "ab错词cd", "  ^^^^"),
        ("é\u0301错", 2, 3, "é\u0301错", " ^^"),
        ("甲\t错\x1b[31m", 2, 3, "甲□错□[31m", "   ^^"),
        ("第一行\r\n错\r\n第三行", 5, 6, "错", "^^"),
        ("缺点", 2, 2, "缺点", "    ^"),
    ],
)
def test_the_caret_stands_under_the_place(text: str, start: int, end: int, excerpt: str, caret: str) -> None:
    lines = shown(one(text, start, end)).splitlines()
    assert lines[1:3] == ["    " + excerpt, "    " + caret]


def test_a_long_line_is_cut_to_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = "甲" * 500 + "错词" + "乙" * 500
    for start, end in ((500, 502), (100, 900), (0, 1), (1001, 1002)):
        lines = shown(one(text, start, end)).splitlines()
        assert all(columns(line) <= 80 for line in lines[1:3])
        before = lines[2].index("^")
        assert lines[2].strip("^ ") == ""
        assert columns(lines[1].partition("错" if start == 500 else text[start])[0]) <= before


def test_a_chinese_code_page_shows_quotes_two_columns_wide() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="gbk", errors="replace")
    reporter("terminal").write(one("“错”", 1, 2), out, Setting())
    out.flush()
    assert raw.getvalue().decode("gbk").splitlines()[2] == "      ^^"


def test_colours_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" not in shown(one("错", 0, 1))
    assert "\x1b[" in shown(one("错", 0, 1), out=Screen())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in shown(one("错", 0, 1), out=Screen())


def test_brackets_in_a_text_are_no_markup_of_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "[bold]" in shown(one("[bold]错", 6, 7), out=Screen())


def test_quiet_says_only_findings() -> None:
    assert shown([Checked("a.txt", lingwu.read("好。".encode(), "a.txt"), Report(()))], Setting(quiet=True)) == ""


def test_visible() -> None:
    assert visible("甲\u200b乙\u3000丙\u00a0\x07") == "甲□乙\u3000丙\u00a0□"
