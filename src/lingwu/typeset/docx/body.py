"""The body of a typeset .docx: each item in its place, in sections, with 版头 and 版记 around the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from lingwu.formats.docx.names import Element, child, local, tag_beside, value
from lingwu.gbt9704.geometry import MM
from lingwu.typeset.docx import pages, tables
from lingwu.typeset.docx.markup import el
from lingwu.typeset.docx.paragraphs import joined, like_part, styled
from lingwu.typeset.layout import JOINT_GAP, Placed, Setting, is_joint, mark_stretch
from lingwu.typeset.model import IMPRINT, Form, Paper, Paragraph, Part, Table, width

MARKS = frozenset(
    {"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
     "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"}
)  # fmt: skip
CONTAINERS = frozenset({"sdt", "customXml", "ins", "moveTo", "smartTag"})
TINY = {"line": 20, "lineRule": "exact", "before": 0, "after": 0}


class Body:
    """Puts the elements of a body in order. ``ids`` are the relationships of footers and headers."""

    def __init__(self, paper: Paper, setting: Setting, old: Element, ids: Mapping[str, str]) -> None:
        self.paper, self.setting, self.old, self.ids = paper, setting, old, ids
        self.out: list[Element] = []
        self.homes = {kid: kid for kid in old}
        self.strays = _strays(old, paper)
        self.first_section = True

    def made(self, laid: Sequence[Placed], apart: bool) -> list[Element]:
        """The children of the new w:body; ``apart``: whether 版记 stands on a page of its own."""
        marks = [now for now in laid if isinstance(now.item, Paragraph) and now.item.part is Part.MARK]
        joint = is_joint([item.text for item in self.paper.of(Part.MARK)])
        for now in laid:
            item = now.item
            if isinstance(item, Table):
                self._table(item)
            elif not isinstance(item, Paragraph):
                self._put(item.source)
            elif item.part in IMPRINT:
                continue
            elif joint and item.part is Part.MARK:
                if now is marks[0]:
                    self._joint(marks)
            else:
                self._put(self._paragraph(now))
        self._end([now for now in laid if isinstance(now.item, Paragraph) and now.item.part in IMPRINT], apart)
        return self.out

    def _paragraph(self, now: Placed) -> Element:
        item = now.item
        if not isinstance(item, Paragraph):
            raise TypeError("a table is no paragraph")
        source = item.source
        if isinstance(source, list):
            for one in source[1:]:
                self.strays.pop(one, None)
            source = joined(source)
        element = source if source is not None else tables.typed(item)
        return styled(element, now, self.setting)

    def _put(self, element: Element) -> None:
        """Append an element, or the top-level element it stands in; strays that stood before it first."""
        top = element
        while (parent := top.getparent()) is not None and parent is not self.old:
            if local(parent.tag) not in {*CONTAINERS, "sdtContent"}:
                break
            top = parent
        if top.getparent() is not None and top.getparent() is not self.old:
            top = element
        self.out += self.strays.pop(top, [])
        if not (self.out and self.out[-1] is top) and top not in self.out[-8:]:
            self.out.append(top)

    def _table(self, item: Table) -> None:
        element = item.source if item.source is not None else tables.built(item)
        profile = self.setting.profile
        if not item.wide:
            tables.fitted(element, item, profile.width)
            self._put(element)
            return
        caption = self.out.pop() if self.out and _is_caption(self.out[-1]) else None
        if self.out:
            self._close(self._section())
        if caption is not None:
            self.out.append(caption)
        tables.fitted(element, item, profile.height)
        self._put(element)
        self._close(pages.section(self.setting, self.ids, wide=True))

    def _section(self) -> Element:
        """A portrait section; the first one of a letter has its lines on its first page."""
        first = self.first_section and self.paper.form is Form.LETTER and "letter" in self.ids
        self.first_section = False
        return pages.section(self.setting, self.ids, first=first)

    def _close(self, section: Element) -> None:
        """End a section with what was put out so far."""
        last = self.out[-1]
        if local(last.tag) != "p" or child(child(last, "pPr"), "sectPr") is not None:
            last = el("p", None, el("pPr", None, el("spacing", TINY)))
            self.out.append(last)
        properties = child(last, "pPr")
        if properties is None:
            properties = etree.Element(tag_beside(last, "pPr"))
            last.insert(0, properties)
        properties.append(like_part(section, last))

    def _joint(self, marks: Sequence[Placed]) -> None:
        elements = [self._paragraph(now) for now in marks]
        texts = [item.text for item in self.paper.of(Part.MARK)]
        size = marks[0].shape.size / MM * mark_stretch(texts, self.setting.profile)
        names = max(map(width, texts)) * size
        columns = (names * 1.01 + 1.0, (JOINT_GAP + 2) * size)  # justified characters need a little room
        self.out.append(tables.joint_mark(elements[:-1], elements[-1], columns, marks[0], self.setting))

    def _end(self, laid: Sequence[Placed], apart: bool) -> None:
        """版记 at the foot of the last page, which is an even one where it stands apart."""
        if not laid:
            self.out.append(self._section())
            return
        items = [now.item for now in laid if isinstance(now.item, Paragraph)]
        elements = [self._paragraph(now) for now in laid]
        profile = self.setting.profile
        made = tables.imprint(elements, items, profile, ruled=self.paper.form is not Form.LETTER)
        if apart:  # a section that begins with a floating table would have it on the page before, in LibreOffice
            self._close(self._section())
            self.out.append(el("p", None, el("pPr", None, el("spacing", TINY))))
        self.out += [made, el("p", None, el("pPr", None, el("spacing", TINY)))]
        if apart:
            self.out.append(pages.section(self.setting, self.ids, kind="evenPage", numbered=False))
        else:
            self.out.append(self._section())


def _top(el: Element, old: Element) -> Element:
    """The child of ``old`` in which ``el`` stands."""
    while (parent := el.getparent()) is not None and parent is not old:
        el = parent
    return el


def _is_caption(element: Element) -> bool:
    from lingwu.typeset.docx.styles import style_id

    return value(child(child(element, "pPr"), "pStyle")) == style_id(Part.CAPTION)


def _strays(old: Element, paper: Paper) -> dict[Element, list[Element]]:
    """Marks of a body that stand between its blocks, or in empty paragraphs, by the block that follows them."""
    used: set[Element] = set()
    for item in paper.items:
        sources = item.source if isinstance(item.source, list) else [item.source]
        used.update(_top(source, old) for source in sources if source is not None)
    found: dict[Element, list[Element]] = {}
    waiting: list[Element] = []
    for kid in old:
        if kid in used:
            found[kid] = waiting
            waiting = []
        elif local(kid.tag) in MARKS:
            waiting.append(kid)
        elif local(kid.tag) == "p":
            waiting += [mark for mark in kid if local(mark.tag) in MARKS]
    return found
