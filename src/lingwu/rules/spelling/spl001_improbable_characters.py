"""疑为错字：每个字都认得，放在这里却很不像话。

词表只能收已知的错法。这条规则用随软件带的小模型（由公开的法律法规、政府工作报告等文本统计而成，不联网）判断：一处文字
读来很生，而换成同音、近音、形近的字词，或者把两个字对调之后就很通顺，才提出来，并注明把握有多大。它不懂专名，遇到生僻的
人名、地名可能误报；本单位的用词列入 lingwu.toml 的 words 或 accept 后不再报。它只提示，从不直接改。
"""

from lingwu.rule import Basis, Rule, Severity, Strength
from lingwu.spelling.finder import Spelled

rule = Rule(
    code="SPL001",
    title="疑为错字",
    basis=Basis("零误拼写模型", strength=Strength.CUSTOM, note="按官方文本的用字统计推断，请人工判断"),
    message="“{was}”读来不通，疑为“{reads}”（把握{chance}）。",
    find=Spelled(("replaced",)),
    severity=Severity.DOUBT,
    gives_way=True,
    status="preview",
    bad={
        "各级政府要认针落实安全生产责任。": "各级政府要认真落实安全生产责任。",
        "要切实保障人民群众的合法劝益。": "要切实保障人民群众的合法权益。",
    },
    good=[
        "要以钉钉子精神抓好落实。",
        "“一网通办”让群众少跑腿，好差评让干部多上心。",
        "古人云：“苟利国家生死以，岂因祸福避趋之。”",
    ],
)
