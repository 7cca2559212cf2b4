"""印发日期不早于成文日期。

印发日期是公文送印的日期，应当在签发之后。印发日期比成文日期还早，必有一处写错。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Span, whole

DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"


def _find(doc: Document) -> Iterator[Hit]:
    dated = next((re.search(DAY, b.span.of(doc.text)) for b in doc.blocks if b.role is Role.DATE), None)
    for block in doc.blocks:
        match = re.search(DAY, block.span.of(doc.text)) if dated and block.role is Role.PRINTING else None
        if match and dated and _day(match) < _day(dated):
            yield Hit(Span(block.span.start + match.start(), block.span.start + match.end()), says={"dated": dated[0]})


def _day(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match[1]), int(match[2]), int(match[3])


rule = Rule(
    code="CON009",
    title="印发日期早于成文日期",
    basis=Basis("党政机关公文处理工作条例", "第九条（十一）、（十七）", note="印发日期是送印日期，在签发之后"),
    message="印发日期“{old}”早于成文日期{dated}，请核对。",
    find=whole(_find),
    bad={
        "请执行。\n示范局\n2024年3月8日\n示范局办公室　⟦2024年3月7日⟧印发": None,
        "请执行。\n示范局\n2024年3月8日\n示范局办公室　⟦2023年3月9日⟧印发": None,
    },
    good=[
        "请执行。\n示范局\n2024年3月8日\n示范局办公室　2024年3月8日印发",
        "请执行。\n示范局\n2024年3月8日\n示范局办公室　2024年4月1日印发",
        "2024年3月7日印发的通知有误。\n示范局\n2024年3月8日",
    ],
)
