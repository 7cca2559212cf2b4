"""程度说了两遍：“越来越更加”“日益更加”；“十分激动万分”“非常高兴得很”。前后留一处即可。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM034",
    title="程度说了两遍",
    basis=Basis("报纸编校质量评比差错认定细则", "第35条", Strength.RECOMMENDED),
    message="“{old}”前后两次说程度，留一处即可。",
    find=pattern(
        r"(?:越来越|日益|日趋|愈发|愈加)(?:更加|更为|更(?![迭新替换改])|很|非常|十分|极其|极为|比较|相当)"
        r"|更加(?:更|很|非常|十分|极其|极为)|最(?:很|极其|极为|非常|十分)"
        r"|(?:非常|十分|特别|很|极其|极为)(?:激动|高兴|感动|悲痛|兴奋|愤怒|后悔|悔恨|痛苦|自豪|骄傲|感激|着急|焦急|欣喜|惊讶|遗憾|喜悦|荣幸|重要|优秀|美丽)(?:极了|得很|万分|无比|至极|不已)"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "任务⟦越来越更加⟧繁重。": None,
        "大家⟦十分激动万分⟧。": None,
    },
    good=[
        "任务越来越繁重。",
        "大家激动万分。",
        "设备日益更新。",
        "更加比较分析",
    ],
)
