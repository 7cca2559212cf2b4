"""Rules of the tests' own, so that what they show does not hang on the rules that come with Lingwu."""

from __future__ import annotations

from pathlib import Path

HEAD = '''"""为测试而设的规则。"""
from lingwu.rule import Basis, Edit, Hit, Rule, Safety, Severity, Span, Strength, pattern, whole

BASIS = Basis("测试规程", "第一条", Strength.CUSTOM)
'''
RULES = {
    "tst001_wrong_word": HEAD + '''
rule = Rule(code="TST001", title="错词", basis=BASIS, message="“{old}”应写作“{new}”。", safety=Safety.SAFE,
            find=pattern("错词", "对词"), bad={"有错词": "有对词"}, good=["对词"])
''',
    "tst002_doubtful": HEAD + '''
rule = Rule(code="TST002", title="疑词", basis=BASIS, message="“{old}”可疑，或为“{new}”。", severity=Severity.DOUBT,
            find=whole(lambda doc: [Hit(Span(at, at + 2), "信词", ("定词",)) for at in range(len(doc.text))
                                    if doc.text.startswith("疑词", at)]),
            bad={"有疑词": "有信词"}, good=["信词"])
''',
    "tst003_missing_mark": HEAD + '''
rule = Rule(code="TST003", title="缺句号", basis=BASIS, message="这里缺句号。", severity=Severity.ADVICE,
            find=pattern("(?<=缺点)(?P<x>)(?!。)", "。"), bad={"缺点": "缺点。"}, good=["缺点。"])
''',
    "tst004_elsewhere": HEAD + '''
rule = Rule(code="TST004", title="别处", basis=BASIS, message="改法在别处。", safety=Safety.CONFIRM,
            find=whole(lambda doc: [Hit(Span(at, at + 2), edits=(Edit(Span(0, 0), "甲"), Edit(Span(at, at + 2), "乙")))
                                    for at in [doc.text.find("别处")] if at > 0]),
            bad={"在别处": "甲在乙"}, good=["无"])
''',
}  # fmt: skip
CRASHES = (
    HEAD
    + """
def _crash(doc):
    if "出错" in doc.text:
        raise KeyboardInterrupt if "中止" in doc.text else ValueError("规则坏了")
    return ()

rule = Rule(code="TST009", title="会坏", basis=BASIS, message="坏。", find=whole(_crash), bad={}, good=[])
"""
)


def write_rules(folder: Path, **more: str) -> Path:
    """Write the rules (and ``more``, source by stem) into ``folder``."""
    folder.mkdir(exist_ok=True)
    for stem, source in {**RULES, **more}.items():
        (folder / f"{stem}.py").write_text(source, encoding="utf-8")
    return folder
