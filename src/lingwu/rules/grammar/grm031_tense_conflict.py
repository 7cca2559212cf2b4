"""“正在”表示进行，“了”表示完成，“将于”表示将来，不能合在一个动作上：“正在召开了”“将于明日召开了”“已经正在”。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM031",
    title="时间副词和动态助词矛盾",
    basis=Basis("报纸编校质量评比差错认定细则", "第35条", Strength.RECOMMENDED),
    message="“{old}”说的时间前后矛盾。",
    find=pattern(
        r"(?<!不)正在(?:召开|举行|进行|开展|推进|建设|实施|研究|修订|制定|起草|施工|整改|落实|办理|审议|讨论|筹备|准备|检查|调查|核实|完善|改善|提高|形成|发生|变化|打通)了(?!解)"
        r"|将(?:于|在)[^，。；：、了\n]{2,20}(?:召开|举行|举办|开幕|启动|施行|开工|竣工|通车|揭晓)了(?=[，。；]|[一二三首])"
        r"|(?:已经?正在|即将已经|已经即将|将要已经|曾经正在|曾经已经|已经曾经)(?!处|的|目)"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "会议⟦正在召开了⟧。": None,
        "大会⟦将于下周举行了⟧。": None,
        "项目⟦已经正在⟧建设。": None,
    },
    good=[
        "会议正在召开。",
        "大会将于下周举行。",
        "项目已经开工建设。",
        "他正在推进了解情况的工作。",
    ],
)
