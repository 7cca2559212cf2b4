"""会议通知里的日期有先有后：会期不早于成文日期，报名、报送回执的期限不晚于会期。

3月10日成文的通知写“定于3月2日召开”，或者会议3月18日召开而要求“3月20日前报送回执”，多是套用旧稿时漏改了一处。只看通知里会期只说
一次、日期都写明的；“原定于”和延期、改期的通知不提示。
"""

import datetime
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import main_blocks
from lingwu.structure.issued import issue_date
from lingwu.structure.kinds import DocumentKind, kind_of, name_of
from lingwu.text.dates import Date, dates_of
from lingwu.text.regexes import compiled

PLANNED = r"(?:(?<!原)(?<!已)[定拟将]于|会议时间[：:])(?:今年)?$"
HELD = r"(?<=[日号])[^。；\n]{0,40}?(?:召开|举办|举行)|(?:[（(][^（）()]{1,6}[）)])?[上下]午|[。\n]"
DUE_BEFORE = r"请[^，。；\n]{0,14}于$"
DUE_AFTER = r"(?:[（(][^（）()]{1,6}[）)])?(?:[上下]午|下班|\d{1,2}[:：]\d\d|\d{1,2}[时点])*(?:之?前|以前)[，,]?[^，。；\n]{0,16}(?:回执|报名表|参会|参训)"
LATER = ("延期", "改期", "推迟", "取消")
LONGEST = 120


def _find(doc: Document) -> Iterator[Hit]:
    issued = issue_date(doc)
    day = issued.on() if issued else None
    if issued is None or day is None or kind_of(doc) is not DocumentKind.NOTICE or "会" not in doc.text:
        return
    end = min(issued.start, main_blocks(doc)[-1].span.end)
    said = [date for date in doc.derive(dates_of) if date.start < end and date.day is not None]
    held = [date for date in said if _stands(doc.text, date, PLANNED, HELD)]
    when = held[0].on(day.year) if len(held) == 1 else None
    if when is None or any(word in name_of(doc) for word in LATER):
        return
    if 0 < (day - when).days < LONGEST:
        yield Hit(Span(held[0].start, held[0].end), says={"said": f"早于成文日期（{_of(day)}）"})
    for date in said:
        due = date.on(day.year)
        if due and 0 < (due - when).days < LONGEST and _stands(doc.text, date, DUE_BEFORE, DUE_AFTER):
            yield Hit(Span(date.start, date.end), says={"said": f"作为报送期限，晚于会期（{_of(when)}）"})


def _stands(text: str, date: Date, before: str, after: str) -> bool:
    line = text[max(0, date.start - 18) : date.start].rpartition("\n")[2]
    return bool(compiled(before).search(line)) and bool(compiled(after).match(text, date.end))


def _of(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


rule = Rule(
    code="STR123",
    title="会期与成文日期、报送期限的先后",
    basis=Basis("日期先后", strength=Strength.RECOMMENDED, note="会期不早于成文日期，回执期限不晚于会期"),
    message="“{old}”{said}，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "关于召开防汛会议的通知\n各县区：\n定于⟦3月2日⟧召开防汛会议，请派员参加。\n示范局\n2024年3月10日": None,
        "关于召开防汛会议的通知\n各县区：\n定于3月18日召开防汛会议。请于⟦3月20日⟧前报送参会回执。\n示范局\n2024年3月10日": None,
    },
    good=[
        "关于召开防汛会议的通知\n各县区：\n定于3月18日召开防汛会议。请于3月15日前报送参会回执。\n示范局\n2024年3月10日",
        "关于会议延期的通知\n各县区：\n原定于3月2日召开的会议延期。\n示范局\n2024年3月10日",
        "关于报送材料的通知\n各县区：\n定于3月18日召开会议，请于3月20日前报送会后落实情况。\n示范局\n2024年3月10日",
        "关于召开会议的通知\n各县区：\n定于1月8日召开会议。\n示范局\n2024年12月20日",
    ],
)
