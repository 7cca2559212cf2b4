"""The package around a typeset body: a blank one for a text, or that of the draft with its parts brought into line."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable

from lxml import etree

from lingwu.formats.docx.names import Element, child, children, local, tag_beside, value
from lingwu.formats.docx.numbering import Numbering
from lingwu.formats.docx.package import RELATIONSHIPS, Package
from lingwu.formats.docx.runs import removed
from lingwu.formats.docx.styles import Styles, number_of
from lingwu.typeset.docx.markup import DECLARED, NAMESPACES, ordered, renamespaced

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = "[Content_Types].xml"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = NAMESPACES["r"]
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
MAIN = CONTENT + "document.main+xml"
MACROS = ("vbaProject", "vbaData", "wordVbaData")
SETTINGS_IN_ORDER = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
    "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins",
    "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
    "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign",
    "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge",
    "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting", "documentProtection",
    "autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation",
    "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope", "summaryLength",
    "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting",
    "bookFoldPrintingSheets", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing",
    "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin",
    "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning",
    "characterSpacingControl",
)  # fmt: skip
"""The first children of w:settings in the order that the schema asks for."""
COMPAT_IN_ORDER = (
    "useSingleBorderforContiguousCells", "wpJustification", "noTabHangInd", "noLeading", "spaceForUL",
    "noColumnBalance", "balanceSingleByteDoubleByteWidth", "noExtraLineSpacing", "doNotLeaveBackslashAlone",
    "ulTrailSpace",
)  # fmt: skip
"""The children of w:compat that come before w:doNotExpandShiftReturn."""
SETTINGS = (
    '<w:settings {0}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:compat><w:spaceForUL/>'
    "<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>"
    '<w:adjustLineHeightInTable/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
STYLES = (
    '<w:styles {0}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{1}" w:eastAsia="{1}" w:hAnsi="{1}" '
    'w:cs="{1}"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:qFormat/></w:style></w:styles>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator></dc:creator></cp:coreProperties>'
)


def blank(name: str, family: str) -> Package:
    """A package with an empty body, set in ``family``."""
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>'
        for part, kind in (
            ("word/document.xml", MAIN), ("word/styles.xml", CONTENT + "styles+xml"),
            ("word/settings.xml", CONTENT + "settings+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        )
    )  # fmt: skip
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    members = {
        TYPES: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": _relations(("officeDocument", "word/document.xml"), (core, "docProps/core.xml")),
        "word/document.xml": f"<w:document {DECLARED}><w:body/></w:document>",
        "word/_rels/document.xml.rels": _relations(("styles", "styles.xml"), ("settings", "settings.xml")),
        "word/styles.xml": STYLES.format(DECLARED, family),
        "word/settings.xml": SETTINGS.format(DECLARED),
        "docProps/core.xml": CORE,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for part, text in members.items():
            made.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), HEAD + text)
    return Package.open(out.getvalue(), name)


def _relations(*targets: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if "/" in kind else f"{OFFICE}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{made}</Relationships>'


def packed(package: Package) -> bytes:
    """The zip; the same package always gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for part in package.members:
            data = package.serialized(part) if part in package.roots else package.members[part]
            made.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


class Parts:
    """Adds parts to a package beside its main part, under names and ids that are free."""

    def __init__(self, package: Package, main: str) -> None:
        self.package, self.main = package, main
        self.space = _space(package.root(main))
        self.kind = OFFICE if "purl" not in self.space else "http://purl.oclc.org/ooxml/officeDocument/relationships"

    def add(self, name: str, kind: str, root: Element) -> str:
        """Put ``root`` into a part called ``name`` (in place of one of that name); the id of its relationship."""
        part = posixpath.join(posixpath.dirname(self.main), name)
        known = next((rel.id for rel in self.package.relations(self.main) if self.package.find(rel.target) == part), "")
        self.package.add(part, renamespaced(root, self.space))
        if known:
            return known
        self._register(part, f"{CONTENT}{kind}+xml")
        return self._relate(self.main, kind, name)

    def existing(self, kind: str, name: str, markup: str) -> Element:
        """The root of the part of that kind, made from ``markup`` where there is none."""
        part = self.package.related(self.main, kind)
        if part:
            return self.package.root(part)
        self.add(name, kind, etree.fromstring(markup))
        return self.package.root(posixpath.join(posixpath.dirname(self.main), name))

    def _relate(self, owner: str, kind: str, target: str) -> str:
        rels = self.package.rels_of(owner)
        used = {one.get("Id", "") for one in self.package.root(rels)}
        id = next(f"rIdLw{n}" for n in range(1, 10_000) if f"rIdLw{n}" not in used)
        full = kind if "/" in kind and ":" in kind else f"{self.kind}/{kind}"
        self.package.append(rels, "Relationship", {"Id": id, "Type": full, "Target": target})
        return id

    def _register(self, part: str, kind: str) -> None:
        types = self.package.find(TYPES)
        root = self.package.root(types)
        if not any(one.get("PartName", "").lower() == f"/{part}".lower() for one in root):
            self.package.append(types, "Override", {"PartName": f"/{part}", "ContentType": kind})

    def plain_document(self) -> None:
        """Make a template or a file with macros a plain document; its macros go, as a .docx holds none."""
        root = self.package.root(self.package.find(TYPES))
        for one in list(root):
            if one.get("PartName", "").lstrip("/").lower() == self.main.lower():
                one.set("ContentType", MAIN)
            elif any(word.lower() in one.get("PartName", "").lower() for word in MACROS):
                root.remove(one)
        for rels in [name for name in self.package.members if name.endswith(".rels")]:
            for one in list(self.package.root(rels)):
                if any(word in one.get("Type", "") for word in MACROS):
                    removed(one)
        for name in [name for name in self.package.members if any(word in name for word in MACROS)]:
            del self.package.members[name]
            self.package.roots.pop(name, None)

    def remember(self, said: dict[str, str]) -> None:
        """Keep ``said`` as custom properties of the file."""
        part = self.package.related("", "custom-properties")
        if not part:
            part = "docProps/custom.xml"
            self.package.add(part, etree.fromstring(f'<Properties xmlns="{CUSTOM}" xmlns:vt="{VARIANT}"/>'))
            self._register(part, "application/vnd.openxmlformats-officedocument.custom-properties+xml")
            self._relate("", f"{OFFICE}/custom-properties", part)
        root = self.package.root(part)
        for name, text in said.items():
            found = next((one for one in root if one.get("name") == name), None)
            if found is None:
                numbers = [int(one.get("pid", "1")) for one in root if one.get("pid", "").isdigit()]
                number = max([1, *numbers]) + 1
                attributes = {"fmtid": FORMAT_ID, "pid": str(number), "name": name}
                found = etree.SubElement(root, f"{{{CUSTOM}}}property", attributes)
            for kid in list(found):
                found.remove(kid)
            etree.SubElement(found, f"{{{VARIANT}}}lpwstr").text = text


def merge_styles(root: Element, made: Iterable[Element]) -> None:
    """Put styles into a w:styles; those of the same id or name give way, and what was based on them follows."""
    space = _space(root)
    new = [renamespaced(one, space) for one in made]
    ids = {value(one, "styleId"): one for one in new}
    names = {value(child(one, "name")).lower(): value(one, "styleId") for one in new}
    moved: dict[str, str] = {}
    for old in list(children(root, "style")):
        name, id = value(child(old, "name")).lower(), value(old, "styleId")
        if id in ids or name in names:
            if name in names and names[name] != id:
                moved[id] = names[name]
            root.remove(old)
    for old in children(root, "style"):
        for kid in children(old, "basedOn", "next", "link"):
            if value(kid) in moved:
                kid.set(tag_beside(kid, "val"), moved[value(kid)])
    root.extend(new)


def settle(root: Element) -> None:
    """Settings of a typeset file: pages differ by side, marks keep their full width, margins do not swap."""
    for name, said in (("evenAndOddHeaders", "1"), ("characterSpacingControl", "doNotCompress")):
        before = SETTINGS_IN_ORDER[: SETTINGS_IN_ORDER.index(name)]
        for old in list(children(root, name, "mirrorMargins")):
            root.remove(old)
        at = max((index + 1 for index, kid in enumerate(root) if local(kid.tag) in before), default=0)
        made = etree.Element(tag_beside(root, name))
        made.set(tag_beside(root, "val"), said)
        root.insert(at, made)
    for compat in children(root, "compat"):
        _keep_short_lines(compat)


def _keep_short_lines(compat: Element) -> None:
    """A line that ends in a break typed by hand is not drawn out to the margin."""
    for old in list(children(compat, "doNotExpandShiftReturn")):
        compat.remove(old)
    at = max((index + 1 for index, kid in enumerate(compat) if local(kid.tag) in COMPAT_IN_ORDER), default=0)
    compat.insert(at, etree.Element(tag_beside(compat, "doNotExpandShiftReturn")))


def own_numbers(body: Element, styles: Element | None, numbering: Element) -> None:
    """Say in each paragraph itself the list that only its style says, for typesetting gives it another style."""
    lists = Numbering(numbering, Styles(styles))
    for paragraph in body.iter(tag_beside(body, "p")):
        properties = child(paragraph, "pPr")
        own = child(properties, "numPr")
        place = lists.place(number_of(own), value(child(properties, "pStyle")))
        if properties is None or place is None:
            continue
        if own is not None:
            properties.remove(own)
        said = etree.SubElement(properties, tag_beside(body, "numPr"))
        for name, which in (("ilvl", str(place[1])), ("numId", place[0])):
            etree.SubElement(said, tag_beside(body, name)).set(tag_beside(body, "val"), which)
        properties[:] = ordered(list(properties))


def even_numbering(root: Element) -> None:
    """Numbers of lists stand right before their text and look like it; bullets keep their own font."""
    for level in root.iter(tag_beside(root, "lvl")):
        bullet = value(child(level, "numFmt")) == "bullet"
        for kid in list(children(level, "pPr", "suff", *(() if bullet else ("rPr",)))):
            level.remove(kid)
        suffix = etree.Element(tag_beside(level, "suff"))
        suffix.set(tag_beside(level, "val"), "space" if bullet else "nothing")
        first = ("start", "numFmt", "lvlRestart", "pStyle", "isLgl")
        at = max((index + 1 for index, kid in enumerate(level) if local(kid.tag) in first), default=0)
        level.insert(at, suffix)


def _space(root: Element) -> str:
    tag = str(root.tag)
    return tag[1 : tag.find("}")]
