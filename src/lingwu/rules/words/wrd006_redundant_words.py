"""重复多余的词。

一个意思说了两遍，如“亲眼目睹”（“目”就是眼）、“悬殊很大”（“悬殊”就是差别大）。

词表见 lexicons/redundancy.tsv；口语和多数人容忍的另见 WRD007。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD006",
    title="重复多余的词",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="“{old}”意思重复，可改为“{new}”{note}。",
    find=swap(Lexicon.load("redundancy")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={"大家亲眼目睹了变化": "大家目睹了变化", "切忌不要盲目攀比": "切忌盲目攀比"},
    good=["要切记不要攀比", "全体同志们：", "成都全部门动员"],
)
