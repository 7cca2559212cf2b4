"""“以……为主题”说的是话题，用引号；书名号只用于书名、文件名、文章名等。"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Severity, Span, Strength, whole

TOPIC = re.compile(r"以《([^《》\n]{2,20})》为(?:主题|活动主题|主线|口号)")


def find(doc: Document) -> Iterator[Hit]:
    if "以《" not in doc.text:
        return
    for match in TOPIC.finditer(doc.text):
        start, end = match.start(1) - 1, match.end(1) + 1
        edits = (Edit(Span(start, start + 1), "“"), Edit(Span(end - 1, end), "”"))
        yield Hit(Span(start, end), f"“{match[1]}”", edits=edits)


rule = Rule(
    code="PUN076",
    title="主题用了书名号",
    basis=Basis("GB/T 15834—2011", "附录B.1.8", Strength.RECOMMENDED),
    message="主题、口号不是书名或篇名，宜用引号，写作“{new}”。",
    find=whole(find),
    severity=Severity.ADVICE,
    bad={
        "活动以《清风正气》为主题。": "活动以“清风正气”为主题。",
        "演讲以《奋斗的青春》为主题展开。": "演讲以“奋斗的青春”为主题展开。",
    },
    good=["活动以“清风正气”为主题。", "作题为《清风正气》的报告。", "以《党章》为根本遵循"],
)
