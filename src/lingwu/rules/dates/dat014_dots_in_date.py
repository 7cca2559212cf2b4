"""正文里的日期写“2025年3月8日”或“2025-03-08”，国家标准的写法里没有用圆点、斜线隔开的“2025.3.8”“2025/3/8”。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Kind, Place, Rule, Severity, Span, whole
from lingwu.structure.issued import issue_date
from lingwu.text.dates import dates_of


def _find(doc: Document) -> Iterator[Hit]:
    issued = issue_date(doc)
    for date in doc.derive(dates_of):
        if date.form not in "./" or (issued and issued.start == date.start) or not date.exists():
            continue
        block = doc.block_at(date.start)
        if block and block.kind is Kind.PARAGRAPH and len(block.span) > 15:
            yield Hit(Span(date.start, date.end), f"{date.year}年{date.month}月{date.day}日")


rule = Rule(
    code="DAT014",
    title="日期用圆点或斜线分隔",
    basis=Basis("GB/T 15835—2011", "5.1.4"),
    message="“{old}”宜写作“{new}”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    skip=[Place.NAME],
    bad={
        "本办法自2025.3.8起施行，有效期五年。": "本办法自2025年3月8日起施行，有效期五年。",
        "请于2025/3/8前将材料报送我局办公室。": "请于2025年3月8日前将材料报送我局办公室。",
    },
    good=[
        "本办法自2025年3月8日起施行，有效期五年。",
        "请于2025-03-08前将材料报送我局。",
        "软件版本2025.3.8.12已经发布，请更新。",
    ],
)
