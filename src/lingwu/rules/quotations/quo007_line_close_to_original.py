"""文中的话与一句名言名句很接近而不全同，可能是引错了，请与原文核对。

没有加引号、差别不止一字、或只差虚词的，只作疑似；确属化用的，可不改。
"""

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Strength
from lingwu.structure.misquotations import Sureness, hit, sureness
from lingwu.structure.quotations import Quotation, Quotes


def _judge(doc: Document, quotation: Quotation) -> Hit | None:
    return hit(quotation) if sureness(quotation) is Sureness.LIKELY else None


rule = Rule(
    code="QUO007",
    title="与名句原文相近而不同",
    basis=Basis("所引原文", strength=Strength.RECOMMENDED, note="引用宜与原文核对"),
    message="“{old}”处疑与原文不符，{source}作“{original}”，请核对。",
    find=Quotes(_judge),
    skip=[Place.NAME],
    severity=Severity.DOUBT,
    bad={
        "兵书有云：多算胜，少算不胜，而况于无算。谋划要深。": "兵书有云：多算胜，少算不胜，而况于无算乎！谋划要深。",
        "海内存知己，天涯如比邻，两地往来日益密切。": "海内存知己，天涯若比邻，两地往来日益密切。",
    },
    good=[
        "多算胜，少算不胜，谋划要深。",
        "烽火连三月，一纸家书抵万金。",
        "谁得道多助，谁失道寡助，事实自有公论。",
        "在其位就要谋其政，听其言更要观其行。",
    ],
)
