"""成文日期：加盖印章的一般右空四字；不加盖印章的，首字比署名首字右移二字，日期长于署名时右空二字。

所以日期总在右侧，右边至少空二字。靠左的、紧贴版心右边的报出来。决议等写在标题下面的日期不查。
"""

from collections.abc import Iterator, Sequence

from lingwu.gbt9704.faces import number
from lingwu.gbt9704.geometry import CHARACTERS, DATE_OFFSET_UNSEALED
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered, typed_indent
from lingwu.structure.layout import Part, body, parts

TOLERANCE = 0.6
LEFT_HALF = CHARACTERS / 2 - 4
"""A date that begins further to the right than this has been moved there with blanks or an indent."""


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    start = min((part.block.span.start for part in body(doc)), default=0)
    ends = [part for part in parts(doc, Role.ISSUER, Role.DATE) if part.block.span.start > start]
    issuers = [part for part in ends if part.role is Role.ISSUER]
    dates = [part for part in ends if part.role is Role.DATE]
    yield from gathered(dates[-1:], lambda date: _wrong(date, issuers))


def _wrong(date: Part, issuers: Sequence[Part]) -> str:
    if date.paragraph.alignment in ("left", "both"):
        return "靠左" if typed_indent(date.text, date.paragraph) < LEFT_HALF else ""
    if date.paragraph.alignment != "right":
        return ""
    offsets = (_from_right(issuer) - _from_right(date) for issuer in issuers if issuer.paragraph.alignment == "right")
    if any(abs(offset - DATE_OFFSET_UNSEALED) <= TOLERANCE for offset in offsets):
        return ""
    room = _room(date)
    return f"右空 {number(room)} 字" if room < DATE_OFFSET_UNSEALED - TOLERANCE else ""


def _room(part: Part) -> float:
    return part.paragraph.right + (len(part.text) - len(part.text.rstrip())) / 2


def _from_right(part: Part) -> float:
    """How far from the right edge a line begins, in 字; digits are half as wide."""
    return _room(part) + sum(0.5 if char.isascii() else 1.0 for char in part.text.strip())


rule = Rule(
    code="FMT012",
    title="成文日期的位置",
    basis=Basis("GB/T 9704—2012", "7.3.5.1、7.3.5.2", Strength.GENERAL),
    message="成文日期{measured}，一般应右空四字（不加盖印章的比署名右移二字）；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦成文日期⟧：左对齐 右缩0": None, "⟦成文日期⟧：右缩0": None, "⟦成文日期⟧：两端对齐 右缩0 左缩2": None},
    good=[
        "署名：右缩2；成文日期：右缩1",
        "成文日期：右缩4",
        "成文日期：右缩2",
        "成文日期：左对齐 右缩0 左缩16",
        "成文日期：居中 右缩0",
    ],
)
