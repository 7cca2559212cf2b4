"""没有写年份的日期，按会议所在的年份核对星期。写了年份的由 DAT002 核对。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Quote, Severity, Slip, Strength
from lingwu.preflight.meeting import Meeting
from lingwu.schedule.clock import dates_in
from lingwu.structure.issued import year_of
from lingwu.text.dates import dates
from lingwu.workdays.calendar import WEEKDAYS


def _find(meeting: Meeting) -> Iterator[Slip]:
    stated = next((claim for claim in meeting.days if claim.value.year), None)
    for paper in meeting.papers if stated else ():
        for line in paper.lines():
            for when in dates_in(line, meeting.year):
                told = next(dates(paper.doc.text, when.at.span.start, when.at.span.end), None)
                silent = when.year is None and (told is None or not year_of(paper.doc, told))
                if stated and silent and when.weekday and when.day and when.day.isoweekday() != when.weekday:
                    right = f"{when.day.year}年{when.day.month}月{when.day.day}日是星期{WEEKDAYS[when.day.weekday()]}"
                    yield Slip(Quote(paper.doc, when.at.span), (stated.at,), {"right": right})


rule = CrossRule(
    code="PRE002",
    title="星期与会议年份的日期不符",
    basis=Basis("公历历法", strength=Strength.REQUIRED, note="年份取自会议的其他文件"),
    message="“{text}”的星期不对：{right}（年份见{file}）。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("议程.txt", "2026年3月12日（星期四）", "3月12日（星期五）")],
        [("主持词.txt", "（2026年3月12日）", "（3月12日 星期三）")],
    ],
    good=[
        [("议程.txt", "2026年3月12日（星期四）", "3月12日（星期四）")],
        [("主持词.txt", "（2026年3月12日）", "（3月12日）")],
    ],
)
