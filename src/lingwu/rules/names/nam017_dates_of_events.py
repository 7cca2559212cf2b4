"""史事的日期不能写错：1927年8月1日南昌起义，1949年10月1日中华人民共和国成立。

事件和日期连写在一起（“1936年西安事变爆发”“遵义会议（1935年1月）”）而与史实不符的提示。事件及日期见 lexicons/historic_dates.tsv；
只写年、只写年月的只对照写出的部分。“成立××周年”“……以后”“……期间”等不是讲发生之日，不在此列。
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength
from lingwu.structure.facts import table
from lingwu.text.regexes import compiled

DAY = r"(?<!\d)(?P<y>1[89]\d\d|20[0-2]\d)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?"
BEFORE = DAY + r"，?$"
HAPPENED = DAY + r"(?:发生|爆发|召开|举行|打响)的$"
IN_BRACKETS = r"[（(]" + DAY + r"[)）]"
BEFELL = (
    r"(?:爆发|发生|胜利召开|召开|胜利闭幕|举行|打响|签订|签署|开幕|发射|升空|取得胜利|隆重举行|通车|正式成立|宣告成立)"
    r"(?!\s?\d|后|以来|以后|之后|前|时|的|期间)"
)
LATER = r"以来|以后|之后|后|以前|之前|前"
"""With one of these the event only tells the time of another: 新中国成立以来最大的洪水."""
ENDS = r"[，。；、]|$"
DONE = ("成立", "诞生", "胜利", "投降", "建交", "解放", "回归", "爆炸", "开工")
"""What an event ends with that is told by its name alone."""
REACH = 13


class Events:
    """Events with a date that is not theirs."""

    @cached_property
    def dates(self) -> Mapping[str, tuple[int, ...]]:
        """Year, month and day of each event, as far as they are fixed."""
        rows = table("historic_dates")
        return {event: tuple(map(int, row["date"].split("-"))) for row in rows for event in row["event"].split("|")}

    @property
    def anchors(self) -> Sequence[str]:
        """The events."""
        return tuple(self.dates)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits at the given places of events."""
        for start, end in spans:
            event = doc.text[start:end]
            if compiled(LATER).match(doc.text, end):
                continue
            told = compiled(BEFELL).match(doc.text, end) or (
                event[-2:] in DONE and compiled(ENDS).match(doc.text, end, min(len(doc.text), end + 1))
            )
            match = told and compiled(BEFORE).search(doc.text, max(0, start - REACH), start)
            match = match or compiled(IN_BRACKETS).match(doc.text, end)
            match = match or compiled(HAPPENED).search(doc.text, max(0, start - REACH - 3), start)
            if match:
                yield from self._hit(event, match)

    def _hit(self, event: str, match: re.Match[str]) -> Iterator[Hit]:
        said, right = match.group("y", "m", "d"), self.dates[event]
        if any(mine and int(mine) != theirs for mine, theirs in zip(said, right, strict=False)):
            parts = [f"{n}{unit}" for n, unit in zip(right, "年月日", strict=False)]
            written = "".join(f"{n}{unit}" for n, unit in zip(said, "年月日", strict=True) if n)
            new = "".join(part for part, mine in zip(parts, said, strict=False) if mine)
            yield Hit(
                Span(match.start("y"), match.start("y") + len(written)),
                new,
                says={"event": event, "right": "".join(parts)},
            )


rule = Rule(
    code="NAM017",
    title="史事的日期",
    basis=Basis("史实", strength=Strength.REQUIRED, note="事件的日期"),
    message="{event}是{right}，此处写作“{old}”，请核对。",
    find=Events(),
    severity=Severity.DOUBT,
    bad={
        "1937年西安事变爆发，震动全国。": "1936年西安事变爆发，震动全国。",
        "1927年7月1日，南昌起义打响。": "1927年8月1日，南昌起义打响。",
        "遵义会议（1936年1月）是生死攸关的转折点。": "遵义会议（1935年1月）是生死攸关的转折点。",
        "1948年，新中国成立，": "1949年，新中国成立，",
        "2008年5月11日发生的汶川地震，": "2008年5月12日发生的汶川地震，",
    },
    good=[
        "防御了2021年发生的新中国成立以来最大秋汛。",
        "1936年西安事变爆发，震动全国。",
        "2009年，新中国成立60周年。",
        "1921年7月23日，中国共产党第一次全国代表大会召开。",
        "1950年，新中国成立后，",
        "2013年，汶川地震灾后重建",
        "1946年抗战胜利以后，",
    ],
)
