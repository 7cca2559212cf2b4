"""词中漏字。

常用词和固定说法漏了一个字，多是粘贴、删改时带掉的，句首尤其多。

词表见 lexicons/truncated.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD015",
    title="词中漏字",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”疑漏字，应为“{new}”{note}。",
    find=swap(Lexicon.load("truncated")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "工作取得进展。效指导了基层实践。": "工作取得进展。有效指导了基层实践。",
        "推进乡振兴战略": "推进乡村振兴战略",
    },
    good=["成效指导性强", "家乡振兴", "敢担当、真落实"],
)
