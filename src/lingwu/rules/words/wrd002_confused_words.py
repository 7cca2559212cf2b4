"""易混词。

两个词各有各的用法，用错了就是别字，如“截止”与“截至”、“权利”与“权力”、“反映”与“反应”。

词表见 lexicons/confusables.tsv：每一条只在它一定用错的上下文里才报。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD002",
    title="易混词",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="“{old}”在这里疑应作“{new}”{note}。",
    find=swap(Lexicon.load("confusables")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "截止2025年9月，共完成十项": "截至2025年9月，共完成十项",
        "依法保障公民的合法权力": "依法保障公民的合法权利",
        "增强四个意思": "增强四个意识",
    },
    good=["报名时间截止2025年9月30日", "国家权力机关", "这句话有四个意思", "群众反应热烈"],
)
