"""Text boxes that stand in the file twice: once drawn (mc:Choice), once for old programs (mc:Fallback)."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from lingwu.formats.docx.names import Element, children, local, tag_beside
from lingwu.formats.docx.revisions import Ids

REVISIONS = frozenset({"ins", "del"})


@dataclass(slots=True)
class Twins:
    """Pairs of text boxes with the same text, of which the first is about to be edited."""

    pairs: dict[Element, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, paragraphs: Iterable[Element]) -> Twins:
        """The pairs that the paragraphs stand in."""
        boxes = dict.fromkeys(box for paragraph in paragraphs if (box := _box_around(paragraph)) is not None)
        found = ((box, _twin(box)) for box in boxes)
        return cls({box: twin for box, twin in found if twin is not None})

    def match(self, ids: Ids) -> None:
        """Make the second of each pair a copy of the first, its revisions numbered anew."""
        for box, twin in self.pairs.items():
            twin[:] = [deepcopy(kid) for kid in box]
            for el in twin.iter():
                if local(el.tag) in REVISIONS:
                    el.set(tag_beside(el, "id"), ids.next())


def _box_around(el: Element) -> Element | None:
    return next((above for above in el.iterancestors() if local(above.tag) == "txbxContent"), None)


def _twin(box: Element) -> Element | None:
    """The text box of the fallback that stands for ``box``; None where there is none with the same text."""
    chosen = next((above for above in box.iterancestors() if local(above.tag) == "mc:Choice"), None)
    parent = None if chosen is None else chosen.getparent()
    fallback = next(children(parent, "mc:Fallback"), None)
    if chosen is None or fallback is None:
        return None
    boxes, others = (list(el.iter(box.tag)) for el in (chosen, fallback))
    if len(boxes) != len(others):
        return None
    twin = others[boxes.index(box)]
    return twin if _said(twin) == _said(box) else None


def _said(box: Element) -> str:
    return "".join(el.text or "" for el in box.iter(tag_beside(box, "t")))
