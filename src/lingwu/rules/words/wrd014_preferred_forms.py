"""公文常用词形。

两种写法都通行，公文习惯用其中一种：“其他”“交代”“唯一”“备受”“作出决定”。全文统一即可。

词表见 lexicons/preferred_forms.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD014",
    title="公文常用词形",
    basis=Basis("《现代汉语词典》（第7版）", "推荐词形", Strength.CUSTOM, "两种写法都有人用，公文习惯用后者"),
    message="“{old}”公文中多写作“{new}”。",
    find=swap(Lexicon.load("preferred_forms")),
    severity=Severity.ADVICE,
    safety=Safety.CONFIRM,
    bad={"其它事项另行通知": "其他事项另行通知", "会议做出部署": "会议作出部署"},
    good=["尤其它的作用", "会后做报告会的服务", "社交待遇"],
)
