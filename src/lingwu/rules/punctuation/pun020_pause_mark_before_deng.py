"""列举用顿号时，“等”字前面不再用顿号。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="PUN020",
    title="“等”前的顿号",
    basis=Basis("GB/T 15834—2011", "附录B.1.2", Strength.RECOMMENDED),
    message="列举之后的“等”前面不用顿号。",
    find=pattern(
        r"(?P<x>、)等(?![级外候待价额同于效比距量号值位分腰次边温宽高长身到着我你他车离立爱闲]|不[起及得]|一等|米(?:高|长)|人来)",
        "",
    ),
    safety=Safety.SAFE,
    severity=Severity.ERROR,
    bad={
        "抓好调研、督导、等工作。": "抓好调研、督导等工作。",
        "涉及教育、医疗、养老、等领域": "涉及教育、医疗、养老等领域",
    },
    good=[
        "坚持自愿、等价、有偿原则。",
        "抓好调研、督导等工作。",
        "实行等额、等比分配",
        "按甲等、乙等、等外划分",
        "这项工作慢不得、等不起。",
        "研究磁体、等离子体的应用。",
    ],
)
