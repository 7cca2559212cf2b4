"""异形词。

《第一批异形词整理表》推荐使用其中一种词形。该表是推荐性的；表外的异形词不分对错。

词表见 lexicons/variants.tsv：容易与跨词相连混淆的、今天词义已经分化的，没有收入。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD011",
    title="异形词",
    basis=Basis("GF 1001—2001", "表", Strength.RECOMMENDED),
    message="“{old}”是异形词，推荐使用“{new}”{note}。",
    find=swap(Lexicon.load("variants")),
    severity=Severity.ADVICE,
    safety=Safety.CONFIRM,
    bad={"按姓氏笔划为序": "按姓氏笔画为序", "文化生活丰富多采": "文化生活丰富多彩"},
    good=["按姓氏笔画为序", "制定单位名录", "推行绿色采购"],
)
