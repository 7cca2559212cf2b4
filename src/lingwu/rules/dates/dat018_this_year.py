"""“今年”“去年”“明年”与括注的年份要对得上：2025年的文件里，“去年”是2024年。只在成文日期明确时核对。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.structure.issued import document_year
from lingwu.text.regexes import compiled

AWAY = {"今年": 0, "本年度": 0, "去年": -1, "上年度": -1, "明年": 1, "下年度": 1, "前年": -2}
SAID = "(?<![\\d当])(" + "|".join(AWAY) + r")(?:[（(]即?|，即|也就是|即)(?P<year>(?:19|20)\d\d)(?=年)"


def _find(doc: Document) -> Iterator[Hit]:
    year = document_year(doc)
    if year is None:
        return
    for match in compiled(SAID).finditer(doc.text):
        right = year + AWAY[match[1]]
        if int(match["year"]) != right:
            yield Hit(Span(*match.span("year")), str(right), says={"word": match[1], "year": str(year)})


rule = Rule(
    code="DAT018",
    title="“今年”“去年”与年份不符",
    basis=Basis("日期先后", strength=Strength.RECOMMENDED, note="按成文日期推算"),
    message="按成文日期（{year}年），“{word}”应是{new}年，不是{old}年。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "去年（2023年）全镇增收。\n特此报告。\n某某镇人民政府\n2025年3月8日": "去年（2024年）全镇增收。\n特此报告。\n某某镇人民政府\n2025年3月8日",
        "今年（2024年）继续实施。\n特此报告。\n某某镇人民政府\n2025年3月8日": "今年（2025年）继续实施。\n特此报告。\n某某镇人民政府\n2025年3月8日",
    },
    good=[
        "去年（2024年）全镇增收。\n某某镇人民政府\n2025年3月8日",
        "去年（2023年）全镇增收。",
        "今年，2024年度计划全部完成。\n某某镇人民政府\n2025年3月8日",
    ],
)
