"""否定词用反或缺失。

“无时无刻”后面要有“不”；“防止”“避免”“切忌”本身含否定，后面再用“不”意思就反了。

词表见 lexicons/negations.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="GRM006",
    title="否定词用反或缺失",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="“{old}”处否定有误，疑应作“{new}”{note}。",
    find=swap(Lexicon.load("negations")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={"他无时无刻都想着群众": "他时时刻刻都想着群众", "避免不发生类似事故": "避免发生类似事故"},
    good=["他无时无刻不在想着群众", "防止不正之风", "避免不必要的损失"],
)
