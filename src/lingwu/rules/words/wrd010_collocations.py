"""词语搭配。

动词和宾语、主语和谓语要能配得上：步伐用“加快”，力度用“加大”，水平用“提高”，作用用“发挥”，传统用“发扬”。

词表见 lexicons/collocations.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD010",
    title="词语搭配",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="“{old}”搭配不当，宜作“{new}”{note}。",
    find=swap(Lexicon.load("collocations")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "进一步加强监管力度": "进一步加大监管力度",
        "充分发扬先锋模范作用": "充分发挥先锋模范作用",
        "廉洁自律的觉悟加强了": "廉洁自律的觉悟提高了",
    },
    good=["增强质量意识", "加强素质教育", "提高营商环境水平"],
)
