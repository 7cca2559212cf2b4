"""``lingwu explain``: all that a rule's file says of it."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import MappingProxyType

import click

from lingwu import own
from lingwu.cli import CLEAN
from lingwu.cli._options import chinese_command, with_own
from lingwu.cli._rules import files_of, known, settings
from lingwu.errors import ConfigError
from lingwu.reference import LAID_OUT
from lingwu.reporters._suggestions import visible
from lingwu.rule import LaidOut, Rule

LISTS = MappingProxyType(
    {own.WORDS: ("words", "词表"), own.PHRASES: ("phrases", "固定提法表"), own.SETS: ("sets", "成组表述表")}
)
MOST = 20
"""So many examples are shown; a rule has fewer, an office's word list may have thousands."""


@chinese_command("explain")
@click.argument("codes", metavar="代码…", nargs=-1, required=True)
@with_own
def explain(codes: Sequence[str], config: Path | None, folders: tuple[Path, ...]) -> int:
    """说明规则：为什么、依据哪一条、错例和对例。"""
    own_settings = settings(config, folders)
    rules = known(own_settings)
    shown = 0
    for code in codes:
        found = [rule for rule in rules if rule.code == code.upper()]  # each word list of an office makes one OWN001
        if not found:
            raise ConfigError(_unknown(code.upper(), [rule.code for rule in rules]))
        for rule in found:
            click.echo("\n" if shown else "", nl=False)
            shown += 1
            for line in page(rule, files_of(rule, own_settings)):
                click.echo(_styled(line))
    return CLEAN


def page(rule: Rule, files: Sequence[Path]) -> Iterator[str]:
    """The lines of the page of a rule that ``files`` make."""
    yield f"{rule.code} {rule.title}"
    yield f"{rule.severity.value} · {rule.safety.value} · 自 {rule.since} 版起"
    yield from ("", rule.explanation, "")
    yield f"依据：{rule.basis}{'　' + rule.basis.note if rule.basis.note else ''}"
    if rule.basis.url:
        yield f"　　　{rule.basis.url}"
    yield from ("", f"{LAID_OUT}。") if isinstance(rule.find, LaidOut) else ()
    yield from ("", "错例：")
    for text, mended in islice(rule.bad.items(), MOST):
        yield f"  ✗ {visible(text)}"
        if mended is not None:
            yield f"  ✓ {visible(mended)}"
    yield from (f"  ……共 {len(rule.bad)} 个",) if len(rule.bad) > MOST else ()
    yield from ("", "不算错：")
    for text in rule.good[:MOST]:
        yield f"  ✓ {visible(text)}"
    yield from (f"  ……共 {len(rule.good)} 个",) if len(rule.good) > MOST else ()
    for path in files:
        yield from ("", f"{'规则文件' if path.suffix == '.py' else '词表'}：{path}")


def _unknown(code: str, codes: Sequence[str]) -> str:
    if code in LISTS:
        key, what = LISTS[code]
        return f"{code} 是本单位{what}的代码，这里的 lingwu.toml 没有写 {key}；在放 lingwu.toml 的文件夹里再试。"
    return f"没有规则 {code}。{_near(code, codes)}"


def _near(code: str, codes: Sequence[str]) -> str:
    near = difflib.get_close_matches(code, codes, 5, 0.5) or [one for one in codes if one[:3] == code[:3]][:5]
    return f"是否想看 {'、'.join(near)}？" if near else "lingwu rules 列出全部规则。"


def _styled(line: str) -> str:
    colour = {"  ✗": "red", "  ✓": "green"}.get(line[:3])
    return click.style(line, fg=colour) if colour and sys.stdout.isatty() else line
