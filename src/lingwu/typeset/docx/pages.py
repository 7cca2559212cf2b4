"""Sections, page numbers and the red lines of a letter: what stands on the page beside the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lingwu.formats.docx.names import Element, local
from lingwu.gbt9704 import geometry as g
from lingwu.gbt9704.geometry import EMU, MM, TWIPS
from lingwu.typeset.docx.markup import NAMESPACES, el, parsed, run
from lingwu.typeset.docx.styles import PAGE_NUMBER
from lingwu.typeset.layout import Setting

R = f"{{{NAMESPACES['r']}}}"
LINE_BOX = g.PAGE_NUMBER_SIZE / MM * 1.1
HALF_EM = g.PAGE_NUMBER_SIZE / MM / 2
NUMBER_WIDTH = 30.0
"""Room for a page number on a landscape page, in mm."""


def section(setting: Setting, parts: Mapping[str, str], *, wide: bool = False, kind: str = "", first: bool = False,
            numbered: bool = True) -> Element:  # fmt: skip
    """A w:sectPr. ``parts`` maps the names of footers (odd, even, wide_odd …) to relationship ids.

    ``kind`` is how the section begins (evenPage …), ``first`` whether its first page has header and footer of its own.
    """
    profile = setting.profile
    made = el("sectPr")
    names = {"default": "wide_odd" if wide else "odd", "even": "wide_even" if wide else "even"}
    for type_, name in names.items():
        name = name if numbered else "none"  # noqa: PLW2901
        if name in parts:
            made.append(_reference("footerReference", type_, parts[name]))
    if "header" in parts:
        made[:0] = [_reference("headerReference", type_, parts["header"]) for type_ in ("default", "even")]
    if first:
        made.insert(0, _reference("headerReference", "first", parts["letter"]))
        made.append(_reference("footerReference", "first", parts["none"]))
    if kind:
        made.append(el("type", {"val": kind}))
    size = (g.PAGE_HEIGHT, g.PAGE_WIDTH) if wide else (g.PAGE_WIDTH, g.PAGE_HEIGHT)
    paper = {"w": round(size[0] * TWIPS), "h": round(size[1] * TWIPS), **({"orient": "landscape"} if wide else {})}
    made.append(el("pgSz", paper))
    grid = setting.grid
    edges = {"top": grid.top, "right": profile.right, "bottom": grid.bottom, "left": profile.left}
    if wide:  # the sheet is turned clockwise: its left edge is the top of the landscape page (8)
        edges = {"top": profile.left, "right": grid.top, "bottom": profile.right, "left": grid.bottom}
    foot = g.PAGE_HEIGHT - (profile.height + profile.top + g.PAGE_NUMBER_GAP - HALF_EM + LINE_BOX)
    margins = {name: round(edge * TWIPS) for name, edge in edges.items()}
    made.append(
        el("pgMar", {**margins, "header": round(15 * TWIPS), "footer": round(max(foot, 5) * TWIPS), "gutter": 0})
    )
    if first:
        made.append(el("titlePg"))
    made.append(el("docGrid", {"type": "lines", "linePitch": round(setting.line * TWIPS)}))
    return made


def _reference(name: str, type_: str, id: str) -> Element:
    made = el(name, {"type": type_})
    made.set(f"{R}id", id)
    return made


def footer(setting: Setting, side: str, extra: Sequence[str] = ()) -> Element:
    """The footer of odd, even or all pages (side: right, left, center), or an empty one (none)."""
    paragraph = _numbered(setting, side) if side != "none" else el("p")
    others = [el("p", None, el("pPr", None, el("pStyle", {"val": PAGE_NUMBER})), run(text)) for text in extra]
    return _root("ftr", paragraph, *others)


def wide_footer(setting: Setting, side: str) -> Element:
    """The footer of a landscape page: the number stands where it stands on the turned sheet (8).

    It is an old drawing (VML): LibreOffice puts the turned text of a new one elsewhere.
    """
    profile = setting.profile
    across = profile.height + profile.top + g.PAGE_NUMBER_GAP  # where the dash lies on the sheet, from its top
    left = g.PAGE_HEIGHT - across - LINE_BOX / 2
    inset = profile.character * g.PAGE_NUMBER_INDENT
    top = profile.left + inset if side == "left" else g.PAGE_WIDTH - profile.right - inset - NUMBER_WIDTH
    at = {"margin-left": left, "margin-top": top, "width": LINE_BOX, "height": NUMBER_WIDTH}
    style = ";".join(f"{name}:{length * MM:.2f}pt" for name, length in at.items())
    made = parsed(
        f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="lingwu{side}" type="#_x0000_t202" '
        f'style="position:absolute;{style};'
        'z-index:1;mso-position-horizontal-relative:page;mso-position-vertical-relative:page" filled="f" stroked="f">'
        '<v:textbox inset="0,0,0,0" style="layout-flow:vertical"><w:txbxContent/></v:textbox></v:shape></w:pict>'
    )
    content = next(kid for kid in made.iter() if local(kid.tag) == "txbxContent")
    content.append(_numbered(setting, side, indented=False))
    return _root("ftr", el("p", None, el("pPr", None, el("pStyle", {"val": PAGE_NUMBER})), el("r", None, made)))


def _numbered(setting: Setting, side: str, indented: bool = True) -> Element:
    before, after = setting.profile.page_number.split("{}")
    inset = round(setting.profile.character * g.PAGE_NUMBER_INDENT * TWIPS) if indented else 0
    properties = el("pPr", None, el("pStyle", {"val": PAGE_NUMBER}))
    if side in ("left", "right") and inset:
        properties.append(el("ind", {side: inset}))
    properties.append(el("jc", {"val": side}))
    marks = [el("r", None, el("fldChar", {"fldCharType": kind})) for kind in ("begin", "separate", "end")]
    code = el("r", None, el("instrText"))
    code[0].text = "PAGE"
    made = el("p", None, properties)
    made.extend([run(before), marks[0], code, marks[1], run("1"), marks[2], run(after)])
    return made


def letter_header(top: float) -> Element:
    """The header of a letter's first page: two double red lines at their places on the sheet (10.1)."""
    thick, thin, gap = g.LETTER_THICK, g.LETTER_THIN, g.LETTER_BETWEEN
    ys = (
        (top, thick), (top + thick + gap, thin),
        (g.LETTER_BOTTOM_LINE - thick - gap - thin, thin), (g.LETTER_BOTTOM_LINE - thick, thick),
    )  # fmt: skip
    paragraph = el("p", None, el("pPr", None, el("pStyle", {"val": PAGE_NUMBER})))
    for index, (y, height) in enumerate(ys, 1):
        paragraph.append(el("r", None, _rule(index, y, height)))
    return _root("hdr", paragraph)


def _rule(id: int, y: float, height: float) -> Element:
    """A red rule of a letter, in mm from the top of the page."""
    x, w, h = (round(length * EMU) for length in (g.LETTER_LINE_LEFT, g.LETTER_LINE_WIDTH, height))
    return parsed(
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" behindDoc="1" '
        f'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(y * EMU)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{w}" cy="{h}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{900 + id}" name="红线 {id}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["wps"]}"><wps:wsp><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{g.RED}"/></a:solidFill>'
        f"<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
        f"</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"
    )


def _root(name: str, *kids: Element) -> Element:
    made = parsed(f"<w:{name} />")
    made.extend(kids)
    return made
