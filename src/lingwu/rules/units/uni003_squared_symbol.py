"""平方米、立方米的符号是m²、m³，公文行文中宜用汉字“平方米”“立方米”。“㎡”“㎥”是兼容字符，“M²”“m2”不是规范写法。"""

from lingwu.rule import Basis, Rule, Severity, pattern

WORDS = {"2": "平方米", "²": "平方米", "3": "立方米", "³": "立方米"}

rule = Rule(
    code="UNI003",
    title="平方米、立方米的写法",
    basis=Basis("GB 3100—1993", "6.2.1"),
    message="“{old}”宜写作“{new}”。",
    find=pattern(
        r"(?<!-\d)(?<!-\d\d)(?<=[\d万亿])\s?(?P<x>㎡|㎥|M[²³]|[mM][23](?![\dA-Za-z-]))(?!/)",
        lambda match: {"㎡": "平方米", "㎥": "立方米"}.get(match["x"]) or WORDS[match["x"][-1]],
    ),
    severity=Severity.ADVICE,
    bad={"建筑面积500㎡。": "建筑面积500平方米。", "库容30万m3。": "库容30万立方米。"},
    good=["建筑面积500平方米。", "流量为30m³/s。", "米格-29M2战机", "补偿标准为300元/m²。"],
)
