"""日期和星期必须相符：2025年3月8日是星期六。没有写年份的日期，只在本句或成文日期能确定年份时才核对。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, Strength, whole
from lingwu.structure.issued import year_of
from lingwu.text.dates import WEEKDAYS, dates_of


def _find(doc: Document) -> Iterator[Hit]:
    for date in doc.derive(dates_of):
        if not date.weekday:
            continue
        year = year_of(doc, date)
        day = date.on(year)
        if day is None or not 1912 <= day.year <= 2100 or day.isoweekday() == date.weekday:
            continue
        start, end = date.weekday_at
        right = doc.text[start : end - 1] + WEEKDAYS[day.weekday()]
        said = f"{day.year}年{day.month}月{day.day}日"
        yield Hit(Span(start, end), right, says={"date": said})


rule = Rule(
    code="DAT002",
    title="日期与星期不符",
    basis=Basis("公历历法", strength=Strength.REQUIRED, note="星期由日期推算"),
    message="{date}不是“{old}”，是“{new}”；请核对日期和星期哪个写错了。",
    find=whole(_find),
    bad={
        "定于2025年3月8日（星期五）召开。": "定于2025年3月8日（星期六）召开。",
        "定于2025年3月8日下午（星期五）召开。": "定于2025年3月8日下午（星期六）召开。",
        "会期为2024年3月5日（周二）至3月8日（周六）。": "会期为2024年3月5日（周二）至3月8日（周五）。",
        "会议定于3月6日（星期三）召开。\n某某市教育局\n2025年3月3日": "会议定于3月6日（星期四）召开。\n某某市教育局\n2025年3月3日",
    },
    good=[
        "定于2025年3月8日（星期六）召开。",
        "3月8日（星期五）上午",
        "2025年3月8日周五桥同志到场",
        "会议定于1月6日（星期二）召开。\n某某市教育局\n2025年12月30日",
    ],
)
