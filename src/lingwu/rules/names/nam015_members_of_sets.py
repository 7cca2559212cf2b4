"""成组的固定表述，成员和次序都不能错：“政治意识、大局意识、核心意识、看齐意识”。

一组里各项都在而次序颠倒，有一项换成了别的，有一项写了两遍，或者前面写明“四个意识”而只列出三项，多是录入之误。各组见
lexicons/enumerated_sets.tsv。只出现其中几项的一般行文不在对照之列。
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Edit, Hit, Rule, Severity, Span, Strength
from lingwu.structure.enumerations import Sets


@dataclass(frozen=True)
class Enumerated:
    """Slips in the sets of a table."""

    name: str

    @cached_property
    def sets(self) -> Sets:
        """The sets, read when first needed."""
        return Sets(self.name)

    @property
    def anchors(self) -> Sequence[str]:
        """Members with a separator."""
        return self.sets.anchors

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits among the given places."""
        for slip in self.sets.slips(doc.text, spans):
            span = Span(slip.start, slip.end)
            yield Hit(span, edits=(Edit(span, slip.new),), says={"name": slip.name, "what": slip.what})


rule = Rule(
    code="NAM015",
    title="成组表述的成员和次序",
    basis=Basis("党和国家文件的固定表述", strength=Strength.CUSTOM),
    message="“{name}”的固定表述：{what}。",
    find=Enumerated("enumerated_sets"),
    severity=Severity.DOUBT,
    bad={
        "增强政治意识、核心意识、大局意识、看齐意识": "增强政治意识、大局意识、核心意识、看齐意识",
        "坚定道路自信、理论自信、信念自信、文化自信。": "坚定道路自信、理论自信、制度自信、文化自信。",
        "坚持道路自信、理论自信、道路自信、文化自信。": "坚持道路自信、理论自信、制度自信、文化自信。",
        "“四个意识”（政治意识、大局意识、看齐意识）": "“四个意识”（政治意识、大局意识、核心意识、看齐意识）",
        "践行创新、绿色、协调、开放、共享的理念": "践行创新、协调、绿色、开放、共享的理念",
    },
    good=[
        "增强政治意识、大局意识、核心意识、看齐意识",
        "强化政治意识、大局意识、责任意识",
        "坚定道路自信、理论自信、制度自信",
        "自由、平等、公正、法治的社会",
        "推动绿色、开放、共享发展",
        "富强、民主、文明、和谐，自由、平等、公正、法治，爱国、敬业、诚信、友善",
    ],
)
