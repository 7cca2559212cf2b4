"""公文里机关用全称或规范化简称：“国家发展改革委”，不用“国家发改委”；“工业和信息化部”，不用“工信部”。

“国家发改委”“工信部”“人社部”“住建部”“文旅部”“国家卫健委”“中纪委”“中组部”“中宣部”是新闻、口头的叫法，正式公文宜用规范化简称，
见 lexicons/organs.tsv。引文、书名号里的照录。
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength
from lingwu.structure.facts import table


class Informal:
    """Informal short names of central organs."""

    @cached_property
    def names(self) -> dict[str, str]:
        """Each with the short name, or the full one, to be used instead."""
        return {w: row["short"] or row["name"] for row in table("organs") for w in row["informal"].split("|") if w}

    @property
    def anchors(self) -> Sequence[str]:
        """The informal names."""
        return tuple(self.names)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits at the given places."""
        for start, end in spans:
            if doc.text[end : end + 1] not in tuple("门分署员队位长件属"):
                yield Hit(Span(start, end), self.names[doc.text[start:end]])


rule = Rule(
    code="NAM009",
    title="机关的不规范简称",
    basis=Basis("党政机关公文处理工作条例", "第九条（八）", Strength.RECOMMENDED, "机关用全称、规范化简称"),
    message="公文中宜用规范化简称，“{old}”宜写作“{new}”。",
    find=Informal(),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "据国家发改委介绍，": "据国家发展改革委介绍，",
        "工信部等三部门印发通知。": "工业和信息化部等三部门印发通知。",
        "人社部、住建局负责同志": "人力资源社会保障部、住建局负责同志",
    },
    good=["据国家发展改革委介绍，", "推进工信部门工作", "县住建部门牵头", "“国家发改委”是新闻里的说法。"],
)
