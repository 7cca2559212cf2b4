"""日期在历法上必须存在：没有2月30日、4月31日、13月，平年没有2月29日。多半是月或日写错了一个数字。

农历日期不按公历核对。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, Strength, whole
from lingwu.structure.issued import year_of
from lingwu.text.dates import dates_of


def _find(doc: Document) -> Iterator[Hit]:
    for date in doc.derive(dates_of):
        if date.form in "汉混" and date.year is None:
            continue
        suspicious = date.day is not None and (date.day > 28 or date.day < 1)
        if not suspicious and (1 <= date.month <= 12 or (date.day is None and date.year is None)):
            continue
        year = 2000 + date.short if date.short is not None else year_of(doc, date)
        if not date.exists(year):
            yield Hit(Span(date.start, date.end))


rule = Rule(
    code="DAT001",
    title="日期不存在",
    basis=Basis("公历历法", strength=Strength.REQUIRED, note="大月31日，小月30日，2月28日，闰年2月29日"),
    message="公历没有“{old}”这一天，请核对。",
    find=whole(_find),
    bad={
        "请于⟦2月30日⟧前报送。": None,
        "定于⟦2025年2月29日⟧召开。": None,
        "截至⟦4月31日⟧，已完成八成。": None,
        "⟦2024年13月⟧": None,
    },
    good=["定于2024年2月29日召开。", "2月28日、3月31日", "农历二月三十日", "24月龄肉牛", "2月29日起施行。", "12月31日"],
)
