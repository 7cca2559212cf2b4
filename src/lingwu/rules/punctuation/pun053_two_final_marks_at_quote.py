"""引文末尾的标点，引号里面和外面只留一个。"""

from lingwu.rule import Basis, Rule, Severity, pattern

rule = Rule(
    code="PUN053",
    title="引号里外都有句末标点",
    basis=Basis("GB/T 15834—2011", "附录B.2.1"),
    message="引号里外都有句末标点，“{old}”应只留一个，疑应写作“{new}”。",
    find=pattern(
        r"(?:。”|！”|？”|……”|。’)(?:。|(?<=。.)[，；、])",
        lambda match: match[0][:-1] if match[0].endswith("。") else match[0][1:],
    ),
    severity=Severity.ERROR,
    bad={
        "他说：“马上就办。”。": "他说：“马上就办。”",
        "“问题已经解决。”，老张说。": "“问题已经解决”，老张说。",
    },
    good=["他说：“马上就办。”", "“谁来负责？”，这是群众最关心的。", "“两手抓”。"],
)
