"""关联词语要配对：“不管”“无论”后面用疑问形式或者并列的几项；“与其”配“不如”；“只有”配“才”。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM009",
    title="关联词语不配",
    basis=Basis("图书编校质量差错认定细则", "第21条", Strength.RECOMMENDED),
    message="“{old}”关联词语不配。",
    find=pattern(
        r"(?:(?:不管|不论|无论)[^，。；多怎何谁哪么否是还或与和、什\n]{1,8}(?:很|非常|十分|特别)(?:大|多|高|难|重|复杂|艰巨|困难|严峻|艰苦)|(?<![^\s，。；：！？])与其[^。；，：说其\n]{2,24}，(?:还是|宁可)[^。；，\n]{2,24})",
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={
        "⟦不管困难很大⟧，都要完成任务": None,
        "⟦无论任务十分艰巨⟧，都要完成": None,
        "⟦与其等待观望，还是主动出击⟧": None,
    },
    good=[
        "不管困难多大，都要完成任务",
        "尽管困难很大，仍要完成任务",
        "无论是很大的单位还是很小的单位",
        "与其等待，不如行动",
        "与其说是困难，还是说是机遇",
    ],
)
