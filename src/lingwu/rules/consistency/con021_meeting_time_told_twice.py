"""会议（活动、培训）的时间说了两次应当一致：开头写“定于3月15日召开”，后面“会议时间”却是3月16日。

只看通知里各说一次、日期都写明的；时间写成起止两天的，起始日期相同即可。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import main_blocks
from lingwu.text.dates import Date, dates_of
from lingwu.text.regexes import compiled

EVENT = "会议|培训|活动|比赛|考试|座谈会|动员会|论坛|培训班"
LABEL = rf"(?:{EVENT})(?:时间|日期)(?:[：:]|定于|为|是)?\s?(?:\d{{4}}年)?$"
PLANNED = r"(?:定|拟|将)于(?:今年)?$"
HELD = rf"[^。；\n]{{0,40}}?(?:召开|举办|举行|开展)[^。；\n]{{0,40}}?(?:{EVENT}|会)"


def _kinds(doc: Document, end: int) -> tuple[list[Date], list[Date]]:
    """The dates that are planned in a sentence, and those behind a label."""
    planned, labelled = [], []
    for date in doc.derive(dates_of):
        before = doc.text[max(0, date.start - 14) : date.start].rpartition("\n")[2]
        if date.start >= end or date.day is None:
            continue
        if compiled(LABEL).search(before):
            labelled.append(date)
        elif compiled(PLANNED).search(before) and compiled(HELD).match(doc.text, date.end):
            planned.append(date)
    return planned, labelled


def _find(doc: Document) -> Iterator[Hit]:
    if not any(word in doc.text for word in ("时间", "日期")) or "于" not in doc.text:
        return
    blocks = main_blocks(doc)
    planned, labelled = _kinds(doc, blocks[-1].span.end if blocks else 0)
    if len(planned) != 1 or len(labelled) != 1:
        return
    one, other = sorted((planned[0], labelled[0]), key=lambda date: date.start)
    years = one.year is not None and other.year is not None and one.year != other.year
    if years or (one.month, one.day) != (other.month, other.day):
        yield Hit(Span(other.start, other.end), says={"first": doc.text[one.start : one.end]})


rule = Rule(
    code="CON021",
    title="会议时间前后不一",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "时间前后一致"),
    message="前面说的时间是{first}，这里是“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "经研究，定于3月15日召开全市教育工作会议。\n一、会议时间：⟦3月16日⟧上午9:00。": None,
        "我局拟于2025年5月6日举办业务培训班。\n一、培训时间\n培训时间为⟦2025年5月8日⟧至9日。": None,
    },
    good=[
        "经研究，定于3月15日召开全市教育工作会议。\n一、会议时间：3月15日上午9:00。",
        "定于3月15日召开会议。\n一、报名时间：3月10日。",
        "定于3月15日、3月20日召开两次会议。定于4月1日举行活动。\n会议时间：3月20日。",
    ],
)
