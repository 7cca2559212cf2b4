"""会议通知要写明时间、地点和参加人员。

三样里缺了哪一样，收到的人都要再打电话来问。只看标题是“关于召开……会议的通知”“会议通知”的；具体安排写在附件里的（有附件说明），不提示。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.elements import named, title
from lingwu.structure.kinds import Purpose, purpose_of

NEEDED = (
    ("时间", r"时\s*间|\d\s*[日号时点：:]\s*\d?|上午|下午|晚上|[一二三四五六七八九十]日"),
    (
        "地点",
        r"地\s*点|会议[室厅]|会堂|礼堂|报告厅|宾馆|[酒饭]店|视频|线上|腾讯|会场|在[^，。；]{2,30}(?:召开|举行|举办)",
    ),
    ("参加人员", r"人\s*员|参加|出席|参会|与会|列席|对象|代表|负责人|负责同志"),
)


def _find(doc: Document) -> Iterator[Hit]:
    if purpose_of(doc) is not Purpose.MEETING or "附件" in doc.text or named(doc):
        return
    name = title(doc)
    text = doc.text[name.at[-1] + 1 :]
    last = re.search(r"\n[^\n]{0,12}\d{4}年\d{1,2}月\d{1,2}日\s*$", text)
    text = text[: last.start()] if last else text
    lacks = [what for what, regex in NEEDED if not re.search(regex, text)]
    if lacks and text.strip():
        yield Hit(name.span(0, len(name.text)), says={"lacks": "、".join(lacks)})


rule = Rule(
    code="STR071",
    title="会议通知的要素",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "会议通知写明时间、地点、参加人员"),
    message="会议通知没有写明{lacks}，请补写。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "⟦关于召开防汛工作会议的通知⟧\n各科室：\n会议定于3月12日上午9:00召开，请科室负责人参加。\n示范局\n2024年3月8日": None,
        "⟦关于召开年度总结会的通知⟧\n各科室：\n总结会在二楼会议室召开，请全体人员参加。\n示范局\n2024年3月8日": None,
    },
    good=[
        "关于召开防汛工作会议的通知\n各科室：\n定于3月12日上午9:00在二楼会议室召开会议，请负责人参加。\n示范局\n2024年3月8日",
        "关于召开防汛工作会议的通知\n各科室：\n请参加。\n附件：会议须知\n示范局\n2024年3月8日",
        "关于延期召开防汛工作会议的通知\n各科室：\n会议延期，另行通知。\n示范局\n2024年3月8日",
        "关于召开会议情况的通报\n各科室：\n现通报如下。\n示范局\n2024年3月8日",
    ],
)
