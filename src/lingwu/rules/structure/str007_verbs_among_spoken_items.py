"""同一组并列项用同一种说法：“一是……二是……三是……”，不写成“一是……二是……三要……”。

中间夹一个“二要”，前后都是“是”，读来不齐。只在前后各项都相同、只有一项不同时提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.outline import Style, spoken


def _find(doc: Document) -> Iterator[Hit]:
    items = [item for item in spoken(doc) if item.style is Style.SPOKEN]
    for index in range(1, len(items) - 1):
        before, item, after = items[index - 1 : index + 2]
        follows = (before.number + 1, item.number + 1) == (item.number, after.number)
        if follows and before.verb == after.verb != item.verb and before.block == item.block == after.block:
            yield Hit(item.span, item.digits.of(doc.text) + before.verb)


rule = Rule(
    code="STR007",
    title="并列各项的说法",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM),
    message="前后各项的说法相同，此处“{old}”可写作“{new}”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "一是摸底数，二要建台账，三是抓整改。": "一是摸底数，二是建台账，三是抓整改。",
        "一要学在前，二是干在前，三要走在前。": "一要学在前，二要干在前，三要走在前。",
    },
    good=[
        "一是摸底数，二是建台账，三是抓整改。",
        "一是抓学习，一要早，二要快，二是抓落实。",
        "一要学在前，二要干在前。",
    ],
)
