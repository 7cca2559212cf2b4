"""How the outcome of a mended file is told, and what can be asked for."""

from __future__ import annotations

from lingwu.batch import Outcome
from lingwu.finding import Safety
from lingwu.reporters._suggestions import printable

MODES = ("tracked", "comments", "clean")
WAYS = {"tracked": "以修订方式改了", "comments": "加批注", "clean": "改了"}


def wrote(outcome: Outcome) -> str:
    """One sentence on what was written for one file."""
    path = printable(outcome.checked.path)
    if outcome.checked.report and not outcome.checked.report.findings:
        return f"{path}：没有发现问题，不需要改。"
    if not outcome.written and outcome.checked.report:
        waits = outcome.mode == "clean" and any(f.safety is Safety.CONFIRM for f in outcome.checked.report.findings)
        hint = "；加 --safety confirm 连同要人确认的一并改" if waits else ""
        return f"{path}：有 {outcome.left} 处问题，但没有可以直接改的，未写文件{hint}。"
    done = f"加批注 {outcome.left} 处" if outcome.mode == "comments" else f"{WAYS[outcome.mode]} {outcome.changed} 处"
    left = f"，另有 {outcome.left} 处未改" if outcome.left and outcome.mode != "comments" else ""
    left += "（加了批注）" if left and outcome.mode == "tracked" else ""
    backup = f"，原文件备份为 {printable(outcome.backup)}" if outcome.backup else ""
    return f"{path} → {printable(outcome.written)}：{done}{left}{backup}。"
