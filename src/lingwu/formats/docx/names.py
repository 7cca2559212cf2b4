"""The names of WordprocessingML, in its transitional and its strict namespace alike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

Element = etree._Element

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PREFIXES = {
    TRANSITIONAL: "",
    STRICT: "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://schemas.microsoft.com/office/word/2015/wordml/symex": "w16se:",
}
RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@lru_cache(maxsize=4096)
def local(tag: Any) -> str:
    """``p`` for a w:p, ``m:t`` for a m:t, and so on; empty for names of no interest, XML comments too."""
    if not isinstance(tag, str) or not tag.startswith("{"):
        return ""
    namespace, _, name = tag[1:].partition("}")
    prefix = PREFIXES.get(namespace)
    return "" if prefix is None else prefix + name


def tag_beside(el: Element, name: str) -> str:
    """The full tag of ``name`` in the namespace of ``el`` (so strict parts stay strict)."""
    tag = str(el.tag)
    return tag[: tag.find("}") + 1] + name


def value(el: Element | None, name: str = "val") -> str:
    """The attribute ``name`` of ``el`` in its own namespace, or without one; empty where there is none."""
    if el is None:
        return ""
    return el.get(tag_beside(el, name)) or el.get(name) or ""


def is_on(el: Element | None) -> bool:
    """Whether an on/off property such as w:vanish stands and is not switched off."""
    return el is not None and value(el) not in {"0", "false", "off", "none"}


def child(el: Element | None, name: str) -> Element | None:
    """The first child called ``name``."""
    return next(children(el, name), None)


def children(el: Element | None, *names: str) -> Iterator[Element]:
    """The children with one of ``names``, in order."""
    return (kid for kid in (() if el is None else el) if local(kid.tag) in names)


def relation_id(el: Element) -> str:
    """The r:id of ``el``, or empty."""
    return next((found for space in RELATIONS if (found := el.get(f"{{{space}}}id"))), "")
