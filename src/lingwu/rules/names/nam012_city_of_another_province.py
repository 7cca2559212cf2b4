"""省名和市名要相配：“浙江省苏州市”必有一个写错。

省、自治区的全称后面紧跟着别的省的地级市、自治州名称，多是套用旧稿时只改了一半。地级行政区的归属见 lexicons/areas.tsv；1997年以前
的“四川省重庆市”、1988年以前的“广东省海口市”等是当时的隶属，不在此列。
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span
from lingwu.structure.facts import table

FORMER = frozenset({("广东省", "海南省"), ("四川省", "重庆市")})


class Provinces:
    """Cities right behind the name of a province that is not theirs."""

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """The provinces and autonomous regions."""
        return tuple(row["name"] for row in table("areas") if row["level"] == "省级" and row["name"][-1] in "省区")

    @cached_property
    def cities(self) -> Mapping[str, str]:
        """The province of each area of the second level."""
        return {row["name"]: row["province"] for row in table("areas") if row["level"] == "地级"}

    @property
    def anchors(self) -> Sequence[str]:
        """The provinces."""
        return self.provinces

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits at the given places of provinces."""
        for start, end in spans:
            said = doc.text[start:end]
            city = next((c for n in range(14, 2, -1) if (c := doc.text[end : end + n]) in self.cities), "")
            if city and self.cities[city] != said and (said, self.cities[city]) not in FORMER:
                yield Hit(Span(start, end), self.cities[city], says={"city": city})


rule = Rule(
    code="NAM012",
    title="省名与市名不相配",
    basis=Basis("行政区划", "", note="地级行政区的隶属"),
    message="{city}属于{new}，不属于{old}，请核对。",
    find=Provinces(),
    severity=Severity.DOUBT,
    bad={
        "赴浙江省苏州市学习考察。": "赴江苏省苏州市学习考察。",
        "来自广东省南宁市的代表": "来自广西壮族自治区南宁市的代表",
    },
    good=["赴江苏省苏州市学习考察。", "吉林省吉林市", "浙江省、苏州市分别发言。", "江西省上饶市", "浙江省苏州商会"],
)
