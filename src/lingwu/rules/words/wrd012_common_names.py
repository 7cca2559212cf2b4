"""不规范的通名。

疾病、物产、材料、药品的旧名或俗写，公文宜用现行规范名称。

词表见 lexicons/common_names.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD012",
    title="不规范的通名",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="“{old}”的规范名称是“{new}”。",
    find=swap(Lexicon.load("common_names")),
    severity=Severity.ADVICE,
    safety=Safety.CONFIRM,
    bad={"预防老年痴呆症": "预防阿尔茨海默病", "发展柑桔产业": "发展柑橘产业"},
    good=["桔梗种植", "发展柑橘产业", "预防阿尔茨海默病"],
)
