"""施行日期早于成文日期的，请核对是否笔误：3月10日成文，写“自3月1日起施行”。确需追溯执行的可以不改。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import main_blocks
from lingwu.structure.issued import issue_date
from lingwu.text.dates import dates_of
from lingwu.text.regexes import compiled

FORCE = r"起(?:正式)?(?:施行|实施|执行|生效|试行|启用)"


def _find(doc: Document) -> Iterator[Hit]:
    issued = issue_date(doc)
    day = issued.on() if issued else None
    if issued is None or day is None or "起" not in doc.text:
        return
    blocks = main_blocks(doc)
    end = min(issued.start, blocks[-1].span.end if blocks else 0)
    for date in doc.derive(dates_of):
        when = date.on(day.year)
        early = when is not None and when < day and (day - when).days < 200
        if (
            early
            and date.start < end
            and doc.text[date.start - 1] == "自"
            and compiled(FORCE).match(doc.text, date.end)
        ):
            yield Hit(Span(date.start, date.end), says={"issued": f"{day.year}年{day.month}月{day.day}日"})


rule = Rule(
    code="CON018",
    title="施行日期早于成文日期",
    basis=Basis("日期先后", strength=Strength.CUSTOM, note="施行日期一般不早于成文日期"),
    message="施行日期“{old}”早于成文日期（{issued}），如不是追溯执行，请核对。",
    find=whole(_find),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION],
    bad={
        "本通知自⟦2025年3月1日⟧起施行。\n某某市教育局\n2025年3月10日": None,
        "新标准自⟦1月1日⟧起执行。\n某某市教育局\n2025年3月10日": None,
    },
    good=[
        "本通知自2025年4月1日起施行。\n某某市教育局\n2025年3月10日",
        "原办法自2020年3月1日起施行。\n某某市教育局\n2025年3月10日",
        "本通知自印发之日起施行。\n某某市教育局\n2025年3月10日",
    ],
)
