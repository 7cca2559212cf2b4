"""标有书名号的并列成分之间通常不用顿号。书名号后面有括号注释时仍用顿号。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="PUN019",
    title="书名号之间的顿号",
    basis=Basis("GB/T 15834—2011", "4.5.3.5", Strength.GENERAL),
    message="并列的书名号之间通常不用顿号。",
    find=pattern(r"(?<=》)、(?=《)", ""),
    severity=Severity.ADVICE,
    safety=Safety.SAFE,
    bad={
        "根据《甲条例》、《乙办法》等规定": "根据《甲条例》《乙办法》等规定",
        "学习《准则》、《条例》。": "学习《准则》《条例》。",
    },
    good=["根据《甲条例》《乙办法》", "《甲条例》（2020年修订）、《乙办法》", "《甲条例》第三条、《乙办法》第五条"],
)
