"""What a paragraph's style says: its name, its level as a heading, its numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lingwu.formats.docx.names import Element, child, children, value

HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
BODY_LEVEL = 9
"""The w:outlineLvl of text that is no heading."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style by itself; ``level`` is 1 to 9, 0 for body text, None where the style does not say."""

    id: str
    name: str
    parent: str = ""
    level: int | None = None
    number: tuple[str, int] | None = None


class Styles:
    """The paragraph styles of a document, with what they inherit."""

    def __init__(self, root: Element | None) -> None:
        found = [(el, _style(el)) for el in children(root, "style") if value(el, "type") in {"paragraph", ""}]
        self._styles = {style.id: style for _, style in found}
        default = (style.id for el, style in found if value(el, "default") in {"1", "true", "on"})
        self._default = next(default, "")

    def name(self, id: str) -> str:
        """The name of the style ``id`` (of the default one where empty)."""
        style = self._styles.get(id or self._default)
        return style.name if style else id

    def level(self, id: str) -> int:
        """The heading level that the style gives, through the styles it is based on; 0 for none."""
        return next((style.level for style in self._chain(id) if style.level is not None), 0)

    def number(self, id: str) -> tuple[str, int, str] | None:
        """The list, the level in it and the style that holds them; None where the style is not numbered."""
        return next(((*style.number, style.id) for style in self._chain(id) if style.number), None)

    def _chain(self, id: str) -> list[Style]:
        chain: list[Style] = []
        style = self._styles.get(id or self._default)
        while style and style not in chain and len(chain) < 64:
            chain.append(style)
            style = self._styles.get(style.parent)
        return chain


def level_of(outline: Element | None) -> int | None:
    """The heading level that a w:outlineLvl says; None where there is none or it makes no sense."""
    said = value(outline)
    if not said.isdecimal() or int(said) > BODY_LEVEL:
        return None
    return 0 if int(said) == BODY_LEVEL else int(said) + 1


def number_of(numbered: Element | None) -> tuple[str, int] | None:
    """The list and the level that a w:numPr says; the list is "0" where numbering is switched off."""
    if numbered is None:
        return None
    level = value(child(numbered, "ilvl"))
    list_ = value(child(numbered, "numId"))
    return (list_, int(level) if level.isdecimal() else -1) if list_ else None


def _style(el: Element) -> Style:
    name = value(child(el, "name"))
    properties = child(el, "pPr")
    level = level_of(child(properties, "outlineLvl"))
    heading = HEADING.fullmatch(name.strip())
    if level is None and heading:
        level = int(heading[1])
    number = number_of(child(properties, "numPr"))
    return Style(value(el, "styleId"), name, value(child(el, "basedOn")), level, number)
