"""两个动作有先有后，次序不能颠倒：先“发现”后“解决”，先“听取”后“采纳”，先“学习”后“贯彻”，先“制定”后“实施”，先“审议”后“通过”。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM039",
    title="动作的先后次序颠倒",
    basis=Basis("报纸编校质量评比差错认定细则", "第35条", Strength.RECOMMENDED),
    message="“{old}”先后次序颠倒，宜作“{new}”。",
    find=pattern(
        r"(?P<late>解决|纠正|改正|克服)(?P<and>并|和|并且)(?P<early>发现|查找)(?!的)|(?P<late2>采纳|吸收)(?P<and2>并|和|并且)(?P<early2>听取)"
        r"|(?P<late3>贯彻|落实)(?P<and3>并|并且)(?P<early3>学习|领会|传达)|(?P<late4>实施|执行|推行)(?P<and4>并|和|并且)(?P<early4>制定|拟定)(?!的)"
        r"|(?P<late5>通过)(?P<and5>并|并且)(?P<early5>审议|讨论)(?!的)|(?P<late6>批准)(?P<and6>并|并且)(?P<early6>审查|审议)(?!的)"
        r"|(?P<late7>发展|创新|弘扬)(?P<and7>和|并|并且)(?P<early7>继承)(?!的)|(?P<late8>运用|使用)(?P<and8>和|并|并且)(?P<early8>掌握|学会)(?!的)",
        lambda match: "".join(word for word in reversed(match.groups()) if word),
    ),
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
