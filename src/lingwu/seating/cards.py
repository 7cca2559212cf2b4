"""桌签 and 席卡: names on folded cards, both faces, one upside down, so that each reads upright when the card stands.

Two characters get the space of one between them and are as large as three; four and more are set smaller, never cut.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lingwu.errors import LingwuError, MissingTool
from lingwu.seating import printing
from lingwu.seating.drawing import spaced
from lingwu.seating.plan import Seated

PAGE = (210.0, 297.0)
"""A4 upright, millimetres."""
EDGE = 4.0
"""What printers leave blank at the edges, millimetres."""
FONTS = {
    "黑体": ("SimHei", "Noto Sans CJK SC", "bold"),
    "宋体": ("SimSun", "Noto Serif CJK SC", "bold"),
    "楷体": ("KaiTi", "AR PL KaitiM GB", "regular"),
    "小标宋": ("FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", "bold"),
}
"""The font of each style on Windows, one that takes its place elsewhere, and the weight."""
EMU = 36_000
"""English metric units in a millimetre."""
POINT = 0.352_778
"""Millimetres in a point."""


class CardError(LingwuError):
    """Cards of this size do not fit the paper."""


@dataclass(frozen=True)
class Face:
    """What stands on one face and where: ``x``, ``y`` its corner on the page, sizes in millimetres, size in points."""

    page: int
    x: float
    y: float
    width: float
    height: float
    name: str
    size: float
    below: str
    upside_down: bool


def faces(seats: Sequence[Seated], width: float = 200, height: float = 100, with_unit: bool = False) -> list[Face]:
    """Both faces of the card of each person, as many cards on a page as fit.

    Raises:
        CardError: not even one card fits the paper.
    """
    across, down = int((PAGE[0] - 2 * EDGE) // width), int((PAGE[1] - 2 * EDGE) // (2 * height))
    if across < 1 or down < 1:
        raise CardError(f"桌签每面 {width:g}×{height:g} 毫米，折叠后 A4 纸放不下；每面最大 202×144 毫米。")
    left, top = (PAGE[0] - across * width) / 2, (PAGE[1] - down * 2 * height) / 2
    made = []
    for number, seat in enumerate(seat for seat in seats if seat.name):
        page, place = divmod(number, across * down)
        x, y = left + place % across * width, top + place // across * 2 * height
        name, below = spaced(seat.name), (seat.unit or seat.post) if with_unit else ""
        size = _size(name, width, height * (0.72 if below else 1))
        made.append(Face(page, x, y, width, height, name, size, below, True))
        made.append(Face(page, x, y + height, width, height, name, size, below, False))
    return made


def _size(name: str, width: float, height: float) -> float:
    """Points: three characters fill the width, two with their space as well, more are set smaller."""
    columns = max(3.0, sum(0.6 if char.isascii() else 1.0 for char in name))
    return round(min(0.86 * width / columns, 0.62 * height) / POINT, 1)


def pdf(made: Sequence[Face], font: str = "黑体") -> bytes:
    """The cards as PDF, with cutting and folding lines.

    Raises:
        MissingTool: typst is not installed.
    """
    return printing.made(markup(made, font))


def markup(made: Sequence[Face], font: str = "黑体") -> str:
    """The cards as pages of typst."""
    family, other, weight = FONTS[font]
    lines = [
        f"#set page(width: {PAGE[0]}mm, height: {PAGE[1]}mm, margin: 0mm)",
        f'#set text(font: ({printing.quoted(family)}, {printing.quoted(other)}), weight: "{weight}", lang: "zh")',
        "#let face(x, y, w, h, turn, body) = place(top + left, dx: x, dy: y, box(width: w, height: h, "
        "stroke: (paint: luma(75%), thickness: 0.3pt, dash: \"dashed\"), align(center + horizon, rotate(turn, body))))",
    ]  # fmt: skip
    page = 0
    for face in made:
        if face.page != page:
            page = face.page
            lines.append("#pagebreak()")
        words = f"#text(size: {face.size}pt)[#{printing.quoted(face.name)}]"
        if face.below:
            below = f"[#{printing.quoted(face.below)}]"
            words += f'#linebreak()#v(-0.2em)#text(size: {_small(face)}pt, weight: "regular"){below}'
        turn = "180deg" if face.upside_down else "0deg"
        lines.append(f"#face({face.x}mm, {face.y}mm, {face.width}mm, {face.height}mm, {turn})[{words}]")
    return "\n".join(lines)


def docx(made: Sequence[Face], font: str = "黑体") -> bytes:
    """The cards as .docx: each face a text box at its place, so that names can still be changed.

    The box of the upper face is turned by 180°; Word turns its text with it, LibreOffice does not (use the PDF there).

    Raises:
        MissingTool: python-docx is not installed.
    """
    try:
        from docx import Document
        from docx.oxml import parse_xml
        from docx.shared import Mm
    except ImportError as error:
        raise MissingTool('生成 .docx 需要 python-docx，请安装：pip install "lingwu[seats]"。') from error
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(EDGE)
    by_page: dict[int, list[Face]] = {}
    for face in made:
        by_page.setdefault(face.page, []).append(face)
    number = 0
    for page, faces_here in by_page.items():
        paragraph = document.add_paragraph() if page or not document.paragraphs else document.paragraphs[0]
        paragraph.paragraph_format.page_break_before = page > 0
        for face in faces_here:
            number += 1
            paragraph._p.append(parse_xml(_anchored(face, number, FONTS[font][0], FONTS[font][2] == "bold")))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _small(face: Face) -> float:
    columns = max(1.0, sum(0.6 if char.isascii() else 1.0 for char in face.below))
    return round(min(0.13 * face.height, 0.86 * face.width / columns) / POINT, 1)


def _anchored(face: Face, number: int, font: str, bold: bool) -> str:
    """A run with a text box at a fixed place of the page, turned by 180° where the face is upside down."""
    return _BOX.format(
        number=number,
        x=round(face.x * EMU),
        y=round(face.y * EMU),
        cx=round(face.width * EMU),
        cy=round(face.height * EMU),
        turn=' rot="10800000"' if face.upside_down else "",
        paragraphs="".join(_paragraphs(face, font, bold)),
        space=_SPACE,
    )


def _paragraphs(face: Face, font: str, bold: bool) -> Iterator[str]:
    from xml.sax.saxutils import escape

    lines = [(face.name, face.size, bold), *([(face.below, _small(face), False)] if face.below else [])]
    for words, size, heavy in lines:
        look = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>{"<w:b/>" if heavy else ""}'
        half = round(size * 2)
        yield (
            '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr>'
            f'<w:r><w:rPr>{look}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'
        )


_SPACE = " ".join(
    f'xmlns:{prefix}="http://schemas.{address}"'
    for prefix, address in {
        "w": "openxmlformats.org/wordprocessingml/2006/main",
        "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "openxmlformats.org/drawingml/2006/main",
        "wps": "microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_BOX = """<w:r {space}><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number}" name="桌签 {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm{turn}><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>
<a:ln w="3175"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill><a:prstDash val="dash"/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>
<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" anchorCtr="0"><a:noAutofit/></wps:bodyPr>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"""
