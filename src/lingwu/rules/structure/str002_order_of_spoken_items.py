"""“一是……二是……”“一要……二要……”“第一，……第二，……”应当依次相连，不跳号，不重号。

段内并列和各段段首的并列分别看。一段里另起“一是”的是新的一组；中间那一项换了说法（如“二要”“二、”）的不算缺号；引号里
的不看。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.series import breaks, told


def _find(doc: Document) -> Iterator[Hit]:
    for items in told(doc):
        for slip in breaks(doc.text, items):
            item = slip.item
            mark = item.span.of(doc.text)
            new = mark.replace(item.digits.of(doc.text), slip.mended(doc.text), 1)
            said = "与前面重复" if slip.repeats else "与前面不相连"
            yield Hit(item.span, new if slip.lone else None, says={"said": said, "due": new})


rule = Rule(
    code="STR002",
    title="并列各项的序号不相连",
    basis=Basis("党政机关公文处理工作条例", "第二十条（四）", Strength.CUSTOM, "段落顺序和序号应当准确"),
    message="“{old}”{said}，按顺序此处应为“{due}”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "要做到：一是摸清底数，二是建立台账，四是限期整改。": "要做到：一是摸清底数，二是建立台账，三是限期整改。",
        "一要学在前。\n二要干在前。\n二要走在前。": "一要学在前。\n二要干在前。\n三要走在前。",
        "第一，摸底。第二，登记。⟦第四，⟧整改。第五，验收。": None,
    },
    good=[
        "一是摸底。二是登记。三是整改。下一步，一是抓学习，二是抓落实。",
        "一是抓学习，一要早，二要快。\n二是抓落实，一要实，二要细。\n三是抓考核。",
        "一是摸底，二要登记，三是整改。",
        "他常说“一是一、二是二”，第一，不怕苦。第二，不怕累。",
        "三要素齐全，四要件完备。",
    ],
)
