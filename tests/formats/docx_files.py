"""Builds .docx files for tests from raw XML, and accepts or rejects their tracked changes without Lingwu's code."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{PLAIN}.document.main+xml"
KINDS = {"header": "header", "footer": "footer", "foot": "footnotes", "end": "endnotes"}


def part(root: str, inside: str) -> str:
    """A whole part of WordprocessingML."""
    return f"{HEAD}<w:{root} {NAMESPACES}>{inside}</w:{root}>"


def relation(id: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"/>'


def docx(
    body: str,
    parts: Mapping[str, str | bytes] | None = None,
    relations: str = "",
    *,
    main: str = MAIN,
    types: str = "",
    document: bytes | None = None,
) -> bytes:
    """A .docx whose body holds ``body``; ``parts`` are further members by the name below word/."""
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    content = "http://schemas.openxmlformats.org/package/2006/content-types"
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{content}">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{rels}">'
        f"{relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>",
        "word/document.xml": document or part("document", f"<w:body>{body}</w:body>"),
        "word/media/image1.png": b"\x89PNG not really",
    }
    if relations:
        members["word/_rels/document.xml.rels"] = f'{HEAD}<Relationships xmlns="{rels}">{relations}</Relationships>'
    members |= {f"word/{name}": data for name, data in (parts or {}).items()}
    return zipped(members)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """``data`` with one member replaced."""
    return zipped({**members(data), name: content})


def without_member(data: bytes, name: str) -> bytes:
    return zipped({key: value for key, value in members(data).items() if key != name})


def p(*inside: str, properties: str = "") -> str:
    """A paragraph; what does not begin with ``<`` becomes a run."""
    said = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{said}{''.join(item if item.startswith('<') else r(item) for item in inside)}</w:p>"


def r(text: str, properties: str = "", tag: str = "t") -> str:
    """A run with one text."""
    said = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{said}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, result: str) -> str:
    """A complex field."""
    return char("begin") + r(instruction, tag="instrText") + char("separate") + result + char("end")


def cell(*inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inside)}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    said = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>{said}</w:tbl>'


def signed(name: str, inside: str = "", id: int = 900, author: str = "张三") -> str:
    """Somebody's tracked change."""
    return f'<w:{name} w:id="{id}" w:author="{author}" w:date="2024-01-01T00:00:00Z">{inside}</w:{name}>'


def drawn(inside: str) -> str:
    """A drawn text box (DrawingML)."""
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        '<w:drawing><wp:inline><wp:extent cx="1800000" cy="900000"/><wp:docPr id="1" name="框"/><a:graphic>'
        f'<a:graphicData uri="{uri}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing>"
    )


def old_box(inside: str) -> str:
    """A text box of old programs (VML)."""
    style = 'style="width:140pt;height:70pt"'
    return f"<w:pict><v:shape {style}><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"


def both_boxes(inside: str) -> str:
    """A text box as Word writes it: drawn, and once more for old programs."""
    choice = f'<mc:Choice Requires="wps">{drawn(inside)}</mc:Choice>'
    return f"<mc:AlternateContent>{choice}<mc:Fallback>{old_box(inside)}</mc:Fallback></mc:AlternateContent>"


# -- accepting and rejecting, as Word does it --------------------------------------------------------------------------


def accept_all(data: bytes, author: str = "零误") -> bytes:
    """``data`` with the changes of ``author`` accepted."""
    return _decided(data, author, keep="ins", drop="del")


def reject_all(data: bytes, author: str = "零误") -> bytes:
    """``data`` with the changes of ``author`` rejected."""
    return _decided(data, author, keep="del", drop="ins")


def _decided(data: bytes, author: str, keep: str, drop: str) -> bytes:
    result: dict[str, str | bytes] = {}
    for name, content in members(data).items():
        result[name] = content
        if name.startswith("word") and name.endswith(".xml") and "comments" not in name:
            root = etree.fromstring(content)
            _decide(root, author, keep, drop)
            result[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(result)


def _decide(root: etree._Element, author: str, keep: str, drop: str) -> None:
    joined = []
    for name in (keep, drop):
        for el in list(_named(root, name, author)):
            above = el.getparent()
            if above is None:
                continue
            if etree.QName(above).localname == "rPr":
                paragraph = next(el.iterancestors(f"{{{etree.QName(el).namespace}}}p"))
                joined += [paragraph] if name == drop else []
            elif name == keep:
                for kid in list(el):
                    el.addprevious(kid)
            above.remove(el)
    for el in list(root.iter("{*}delText")):
        if not any(etree.QName(up).localname in {"del", "moveFrom"} for up in el.iterancestors()):
            el.tag = el.tag.replace("delText", "t")
    for paragraph in reversed(joined):
        _join(paragraph)


def _named(root: etree._Element, name: str, author: str) -> Iterator[etree._Element]:
    return (el for el in root.iter(f"{{*}}{name}") if el.get(f"{{{etree.QName(el).namespace}}}author") == author)


def _join(paragraph: etree._Element) -> None:
    """Without its mark a paragraph becomes the beginning of the next."""
    following = next(el for el in paragraph.itersiblings() if etree.QName(el).localname == "p")
    kids = [kid for kid in paragraph if etree.QName(kid).localname != "pPr"]
    at = 1 if len(following) and etree.QName(following[0]).localname == "pPr" else 0
    following[at:at] = kids
    above = paragraph.getparent()
    assert above is not None
    above.remove(paragraph)
