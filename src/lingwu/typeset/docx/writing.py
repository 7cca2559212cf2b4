"""Writes a paper as a .docx."""

from __future__ import annotations

from lingwu.formats.docx.names import local
from lingwu.gbt9704.geometry import Face
from lingwu.gbt9704.profile import Profile
from lingwu.typeset.docx import pages
from lingwu.typeset.docx.body import Body
from lingwu.typeset.docx.markup import DECLARED, renamespaced
from lingwu.typeset.docx.package import (
    SETTINGS,
    STYLES,
    Parts,
    blank,
    even_numbering,
    merge_styles,
    own_numbers,
    packed,
    settle,
)
from lingwu.typeset.docx.styles import styles
from lingwu.typeset.estimate import imprint_apart
from lingwu.typeset.layout import BASELINE, Setting, letter_line, placed
from lingwu.typeset.model import Form, Paper, Part, Table
from lingwu.typeset.raw import NUMBER_ONLY
from lingwu.typeset.reading_docx import Source


def write(paper: Paper, profile: Profile, source: Source | None = None) -> bytes:
    """The bytes of a .docx with ``paper``; ``source`` is the opened .docx that its items come from.

    The elements of ``source`` are changed; it is good for one writing.
    """
    setting = Setting(profile, profile.line_boxes(), BASELINE)
    package = source.scan.package if source else blank("输出", profile.family(Face.FANGSONG))
    main = source.scan.main if source else package.main()
    parts = Parts(package, main)
    body = next(kid for kid in package.root(main) if local(kid.tag) == "body")
    numbering = package.related(main, "numbering")
    if numbering:
        styled = package.related(main, "styles")
        own_numbers(body, package.root(styled) if styled else None, package.root(numbering))
    ids = _footers(parts, paper, setting, source)
    laid = placed(paper, setting)
    made = Body(paper, setting, body, ids).made(laid, imprint_apart(laid, paper, setting))
    for kid in list(body):
        body.remove(kid)
    space = parts.space
    body.extend(renamespaced(one, space) for one in made)
    marks = [item.text for item in paper.of(Part.MARK)]
    merge_styles(parts.existing("styles", "styles.xml", STYLES.format(DECLARED, "宋体")), styles(setting, marks))
    settle(parts.existing("settings", "settings.xml", SETTINGS.format(DECLARED)))
    if numbering:
        even_numbering(package.root(numbering))
    parts.plain_document()
    parts.remember({"版式": paper.form.value, "印章": paper.sealing.value, "双面": "是" if paper.duplex else "否"})
    return packed(package)


def _footers(parts: Parts, paper: Paper, setting: Setting, source: Source | None) -> dict[str, str]:
    """Adds the footers, and the header of a letter; the relationship of each by its name.

    What a footer of the draft says beyond a page number goes along; a header that says something stays.
    """
    place = setting.profile.page_number_place
    extra = _beyond_numbers(source, "footer") if source else []
    sides = {"odd": "right", "even": "left"} if place == "outside" else dict.fromkeys(("odd", "even"), place)
    ids = {
        name: parts.add(f"lingwu_{name}.xml", "footer", pages.footer(setting, side, extra))
        for name, side in sides.items()
    }
    ids["none"] = parts.add("lingwu_none.xml", "footer", pages.footer(setting, "none"))
    if any(isinstance(item, Table) and item.wide for item in paper.items):
        for name, side in sides.items():
            wide = pages.wide_footer(setting, side) if place == "outside" else pages.footer(setting, place)
            ids[f"wide_{name}"] = parts.add(f"lingwu_wide_{name}.xml", "footer", wide)
    if paper.form is Form.LETTER and paper.of(Part.MARK):
        header = pages.letter_header(letter_line(paper, setting))
        ids["letter"] = parts.add("lingwu_letter.xml", "header", header)
    kept = _kept_header(source) if source else ""
    if kept:
        ids["header"] = kept
    return ids


def _beyond_numbers(source: Source, kind: str) -> list[str]:
    """The lines of the draft's footers that are more than a page number, each once."""
    lines = [text for texts in _edge_lines(source, kind).values() for text in texts]
    return [text for text in dict.fromkeys(lines) if not NUMBER_ONLY.fullmatch(text)]


def _edge_lines(source: Source, kind: str) -> dict[str, list[str]]:
    """The lines of each header or footer that the draft's sections show, by its part."""
    scan = source.scan
    used = {rel.id for rel in scan.package.relations(scan.main) if rel.kind == kind}
    parts = {scan.package.find(rel.target) for rel in scan.package.relations(scan.main) if rel.id in used}
    found: dict[str, list[str]] = {}
    for line in scan.lines:
        part = line.paras[0].part if line.paras else ""
        text = scan.text[line.start : line.end].strip()
        if part in parts and text and not part.rpartition("/")[2].startswith("lingwu_none"):
            found.setdefault(part, []).append(text)
    return found


def _kept_header(source: Source) -> str:
    """The relationship of the first header of the draft that says something."""
    said = _edge_lines(source, "header")
    scan = source.scan
    relations = scan.package.relations(scan.main)
    return next((rel.id for rel in relations if rel.kind == "header" and scan.package.find(rel.target) in said), "")
