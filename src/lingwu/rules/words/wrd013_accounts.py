"""“账”与“帐”。

“账”用于货币和货物出入的记载、债务等；“帐”专表用布、纱、绸子等制成的遮蔽物，如“蚊帐”“帐篷”。较早的法律文本多用“帐”，引用时照录。

词表见 lexicons/accounts.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD013",
    title="“账”与“帐”",
    basis=Basis("GF 1001—2001", "注10", Strength.RECOMMENDED),
    message="与钱物有关的用“账”，“{old}”宜写作“{new}”。",
    find=swap(Lexicon.load("accounts")),
    severity=Severity.ADVICE,
    safety=Safety.CONFIRM,
    bad={"建立问题台帐": "建立问题台账", "开设银行帐户": "开设银行账户"},
    good=["购买帐篷", "两台帐篷机", "建立问题台账"],
)
