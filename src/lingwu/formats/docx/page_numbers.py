"""Page numbers: the footers and headers that hold a PAGE field, what is written around it and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lingwu.document import Span
from lingwu.formats.docx.names import Element, child, children, is_on, local, relation_id, value
from lingwu.formats.docx.package import Package
from lingwu.formats.docx.paragraphs import Paragraphs
from lingwu.structure.layout import PageNumber, Run

FIELD = re.compile(r"\s*PAGE(?:\s|$|\\)", re.IGNORECASE)
HERE = "#"
"""What stands for the number in ``PageNumber.form``."""
UNKNOWN = "unknown"
"""The alignment of a number that tabs or a drawing put somewhere."""
SPACES = {"\u3000": 1.0, "\u2003": 1.0, " ": 0.5, "\u00a0": 0.5, "\u2002": 0.5}


def page_numbers(
    package: Package, main: str, sections: Sequence[Element], settings: Element | None, paragraphs: Paragraphs
) -> Iterator[PageNumber]:  # fmt: skip
    """The page numbers of all sections, each part once."""
    targets = {relation.id: package.find(relation.target) for relation in package.relations(main)}
    two_sided = is_on(child(settings, "evenAndOddHeaders"))
    seen: set[tuple[str, str]] = set()
    for section in sections:
        for reference in children(section, "footerReference", "headerReference"):
            part, kind = targets.get(relation_id(reference), ""), value(reference, "type")
            pages = _pages(kind, two_sided)
            if part and pages and (part, pages) not in seen:
                seen.add((part, pages))
                for paragraph in package.root(part).iter("{*}p"):
                    yield from _number(paragraph, pages, paragraphs)


def _pages(kind: str, two_sided: bool) -> str:
    """Which pages a reference of ``kind`` is for; empty for those it does not show on, or for a first page."""
    if kind == "even":
        return "even" if two_sided else ""
    if kind == "first":
        return ""
    return "odd" if two_sided else "all"


def _number(paragraph: Element, pages: str, paragraphs: Paragraphs) -> Iterator[PageNumber]:
    properties = child(paragraph, "pPr")
    style = value(child(properties, "pStyle"))
    text, run = _written(paragraph)
    if HERE not in text:
        return
    look = paragraphs.looks.of(style, child(run, "rPr"))
    described = paragraphs.described(properties, Span(0, 0), (Run(Span(0, 1), look),))
    framed = _framed(paragraph, properties)
    alignment = framed or described.alignment
    alignment = UNKNOWN if "\t" in text.partition(HERE)[0] else alignment
    room = described.right if alignment == "right" else described.left + described.first_line
    edge = reversed(text) if alignment == "right" else iter(text)
    gap = room + sum(_blank(edge))
    yield PageNumber(pages, " ".join(text.replace("\u3000", " ").split()), alignment, gap, look, bool(framed))


def _blank(text: Iterator[str]) -> Iterator[float]:
    for char in text:
        if char not in SPACES:
            return
        yield SPACES[char]


def _framed(paragraph: Element, properties: Element | None) -> str:
    """The side that a frame or a text box is aligned to; empty where the paragraph stands in none."""
    frame = child(properties, "framePr")
    if frame is not None and value(frame, "xAlign"):
        return value(frame, "xAlign")
    if not any(local(above.tag) == "txbxContent" for above in paragraph.iterancestors()):
        return ""
    for above in paragraph.iterancestors():
        align = next((el.text or "" for el in above.iterfind("{*}positionH/{*}align")), "")
        if align:
            return align
        style = re.search(r"mso-position-horizontal:(\w+)", above.get("style", ""))
        if style:
            return style[1]
    return UNKNOWN


def _written(paragraph: Element) -> tuple[str, Element | None]:
    """The text of a paragraph with # for its PAGE field, and the run that shows the number."""
    text: list[str] = []
    fields: list[list[str]] = []
    shown: Element | None = None
    for el in _own(paragraph):
        name = local(el.tag)
        if name == "fldSimple" and FIELD.match(value(el, "instr")):
            text.append(HERE)
            shown = next(el.iter("{*}r"), None)
        elif name == "fldChar":
            kind = value(el, "fldCharType")
            if kind == "begin":
                fields.append(["", ""])
            elif kind == "separate" and fields:
                fields[-1][1] = "shown"
            elif kind == "end" and fields and FIELD.match(fields.pop()[0]):
                text.append(HERE)
                shown = el.getparent() if shown is None else shown
        elif name in {"tab", "ptab"}:
            text.append("\t")
        elif name == "instrText" and fields:
            fields[-1][0] += el.text or ""
        elif name == "t" and fields and FIELD.match(fields[-1][0]):
            shown = el.getparent()
        elif name == "t" and not any(local(up.tag) == "fldSimple" for up in el.iterancestors()):
            text.append(el.text or "")
    return "".join(text), shown


def _own(paragraph: Element) -> Iterator[Element]:
    """The elements of a paragraph without those of text boxes in it, and without second versions of things."""
    stack = [iter(paragraph)]
    while stack:
        el = next(stack[-1], None)
        if el is None:
            stack.pop()
        elif local(el.tag) not in {"txbxContent", "mc:Fallback", "del", "pPr", "rPr"}:
            yield el
            stack.append(iter(el))
