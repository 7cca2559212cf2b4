"""“发扬精神”“弘扬传统”一类的说法，宾语前面要说明是什么精神、什么传统；光秃秃的多是删改时漏了字，如“发扬钉钉子精神”漏成“发扬精神”。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="WRD025",
    title="宾语前漏了修饰语",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”前面疑漏了修饰语（什么{old}），请补上。",
    find=pattern(
        r"(?<![^\s，。；])(?:大力|要|应|充分|坚持|始终|继续)?(?:发扬|弘扬|秉承|赓续)(?P<x>精神|作风|血脉|传统)(?=[，。；])(?!，(?:继往|承前|开拓|薪火))",
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"要端正态度，发扬⟦精神⟧，勤奋努力": None, "要弘扬⟦传统⟧，再立新功": None},
    good=[
        "发扬钉钉子精神",
        "发扬精神文明建设成果",
        "弘扬传统美德，",
        "这种精神要发扬，",
        "双方愿一道弘扬传统，继往开来。",
    ],
)
