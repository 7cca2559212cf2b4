"""标题分一行或多行居中排布。

用“居中”对齐、分散对齐、用空格或缩进排到中间的都不报，只报靠左、靠右的标题。
"""

from collections.abc import Iterator

from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered, typed_indent
from lingwu.structure.layout import Part, parts

SIDES = {"left": "靠左", "both": "靠左", "right": "靠右"}
LEAST = 1.0
"""A title set in by more 字 than this is meant to stand in the middle."""


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    yield from gathered(parts(doc, Role.TITLE), _wrong)


def _wrong(part: Part) -> str:
    return "" if typed_indent(part.text, part.paragraph) > LEAST else SIDES.get(part.paragraph.alignment, "")


rule = Rule(
    code="FMT011",
    title="标题居中",
    basis=Basis("GB/T 9704—2012", "7.3.1"),
    message="标题{measured}，应居中；" + MEND,
    find=laid_out(_find),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦标题⟧：左对齐": None, "⟦标题⟧：右对齐": None, "⟦标题⟧：两端对齐": None},
    good=[
        "标题：居中",
        "标题：左对齐 左缩4",
        "标题：左对齐 写“　　　　青云市人民政府关于加强档案工作的通知”",
        "附件标题：左对齐",
    ],
)
