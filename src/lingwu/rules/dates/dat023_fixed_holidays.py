"""日期固定的节日、纪念日不能写错日子：国庆节10月1日，教师节9月10日，国家宪法日12月4日。各个节日的日期见 lexicons/festivals.tsv。"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength
from lingwu.structure.facts import table
from lingwu.text.regexes import compiled

DAY = r"(?<![\d—至到])(?P<x>1?\d月(?:[12]\d|3[01]|[1-9])日)"
IS = r"，?(?:是|为)(?:(?:我国|今年|全国|法定)(?:的)?)?"
NUMBERED = r"(?:第(?:\d{1,3}|[一二三四五六七八九十百]{1,4})个)?“?$"
BEFORE = rf"(?:{DAY}{IS}{NUMBERED})|每年的?(?P<y>1?\d月(?:[12]\d|3[01]|[1-9])日)(?:的|定为|设立为|确定为)?“?$"
IN_BRACKETS = rf"”?[（(](?:每年)?{DAY}[)）]"
NOT_THEN = r"假|长假|期间|前|后|黄金|活动|开"
REACH = 26


class Festivals:
    """Festivals on a day that is not theirs."""

    @cached_property
    def days(self) -> Mapping[str, str]:
        """The day of each festival, as it is written."""
        rows = table("festivals")
        return {name: "{}月{}日".format(*row["day"].split("-")) for row in rows for name in row["name"].split("|")}

    @property
    def anchors(self) -> Sequence[str]:
        """The festivals."""
        return tuple(self.days)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits at the given places of festivals, the longest name first where several end together."""
        seen: set[int] = set()
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            match = compiled(IN_BRACKETS).match(doc.text, end)
            if not match and not compiled(NOT_THEN).match(doc.text, end):
                match = compiled(BEFORE).search(doc.text, max(0, start - REACH), start)
            if match and match.start() not in seen:
                seen.add(match.start())
                place = match.span("x") if match["x"] else match.span("y")
                name = doc.text[start:end]
                if doc.text[slice(*place)] != self.days[name]:
                    yield Hit(Span(*place), self.days[name], says={"name": name})


rule = Rule(
    code="DAT023",
    title="固定节日的日期",
    basis=Basis("全国年节及纪念日放假办法等", strength=Strength.REQUIRED, note="节日、纪念日日期固定"),
    message="{name}是{new}，不是{old}。",
    find=Festivals(),
    severity=Severity.DOUBT,
    bad={
        "9月11日是教师节。": "9月10日是教师节。",
        "12月5日是第十二个国家宪法日。": "12月4日是第十二个国家宪法日。",
        "结合国家公祭日（12月12日）开展活动": "结合国家公祭日（12月13日）开展活动",
        "每年11月8日的全国消防日": "每年11月9日的全国消防日",
    },
    good=["9月10日是教师节。", "10月2日是国庆节假期第二天。", "9月8日是教师节前的最后一个工作日。", "10月3日，国庆节"],
)
