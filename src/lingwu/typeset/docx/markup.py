"""Small builders of WordprocessingML; lengths come in millimetres and characters and leave as twips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from lingwu.formats.docx.names import SPACE, TRANSITIONAL, Element, local
from lingwu.gbt9704.geometry import Face
from lingwu.gbt9704.profile import Profile

NAMESPACES = {
    "w": TRANSITIONAL,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
W = f"{{{TRANSITIONAL}}}"
PROPERTIES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
"""The children of w:pPr in the order that the schema asks for."""


def parsed(markup: str) -> Element:
    """The element that ``markup`` describes; the usual prefixes need no declaration."""
    name_end = min(at for at in (markup.find(" "), markup.find(">"), markup.find("/")) if at > 0)
    return etree.fromstring(f"{markup[:name_end]} {DECLARED}{markup[name_end:]}")


def el(name: str, attributes: Mapping[str, Any] | None = None, *kids: Element) -> Element:
    """An element of WordprocessingML."""
    made = etree.Element(W + name, {W + key: str(value) for key, value in (attributes or {}).items()})
    made.extend(kids)
    return made


def renamespaced(element: Element, space: str) -> Element:
    """``element`` with its WordprocessingML names in the namespace ``space`` (that of a strict file)."""
    if space == TRANSITIONAL:
        return element
    for kid in element.iter():
        if isinstance(kid.tag, str) and kid.tag.startswith(W):
            kid.tag = f"{{{space}}}{kid.tag[len(W) :]}"
            for key in [key for key in kid.attrib if str(key).startswith(W)]:
                kid.set(f"{{{space}}}{str(key)[len(W) :]}", str(kid.attrib.pop(key)))
    return element


def ordered(properties: Iterable[Element]) -> list[Element]:
    """Children of a w:pPr in the order of the schema, later ones of a name replacing earlier ones."""
    found = {local(one.tag): one for one in properties}
    return [found[name] for name in PROPERTIES if name in found]


def fonts(face: Face, profile: Profile) -> Element:
    """A w:rFonts; marks that Chinese and Western fonts share are set in the Chinese one."""
    family = profile.family(face)
    latin = profile.latin or family
    return el("rFonts", {"ascii": latin, "eastAsia": family, "hAnsi": latin, "cs": latin, "hint": "eastAsia"})


def run(text: str, properties: Iterable[Element] = ()) -> Element:
    """A run of ``text``; tabs and line breaks become elements."""
    made = el("r")
    looks = list(properties)
    if looks:
        made.append(el("rPr", None, *looks))
    for index, piece in enumerate(text.replace("\v", "\t\v").split("\t")):
        if index and not piece.startswith("\v"):
            made.append(el("tab"))
        if piece.startswith("\v"):
            made.append(el("br"))
            piece = piece[1:]  # noqa: PLW2901 - the sign is done with
        if piece:
            said = el("t")
            said.text = piece
            said.set(SPACE, "preserve")
            made.append(said)
    return made
