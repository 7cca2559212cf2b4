"""纪要不写主送机关，需要分送的，列在版记的“分送”或“抄送”里。

纪要记载会议主要情况和议定事项，题目之下直接写正文。题目下写了“各县区人民政府：”的，或者改用通知印发纪要，或者移到版记。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Strength, whole
from lingwu.structure.kinds import DocumentKind, kind_of
from lingwu.structure.routing import addressee, dated

FOR = ("各", "市", "县", "省", "区", "有关", "机关", "局属", "全体")


def _find(doc: Document) -> Iterator[Hit]:
    line = addressee(doc) if kind_of(doc) is DocumentKind.MINUTES else None
    block = doc.block_at(line.at[0]) if line else None
    if not line or not block or block.role is not Role.ADDRESSEE or not line.text.startswith(FOR):
        return
    last = dated(doc)
    if last is None or line.at[0] < last.span.start:
        yield Hit(line.span(0, len(line.text)))


rule = Rule(
    code="STR061",
    title="纪要的主送机关",
    basis=Basis("GB/T 9704—2012", "10.3", Strength.CUSTOM, "纪要格式没有主送机关一项"),
    message="纪要一般不写主送机关，“{old}”可移到版记作分送单位。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "关于防汛工作的会议纪要\n⟦各县区人民政府：⟧\n3月8日，张三主持召开会议。\n会议议定如下事项。": None,
        "示范局办公会议纪要\n⟦各科室：⟧\n3月8日，局长主持会议。李四等参加。": None,
    },
    good=[
        "关于防汛工作的会议纪要\n3月8日，张三主持召开会议。\n会议议定如下事项。",
        "关于印发会议纪要的通知\n各科室：\n现将纪要印发。\n示范局\n2024年3月8日",
        "示范局办公会议纪要\n时间：3月8日\n地点：会议室\n出席：张三、李四\n会议议定：\n一、防汛。",
    ],
)
