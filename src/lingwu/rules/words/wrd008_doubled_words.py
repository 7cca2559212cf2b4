"""词语误重。

同一个词紧挨着打了两遍，多是录入或者粘贴之误。可以重叠使用的动词（研究研究、讨论讨论）、数量词（一个一个）、副词（非常非常）不在表内；跨词相连偶然成形的（目的的、总和和）各有条件排除。

词表见 lexicons/doubled.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD008",
    title="词语误重",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”重复，疑应为“{new}”{note}。",
    find=swap(Lexicon.load("doubled")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={"把对党忠诚作为作为一种修养": "把对党忠诚作为一种修养", "这是我们的的责任": "这是我们的责任"},
    good=["目的的正当性", "和平和和谐", "研究研究再说", "除了了解情况", "正在进行进行曲排练"],
)
