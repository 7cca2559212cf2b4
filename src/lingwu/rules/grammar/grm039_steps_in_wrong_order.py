"""两个动作有先有后，次序不能颠倒：先“发现”后“解决”，先“听取”后“采纳”，先“学习”后“贯彻”，先“制定”后“实施”，先“审议”后“通过”。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

EARLIER = {
    "解决": "发现|查找", "纠正": "发现|查找", "改正": "发现|查找", "克服": "发现|查找", "采纳": "听取", "吸收": "听取", "实施": "制定|拟定", "执行": "制定|拟定",
    "推行": "制定|拟定", "发展": "继承", "创新": "继承", "弘扬": "继承", "运用": "掌握|学会", "使用": "掌握|学会",
}  # fmt: skip
"""What comes before each step, where the two may be joined by 和 as well as by 并."""
DECIDED = {"贯彻": "学习|领会|传达", "落实": "学习|领会|传达", "通过": "审议|讨论", "批准": "审查|审议"}
"""The same, joined by 并 only: 学习和贯彻 may stand for two matters."""
REVERSED = "|".join(
    [rf"{late}(?:并且?|和)(?:{early})(?!的)" for late, early in EARLIER.items()]
    + [rf"{late}并且?(?:{early})(?!的)" for late, early in DECIDED.items()]
)

rule = Rule(
    code="GRM039",
    title="动作的先后次序颠倒",
    basis=Basis("报纸编校质量评比差错认定细则", "第35条", Strength.RECOMMENDED),
    message="“{old}”先后次序颠倒，宜作“{new}”。",
    find=pattern(REVERSED, lambda match: match.group()[-2:] + match.group()[2:-2] + match.group()[:2]),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "及时解决和发现工作中的问题。": "及时发现和解决工作中的问题。",
        "会议通过并审议了工作报告。": "会议审议并通过了工作报告。",
    },
    good=[
        "及时发现和解决工作中的问题。",
        "会议审议并通过了工作报告。",
        "纠正和查处违规行为。",
        "已解决和发现的问题清单",
    ],
)
