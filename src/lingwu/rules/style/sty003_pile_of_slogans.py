"""“众所周知”“不言而喻”“毋庸置疑”一类的套话开头，公文里可以省去，直接说事。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="STY003",
    title="可省的套话开头",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”是套话，可以省去，直接说事。",
    find=pattern(
        r"(?<![^\s。！？；])(?:众所周知|不言而喻|毋庸讳言|毋庸置疑|大家都知道|正如大家所知道的那样)，",
        "",
    ),
    severity=Severity.ADVICE,
    safety=Safety.CONFIRM,
    bad={
        "众所周知，安全是发展的前提。": "安全是发展的前提。",
        "工作取得进展。毋庸置疑，成绩来之不易。": "工作取得进展。成绩来之不易。",
    },
    good=["这是众所周知的事实", "其意义不言而喻。", "毋庸置疑的结论"],
)
