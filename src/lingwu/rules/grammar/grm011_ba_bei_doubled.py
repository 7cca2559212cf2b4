"""“把”“被”“将”“对”连用或者重出，多是改稿时留下的：“把将问题”“被由……所”。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM011",
    title="介词重出",
    basis=Basis("图书编校质量差错认定细则", "第21条", Strength.RECOMMENDED),
    message="“{old}”介词重出，应删去一个。",
    find=pattern(
        r"(?:(?<![一车刀拖火门两几])把将(?![来要军领于在才近士官])|将把(?=[^，。\n]{1,10}(?:作为|落实|纳入|做))(?<=要将把|须将把|应将把)|被由(?=[^，。\n的]{1,10}所)|关于对于|由于因为|因为由于|为了以便|以便为了|通过经过|经过通过|按照根据|根据按照|依据根据|根据依照|按照依据(?!本))",
        lambda match: match.group()[-1:] if len(match.group()) <= 3 else match.group()[:2],
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "要把将任务落到实处": "要将任务落到实处",
        "由于因为资金不足": "由于资金不足",
        "按照根据有关规定": "按照有关规定",
    },
    good=[
        "把将来的事情想好",
        "对于对方的意见",
        "一把将他拉住",
        "关于对外开放",
        "要把将才培养好",
        "按照依据本办法算出的数额的一半缴纳",
    ],
)
