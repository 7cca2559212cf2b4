"""The styles of a typeset .docx: one paragraph style for each part, Word's own headings for the levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lingwu.formats.docx.names import Element, local
from lingwu.gbt9704 import geometry as g
from lingwu.gbt9704.geometry import HEADING_FACES, MM, TWIPS, Face
from lingwu.typeset.docx.markup import el, fonts
from lingwu.typeset.layout import SHAPES, Align, Setting, Shape, mark_size, mark_stretch
from lingwu.typeset.model import Part

IDS = {part: f"Lingwu{part.name.title().replace('_', '')}" for part in Part}
"""The style of each part; that of a heading has its level behind it."""
TABLE = "LingwuTable"
TABLE_NAME = "公文表格"
PAGE_NUMBER, PAGE_NUMBER_NAME = "LingwuPageNumber", "公文页码"
FOOTNOTE = "LingwuFootnote"
FACES = {face: f"Lingwu{face.name.title()}" for face in (Face.HEITI, Face.KAITI, Face.FANGSONG)}
"""Character styles for faces within a paragraph."""
TRACKING = -5
"""Twentieths of a point added to each character of 3号: 28 of them then take 441 of 442.2 pt, and justifying fills the
line. The grid's own −0.207 pt cannot be said in twentieths, and LibreOffice sets w:charSpace in whole cells."""


def style_id(part: Part, level: int = 0) -> str:
    """The id of the style for a part."""
    return f"{IDS[part]}{level}" if part is Part.HEADING else IDS[part]


def styles(setting: Setting, marks: Sequence[str]) -> Iterator[Element]:
    """All styles, in the order in which they are to stand; ``marks`` are the lines of the 发文机关标志."""
    mark = mark_size(marks, setting.profile)
    for part in Part:
        if part is Part.HEADING:
            yield from (_heading(level, setting) for level in HEADING_FACES)
        else:
            shape = replace(SHAPES[part], size=mark) if part is Part.MARK else SHAPES[part]
            made = _paragraph(IDS[part], f"公文{part.value}", shape, setting)
            if part is Part.MARK:
                _narrow(made, mark_stretch(marks, setting.profile))
            yield made
    yield _paragraph(TABLE, TABLE_NAME, Shape(size=g.TABLE_SIZE, align=Align.CENTER), setting, exact=False)
    page = Shape(Face.SONGTI, g.PAGE_NUMBER_SIZE, Align.LEFT)
    yield _paragraph(PAGE_NUMBER, PAGE_NUMBER_NAME, page, setting, box=g.PAGE_NUMBER_SIZE / MM * 1.1)
    for face, name in FACES.items():
        named = el("style", {"type": "character", "customStyle": "1", "styleId": name})
        named.append(el("name", {"val": f"公文{face.value}字"}))
        named.append(el("rPr", None, fonts(face, setting.profile)))
        yield named


def _heading(level: int, setting: Setting) -> Element:
    shape = Shape(HEADING_FACES[level], first=g.PARAGRAPH_INDENT, keep=True)
    made = _paragraph(style_id(Part.HEADING, level), f"heading {level}", shape, setting, level=level)
    made.attrib.pop(f"{made.tag[: made.tag.find('}') + 1]}customStyle")
    return made


def _paragraph(
    id: str, name: str, shape: Shape, setting: Setting, *, level: int = 0, exact: bool = True, box: float = 0.0
) -> Element:
    made = el("style", {"type": "paragraph", "customStyle": "1", "styleId": id}, el("name", {"val": name}))
    made.append(el("next", {"val": IDS[Part.BODY]}))
    made.append(el("qFormat"))
    properties = el("pPr")
    for one in ("keepNext",) if shape.keep else ():
        properties.append(el(one))
    for one in ("keepLines", "pageBreakBefore", "widowControl"):
        properties.append(el(one, {"val": "0"}))
    properties.extend(el(one, {"val": "0"}) for one in ("overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid"))
    properties.append(spacing(0.0, box or setting.line) if exact else el("spacing", _SINGLE))
    properties.append(indent(shape, setting.profile.character))
    properties.append(el("jc", {"val": shape.align.value}))
    properties.append(el("outlineLvl", {"val": level - 1 if level else 9}))
    made.append(properties)
    made.append(el("rPr", None, *looks(shape, setting)))
    return made


def _narrow(style: Element, stretch: float) -> None:
    """Make the characters of a style narrower, at their place in w:rPr."""
    if stretch < 1.0:
        tracking = next(kid for kid in style[-1] if local(kid.tag) == "spacing")
        tracking.addnext(el("w", {"val": round(stretch * 100)}))


_SINGLE = {"before": 0, "beforeAutospacing": 0, "after": 0, "afterAutospacing": 0, "line": 240, "lineRule": "auto"}


def looks(shape: Shape, setting: Setting) -> list[Element]:
    """The children of a w:rPr for a shape."""
    size = round(shape.size * 2)
    tracking = round(TRACKING * shape.size / g.SIZE_3) if shape.size <= g.SIZE_3 else 0
    plain = [el(name, {"val": "0"}) for name in ("b", "bCs", "i", "iCs")]
    return [
        fonts(shape.face, setting.profile), *plain, el("color", {"val": g.RED if shape.red else g.BLACK}),
        el("spacing", {"val": tracking}), el("kern", {"val": 0}), el("sz", {"val": size}), el("szCs", {"val": size}),
        el("lang", {"val": "en-US", "eastAsia": "zh-CN"}),
    ]  # fmt: skip


def spacing(before: float, box: float, rule: str = "exact") -> Element:
    """A w:spacing with lines of ``box`` mm and ``before`` mm above; ``rule`` is atLeast for what may be taller."""
    said = {"before": round(before * TWIPS), "beforeAutospacing": 0, "after": 0, "afterAutospacing": 0}
    return el("spacing", {**said, "line": round(box * TWIPS), "lineRule": rule})


def indent(shape: Shape, character: float) -> Element:
    """A w:ind; ``firstLineChars`` is said too, as 首行缩进 2 字符 is what the dialog of Word shows."""
    unit = character * TWIPS
    said = {"left": round(shape.left * unit), "right": round(shape.right * unit)}
    if shape.first < 0:
        said["hanging"] = round(-shape.first * unit)
    else:
        said["firstLine"] = round(shape.first * unit)
        said["firstLineChars"] = 100 * g.PARAGRAPH_INDENT if shape.first == g.PARAGRAPH_INDENT else 0
    return el("ind", said)
