"""“发挥”“起到”要带“作用”一类的宾语：“发挥先锋模范作用”，不能停在“发挥先锋模范”。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM033",
    title="“发挥……”缺“作用”",
    basis=Basis("图书编校质量差错认定细则", "第23条", Strength.RECOMMENDED),
    message="“{old}”后面疑漏了“作用”。",
    find=pattern(
        r"(?:(?:充分|更好|切实|积极|进一步|继续|有效|要|应|应当|能|能够)(?:发挥|起到)|(?<![^\s，。；：！？])(?:发挥|起到))好?了?(?:自身|各自|党员|干部|党组织|企业|支部|其|示范|模范|骨干)?的?[^，。；：、作用效功能优力性\n]{0,8}"
        r"(?:带头|示范|引领|推动|促进|主导|骨干|桥梁|纽带|堡垒|先锋模范|主体|决定性|基础性|关键性|支撑|引导|辐射|带动|助手|枢纽|参谋|主力军|表率)(?=[，。；])"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "党员要⟦充分发挥先锋模范⟧，冲在前面。": None,
        "行业协会⟦要发挥桥梁纽带⟧，服务企业。": None,
    },
    good=[
        "党员要充分发挥先锋模范作用，冲在前面。",
        "充分发挥示范、引领、带动作用。",
        "发挥企业主体优势，加强引导，",
        "起步早，推动有力，",
    ],
)
