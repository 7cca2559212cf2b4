"""固定表述不能差一个字。

“全面建设社会主义现代化国家”“铸牢中华民族共同体意识”这类固定表述，文中只错、漏、多一个字，或者有两个字颠倒的，
多是录入之误。词表见 lexicons/standing_phrases.tsv。只差虚词、数字、标点的不报；开头的动词（推进、加强、坚持等）可以换，
也不报；同样正确的近似说法列在词表的第二列。
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lingwu.lexicon import FOLDER, Lexicon, Scan
from lingwu.rule import Basis, Document, Edit, Hit, Rule, Safety, Severity, Span, Strength
from lingwu.text.near_phrases import SHORTEST, NearPhrases, Slip


@dataclass(frozen=True)
class StandingPhrases:
    """Near misses of the phrases in a list of two columns."""

    name: str
    told_by: tuple[str, ...] = ()

    @cached_property
    def others(self) -> tuple[Lexicon, ...]:
        """The lists of other rules: what they tell of is not told twice."""
        return tuple(Lexicon.load(name) for name in self.told_by)

    def is_told(self, text: str, slip: Slip) -> bool:
        """Whether a wrong word of another list covers the slip."""
        return any(
            lexicon.entry_at(text, start, end)
            for start in range(max(0, slip.start - 5), slip.start + 1)
            for end in range(max(slip.end, start + 2), min(len(text), start + 9) + 1)
            for lexicon in self.others
        )

    @cached_property
    def near_phrases(self) -> NearPhrases:
        """The list, read when first needed."""
        lines = (FOLDER / f"{self.name}.tsv").read_text(encoding="utf-8").splitlines()
        rows = [line.partition("\t") for line in lines if line and not line.startswith("#")][1:]
        variants = frozenset(word for _, _, cell in rows for word in cell.split("|") if word)
        return NearPhrases(tuple(phrase for phrase, _, _ in rows if len(phrase) >= SHORTEST), variants)

    @property
    def anchors(self) -> Sequence[str]:
        """The halves of all phrases."""
        return tuple(self.near_phrases.halves)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits beside the given places of halves."""
        for slip in self.near_phrases.slips(doc.text, spans):
            if self.is_told(doc.text, slip):
                continue
            start, end = max(slip.left, slip.start - 1), min(slip.right, slip.start + 3)
            edit = Edit(Span(slip.start, slip.end), slip.new)
            yield Hit(Span(start, max(end, slip.end)), edits=(edit,), says={"phrase": slip.phrase})


rule = Rule(
    code="WRD003",
    title="固定表述差一字",
    basis=Basis("党和国家文件的固定表述", strength=Strength.CUSTOM),
    message="“{old}”处与固定表述“{phrase}”差一处，疑似录入之误。",
    find=StandingPhrases("standing_phrases", ("misspellings", "confusables", "idioms", "truncated", "collocations")),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "在全年建设社会主义现代化国家的新征程上": "在全面建设社会主义现代化国家的新征程上",
        "坚持以人名为中心的发展思想": "坚持以人民为中心的发展思想",
        "深化供给侧结构改革": "深化供给侧结构性改革",
        "国家治理体系和治理力能现代化": "国家治理体系和治理能力现代化",
        "中华人民共共和国国务院令": "中华人民共和国国务院令",
    },
    good=[
        "全面建设小康社会的历史进程",
        "国民经济和社会发展第十三个五年规划",
        "推动生态文明建设取得新成效",
        "坚持走和平发展道路",
        "共建共治共享的社会治理新格局",
        "战略新兴产业",
    ],
)
