"""机构改革后，机关用现在的名称。

2018年、2023年机构改革后，国土资源部、环境保护部、农业部、文化部、国家旅游局、国家卫生和计划生育委员会、国家安全生产监督管理总局、
国家工商行政管理总局、中国银行保险监督管理委员会等已改名或并入别的机关。讲过去的事用当时的名称，所以只在本文的日期晚于改革、
前后没有“原”“时任”等字样时提醒。
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength
from lingwu.structure.elements import year
from lingwu.structure.facts import table
from lingwu.text.regexes import compiled

PAST = r"原|时任|当时|曾任|前身|改名|更名|并入|组建|撤销|改革|整合|职责|不再保留"
SHORT = ("农业部", "文化部", "卫生部", "铁道部")
"""Of the names of three characters, those that a department of a firm is not likely to have."""
ALONE = "、，。：；和由与经报向（(“ 　\n"


class FormerOrgans:
    """Central organs called by the name that they had before a reform."""

    @cached_property
    def names(self) -> Mapping[str, tuple[int, str]]:
        """For each former full or short name: the year of the reform, and the organ to be named now."""
        rows = [row for row in table("organs") if row["until"]]
        now = {row["name"]: row["short"] or row["name"] for row in table("organs")}
        found = {row["short"]: (int(row["until"]), now[row["successor"]]) for row in rows if len(row["short"]) > 4}
        found |= {row["name"]: (int(row["until"]), row["successor"]) for row in rows}
        return {name: told for name, told in found.items() if len(name) > 3 or name in SHORT}

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
        last = 0
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            name = doc.text[start:end]
            since, now = self.names[name]
            covered, last = start < last, max(last, end)
            if covered or name in seen or year(doc) <= since or not _means_organ(doc.text, start, end):
                continue
            around = doc.text[max(0, start - 20) : end + 20]
            years = [int(said) for said in compiled(r"(20\d\d|19\d\d)年").findall(around)]
            if not re.search(PAST, around) and not any(said <= since for said in years):
                seen.add(name)
                yield Hit(Span(start, end), now, says={"year": str(since)})


def _means_organ(text: str, start: int, end: int) -> bool:
    after = text[end : end + 1]
    alone = end - start > 3 or (start == 0 or text[start - 1] in ALONE)
    return alone and after not in ("门", "分", "署", "队", "长")


rule = Rule(
    code="NAM006",
    title="改革前的机关名称",
    basis=Basis("国务院机构改革方案", "", Strength.RECOMMENDED, "历次机构改革"),
    message="{year}年机构改革后已无“{old}”，如指现在，应为“{new}”或承接其职责的机关。",
    find=FormerOrgans(),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "请按国土资源部的要求办理。\n示范局\n2024年3月8日": "请按自然资源部的要求办理。\n示范局\n2024年3月8日",
        "数据报国家旅游局。\n2025年3月8日": "数据报文化和旅游部。\n2025年3月8日",
    },
    good=[
        "请按自然资源部的要求办理。\n示范局\n2024年3月8日",
        "原国土资源部的批复继续有效。\n示范局\n2024年3月8日",
        "2012年，环境保护部印发通知。\n示范局\n2024年3月8日",
        "请按国土资源部的要求办理。\n示范局\n2014年3月8日",
        "到2035年，由环境保护部门验收。\n示范局\n2024年3月8日",
    ],
)
