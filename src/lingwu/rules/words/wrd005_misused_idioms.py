"""用错的成语。

成语的意义和感情色彩是固定的。“首当其冲”不是“带头”，“罄竹难书”只用于罪恶。

词表见 lexicons/idioms_misused.tsv：只在上下文表明用反了的时候才报，改法请人定夺。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD005",
    title="用错的成语",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="“{old}”用在这里不合原义，可改为“{new}”{note}。",
    find=swap(Lexicon.load("idioms_misused")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={"党员干部要首当其冲，带头攻坚": "党员干部要一马当先，带头攻坚", "他的功绩罄竹难书": "他的功绩不胜枚举"},
    good=["沿海地区首当其冲，受到台风影响", "侵略者的罪行罄竹难书", "成绩虽不突出，总算差强人意"],
)
