"""报送期限不应早于成文日期：3月10日印发的通知要求“3月5日前报送”，多半有一个日期写错了。"""

from collections.abc import Iterator
from datetime import timedelta

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.issued import issue_date
from lingwu.text.dates import Date, dates_of
from lingwu.text.regexes import compiled

BEFORE = r"(?:请|务必|须|应|要求)(?:[^，。；已曾]{0,14}于)?(?:\s|今年)?$"
AFTER = r"(?:[（(][^）)]{1,8}[）)])?\s?(?:下班|上午|下午|中午|\d{1,2}[时:：点]\d{0,2}分?)*(?:之?前|以前)[，,]?[^，。；]{0,18}(?:报|送|交|反馈|完成|提交|上报|发至)"


def _deadline(doc: Document, date: Date) -> bool:
    before = doc.text[max(0, date.start - 18) : date.start].rpartition("\n")[2]
    return bool(compiled(BEFORE).search(before)) and bool(compiled(AFTER).match(doc.text, date.end))


def _find(doc: Document) -> Iterator[Hit]:
    issued = issue_date(doc)
    day = issued.on() if issued else None
    if issued is None or day is None:
        return
    for date in doc.derive(dates_of):
        due = date.on(day.year)
        late = due is not None and due < day and (date.year is not None or day - due < timedelta(days=150))
        if late and date.start < issued.start and _deadline(doc, date):
            yield Hit(Span(date.start, date.end), says={"issued": f"{day.year}年{day.month}月{day.day}日"})


rule = Rule(
    code="DAT020",
    title="期限早于成文日期",
    basis=Basis("日期先后", strength=Strength.RECOMMENDED, note="期限不早于成文日期"),
    message="期限“{old}”早于成文日期（{issued}），请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "请于⟦3月5日⟧前将名单报送我局。\n某某市教育局\n2025年3月10日": None,
        "请各单位于⟦2024年12月31日⟧前完成整改并反馈。\n某某市教育局\n2025年3月10日": None,
    },
    good=[
        "请于3月15日前将名单报送我局。\n某某市教育局\n2025年3月10日",
        "请于1月10日前将名单报送我局。\n某某市教育局\n2025年12月25日",
        "各单位已于3月5日前将名单报送我局。\n某某市教育局\n2025年3月10日",
    ],
)
