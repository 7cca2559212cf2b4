"""纪要应记明谁主持、谁出席（列席、请假）会议。

标注出席人员名单时，在正文之下空一行，左空二字写“出席：”，请假和列席人员另起一行；也可以写在开头一段里。全文没有主持、出席、参加这些字样的
才提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.elements import title
from lingwu.structure.kinds import DocumentKind, kind_of

WORDS = ("出席", "参加", "与会", "列席", "参会", "主持", "到会")
SHORTEST = 120


def _find(doc: Document) -> Iterator[Hit]:
    if kind_of(doc) is not DocumentKind.MINUTES or len(doc.text) < SHORTEST:
        return
    name = title(doc)
    if name.text and not any(word in doc.text for word in WORDS):
        yield Hit(name.span(0, len(name.text)))


ITEMS = (
    "\n会议听取了有关科室的汇报，研究了近期防汛工作。"
    + "会议认为，要压实责任，细化预案，备足物资，加强值守，确保安全度汛。" * 4
)

rule = Rule(
    code="STR062",
    title="纪要缺出席人员",
    basis=Basis("GB/T 9704—2012", "10.3", Strength.RECOMMENDED, "出席、请假、列席人员名单"),
    message="纪要没有写明主持和出席人员，宜在开头写明，或在正文之后标“出席：”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "⟦示范局办公会议纪要⟧" + ITEMS: None,
        "⟦关于防汛工作的会议纪要⟧" + ITEMS: None,
    },
    good=[
        "示范局办公会议纪要" + ITEMS + "\n出席：张三、李四",
        "示范局办公会议纪要\n3月8日，局长张三主持召开会议。" + ITEMS,
        "关于印发会议纪要的通知\n各科室：" + ITEMS + "\n请执行。",
    ],
)
