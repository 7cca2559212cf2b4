"""发文字号居中排布；上行文的发文字号居左空一字，与最后一个签发人同处一行。

信函格式的发文字号顶格居版心右边，所以靠右的不报；只报下行文、平行文里靠左的。
"""

from collections.abc import Iterator

from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered, typed_indent
from lingwu.structure.kinds import Direction, direction_of
from lingwu.structure.layout import Part, marks, parts

LEAST = 2.0
"""In 字: further in than this it was moved towards the middle."""


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    if marks(doc) and direction_of(doc) is not Direction.UP and not parts(doc, Role.SIGNATORY):
        yield from gathered([part for part in parts(doc, Role.DOCUMENT_NUMBER) if "签" not in part.text], _wrong)


def _wrong(part: Part) -> str:
    left = part.paragraph.alignment in ("left", "both") and typed_indent(part.text, part.paragraph) < LEAST
    return "靠左" if left else ""


rule = Rule(
    code="FMT020",
    title="发文字号的位置",
    basis=Basis("GB/T 9704—2012", "7.2.5"),
    message="发文字号{measured}，应在发文机关标志下空二行居中；" + MEND,
    find=laid_out(_find),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦发文字号⟧：左对齐": None, "⟦发文字号⟧：两端对齐 左缩1": None},
    good=[
        "发文字号：居中",
        "发文字号：右对齐",
        "发文字号：左对齐 左缩9",
        "发文字号：左对齐；标题：写“关于修缮档案馆的请示”",
    ],
)
