"""“把”字句里，“不”“没有”“应当”“能够”一类的词要放在“把”的前面：“没有把问题解决好”，不说“把问题没有解决好”。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM023",
    title="“把”字句里的否定词、能愿动词",
    basis=Basis("报纸编校质量评比差错认定细则", "第35条", Strength.RECOMMENDED),
    message="“{old}”应提到“把”的前面。",
    find=pattern(
        r"把(?<![一两几大车火刀门拖]把)(?![没不未]|活动中)[^，。；：、的被给当中\n]{1,8}(?P<x>不(?![断懈])|没有|没能|未能|应该|应当|必须|不能)"
        r"(?:解决好?|落实到|落实好|完成|做好|搞好|抓好|处理好|纳入|列入|放在|写好|管好|当作|看作|讲清楚|说清楚)(?!的)"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "如果把这个问题⟦不⟧解决，就会影响大局。": None,
        "他把任务⟦没有⟧完成。": None,
    },
    good=[
        "如果不把这个问题解决，就会影响大局。",
        "他没有把任务完成。",
        "把没有解决的问题列出来。",
        "必须把活动中没有解决的问题继续抓下去。",
        "把没有完成的工作做好。",
    ],
)
