"""Small files of each format, made in memory, and what must hold of any document that a reader makes."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from lingwu.document import Document
from lingwu.errors import ReadError
from lingwu.formats import Changes, Format

OFFICE = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("manifest", "manifest"),
    ]
)  # fmt: skip
OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip of the members; ``mimetype`` is stored, the rest deflated."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, kind)
    return out.getvalue()


def odt(body: str, styles: str = "", manifest: str = "") -> bytes:
    """An .odt whose ``office:text`` holds ``body`` and whose master page holds ``styles``."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content {OFFICE} office:version="1.2"><office:automatic-styles>'
            '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Text_20_body"/>'
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f'<office:document-styles {OFFICE} office:version="1.2"><office:master-styles>'
            f'<style:master-page style:name="Standard">{styles}'
            "</style:master-page></office:master-styles></office:document-styles>",
            "META-INF/manifest.xml": f'<manifest:manifest {OFFICE} manifest:version="1.2">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="'
            'application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
            f"{manifest}</manifest:manifest>",
        }
    )


def ofd_text(said: str, x: float, y: float, size: float = 5.0, more: str = "") -> str:
    """A text object whose first character stands at ``x``, on the baseline ``y``, in millimetres."""
    deltas = f'DeltaX="g {len(said) - 1} {size}"' if len(said) > 1 else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y - size} 200 10" Font="3" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" {deltas}>{escape(said)}</ofd:TextCode></ofd:TextObject>'
    )


def ofd_page(objects: Iterable[str], before: str = "") -> str:
    """A page's Content.xml."""
    inside = "".join(objects)
    return (
        f"<ofd:Page {OFD}>{before}<ofd:Content><ofd:Layer><ofd:PageBlock>{inside}</ofd:PageBlock></ofd:Layer>"
        "</ofd:Content></ofd:Page>"
    )


def ofd(*documents: Sequence[str], templates: Sequence[str] = ()) -> bytes:
    """An OFD of documents, each of which is a list of pages' Content.xml."""
    members: dict[str, str | bytes] = {}
    bodies = ""
    for number, pages in enumerate(documents):
        bodies += f"<ofd:DocBody><ofd:DocRoot>/Doc_{number}/Document.xml</ofd:DocRoot></ofd:DocBody>"
        listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/{at}/Content.xml"/>' for at in range(len(pages)))
        known = "".join(f'<ofd:TemplatePage ID="{at}" BaseLoc="Tpl_{at}.xml"/>' for at in range(len(templates)))
        members[f"Doc_{number}/Document.xml"] = (
            f"<ofd:Document {OFD}><ofd:CommonData>{known}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
            "</ofd:Document>"
        )
        members |= {f"Doc_{number}/Pages/{at}/Content.xml": page for at, page in enumerate(pages)}
        members |= {f"Doc_{number}/Tpl_{at}.xml": page for at, page in enumerate(templates)}
    return zipped({"OFD.xml": f"<ofd:OFD {OFD}>{bodies}</ofd:OFD>", **members})


Placed = tuple[str, float, float, float]
"""A text with the place of its first character (points from the left, from the bottom) and its size."""


def pdf(*pages: Sequence[Placed], mapped: bool = True, turned: Sequence[str] = ()) -> bytes:
    """A PDF with one font of full-width characters and, where ``mapped``, a ToUnicode map.

    Texts in ``turned`` are set at 45 degrees.
    """
    chars = sorted({char for page in pages for said, *_ in page for char in said})
    codes = {char: number for number, char in enumerate(chars, 1)}
    pairs = "".join(f"<{codes[char]:04X}> <{char.encode('utf-16-be').hex()}>\n" for char in chars)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(chars)} beginbfchar\n{pairs}endbfchar endcmap end end"
    )
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [4 0 R]"
        + (b" /ToUnicode 6 0 R" if mapped else b"") + b" >>"
    )  # fmt: skip
    objects.append(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /DW 1000 /FontDescriptor 5 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    objects.append(
        b"<< /Type /FontDescriptor /FontName /T /Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 /ItalicAngle 0"
        b" /StemV 80 /FontBBox [0 -200 1000 800] >>"
    )
    objects.append(_stream(cmap))
    kids = []
    for page in pages:
        said = "".join(_shown(placed, codes, placed[0] in turned) for placed in page)
        objects.append(_stream(said))
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            + f" /Contents {content} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _bound(objects)


def _shown(placed: Placed, codes: Mapping[str, int], turned: bool) -> str:
    said, x, y, size = placed
    matrix = "0.7 0.7 -0.7 0.7" if turned else "1 0 0 1"
    written = "".join(f"{codes[char]:04X}" for char in said)
    return f"BT /F1 {size} Tf {matrix} {x} {y} Tm <{written}> Tj ET\n"


def _stream(said: str) -> bytes:
    data = said.encode()
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _bound(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, what in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + what + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An OLE compound file of streams, each at least 4096 bytes long (shorter ones are filled up)."""
    sectors: list[bytes] = []
    chain: list[int] = []
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    for name, data in streams.items():
        padded = data.ljust(4096, b"\0")
        count = -(-len(padded) // 512)
        entries.append(_entry(name, 2, len(sectors) + 2, len(padded)))
        at = len(sectors) + 2
        sectors += [padded[i * 512 : (i + 1) * 512].ljust(512, b"\0") for i in range(count)]
        chain += [*range(at + 1, at + count), 0xFFFFFFFE]
    directory = b"".join(entries).ljust(512, b"\0")[:512]
    table = struct.pack("<128I", *([0xFFFFFFFD, 0xFFFFFFFE, *chain] + [0xFFFFFFFF] * 128)[:128])
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + struct.pack("<IIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return header + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108) + table + directory + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    head = said.ljust(64, b"\0") + struct.pack("<HBBIII", len(said), kind, 1, none, none, none)
    return (head + bytes(36) + struct.pack("<IQ", start, size)).ljust(128, b"\0")


def said(doc: Document) -> list[str]:
    """The texts of a document's blocks."""
    return [block.span.of(doc.text) for block in doc.blocks]


def sound(form: Format, doc: Document) -> None:
    """Asserts what holds of every document: blocks in order, apart, inside the text, and a faithful way back."""
    end = 0
    for block in doc.blocks:
        assert end <= block.span.start <= block.span.end <= len(doc.text)
        assert "\n" not in block.span.of(doc.text)
        end = block.span.end
    for mode in form.modes or ("clean",):
        assert isinstance(form.write(doc, Changes(()), mode), bytes)


def read_or_refused(form: Format, data: bytes, name: str) -> None:
    """Asserts that a reader ends in a sound document or in an error of one Chinese line."""
    try:
        doc = form.read(data, name)
    except ReadError as error:
        refused(error, name)
    else:
        sound(form, doc)
        for mode in form.modes or ("clean",):
            assert form.write(doc, Changes(()), mode) == data


def refused(error: ReadError, name: str) -> None:
    """Asserts that an error is one Chinese line that names the file and says what to do."""
    sentence = str(error)
    assert sentence.splitlines() == [sentence]
    assert sentence.endswith("。")
    assert name in sentence
    assert any("\u4e00" <= char <= "\u9fff" for char in sentence)
    assert any(word in sentence for word in ("请", "不予读取")), sentence
