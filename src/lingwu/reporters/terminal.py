"""Findings for a person at a terminal: excerpt, caret, reason, basis, suggested text."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from lingwu.document import Document, Span
from lingwu.finding import Finding, Safety, Severity
from lingwu.reporters import Checked, Setting, _overview
from lingwu.reporters._columns import columns, of_char
from lingwu.reporters._statistics import CAUTION, HEADS, cells, conclusion, measure, remarks, totals, verdict_of
from lingwu.reporters._suggestions import printable, suggestions, visible
from lingwu.verdict import Verdict, together

STYLES = {Severity.ERROR: "bold red", Severity.DOUBT: "yellow", Severity.ADVICE: "cyan"}
INDENT = "    "
AROUND = 30
"""Columns of text shown on either side of a finding."""
Piece = tuple[str, str]
"""A text and its rich style."""


class TerminalReporter:
    """Prints each file as it comes and a summary at the end."""

    suffix = ".txt"
    escape = "replace"
    plain = False

    def write(self, checked: Iterable[Checked], out: TextIO, setting: Setting) -> None:
        """Print; colours only where ``out`` is a terminal and NO_COLOR is not set."""
        say = _printer(out)
        layout = Layout(out)
        counts: Counter[str] = Counter()
        verdicts: list[tuple[str, Verdict]] = []
        for line in _overview.lines(setting.overview, INDENT) if setting.overview else ():
            say(line)
        for one in checked:
            counts["文件"] += 1
            if one.doc is None or one.report is None:
                counts["未查"] += 1
                continue
            counts.update(finding.severity.value for finding in one.report.findings)
            counts["可改"] += sum(finding.safety is Safety.SAFE for finding in one.report.findings)
            counts["已接受"] += one.report.accepted
            for finding in one.report.findings:
                for line in layout.lines(one.path, one.doc, finding, setting):
                    say(line)
            for note in () if setting.quiet else one.report.notes:
                say([(f"{printable(one.path)}：{note}", "dim")])
            if setting.statistics and (said := verdict_of(one)):
                verdicts.append((printable(one.path), said))
        for line in layout.statistics(verdicts):
            say(line)
        if not setting.quiet:
            seconds = (datetime.now().astimezone() - setting.when).total_seconds()
            say([*_summary(counts), (f"用时 {seconds:.2f} 秒。", "dim")])


class Layout:
    """How a finding is laid out on the terminal behind ``out``."""

    def __init__(self, out: TextIO) -> None:
        encoding = (getattr(out, "encoding", None) or "utf-8").lower()
        # A terminal of a Chinese code page shows “ ” … — and the like two columns wide, others one.
        self.ambiguous = 2 if encoding.startswith(("gb", "cp936", "936", "big5", "cp950")) else 1
        self.columns = max(40, shutil.get_terminal_size().columns) - len(INDENT)

    def lines(self, path: str, doc: Document, finding: Finding, setting: Setting) -> Iterator[list[Piece]]:
        """The lines of one finding, an empty one at the end."""
        style = STYLES[finding.severity]
        rule = setting.rule(finding.code)
        places = "、".join(finding.places)
        yield [
            (f"{printable(path)}:{where(doc, finding.span.start)}", "bold"),
            (f"  {finding.code}", ""),
            (f"  {finding.severity.value}", style),
            (f"  {rule.title}" if rule else "", ""),
            (f"（{places}）" if places else "", "dim"),
        ]
        left, here, right = self.excerpt(doc, finding.span)
        yield [(INDENT + left, ""), (here, style), (right, "")]
        yield [(INDENT + " " * self.width(left) + "^" * max(1, self.width(here)), style)]
        yield [(INDENT + visible(finding.message), "")]
        for other in finding.related:
            at = f"{INDENT}对照：{printable(Path(other.path).name)} {other.place}"
            yield [(at, "dim"), (f"  {self.cut(visible(other.text))}", "")]
        yield [(f"{INDENT}依据：{finding.basis}", "dim")]
        told, edits = suggestions(doc.text, finding)
        shown = [f"“{visible(new)}”" if new else "删去" for new in told] + (["见上"] if edits and not told else [])
        if shown:
            yield [(f"{INDENT}改为：", "dim"), (" 或 ".join(shown), "green"), (f"（{finding.safety.value}）", "dim")]
        yield [(f"{INDENT}指纹：{finding.fingerprint}", "dim")]
        yield []

    def statistics(self, verdicts: Sequence[tuple[str, Verdict]]) -> Iterator[list[Piece]]:
        """The verdict on each file, and the table for all of them."""
        if not verdicts:
            return
        for path, said in verdicts:
            yield [(f"{path}：", "bold"), (conclusion(said), "" if said.passes_with_doubts else "yellow")]
        whole = together(said for _, said in verdicts)
        yield from ([], [("差错统计" + (f"（{len(verdicts)} 个文件）" if len(verdicts) > 1 else ""), "bold")])
        yield from self.table([HEADS, *map(cells, whole.rows), totals(whole)])
        yield [(f"{INDENT}{measure(whole)}", "")]
        if len(verdicts) > 1:
            yield [(f"{INDENT}全部文件：{conclusion(whole)}", "")]
        for note in (*remarks(whole), *CAUTION):
            yield [(INDENT + note, "dim")]
        yield []

    def table(self, rows: Sequence[tuple[str, ...]]) -> Iterator[list[Piece]]:
        """The rows in columns; the last column stands below the others where the line is too short for it."""
        widths = [max(map(self.width, column)) for column in zip(*rows, strict=True)]
        below = sum(widths) + 2 * len(widths) > self.columns
        for row in rows:
            padded = (cell + " " * (room - self.width(cell)) for cell, room in zip(row[:-1], widths, strict=False))
            line, last = f"{INDENT}{'  '.join(padded)}".rstrip(), row[-1]
            room = " " * (sum(widths[:-1]) + 2 * len(widths[:-1]) + len(INDENT) - self.width(line))
            yield [(line, ""), (room + last if last and not below else "", "dim")]
            if last and below and row is not rows[0]:
                yield [(f"{INDENT}  依据：{last}", "dim")]

    def excerpt(self, doc: Document, span: Span) -> tuple[str, str, str]:
        """The line's text before, in and behind ``span``, cut to fit, with nothing in it that moves the cursor."""
        text = doc.text
        begin = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
        end = min((at for at in (text.find("\n", span.start), text.find("\r", span.start)) if at >= 0), default=None)
        here = self.cut(visible(text[span.start : min(span.end, end) if end is not None else span.end]))
        side = max(4, min(AROUND, (self.columns - self.width(here)) // 2 - 2))
        left = self.cut(visible(text[max(begin, span.start - side) : span.start])[::-1], side)[::-1]
        stop = span.end + side if end is None else min(end, span.end + side)
        return left, here, self.cut(visible(text[span.end : max(span.end, stop)]), side)

    def cut(self, text: str, room: int = 0) -> str:
        """The beginning of ``text`` that fits ``room`` columns (0: two thirds of a line), with … where it was cut."""
        room = room or self.columns * 2 // 3
        for index, char in enumerate(text):
            room -= of_char(char, self.ambiguous)
            if room < 0:
                return text[:index] + "…"
        return text

    def width(self, text: str) -> int:
        """How many columns ``text`` takes."""
        return columns(text, self.ambiguous)


def where(doc: Document, offset: int) -> str:
    """A place as programs read it, 3:5; what the cell is called where the document is a sheet."""
    if doc.meta.get("cells"):
        return doc.place(offset).replace("单元格 ", "")
    line, column = doc.line_column(offset)
    return f"{line}:{column}"


def _printer(out: TextIO) -> Callable[[list[Piece]], None]:
    colours = out.isatty() or "FORCE_COLOR" in os.environ
    if not colours or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return lambda line: print("".join(text for text, _ in line), file=out)
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False, force_terminal=True)
    return lambda line: console.print(Text.assemble(*line), soft_wrap=True)


def _summary(counts: Counter[str]) -> list[Piece]:
    total = sum(counts[level.value] for level in Severity)
    read = counts["文件"] - counts["未查"]
    line: list[Piece] = [(f"检查了 {read} 个文件，", "")]
    if total:
        parts = "、".join(f"{level.value} {counts[level.value]}" for level in Severity)
        line.append((f"发现 {total} 处：{parts}。", "bold"))
    elif read:
        line.append(("没有发现问题。", "bold green"))
    else:
        line.append(("没有可报告的结果。", "bold"))
    if counts["可改"]:
        line.append((f"其中 {counts['可改']} 处可直接改（lingwu fix）。", ""))
    for key, said in (("已接受", "另有 {} 处已接受，未列出。"), ("未查", "有 {} 个文件没能检查。")):
        if counts[key]:
            line.append((said.format(counts[key]), "yellow" if key == "未查" else "dim"))
    return line


reporter = TerminalReporter()
