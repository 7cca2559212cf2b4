"""单位要和所说的量相配：面积用平方米、亩，里程用公里，装机容量用千瓦，发电量用千瓦时，库容用立方米。

“发电量30亿千瓦”“建筑面积5000立方米”“装机容量20万千瓦时”，不是单位写错，就是量写错。量和单位的搭配见 lexicons/quantity_units.tsv；
储能装机可以同时说功率和能量，不在此列。
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength
from lingwu.structure.facts import table
from lingwu.text.regexes import compiled

KINDS = {"平方千米": "面积", "平方公里": "面积", "平方米": "面积", "平方": "面积", "公顷": "面积", "亩": "面积", "立方米": "体积",
         "立方": "体积", "千瓦时": "能量", "兆瓦时": "能量", "千瓦": "功率", "兆瓦": "功率", "公里": "长度", "千米": "长度",
         "米": "长度", "吨": "质量", "公斤": "质量", "千克": "质量"}  # fmt: skip
OTHER = {"千瓦": "千瓦时", "千瓦时": "千瓦", "兆瓦": "兆瓦时", "兆瓦时": "兆瓦", "立方米": "平方米", "平方米": "立方米",
         "公里": "平方公里", "平方公里": "公里"}  # fmt: skip
SAID = (
    r"(?:为|是|达到?|约|共|近|总计|合计|累计|完成|超过?|突破|仅|只有|增至|[：:]){0,2}(?<!每)\d{1,9}(?:\.\d{1,4})?[多余]?[万亿]{0,2}"
    rf"(?P<unit>{'|'.join(KINDS)})(?!小时|[/／每高深宽])"
)


class Quantities:
    """Quantities with a unit of another kind."""

    @cached_property
    def kinds(self) -> Mapping[str, tuple[str, ...]]:
        """The kinds of unit that each quantity may have."""
        return {row["quantity"]: tuple(row["kinds"].split("|")) for row in table("quantity_units")}

    @property
    def anchors(self) -> Sequence[str]:
        """The quantities."""
        return tuple(self.kinds)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits at the given places of quantities, each figure once."""
        seen: set[int] = set()
        for start, end in spans:
            match = compiled(SAID).match(doc.text, end)
            name = doc.text[start:end]
            if not match or match.start("unit") in seen or "储能" in doc.text[max(0, start - 12) : start]:
                continue
            if KINDS[match["unit"]] not in self.kinds[name]:
                seen.add(match.start("unit"))
                new = OTHER.get(match["unit"], "")
                right = new if KINDS.get(new) in self.kinds[name] else None
                yield Hit(Span(*match.span("unit")), right, says={"name": name, "kinds": "、".join(self.kinds[name])})


rule = Rule(
    code="UNI015",
    title="单位与量不相配",
    basis=Basis("GB 3102—1993", "", Strength.RECOMMENDED, "量和单位：各量有各自的单位"),
    message="“{name}”用{kinds}单位，不用“{old}”，请核对。",
    find=Quantities(),
    severity=Severity.DOUBT,
    bad={
        "全年发电量达到30亿千瓦。": "全年发电量达到30亿千瓦时。",
        "新增装机容量20万千瓦时。": "新增装机容量20万千瓦。",
        "总建筑面积5000立方米。": "总建筑面积5000平方米。",
        "通车里程300平方公里": "通车里程300公里",
    },
    good=[
        "全年发电量达到30亿千瓦时。",
        "新型储能装机规模达到20万千瓦时。",
        "总建筑面积5000平方米。",
        "供水量300万吨",
        "发电量5000亿千瓦小时",
        "种植面积每增加1米行距",
    ],
)
