"""补语前用“得”。

动词、形容词后面带补语，中间的助词写“得”：做得好、变得更强、值得学习。

词表见 lexicons/complements.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="GRM002",
    title="补语前用“得”",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="补语前的助词用“得”，“{old}”应为“{new}”。",
    find=swap(Lexicon.load("complements")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={"这项工作做的很好": "这项工作做得很好", "他的经验值的学习": "他的经验值得学习"},
    good=["他做的工作很好", "具有价值的学习资料", "自觉的行动"],
)
