"""``lingwu explain``: all that a rule's file says of it."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Sequence

import click

from lingwu.cli import CLEAN
from lingwu.cli._options import chinese_command
from lingwu.cli._rules import file_of, known
from lingwu.errors import ConfigError
from lingwu.reporters._suggestions import visible
from lingwu.rule import Rule


@chinese_command("explain")
@click.argument("codes", metavar="代码…", nargs=-1, required=True)
def explain(codes: Sequence[str]) -> int:
    """说明规则：为什么、依据哪一条、错例和对例。"""
    rules = {rule.code: rule for rule in known()}
    for index, code in enumerate(codes):
        rule = rules.get(code.upper())
        if rule is None:
            raise ConfigError(f"没有规则 {code}。{_near(code.upper(), list(rules))}")
        click.echo("\n" if index else "", nl=False)
        for line in page(rule):
            click.echo(_styled(line))
    return CLEAN


def page(rule: Rule) -> Iterator[str]:
    """The lines of a rule's page."""
    yield f"{rule.code} {rule.title}"
    yield f"{rule.severity.value} · {rule.safety.value} · 自 {rule.since} 版起"
    yield from ("", rule.explanation, "")
    yield f"依据：{rule.basis}{'　' + rule.basis.note if rule.basis.note else ''}"
    if rule.basis.url:
        yield f"　　　{rule.basis.url}"
    yield from ("", "错例：")
    for text, mended in rule.bad.items():
        yield f"  ✗ {visible(text)}"
        if mended is not None:
            yield f"  ✓ {visible(mended)}"
    yield from ("", "不算错：")
    for text in rule.good:
        yield f"  ✓ {visible(text)}"
    path = file_of(rule.code)
    if path:
        yield from ("", f"规则文件：{path}")


def _near(code: str, codes: Sequence[str]) -> str:
    near = difflib.get_close_matches(code, codes, 5, 0.5) or [one for one in codes if one[:3] == code[:3]][:5]
    return f"是否想看 {'、'.join(near)}？" if near else "lingwu rules 列出全部规则。"


def _styled(line: str) -> str:
    colour = {"  ✗": "red", "  ✓": "green"}.get(line[:3])
    return click.style(line, fg=colour) if colour and sys.stdout.isatty() else line
