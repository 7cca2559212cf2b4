"""一个日期里年、月、日用同一种数字：2025年3月8日，或二〇二五年三月八日，不写“二〇二五年3月8日”。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, whole
from lingwu.text.dates import dates_of


def _find(doc: Document) -> Iterator[Hit]:
    for date in doc.derive(dates_of):
        if date.form != "混" or date.lunar or not date.year or not 1800 <= date.year <= 2200 or not date.exists():
            continue
        said = doc.text[date.start : date.end]
        if said[0].isdecimal() and not (date.day and said[-1] == "日"):
            continue
        if "O" in said[:4] or ("0" in said[:4] and not said[:4].isdecimal()):
            continue
        day = f"{date.day}日" if date.day else ""
        yield Hit(Span(date.start, date.end), f"{date.year}年{date.month}月{day}")


rule = Rule(
    code="DAT016",
    title="一个日期里两种数字混用",
    basis=Basis("GB/T 15835—2011", "4.3"),
    message="一个日期里的数字应用同一种写法，“{old}”应写作“{new}”。",
    find=whole(_find),
    bad={"二〇二五年3月8日": "2025年3月8日", "于2025年三月八日召开。": "于2025年3月8日召开。"},
    good=["二〇二五年三月八日", "2025年3月8日", "2025年正月初八", "2025年八月十五", "2025年农历八月十五日"],
)
