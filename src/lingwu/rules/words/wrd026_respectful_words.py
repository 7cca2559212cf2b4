"""不尊重人的称呼。

公文里称呼人要平等、尊重：不以身体缺陷、职业、身份给人起名，称谓用法律和文件里的说法，如“残疾人”“务工人员”。

词表见 lexicons/respectful.tsv；成语俗语（如“盲人摸象”“哑巴吃黄连”）和专项名称（如“大学生村官”）不在此列。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD026",
    title="不尊重人的称呼",
    basis=Basis("公文用语惯例", "", Strength.CUSTOM),
    message="“{old}”不够尊重或者不够准确，宜改为“{new}”{note}。",
    find=swap(Lexicon.load("respectful")),
    severity=Severity.ADVICE,
    safety=Safety.CONFIRM,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"走访慰问残废人家庭": "走访慰问残疾人家庭", "为瞎子铺设盲道": "为盲人铺设盲道"},
    good=["选聘大学生村官", "防止瞎子摸象式的调研", "不让群众吃哑巴亏", "他说：“不能把大家当傻子。”"],
)
