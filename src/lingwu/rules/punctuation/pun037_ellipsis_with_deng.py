"""省略号和“等”“等等”意思相同，只用一个。"""

from lingwu.rule import Basis, Rule, Severity, pattern

rule = Rule(
    code="PUN037",
    title="省略号与“等”并用",
    basis=Basis("GB/T 15834—2011", "附录A.9.2"),
    message="省略号与“等”意思重复，应留一个。",
    find=pattern(r"……(?=等等?[^待级候])|(?<=[\u4e00-\u9fff]等)……", ""),
    severity=Severity.ERROR,
    bad={
        "保障煤、电、油……等供应。": "保障煤、电、油等供应。",
        "涉及教育、医疗……等等方面": "涉及教育、医疗等等方面",
    },
    good=["保障煤、电、油等供应。", "他沉默了很久……等待着回音。", "煤、电、油……都要保障。"],
)
