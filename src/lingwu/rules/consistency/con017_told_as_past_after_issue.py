"""说成已经过去的事，日期不会晚于成文日期：3月10日成文的报告写“会议已于3月15日召开”，必有一个日期写错了。

“截至3月31日，已完成……”而成文日期是3月10日，同样对不上。只在日期和成文日期都写全、说法明确是过去时核对。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.structure.issued import issue_date
from lingwu.text.dates import Date, dates_of
from lingwu.text.regexes import compiled

DONE_BEFORE = r"(?:已经?|曾)(?:在|于)$"
DONE_AFTER = r"[^，。；\n]{0,16}?(?:召开|举行|举办|印发|完成|通过|竣工|开工|成立|到达|抵达|签订|签署)了"
UNTIL_BEFORE = r"(?:截至|截止|截止到|截至到)$"
UNTIL_AFTER = r"底?[，,](?:[^。；\n]{0,30}?)(?:已|共完成|累计完成|共有|实现了|完成了)"


def _past(text: str, date: Date) -> bool:
    before = text[max(0, date.start - 4) : date.start]
    if compiled(DONE_BEFORE).search(before) or (
        before.endswith(("于", "在")) and compiled(DONE_AFTER).match(text, date.end)
    ):
        return not before.endswith("将于")
    return bool(compiled(UNTIL_BEFORE).search(before) and compiled(UNTIL_AFTER).match(text, date.end))


def _find(doc: Document) -> Iterator[Hit]:
    issued = issue_date(doc)
    day = issued.on() if issued else None
    if issued is None or day is None:
        return
    for date in doc.derive(dates_of):
        when = date.on(day.year)
        later = when is not None and when > day and (date.year is not None or (when - day).days < 120)
        if later and date.start < issued.start and _past(doc.text, date):
            yield Hit(Span(date.start, date.end), says={"issued": f"{day.year}年{day.month}月{day.day}日"})


rule = Rule(
    code="CON017",
    title="已过去的日期晚于成文日期",
    basis=Basis("日期先后", strength=Strength.RECOMMENDED, note="已发生的事不晚于成文日期"),
    message="“{old}”晚于成文日期（{issued}），却写作已经过去，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "动员会已于⟦3月15日⟧召开。\n特此报告。\n某某市教育局\n2025年3月10日": None,
        "截至⟦2025年3月31日⟧，全市已完成整改96项。\n特此报告。\n某某市教育局\n2025年3月10日": None,
    },
    good=[
        "动员会已于3月5日召开。\n特此报告。\n某某市教育局\n2025年3月10日",
        "动员会将于3月15日召开。\n某某市教育局\n2025年3月10日",
        "上年的动员会已于12月15日召开。\n特此报告。\n某某市教育局\n2025年3月10日",
        "报名时间截至3月31日，逾期不再受理。\n某某市教育局\n2025年3月10日",
    ],
)
