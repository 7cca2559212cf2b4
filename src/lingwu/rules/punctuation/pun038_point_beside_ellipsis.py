"""省略号前后一般不再用逗号、顿号、分号。

列举式子的虚缺号（图1，图2，……）不在此列。
"""

from lingwu.rule import Basis, Rule, Severity, pattern

rule = Rule(
    code="PUN038",
    title="省略号前后的点号",
    basis=Basis("GB/T 15834—2011", "附录B.2.4"),
    message="省略号前后一般不再用点号，“{old}”宜写作“{new}”。",
    find=pattern(r"(?<=[\u4e00-\u9fff])(?P<x>[，、；]……|……[，、；。])(?![“”’])", "……"),
    severity=Severity.DOUBT,
    bad={
        "要抓环保，抓安全，……样样都不能松。": "要抓环保，抓安全……样样都不能松。",
        "煤、电、油……，都要保障。": "煤、电、油……都要保障。",
    },
    good=["煤、电、油……都要保障。", "按图1，图2，……的顺序", "“第一，……”"],
)
