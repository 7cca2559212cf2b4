"""长吨、千克力、标准大气压、英热单位、居里、伦琴等不是我国法定计量单位，公文中应换算成法定计量单位。

各单位折合多少见 lexicons/legal_units.tsv。市制单位、常见的英制单位另有规则（UNI005、UNI006）；讲国际市场行情的“蒲式耳”“盎司”、
屏幕尺寸的“英寸”，引文里的，不提示。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span
from lingwu.structure.facts import Row, table
from lingwu.text.regexes import compiled

TOLD = (
    "市",
    "英尺",
    "英里",
    "英亩",
    "英寸",
    "盎司",
    "加仑",
    "马力",
    "大卡",
    "千卡",
    "公斤力",
    "华里",
    "磅",
    "蒲式耳",
    "平方市",
    "高斯",
    "居里",
)
"""What other rules tell of, what is usual in its trade, and what is also a name."""
NUMBER = r"(?P<n>\d{1,9}(?:\.\d{1,6})?)(?P<scale>[万亿]?)$"
SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}


class Units:
    """Units that are not legal ones, right behind a number."""

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The units that this rule tells of."""
        return {row["unit"]: row for row in table("legal_units") if not row["unit"].startswith(TOLD)}

    @property
    def anchors(self) -> Sequence[str]:
        """The units."""
        return tuple(self.rows)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits at the given places of units."""
        for start, end in spans:
            match = compiled(NUMBER).search(doc.text, max(0, start - 20), start)
            if match and doc.text[end : end + 1] not in ("气", "度", "量", "学"):
                row = self.rows[doc.text[start:end]]
                value = Decimal(match["n"]) * SCALES[match["scale"]] * Decimal(row["factor"])
                said = f"{value.quantize(Decimal(1)) if value >= 1000 else value.normalize():f}"
                yield Hit(Span(start, end), says={"legal": row["legal"], "value": said, "number": match[0]})


rule = Rule(
    code="UNI014",
    title="其他非法定计量单位",
    basis=Basis("国务院关于在我国统一实行法定计量单位的命令"),
    message="“{old}”不是法定计量单位，{number}{old}约合{value}{legal}。",
    find=Units(),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"额定拉力30⟦千克力⟧。": None, "最高承受2⟦标准大气压⟧。": None, "进口煤5万⟦短吨⟧。": None},
    good=["额定拉力300牛。", "水压30千帕。", "几个标准大气压下", "500吨力气活", "布伦特每桶80美元"],
)
