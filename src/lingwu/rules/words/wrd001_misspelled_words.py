"""写错的词。

这些写法在词典里不成词，几乎都是录入、识别或者形近、音近造成的错字。

词表见 lexicons/misspellings.tsv；跨词相连而偶然成形的（如“公布署名”）各有条件排除。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD001",
    title="写错的词",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="“{old}”疑为“{new}”之误{note}。",
    find=swap(Lexicon.load("misspellings")),
    severity=Severity.ERROR,
    safety=Safety.CONFIRM,
    bad={
        "要周密布署防汛工作": "要周密部署防汛工作",
        "坚持严于律已、宽以待人": "坚持严于律己、宽以待人",
        "惯彻落实会议精神": "贯彻落实会议精神",
    },
    good=["公布署名文章", "这部法律已经施行", "学习贯彻会议精神", "按照像片比对"],
)
