"""带数字的固定说法，数字不能写错：“三个代表”“四个意识”“五位一体”、中央八项规定。

只对照引号里的说法和“中央×项规定”一类固定名称，见 lexicons/numbered_terms.tsv；同样的字眼在别处有几种合法数字的，都列在表里。
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lingwu.lexicon import Scan
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength
from lingwu.structure.facts import table

NUMERALS = "一二两三四五六七八九十"


class Numbered:
    """Terms with another number than theirs."""

    @cached_property
    def wrong(self) -> Mapping[str, tuple[int, str]]:
        """For each wrong form, in quotes where it needs them: where its numeral stands, and the right numeral."""
        found: dict[str, tuple[int, str]] = {}
        for row in table("numbered_terms"):
            numbers = row["numbers"].split("|")
            left, _, right = row["term"].partition("N")
            opening = "“" if row["quoted"] and not left else ""
            closing = "”" if row["quoted"] and "”" not in right else ""
            for numeral in NUMERALS:
                if numeral not in numbers:
                    found[f"{opening}{left}{numeral}{right}{closing}"] = (len(opening + left), numbers[0])
        return found

    @property
    def anchors(self) -> Sequence[str]:
        """The wrong forms."""
        return tuple(self.wrong)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits at the given places."""
        for start, end in spans:
            at, numeral = self.wrong[doc.text[start:end]]
            said = doc.text[start:end].strip("“”").replace("”", "")
            right = (
                (doc.text[start : start + at] + numeral + doc.text[start + at + 1 : end]).strip("“”").replace("”", "")
            )
            yield Hit(Span(start + at, start + at + 1), numeral, says={"said": said, "right": right})


rule = Rule(
    code="NAM016",
    title="固定说法里的数字",
    basis=Basis("党和国家文件的固定表述", strength=Strength.CUSTOM),
    message="固定的说法是“{right}”，此处写作“{said}”，请核对。",
    find=Numbered(),
    severity=Severity.DOUBT,
    bad={
        "学习“四个代表”重要思想": "学习“三个代表”重要思想",
        "增强“五个意识”、坚定“四个自信”": "增强“四个意识”、坚定“四个自信”",
        "严格落实中央七项规定精神": "严格落实中央八项规定精神",
        "落实“两会一课”制度": "落实“三会一课”制度",
    },
    good=[
        "学习“三个代表”重要思想",
        "全国两会一结束",
        "省里出台十项规定",
        "推选了四个代表",
        "统筹推进“五位一体”总体布局",
        "牢记“两个务必”，做到“三个务必”",
    ],
)
