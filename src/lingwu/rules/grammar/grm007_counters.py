"""量词。

名词各有习用的量词：图画用“幅”，对联用“副”，桥梁用“座”。

词表见 lexicons/counters.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="GRM007",
    title="量词",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="名词与量词不配，“{old}”宜作“{new}”。",
    find=swap(Lexicon.load("counters")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={"新建一坐大桥": "新建一座大桥", "展出一副油画": "展出一幅油画"},
    good=["书写一副对联", "一只队伍中的老鹰", "一坐就是半天"],
)
