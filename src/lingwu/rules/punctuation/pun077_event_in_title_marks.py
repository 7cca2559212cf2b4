"""会议、活动、工程、大赛的名称不用书名号，需要突出时用引号。"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Severity, Span, whole

EVENT = re.compile(
    r"(?:举办|召开|开展|组织|启动|实施|参加)了?《([^《》\n]{2,18}(?:会议|活动|工程|行动|论坛|大赛|比赛|培训班|座谈会|推进会))》"
)


def find(doc: Document) -> Iterator[Hit]:
    if "》" not in doc.text:
        return
    for match in EVENT.finditer(doc.text):
        start, end = match.start(1) - 1, match.end(1) + 1
        edits = (Edit(Span(start, start + 1), "“"), Edit(Span(end - 1, end), "”"))
        yield Hit(Span(start, end), f"“{match[1]}”", edits=edits)


rule = Rule(
    code="PUN077",
    title="会议活动用了书名号",
    basis=Basis("GB/T 15834—2011", "附录A.13.1"),
    message="会议、活动等名称不用书名号，可写作“{new}”或不加标点。",
    find=whole(find),
    severity=Severity.DOUBT,
    bad={
        "各单位要认真组织《安全生产月活动》。": "各单位要认真组织“安全生产月活动”。",
        "全市召开《项目建设推进会》。": "全市召开“项目建设推进会”。",
    },
    good=["组织“安全生产月活动”。", "印发《安全生产月活动方案》。", "实施《安全生产法》", "学习《会议》"],
)
