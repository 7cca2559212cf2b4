"""可以更简的词。

这些说法意思略有重复，但口语常用，多数人容忍；公文求简，可以删去多余的字。

词表见 lexicons/tolerated.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD007",
    title="可以更简的词",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="“{old}”可以简作“{new}”。",
    find=swap(Lexicon.load("tolerated")),
    severity=Severity.ADVICE,
    safety=Safety.CONFIRM,
    bad={"工作涉及到多个部门": "工作涉及多个部门", "必须要抓好落实": "必须抓好落实"},
    good=["工作涉及多个部门", "必须要求承包方签字", "力量来自人民"],
)
