"""标有引号的并列成分之间通常不用顿号。

引号后面有括号注释或其他文字时仍用顿号；2011年以前的文件多用顿号，引用时照旧。

一串并列的只提示一处，改时一并去掉；串里还夹着不带引号的成分时，顿号应当留着，不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Safety, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled

SERIES = r"(?<![、“《])“[^“”\n]{1,40}”(?:、“[^“”\n]{1,40}”)+(?![（(]|、)"


def find(doc: Document) -> Iterator[Hit]:
    text = doc.text
    if "”、“" not in text:
        return
    for match in compiled(SERIES).finditer(text):
        places = [at for at in range(match.start(), match.end()) if text.startswith("”、“", at)]
        yield Hit(Span(places[0] + 1, places[-1] + 2), edits=tuple(Edit(Span(at + 1, at + 2), "") for at in places))


rule = Rule(
    code="PUN018",
    title="引号之间的顿号",
    basis=Basis("GB/T 15834—2011", "4.5.3.5", Strength.GENERAL),
    message="并列的引号之间通常不用顿号。",
    find=whole(find),
    severity=Severity.ADVICE,
    safety=Safety.SAFE,
    bad={
        "推进“放管服”、“一网通办”改革。": "推进“放管服”“一网通办”改革。",
        "树牢“一盘棋”、“一张网”理念。": "树牢“一盘棋”“一张网”理念。",
    },
    good=[
        "推进“放管服”“一网通办”改革。",
        "“放管服”（简称甲）、“一网通办”",
        "“甲”方案、“乙”方案",
        "坚持“甲制”、“乙治”、高度自治的方针。",
    ],
)
