"""The page of a rule, made from the rule itself: what ``lingwu explain`` tells and what docs/reference holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lingwu.lexicon import Lexicon
from lingwu.rule import LaidOut, Rule, Swap

LAID_OUT = "例子写的是对样张（一份按国家标准排好的通知）的改动，⟦ ⟧ 标出所报的要素"
"""What the examples of a rule on layout are."""


def page(rule: Rule) -> str:
    """One rule as Markdown, in Chinese: what is wrong, on what basis, examples of both kinds."""
    return "\n".join(_page(rule)) + "\n"


def index(rules: Sequence[Rule]) -> str:
    """All rules in one Markdown table, with links to their pages."""
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.title} | {rule.severity} | {rule.safety} | {rule.basis} |"
        for rule in rules
    ]
    columns = ["| 代码 | 名称 | 等级 | 修改 | 依据 |", "|---|---|---|---|---|"]
    return "\n".join(["# 规则一览", "", f"共 {len(rules)} 条。", "", *columns, *rows]) + "\n"


def word_list(lexicon: Lexicon) -> str:
    """A word list as Markdown: where it comes from and all its entries."""
    rows = [
        f"| {entry.wrong} | {'、'.join(entry.right) or '—'} | {_cell(entry.note)} | {_cell(entry.bad)} |"
        for entry in lexicon.entries
    ]
    about = [f"- {line}" for line in lexicon.about.splitlines() if line]
    columns = ["| 误 | 正 | 说明 | 误例 |", "|---|---|---|---|"]
    return "\n".join([f"# 词表 {lexicon.name}", "", *about, "", f"共 {len(rows)} 条。", "", *columns, *rows]) + "\n"


def table(path: Path) -> str:
    """A table of facts, or any other list that is no word list, as Markdown: its head, then its rows as they are."""
    lines = path.read_text(encoding="utf-8").splitlines()
    about = [f"- {line[1:].strip()}" for line in lines if line.startswith("#")]
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    width = len(rows[0])
    cells = [[_cell(cell) for cell in [*row, *[""] * width][:width]] for row in rows]
    body = [f"| {' | '.join(row)} |" for row in cells[1:]]
    head = [f"| {' | '.join(cells[0])} |", "|" + "---|" * width]
    return "\n".join([f"# 数据表 {path.stem}", "", *about, "", f"共 {len(body)} 条。", "", *head, *body]) + "\n"


def _page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.code} {rule.title}"
    yield ""
    yield rule.explanation
    yield ""
    yield f"- 等级：{rule.severity}　修改：{rule.safety}　自 {rule.since} 版起　状态：{rule.status}"
    yield f"- 依据：{rule.basis}" + (f"　{rule.basis.note}" if rule.basis.note else "")
    if rule.where:
        yield f"- 只查：{'、'.join(rule.where)}"
    if rule.skip:
        yield f"- 不查：{'、'.join(rule.skip)}"
    if isinstance(rule.find, Swap):
        lexicon = rule.find.lexicon
        yield f"- 词表：[{lexicon.name}](../lexicons/{lexicon.name}.md)（{len(lexicon.entries)} 条）"
    if isinstance(rule.find, LaidOut):
        yield f"- {LAID_OUT}"
    yield from ("", "## 误例", "")
    for wrong, right in rule.bad.items():
        yield f"- {_line(wrong)} → {_line(right)}" if right is not None else f"- {_line(wrong)}（只提示位置）"
    yield from ("", "## 不误报", "")
    yield from (f"- {_line(text)}" for text in rule.good)


def _line(text: str) -> str:
    shown = text.replace("\n", "¶").replace("\t", "⇥").replace("`", "｀")
    return f"`{shown}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "¶") or "—"


def model_card(card: Mapping[str, Any], sizes: Mapping[str, int]) -> str:
    """The page of the spelling model. ``card`` is what training and the benchmark wrote of it, with ``alone`` the
    figures of a model of the official texts alone; ``sizes`` its files in bytes."""
    texts = "\n".join(f"| {name} | {size:,} |" for name, size in card["texts"].items())
    files = "\n".join(f"| {name} | {size / 1e6:.1f} |" for name, size in sizes.items())
    least = ", ".join(f"{sort} {value:g}" for sort, value in card["thresholds"].items())
    alone = card.get("alone", {})
    measured = card.get("figures", {}).items()
    figures = "\n".join(f"| {name} | {said} | {alone.get(name, '')} |" for name, said in measured)
    return f"""# The spelling model

Generated from `src/lingwu/spelling/model/card.json`. How it is trained: [training/README.md](../../training/README.md).

Trained on {card["date"]}, seed {card["seed"]}; reader: {card["reader"] or "none"}. It speaks from these
probabilities on: {least}.

| text learned from | characters |
|---|--:|
{texts}

| file | MB |
|---|--:|
{files}

| measured | this model | the same trained on the official texts alone |
|---|---|---|
{figures}

The texts themselves are not part of the package. What the model gets wrong: names of persons, places and firms that it
never saw, classical Chinese, dialect, rare terms; slips that make another sentence that reads well (和/或, 近日/今日)
it leaves alone.
"""
