"""问号、叹号叠用最多三个，公文里一般只用一个。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="PUN017",
    title="问号叹号叠用过多",
    basis=Basis("GB/T 15834—2011", "4.2.3.3、4.3.3.3", Strength.RECOMMENDED),
    message="问号、叹号叠用最多三个，公文里用一个即可。",
    find=pattern(
        "！！！！+|？？？？+|(?:？！){2,}",
        lambda match: "？！" if "！" in match[0] and "？" in match[0] else match[0][0],
    ),
    severity=Severity.ERROR,
    bad={
        "必须立即整改！！！！": "必须立即整改！",
        "责任到哪里去了？！？！": "责任到哪里去了？！",
    },
    good=["必须立即整改！", "责任到哪里去了？！", "冲啊！！！"],
)
