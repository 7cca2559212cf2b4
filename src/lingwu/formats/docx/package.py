"""The parts of a .docx and the relationships between them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import unquote

from lxml import etree

from lingwu.errors import DamagedFile, UnknownFormat
from lingwu.formats._package import WIDE, parse, unzip
from lingwu.formats.docx.names import Element, tag_beside

TYPES = "[Content_Types].xml"
DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>\s*")
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
NEW = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FOREIGN = {"spreadsheetml": "Excel 工作簿", "presentationml": "PowerPoint 演示文稿"}


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part: its type's last word (``header``, ``styles`` …) and the part or address it names."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """A zip's members and those of its XML parts that were parsed so far."""

    name: str
    members: dict[str, bytes]
    roots: dict[str, Element] = field(default_factory=dict)
    _cases: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes, name: str) -> Package:
        """The package in ``data``.

        Raises:
            ReadError: the zip is broken, locked or a bomb.
        """
        members = unzip(data, name)
        return cls(name, members, {}, {member.lower().replace("\\", "/"): member for member in members})

    def find(self, path: str) -> str:
        """The member that ``path`` names, whatever its case or slashes; empty where there is none."""
        return path if path in self.members else self._cases.get(path.lower().lstrip("/"), "")

    def root(self, part: str) -> Element:
        """The parsed part; parsed once.

        Raises:
            ReadError: not well-formed, or not safe.
        """
        if part not in self.roots:
            self.roots[part] = parse(self.members[part], self.name, part)
        return self.roots[part]

    def relations(self, part: str) -> list[Relation]:
        """The relationships of ``part`` (of the package itself where empty)."""
        folder, _, base = part.rpartition("/")
        rels = self.find(posixpath.join(folder, "_rels", base + ".rels"))
        return list(self._relations(rels, folder)) if rels else []

    def related(self, part: str, kind: str) -> str:
        """The first part of that kind that ``part`` is related to; empty where there is none."""
        found = (self.find(rel.target) for rel in self.relations(part) if rel.kind == kind and not rel.external)
        return next(filter(None, found), "")

    def main(self) -> str:
        """The main document part.

        Raises:
            DamagedFile: there is none. UnknownFormat: the package is a workbook or a show.
        """
        found = self.related("", "officeDocument") or self.find("word/document.xml")
        listed = self.find(TYPES)
        types = etree.tostring(self.root(listed), encoding="unicode") if listed else ""
        for word, what in FOREIGN.items():
            if f"{word}.sheet.main" in types or f"{word}.presentation.main" in types:
                raise UnknownFormat(f"{self.name} 的后缀名是 Word 文档，内容却是{what}，请核对文件。")
        if not found:
            raise DamagedFile(f"{self.name} 里没有正文部件 word/document.xml，不是完整的 Word 文档，请重新保存。")
        return found

    def rels_of(self, part: str) -> str:
        """The part of relationships of ``part``, made where there is none."""
        folder, _, base = part.rpartition("/")
        path = posixpath.join(folder, "_rels", base + ".rels")
        if not self.find(path):
            self.add(
                path,
                etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap=cast("dict[str, str]", {None: RELATIONSHIPS})),
            )
        return self.find(path)

    def add(self, part: str, root: Element) -> None:
        """Put a new part into the package."""
        self.members[part], self.roots[part] = NEW, root
        self._cases[part.lower()] = part

    def append(self, part: str, name: str, attributes: Mapping[str, str]) -> None:
        """Add an element to a part, in the namespace of the part's root."""
        root = self.root(part)
        root.append(etree.Element(tag_beside(root, name), dict(attributes)))

    def serialized(self, part: str) -> bytes:
        """The parsed part as bytes, with the declaration and encoding it had."""
        old, tree = self.members[part], self.roots[part].getroottree()
        mark = next((mark for mark in MARKS if old.startswith(mark)), b"")
        wide = WIDE.get(old[:2])
        encoding = wide or (tree.docinfo.encoding or "UTF-8").lower()
        head = DECLARATION.match(old[len(mark) : 1024].decode(encoding, "ignore"))
        text = (head[0] if head else "") + etree.tostring(tree, encoding="unicode")
        return mark + text.encode(encoding, "xmlcharrefreplace")

    def _relations(self, rels: str, folder: str) -> Iterator[Relation]:
        for el in self.root(rels):
            if not isinstance(el.tag, str):
                continue
            target = unquote(el.get("Target", "").replace("\\", "/"))
            external = el.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Relation(el.get("Id", ""), el.get("Type", "").rpartition("/")[2], target, external)
