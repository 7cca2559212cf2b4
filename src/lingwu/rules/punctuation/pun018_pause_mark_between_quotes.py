"""标有引号的并列成分之间通常不用顿号。

引号后面有括号注释或其他文字时仍用顿号；2011年以前的文件多用顿号，引用时照旧。
"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="PUN018",
    title="引号之间的顿号",
    basis=Basis("GB/T 15834—2011", "4.5.3.5", Strength.GENERAL),
    message="并列的引号之间通常不用顿号。",
    find=pattern(r"(?<=”)、(?=“)", ""),
    severity=Severity.ADVICE,
    safety=Safety.SAFE,
    bad={
        "推进“放管服”、“一网通办”改革。": "推进“放管服”“一网通办”改革。",
        "树牢“一盘棋”、“一张网”理念。": "树牢“一盘棋”“一张网”理念。",
    },
    good=["推进“放管服”“一网通办”改革。", "“放管服”（简称甲）、“一网通办”", "“甲”方案、“乙”方案"],
)
