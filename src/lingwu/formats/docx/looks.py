"""How characters look in the end: run, character style, paragraph style, defaults of the document, theme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from lingwu.formats.docx.names import Element, child, children, is_on, local, value
from lingwu.structure.layout import AUTOMATIC, Look

Said = dict[str, Any]
SLOTS = ("eastAsia", "hAnsi", "ascii")
TOGGLES = ("b", "i")
LENGTH = re.compile(r"(-?\d{1,7}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|pi|)")
UNITS = {"": 1 / 20, "pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
DEEPEST = 64
"""No chain of styles is followed further than this."""


class Looks:
    """The character formats of a document. All parts may be missing."""

    def __init__(self, styles: Element | None, theme: Element | None, settings: Element | None) -> None:
        self._theme = _theme_faces(theme, value(child(settings, "themeFontLang"), "eastAsia"))
        self._styles = {value(el, "styleId"): el for el in children(styles, "style")}
        defaults = (el for el in self._styles.values() if value(el, "default") in {"1", "true", "on"})
        self.default = next((value(el, "styleId") for el in defaults if value(el, "type") == "paragraph"), "")
        self._base = self._said(child(child(child(styles, "docDefaults"), "rPrDefault"), "rPr"))
        self._by_style: dict[str, Said] = {}
        self._made: dict[tuple[str, bytes], Look] = {}

    def chain(self, id: str) -> list[Element]:
        """The style ``id`` and those it is based on, the outermost first."""
        found: list[Element] = []
        while (el := self._styles.get(id)) is not None and el not in found and len(found) < DEEPEST:
            found.append(el)
            id = value(child(el, "basedOn"))
        return found[::-1]

    def of(self, style: str, own: Element | None) -> Look:
        """How a run with the w:rPr ``own`` looks in a paragraph of ``style`` (empty: the default style)."""
        key = (style, b"" if own is None else etree.tostring(own, with_tail=False))
        if key not in self._made:
            self._made[key] = self._look(style, own)
        return self._made[key]

    def _look(self, style: str, own: Element | None) -> Look:
        paragraph = self._of_style(style or self.default)
        character = self._of_style(value(child(own, "rStyle")))
        direct = self._said(own)
        said = {**self._base, **paragraph, **character, **direct}
        for name in TOGGLES:  # what styles say of these adds up to its opposite; what the run says stands
            toggled = bool(paragraph.get(name)) ^ bool(character.get(name)) or bool(self._base.get(name))
            said[name] = direct.get(name, toggled)
        chinese, named = said.get("eastAsia", ("", ""))
        latin, _ = said.get("ascii", ("", ""))
        marks, _ = said.get("eastAsia" if said.get("hint") == "eastAsia" else "hAnsi", ("", ""))
        size, colour, tracking = said.get("sz", 10.0), said.get("color", AUTOMATIC), said.get("spacing", 0.0)
        return Look(chinese, latin, size, said["b"], said["i"], colour, tracking, named, marks)

    def _of_style(self, id: str) -> Said:
        if id not in self._by_style:
            said: Said = {}
            for el in self.chain(id):
                said |= self._said(child(el, "rPr"))
            self._by_style[id] = said
        return self._by_style[id]

    def _said(self, properties: Element | None) -> Said:
        """What one w:rPr says. Of a face by name and one of the theme in the same element, the theme's wins."""
        said: Said = {}
        for el in () if properties is None else properties:
            name = local(el.tag)
            if name == "rFonts":
                said |= self._faces(el)
            elif name == "sz" and value(el).isdecimal():
                said["sz"] = int(value(el)) / 2
            elif name in TOGGLES:
                said[name] = is_on(el)
            elif name == "spacing":
                said["spacing"] = points(value(el))
            elif name == "color":
                said["color"] = AUTOMATIC if value(el) == "auto" else value(el).upper()
        return said

    def _faces(self, el: Element) -> Said:
        said: Said = {"hint": value(el, "hint")} if value(el, "hint") else {}
        for slot in SLOTS:
            named, key = value(el, slot), value(el, f"{slot}Theme")
            face = self._theme.get(key, "") if key else ""
            if face:
                said[slot] = (face, named if named and named != face else "")
            elif named:
                said[slot] = (named, "")
        return said


def points(said: str) -> float:
    """A length of OOXML in points: twentieths of a point, or a number with its unit; 0 where it makes no sense."""
    match = LENGTH.fullmatch(said)
    return float(match[1]) * UNITS[match[2]] if match else 0.0


def _theme_faces(theme: Element | None, language: str) -> Mapping[str, str]:
    """The face behind each name of a theme font, such as minorEastAsia."""
    found: dict[str, str] = {}
    script = "Hant" if language in {"zh-TW", "zh-HK", "zh-MO"} else "Hans"
    for which in ("major", "minor"):
        font = None if theme is None else next(theme.iter(f"{{*}}{which}Font"), None)
        if font is None:
            continue
        faces = {etree.QName(el).localname: el.get("typeface", "") for el in font if isinstance(el.tag, str)}
        scripts = {el.get("script", ""): el.get("typeface", "") for el in font.iterfind("{*}font")}
        found[f"{which}EastAsia"] = faces.get("ea", "") or scripts.get(script, "")
        found[f"{which}HAnsi"] = found[f"{which}Ascii"] = faces.get("latin", "")
    return found
