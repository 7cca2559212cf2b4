"""Gives a paragraph of a .docx its style and place; what it says stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from lingwu.formats.docx.names import Element, child, children, is_on, local, tag_beside, value
from lingwu.formats.docx.runs import put_text, removed, split_run
from lingwu.gbt9704 import geometry as g
from lingwu.typeset.docx.markup import el, ordered, renamespaced, run
from lingwu.typeset.docx.styles import FACES, TABLE, indent, spacing, style_id
from lingwu.typeset.layout import SHAPES, Placed, Setting, faces
from lingwu.typeset.model import Paragraph, Part
from lingwu.typeset.reading_docx import is_rule

BLANK = " \t　\u200b\ufeff"
SIGNS = {"t": "", "tab": "\t", "ptab": "\t", "br": "\v", "cr": "\v", "noBreakHyphen": "-", "sym": "?"}
KEPT = frozenset({"vertAlign", "u", "strike", "dstrike", "vanish", "webHidden", "em", "ins", "del", "rtl"})
EMPHASIS = frozenset({"b", "i"})
EMPHATIC = frozenset({Part.BODY, Part.ADDRESSEE, Part.NOTE, Part.ATTENDANCE})
"""Parts in which bold and italic are the writer's, not a look of the part."""
REFERENCES = frozenset({"footnoteReference", "endnoteReference", "commentReference", "annotationRef", "footnoteRef"})
MARKS_OF_PARAGRAPH = ("ins", "del", "moveFrom", "moveTo")
PAGE_BREAKS = ("page",)


def styled(paragraph: Element, now: Placed, setting: Setting) -> Element:
    """``paragraph`` laid out as ``now`` says."""
    item = now.item
    if not isinstance(item, Paragraph):
        raise TypeError("a table is no paragraph")
    takes_break(paragraph)
    drop_rules(paragraph)
    trim(paragraph)
    if said(paragraph) != item.text and is_plain(paragraph):
        retype(paragraph, item.text)
    if now.row and not said(paragraph).startswith("\t"):
        first = next(iter(own_runs(paragraph)), None)
        if first is not None:
            first.addprevious(run("\t"))
    for offset in reversed(now.breaks):
        _break_line(paragraph, offset)
    _set_properties(paragraph, now, setting)
    _set_faces(paragraph, item, now.row)
    return paragraph


def in_table(paragraph: Element) -> None:
    """A paragraph of a table: the style for tables; its alignment, its emphasis and smaller type stay."""
    old = child(paragraph, "pPr")
    kept = list(children(old, "numPr", "jc", "textAlignment"))
    own = el("pPr", None, el("pStyle", {"val": TABLE}), *kept, *_mark_of(old))
    _replace(paragraph, like_part(own, paragraph))
    for one in own_runs(paragraph):
        _clean(one, EMPHASIS | {"sz"})


def own_runs(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph, not those of text boxes in it."""
    stack = list(reversed(paragraph))
    while stack:
        kid = stack.pop()
        name = local(kid.tag)
        if name == "r":
            yield kid
        elif name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir"):
            stack.extend(reversed(kid))


def said(paragraph: Element) -> str:
    """The characters of a paragraph's own runs."""
    return "".join(text for _, text in _texts(paragraph))


def is_plain(paragraph: Element) -> bool:
    """Whether a paragraph is nothing but runs of characters, which may be typed anew."""
    runs = [kid for kid in paragraph if local(kid.tag) not in ("pPr", "proofErr", "")]
    return all(
        local(one.tag) == "r" and all(local(kid.tag) in {*SIGNS, "rPr", "lastRenderedPageBreak"} for kid in one)
        for one in runs
    ) and not any(local(kid.tag) == "sym" for one in runs for kid in one)


def retype(paragraph: Element, text: str) -> None:
    """Put one run with ``text`` in place of the runs of a plain paragraph."""
    for one in list(own_runs(paragraph)):
        removed(one)
    paragraph.append(like_part(run(text), paragraph))


def trim(paragraph: Element) -> None:
    """Take away blanks typed at the ends of a paragraph to push its text about; underlined ones stay."""
    for texts, strip in ((_texts(paragraph), str.lstrip), (reversed(list(_texts(paragraph))), str.rstrip)):
        for kid, text in list(texts):
            if (local(kid.tag) == "br" and value(kid, "type") in PAGE_BREAKS) or _is_underlined(kid):
                break
            rest = strip(text, BLANK + "\v")
            if rest:
                if rest != text:
                    put_text(kid, rest)
                break
            _emptied(kid)


def _is_underlined(kid: Element) -> bool:
    return is_on(child(child(kid.getparent(), "rPr"), "u"))


def drop_rules(paragraph: Element) -> None:
    """Take out rules that the writer of the draft drew across the page; the layout draws its own."""
    for one in list(own_runs(paragraph)):
        for kid in list(one):
            if local(kid.tag) in ("drawing", "pict", "mc:AlternateContent") and is_rule(kid):
                _emptied(kid)


def _emptied(kid: Element) -> None:
    """Take out a text of blanks, and its run where nothing else is in it."""
    home = kid.getparent()
    removed(kid)
    if home is not None and all(local(one.tag) == "rPr" for one in home):
        removed(home)


def joined(paragraphs: Sequence[Element]) -> Element:
    """The first paragraph with what the others say behind it, parted by tabs."""
    first, *others = paragraphs
    for other in others:
        trim(other)
        trim(first)
        first.append(like_part(run("\t"), first))
        first.extend([kid for kid in other if local(kid.tag) != "pPr"])
        removed(other)
    return first


def takes_break(paragraph: Element) -> tuple[bool, bool]:
    """Whether a page break stood at the start, and at the end, of a paragraph; they are taken out."""
    found = [False, False]
    for index, texts in enumerate((list(_texts(paragraph)), list(reversed(list(_texts(paragraph)))))):
        for kid, text in texts:
            if local(kid.tag) == "br" and value(kid, "type") in PAGE_BREAKS:
                removed(kid)
                found[index] = True
            elif text.strip(BLANK + "\v"):
                break
    return found[0], found[1]


def cut(paragraph: Element, offset: int) -> None:
    """Cut runs so that one begins at the character ``offset`` of the paragraph."""
    at = 0
    for kid, text in list(_texts(paragraph)):
        home = kid.getparent()
        if home is None or at > offset:
            return
        if at < offset < at + len(text) and local(kid.tag) == "t":
            rest = etree.Element(kid.tag)
            kid.addnext(rest)
            put_text(rest, text[offset - at :])
            put_text(kid, text[: offset - at])
            split_run(home, rest)
            return
        if at == offset and any(local(one.tag) != "rPr" for one in kid.itersiblings(preceding=True)):
            split_run(home, kid)
            return
        at += len(text)


def _texts(paragraph: Element) -> Iterator[tuple[Element, str]]:
    for one in own_runs(paragraph):
        for kid in one:
            name = local(kid.tag)
            if name in SIGNS:
                yield kid, (kid.text or "") if name == "t" else SIGNS[name]


def _break_line(paragraph: Element, offset: int) -> None:
    """End a line of a title before the character ``offset``."""
    cut(paragraph, offset)
    at = 0
    before: Element | None = None
    for kid, text in _texts(paragraph):
        home = kid.getparent()
        if at == offset and home is not None:
            kid.addprevious(etree.Element(tag_beside(home, "br")))
            for one, strip in ((kid, str.lstrip), (before, str.rstrip)):  # a blank at a line's end would shift it
                if one is not None and local(one.tag) == "t":
                    put_text(one, strip(one.text or "", BLANK))
            return
        at += len(text)
        before = kid


def _set_properties(paragraph: Element, now: Placed, setting: Setting) -> None:
    item = now.item
    old = child(paragraph, "pPr")
    part = item.part if isinstance(item, Paragraph) else Part.BODY
    level = item.level if isinstance(item, Paragraph) else 0
    made = [el("pStyle", {"val": style_id(part, level or 1)}), *_departures(now, part, level, setting)]
    kept = list(children(old, "numPr", *(["tabs"] if part is Part.BODY else [])))
    own = el("pPr", None, *ordered([*kept, *made]), *_mark_of(old))
    _replace(paragraph, like_part(own, paragraph))


def _departures(now: Placed, part: Part, level: int, setting: Setting) -> Iterator[Element]:
    """What this paragraph says beyond its style."""
    usual = SHAPES[part]
    if now.new_page:
        yield el("pageBreakBefore")
    if now.shape.keep and not usual.keep:
        yield el("keepNext")
    if now.at is not None:
        yield el("framePr", _frame(now, setting))
    if now.rule is not None:
        thick = g.SEPARATOR_THICKNESS * g.MM
        gap = round(now.rule * g.MM)
        border = {"val": "single", "sz": round(thick * 8), "space": gap, "color": g.RED}
        yield el("pBdr", None, el("bottom", border))
    if now.tabs:
        unit = setting.profile.character * g.TWIPS
        yield el("tabs", None, *(el("tab", {"val": tab.align.value, "pos": round(tab.at * unit)}) for tab in now.tabs))
    grows = isinstance(now.item, Paragraph) and now.item.drawn
    if now.before or grows or round(now.box - setting.line, 6):
        yield spacing(now.before, now.box, "atLeast" if grows else "exact")
    if (now.shape.first, now.shape.left, now.shape.right) != (usual.first, usual.left, usual.right):
        yield indent(now.shape, setting.profile.character)
    if now.shape.align is not usual.align:
        yield el("jc", {"val": now.shape.align.value})


def _frame(now: Placed, setting: Setting) -> dict[str, object]:
    """A frame across the page at a height of its own: the mark of a letter stands above the type area."""
    return {
        "w": round(g.LETTER_LINE_WIDTH * g.TWIPS), "hSpace": 0, "wrap": "around", "vAnchor": "page",
        "hAnchor": "page", "x": round(g.LETTER_LINE_LEFT * g.TWIPS), "y": round((now.at or 0) * g.TWIPS),
    }  # fmt: skip


def _set_faces(paragraph: Element, item: Paragraph, row: bool) -> None:
    for one in own_runs(paragraph):
        _clean(one, EMPHASIS if item.part in EMPHATIC else frozenset())
    shift = 1 if row else 0
    for start, end, face in faces(item):
        cut(paragraph, start + shift)
        cut(paragraph, end + shift)
        at = 0
        for one in own_runs(paragraph):
            text = "".join(
                (kid.text or "") if local(kid.tag) == "t" else SIGNS[local(kid.tag)]
                for kid in one if local(kid.tag) in SIGNS
            )  # fmt: skip
            if text and start + shift <= at and at + len(text) <= end + shift:
                _name_style(one, FACES[face])
            at += len(text)


def _name_style(one: Element, style: str) -> None:
    properties = child(one, "rPr")
    if properties is None:
        properties = etree.Element(tag_beside(one, "rPr"))
        one.insert(0, properties)
    if child(properties, "rStyle") is None:
        named = etree.Element(tag_beside(one, "rStyle"))
        named.set(tag_beside(one, "val"), style)
        properties.insert(0, named)


def _clean(one: Element, kept: frozenset[str]) -> None:
    """Take from a run what its style now says: fonts, sizes, colours."""
    properties = child(one, "rPr")
    for kid in list(one):
        if local(kid.tag) == "lastRenderedPageBreak":
            one.remove(kid)
    if properties is None:
        return
    refers = any(local(kid.tag) in REFERENCES for kid in one)
    symbol = any(local(kid.tag) == "sym" for kid in one)
    for kid in list(properties):
        name = local(kid.tag)
        stays = name in KEPT or name in kept or (name == "rStyle" and refers) or (name == "rFonts" and symbol)
        if name == "sz" and (not value(kid).isdigit() or int(value(kid)) >= g.TABLE_SIZE * 2):
            stays = False
        if not stays:
            properties.remove(kid)
    if len(properties) == 0:
        one.remove(properties)


def _mark_of(old: Element | None) -> list[Element]:
    """The w:rPr of a paragraph's mark, of which only tracked insertions and deletions stay."""
    marks = list(children(child(old, "rPr"), *MARKS_OF_PARAGRAPH))
    if not marks:
        return []
    made = etree.Element(marks[0].tag[: marks[0].tag.find("}") + 1] + "rPr")
    made.extend(marks)
    return [made]


def _replace(paragraph: Element, own: Element) -> None:
    old = child(paragraph, "pPr")
    if old is not None:
        paragraph.remove(old)
    paragraph.insert(0, own)


def like_part(made: Element, beside: Element) -> Element:
    """``made`` in the namespace of ``beside``."""
    tag = str(beside.tag)
    return renamespaced(made, tag[1 : tag.find("}")])
