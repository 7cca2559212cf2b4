"""成文日期：加盖印章的一般右空四字；不加盖印章的，首字比署名首字右移二字，日期长于署名时右空二字。

所以日期总在右侧，右边至少空二字。靠左的、紧贴版心右边的报出来。决议等写在标题下面的日期不查。
"""

from collections.abc import Iterator

from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered, typed_indent
from lingwu.structure.layout import Part, body, parts
from lingwu.typeset.faces import number
from lingwu.typeset.geometry import CHARACTERS, DATE_OFFSET_UNSEALED

TOLERANCE = 0.5
LEFT_HALF = CHARACTERS / 2 - 4
"""A date that begins further to the right than this has been moved there with blanks or an indent."""


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    start = min((part.block.span.start for part in body(doc)), default=0)
    dates = [part for part in parts(doc, Role.DATE) if part.block.span.start > start]
    yield from gathered(dates[-1:], _wrong)


def _wrong(part: Part) -> str:
    paragraph = part.paragraph
    if paragraph.alignment in ("left", "both"):
        return "靠左" if typed_indent(part.text, paragraph) < LEFT_HALF else ""
    if paragraph.alignment != "right":
        return ""
    typed = len(part.text) - len(part.text.rstrip())
    room = paragraph.right + typed / 2
    return f"右空 {number(room)} 字" if room < DATE_OFFSET_UNSEALED - TOLERANCE else ""


rule = Rule(
    code="FMT012",
    title="成文日期的位置",
    basis=Basis("GB/T 9704—2012", "7.3.5.1、7.3.5.2", Strength.GENERAL),
    message="成文日期{measured}，一般应右空四字（不加盖印章的比署名右移二字）；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦成文日期⟧：左对齐 右缩0": None, "⟦成文日期⟧：右缩0": None, "⟦成文日期⟧：两端对齐 右缩0 左缩2": None},
    good=["成文日期：右缩4", "成文日期：右缩2", "成文日期：左对齐 右缩0 左缩16", "成文日期：居中 右缩0"],
)
