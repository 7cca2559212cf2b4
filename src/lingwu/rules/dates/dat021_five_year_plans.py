"""五年规划的起止年份是固定的：“十三五”2016—2020年，“十四五”2021—2025年，“十五五”2026—2030年。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, Strength, whole
from lingwu.text.regexes import compiled

FIRST = {"一五": 1953, "二五": 1958, "三五": 1966, "四五": 1971, "五五": 1976, "六五": 1981, "七五": 1986, "八五": 1991,
         "九五": 1996, "十五": 2001, "十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026,
         "十六五": 2031}  # fmt: skip
NAMES = "|".join(sorted(FIRST, key=len, reverse=True))
SAID = (
    rf"(?:“({NAMES})”|(?<![一二三四五六七八九十“第])(十[一二三四五六]五))(?:规划|计划|时期|期间)*[（(，,]?(?:即|为)?"
    r"(?P<x>(\d{4})年?\s?(?:—{1,2}|－|–|-|～|~|至|到)\s?(\d{4}))年"
)


def _find(doc: Document) -> Iterator[Hit]:
    if "五”" not in doc.text and "五规划" not in doc.text and "五时期" not in doc.text and "五期间" not in doc.text:
        return
    for match in compiled(SAID).finditer(doc.text):
        name = match[1] or match[2]
        start = FIRST[name]
        if (int(match[4]), int(match[5])) != (start, start + 4) and abs(int(match[4]) - start) < 12:
            right = match["x"].replace(match[5], str(start + 4)).replace(match[4], str(start), 1)
            if match[4] == match[5]:
                right = f"{start}—{start + 4}"
            yield Hit(Span(*match.span("x")), right, says={"name": name})


rule = Rule(
    code="DAT021",
    title="五年规划的起止年份",
    basis=Basis("历次五年规划（计划）纲要", strength=Strength.REQUIRED),
    message="“{name}”时期是{new}年，不是{old}年。",
    find=whole(_find),
    bad={
        "“十四五”时期（2020—2025年）": "“十四五”时期（2021—2025年）",
        "“十五五”规划（2026—2031年）": "“十五五”规划（2026—2030年）",
    },
    good=["“十四五”时期（2021—2025年）", "“十四五”规划实施以来，2022—2024年", "“三五”普法规划（1996—2000年）"],
)
