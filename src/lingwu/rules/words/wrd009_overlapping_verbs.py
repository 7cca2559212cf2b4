"""两个动词叠在一起。

改稿时换一个动词，旧的没有删净，两个词首尾相叠，如“调集集中”。

词表见 lexicons/overlaps.tsv：由常用动词两两相叠而成，在语料中一次也没有正当出现过的才收。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD009",
    title="两个动词叠在一起",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”疑为“{new}”，两个动词叠在一起，应删去一个{note}。",
    find=swap(Lexicon.load("overlaps")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "要调集集中力量攻坚": "要集中力量攻坚",
        "要加强强化各方面力量": "要强化各方面力量",
        "要增强强化各方面力量": "要强化各方面力量",
    },
    good=["生产产品", "安全全面可控", "工作作风"],
)
