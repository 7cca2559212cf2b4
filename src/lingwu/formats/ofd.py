"""OFD (GB/T 33190—2016): the text objects of each page by their places, put together as paragraphs."""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lingwu.document import Document
from lingwu.errors import DamagedFile, EncryptedFile, NoText, OversizedFile, WriteError
from lingwu.formats import _lines, _package
from lingwu.formats._lines import Glyph

if TYPE_CHECKING:
    from lxml import etree

    from lingwu.formats import Changes, Mode

MOST_CHARACTERS = 20_000_000
MOST_XML = 512 * 1024 * 1024
"""All parts that are parsed, each as often as the file asks for it, are no longer than this."""
OTHERS = frozenset({"[Content_Types].xml", "content.xml"})
"""Members by which a package shows itself as a .docx or an .odt, whatever its suffix says."""
FAINT = 100
"""Text less opaque than this (of 255) is a watermark."""
NARROW = re.compile(r"[\x20-\x7e]")
Matrix = tuple[float, float, float, float, float, float]


class OfdFormat:
    """An OFD; it is read, never written."""

    name = "ofd"
    suffixes: Sequence[str] = (".ofd",)
    modes: Sequence[Mode] = ()

    def sniff(self, data: bytes, suffix: str) -> bool:
        if not data.startswith(b"PK"):
            return False
        names = _package.member_names(data)
        if any(_tidy(name) == "OFD.xml" for name in names):
            return True
        return suffix in self.suffixes and OTHERS.isdisjoint(names)

    def read(self, data: bytes, name: str) -> Document:
        name = name or "输入"
        package = _Package({_tidy(key): part for key, part in _package.unzip(data, name).items()}, name)
        pages = list(package.pages())
        if not any(not glyph.text.isspace() for page in pages for glyph in page):
            raise NoText(f"{name} 像是扫描件，没有文字层，请先用OCR识别后再查。")
        doc = _lines.document_of(pages)
        if not doc.text.strip():
            raise NoText(f"{name} 里除页码外没有文字，像是扫描件，请先用OCR识别后再查。")
        notes = [
            f"第 {number} 页没有文字（空白或扫描图），未检查。" for number, page in enumerate(pages, 1) if not page
        ]
        return replace(doc, meta={**doc.meta, "notes": notes[:10]}, origin=data, _memo={})

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes:
        data: bytes = doc.origin
        if not changes.edits and not changes.mended and not changes.left:
            return data
        raise WriteError("OFD 不能写回；请在原来的 .docx 里修改，或导出 HTML 报告。")


@dataclass(slots=True)
class _Package:
    """The members of one OFD file and the walk from its entry to the pages."""

    members: Mapping[str, bytes]
    name: str
    left: int = MOST_CHARACTERS
    xml_left: int = MOST_XML
    shown: set[str] = field(default_factory=set)

    def pages(self) -> Iterator[list[Glyph]]:
        """The glyphs of each page of each document in the file."""
        if "OFD.xml" not in self.members:
            if any("encrypt" in key.lower() for key in self.members):
                raise EncryptedFile(f"{self.name} 已加密，请用原软件解密后再查。")
            raise DamagedFile(f"{self.name} 里没有入口部件 OFD.xml，不是完整的 OFD，请重新获取。")
        for node in self.root("OFD.xml").iter("{*}DocRoot"):
            yield from self.document(self.located(node.text, "OFD.xml"))

    def document(self, part: str) -> Iterator[list[Glyph]]:
        """The pages of one document; a template's text is taken on the first page that shows it."""
        root = self.root(part)
        templates = {node.get("ID"): self.located(node.get("BaseLoc"), part) for node in root.iter("{*}TemplatePage")}
        for node in root.iterfind("{*}Pages/{*}Page"):
            where = self.located(node.get("BaseLoc"), part)
            page = self.root(where)
            glyphs: list[Glyph] = []
            for used in page.iterfind("{*}Template"):
                template = templates.get(used.get("TemplateID"))
                if template and template not in self.shown:
                    self.shown.add(template)
                    glyphs += self.glyphs(self.root(template))
            yield glyphs + self.glyphs(page)

    def glyphs(self, page: etree._Element) -> list[Glyph]:
        """What the layers of a page or template show."""
        found: list[Glyph] = []
        for content in page.iterchildren("{*}Content"):
            for node in content.iter("{*}TextObject"):
                if node.get("Visible", "true") != "false" and _number(node.get("Alpha"), 255) >= FAINT:
                    found += _of_object(node)
                    if len(found) > self.left:
                        raise OversizedFile(f"{self.name} 的文字超过 {MOST_CHARACTERS // 10_000} 万字，请拆分后再查。")
        self.left -= len(found)
        return found

    def root(self, part: str) -> etree._Element:
        """The root of an XML part.

        Raises:
            DamagedFile: the part is missing or broken. OversizedFile: too much has been asked for.
        """
        if part not in self.members:
            raise DamagedFile(f"{self.name} 里缺少部件 {part[:200]}，不是完整的 OFD，请重新获取。")
        self.xml_left -= len(self.members[part]) + 1024
        if self.xml_left < 0:
            raise OversizedFile(f"{self.name} 的页面内容过大，请拆分后再查。")
        return _package.parse(self.members[part], self.name, part)

    def located(self, said: str | None, base: str) -> str:
        """The member that ``said`` names in the part ``base``: from the root with a slash, else beside ``base``."""
        said = (said or "").strip().replace("\\", "/")
        return _tidy(said if said.startswith("/") else posixpath.join(posixpath.dirname(base), said))


def _of_object(node: etree._Element) -> Iterator[Glyph]:
    """The characters of a text object that stands upright; one set askew is a watermark or a stamp."""
    left, top = (*_numbers(node.get("Boundary")), 0.0, 0.0)[:2]
    given = _numbers(node.get("CTM"))
    matrix: Matrix = (
        (given[0], given[1], given[2], given[3], given[4], given[5]) if len(given) == 6 else (1, 0, 0, 1, 0, 0)
    )
    across, down = math.hypot(matrix[0], matrix[1]), math.hypot(matrix[2], matrix[3])
    if across == 0 or matrix[0] < 0.98 * across:
        return
    font = _number(node.get("Size"), 3.5) or 3.5
    stretch = _number(node.get("HScale"), 1.0) or 1.0
    x = y = 0.0
    for code in node.iterchildren("{*}TextCode"):
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        said = re.sub(r"[\r\n\t]", "", code.text or "")
        places = zip(
            said, _places(x, code.get("DeltaX"), said, font), _places(y, code.get("DeltaY"), "", 0), strict=False
        )
        for char, at, base in places:
            width = font * stretch * (0.5 if NARROW.match(char) else 1.0)
            start = left + matrix[0] * at + matrix[2] * base + matrix[4]
            height = top + matrix[1] * at + matrix[3] * base + matrix[5]
            if math.isfinite(start) and math.isfinite(height):
                yield Glyph(char, start, start + across * width, height, max(font * down, 0.01))


def _places(start: float, deltas: str | None, said: str, font: float) -> Iterator[float]:
    """Where each character stands along one axis: by the distances given, and by its own width beyond them."""
    at = start
    given = _distances(deltas)
    index = 0
    while True:
        yield at
        usual = font * (0.5 if NARROW.match(said[index : index + 1]) else 1.0)
        at += next(given, usual)
        index += 1


def _distances(said: str | None) -> Iterator[float]:
    """The distances of a DeltaX or DeltaY, in which ``g 3 1.5`` stands for 1.5 three times."""
    words = iter((said or "").split())
    for word in words:
        if word == "g":
            count = min(int(max(_number(next(words, ""), 0), 0)), MOST_CHARACTERS)
            value = _number(next(words, ""), 0)
            yield from (value for _ in range(count))
        else:
            yield _number(word, 0)


def _number(said: str | None, otherwise: float) -> float:
    try:
        value = float(said) if said else otherwise
    except ValueError:
        return otherwise
    return value if math.isfinite(value) and abs(value) < 1e9 else otherwise


def _numbers(said: str | None) -> list[float]:
    return [_number(word, 0.0) for word in (said or "").split()]


def _tidy(path: str) -> str:
    return posixpath.normpath("/" + path.replace("\\", "/")).lstrip("/")


format = OfdFormat()
