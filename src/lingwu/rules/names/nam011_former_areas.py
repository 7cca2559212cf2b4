"""行政区划调整以后，用现在的名称。

撤县设市、撤市设区、合并改名之后，文件里仍写旧名（如2017年以后写“即墨市”），多是沿用旧稿。1999年以来的变动见
lexicons/area_changes.tsv。讲过去的事用当时的名称：只在本文日期晚于变动之年、前后没有“原”“时任”“撤销”等字样、没有提到更早的年份时
提醒；引文、书名号里的不提示。
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength
from lingwu.structure.elements import year
from lingwu.structure.facts import Row, table
from lingwu.text.regexes import compiled

PAST = r"原|时任|当时|曾|前身|改名|更名|改为|并入|撤销|撤县|撤市|设区|设市|旧|历史|出生|籍贯|祖籍|人[，。]|村|战役|会议旧址"


class FormerAreas:
    """Areas called by the name they no longer have."""

    @cached_property
    def names(self) -> Mapping[str, Row]:
        """The former names that are told apart from other words: no 地区, no common short names of autonomous counties."""
        rows = [row for row in table("area_changes") if len(row["old"]) > 2 and not row["old"].endswith("地区")]
        return {row["old"]: row for row in rows if not (row["old"][-1] == "县" and "自治县" in row["new"])}

    @property
    def anchors(self) -> Sequence[str]:
        """The former names."""
        return tuple(self.names)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The first hit of each name at the given places."""
        seen: set[str] = set()
        dated = year(doc) if spans else 0
        for start, end in spans:
            row = self.names[doc.text[start:end]]
            since = int(row["year"])
            if (
                doc.text[start - 1 : start] == "新"
                or row["old"] in seen
                or dated <= since
                or doc.text[end : end + 1] in tuple("域位分间块别城内人道级乡镇")
            ):
                continue
            around = doc.text[max(0, start - 20) : end + 20]
            years = [int(said) for said in compiled(r"(?:19|20)\d\d").findall(around)]
            if not re.search(PAST, around) and not any(said <= since for said in years):
                seen.add(row["old"])
                new, *others = row["new"].split("|")
                said = new if not others else f"{new}等"
                yield Hit(Span(start, end), new, tuple(others), says={"year": row["year"], "now": said})


rule = Rule(
    code="NAM011",
    title="调整前的行政区名称",
    basis=Basis("国务院关于行政区划调整的批复", "", Strength.RECOMMENDED, "1999—2024年的变动"),
    message="{year}年行政区划调整后已无“{old}”，如指现在，应为“{now}”。",
    find=FormerAreas(),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "请即墨市报送方案。\n示范局\n2024年3月8日": "请即墨区报送方案。\n示范局\n2024年3月8日",
        "赴襄樊市调研。\n2024年3月8日": "赴襄阳市调研。\n2024年3月8日",
    },
    good=[
        "请即墨区报送方案。\n示范局\n2024年3月8日",
        "请即墨市报送方案。\n示范局\n2014年3月8日",
        "原即墨市撤市设区后，\n示范局\n2024年3月8日",
        "2009年，襄樊市获评。\n示范局\n2024年3月8日",
        "即墨市场监管所\n2014年3月8日",
    ],
)
