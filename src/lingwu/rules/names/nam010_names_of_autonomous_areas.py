"""自治区、自治州、自治县的名称要写准：新疆维吾尔自治区、黔东南苗族侗族自治州。

名称里有几个民族、排列先后、带不带“族”字，都是国务院批准的，不能增减颠倒：没有“新疆维吾尔族自治区”“广西自治区”“黔东南侗族苗族
自治州”。各级名称见 lexicons/areas.tsv；“湘西自治州”一类只省民族名称的习惯简称不在此列，讲1949年以前的事、引文里的不提示。
"""

from collections.abc import Iterator, Sequence

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span
from lingwu.structure.autonomous_areas import LEVELS, misnamed


class AutonomousAreas:
    """Autonomous areas called by almost their name."""

    anchors: Sequence[str] = LEVELS

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits that end at the given places."""
        for start, end in spans:
            found = misnamed(doc.text, start, end)
            if found:
                yield Hit(Span(found[0], end), found[1])


rule = Rule(
    code="NAM010",
    title="自治地方的名称",
    basis=Basis("宪法和国务院批准的行政区划名称", "", note="行政区划管理条例：名称应当规范"),
    message="没有“{old}”，规范的名称是“{new}”。",
    find=AutonomousAreas(),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "新疆维吾尔族自治区人民政府": "新疆维吾尔自治区人民政府",
        "赴内蒙自治区考察。": "赴内蒙古自治区考察。",
        "广西自治区党委": "广西壮族自治区党委",
        "贵州省黔东南侗族苗族自治州": "贵州省黔东南苗族侗族自治州",
        "帮扶恩施土家族自治州": "帮扶恩施土家族苗族自治州",
    },
    good=[
        "新疆维吾尔自治区人民政府",
        "湘西自治州、恩施州",
        "宁夏回族自治区和内蒙古自治区",
        "黔东南苗族侗族自治州黎平县",
        "全州县和自治县",
        "各民族自治州、自治县",
    ],
)
