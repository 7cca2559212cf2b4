"""中央机构的名称不能差一个字。

“国家市场监督管理总局”写成“国家市场监督管理局”，“国家发展和改革委员会”写成“国家发展改革委员会”，都不是规范的名称。全称、规范化
简称和改革前的名称见 lexicons/organs.tsv；地方机关的名称不在对照之列。“和”写成“与”“及”的，另有规则（NAM001）。
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength
from lingwu.structure.facts import table
from lingwu.text.near_names import NearNames

SHORTEST = 7
OTHERS = frozenset(("国家医药管理局", "中华全国供销合作社"))
"""Names of former organs and of other bodies that are right as they stand."""
AND = frozenset("与及、 　")
LOOSE = frozenset("等应拟联先再须需可要已将在并同也又均都就对为向给的社原　 ")
"""Words between the parts of what is no name: 文化和旅游等部门."""


class Organs:
    """Near misses of the full names of central organs."""

    @cached_property
    def near_names(self) -> NearNames:
        """The names, read when first needed."""
        rows = table("organs")
        known = frozenset(word for row in rows for word in (row["name"], row["short"], *row["informal"].split("|")))
        known |= OTHERS
        return NearNames(tuple(row["name"] for row in rows if len(row["name"]) >= SHORTEST and not row["until"]), known)

    @property
    def anchors(self) -> Sequence[str]:
        """The halves of all names."""
        return tuple(self.near_names.halves)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits beside the given places of halves."""
        for miss in self.near_names.misses(doc.text, spans):
            said = doc.text[miss.start : miss.end]
            joined = any(a in AND and b == "和" for a, b in zip(said, miss.name, strict=False))
            goes_on = doc.text[miss.end : miss.end + 1] == "门" or LOOSE & (set(said) - set(miss.name))
            runs_into = (
                doc.text[miss.end - 1 : miss.end + 1] in ("会同", "会长", "会见", "会商", "会议") or "\n" in said
            )
            if not joined and not goes_on and not runs_into:
                yield Hit(Span(miss.start, miss.end), miss.name)


rule = Rule(
    code="NAM007",
    title="中央机构名称差一字",
    basis=Basis("党和国家机构改革方案、国务院关于机构设置的通知", "", Strength.REQUIRED, "机关名称用全称或规范化简称"),
    message="没有“{old}”，是否为“{new}”？",
    find=Organs(),
    severity=Severity.DOUBT,
    skip=[Place.NAME],
    bad={
        "由国家市场监督管理局组织抽查。": "由国家市场监督管理总局组织抽查。",
        "报国家发展改革委员会备案。": "报国家发展和改革委员会备案。",
        "国家卫生健康委委员会发布公告。": "国家卫生健康委员会发布公告。",
        "中国残疾人联和会": "中国残疾人联合会",
    },
    good=[
        "由国家市场监督管理总局组织抽查。",
        "报国家发展改革委备案。",
        "省市场监督管理局",
        "原国家食品药品监督管理局",
        "住房城乡建设部",
        "国家卫生健康委会同国家疾控局组织督导。",
        "中华全国供销合作社第八次代表大会",
        "中央网络安全和信息化领导小组",
    ],
)
