"""词语和短语并列用顿号，分号用于分句之间。"""

from lingwu.rule import Basis, Rule, Severity, pattern

rule = Rule(
    code="PUN078",
    title="词语之间的分号",
    basis=Basis("GB/T 15834—2011", "4.6"),
    message="并列的是词语，中间应用顿号，写作“{new}”。",
    find=pattern(
        r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{0,4}?(?P<x>(?<![\u4e00-\u9fff]{5})[\u4e00-\u9fff]{1,2}；[\u4e00-\u9fff]{1,2}；[\u4e00-\u9fff]{1,2}(?:；[\u4e00-\u9fff]{1,2})*)(?=[，。]|等)",
        lambda match: match["x"].replace("；", "、"),
    ),
    severity=Severity.DOUBT,
    bad={
        "统筹人；财；物，保障到位。": "统筹人、财、物，保障到位。",
        "涉及教育；医疗；养老等领域。": "涉及教育、医疗、养老等领域。",
    },
    good=["统筹人、财、物，保障到位。", "一要抓；二要管；三要查。", "（一）调研；（二）督导；（三）整改。"],
)
