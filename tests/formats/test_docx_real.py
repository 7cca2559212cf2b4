"""Documents that people made, where they are at hand, and what LibreOffice makes of a written result."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from docx_files import accept_all, members, reject_all
from docx_shapes import SHAPES
from lxml import etree

import lingwu
from lingwu.document import Document, Kind, Span
from lingwu.edits import apply
from lingwu.finding import Basis, Edit, Finding, Fix, Safety, Severity
from lingwu.formats import Changes, write

SHARED = Path(__file__).parents[2].parent / "shared" / "docs"
FILES = sorted(path for suffix in ("docx", "dotx") for path in SHARED.glob(f"*.{suffix}"))
GONE = {"del", "moveFrom", "Fallback"}


def joined(data: bytes) -> Counter[str]:
    """All characters of the main part, blanks aside."""
    root = etree.fromstring(members(data)["word/document.xml"])
    texts = (
        el.text or ""
        for el in root.iter("{*}t")
        if not any(etree.QName(above).localname in GONE for above in el.iterancestors())
    )
    return Counter(re.sub(r"\s", "", "".join(texts)))


def changed(doc: Document) -> tuple[list[Edit], bytes]:
    """The document with a tracked change near the start and the end of its body, each with a comment."""
    body = {Kind.PARAGRAPH, Kind.HEADING, Kind.CELL}
    free = [block for block in doc.blocks if block.editable and len(block.span) > 1 and block.kind in body]
    spots = sorted({block.span.start + 1 for block in (*free[:1], *free[-1:])})
    found = []
    for at in spots:
        fix = Fix((Edit(Span(at, at + 1), "〔改〕"),), Safety.CONFIRM)
        basis = Basis("GB/T 9704—2012", "7.2.5")
        found.append(Finding("STR003", Span(at, at + 1), "请核对。", Severity.ERROR, basis, (fix,), "0" * 12))
    edits = [edit for each in found for edit in each.fixes[0].edits]
    return edits, write(doc, Changes(edits, found), "tracked")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_character_of_a_real_document_is_lost(path: Path) -> None:
    doc = lingwu.read(path)
    assert not joined(path.read_bytes()) - Counter(re.sub(r"\s", "", doc.text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_document_takes_changes(path: Path) -> None:
    doc = lingwu.read(path)
    edits, result = changed(doc)
    assert lingwu.read(result).text == lingwu.read(accept_all(result)).text == apply(doc.text, edits)
    assert lingwu.read(reject_all(result)).text == doc.text


def as_text(soffice: str, folder: Path, files: dict[str, bytes]) -> dict[str, str]:
    """The files as LibreOffice writes them as plain text; those that it cannot open are missing."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    paths = [str(folder / f"{name}.docx") for name in files]
    order = [soffice, "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), *paths]
    subprocess.run(order, check=False, capture_output=True, timeout=300)
    return {path.stem: path.read_text("utf-8-sig").strip() for path in folder.glob("*.txt")}


def samples() -> dict[str, bytes]:
    """Shapes that LibreOffice shows in full, and real documents of moderate size."""
    shapes = {name: SHAPES[name][0] for name in ("table", "notes", "tracked", "hyperlink", "content controls")}
    return shapes | {path.stem: path.read_bytes() for path in FILES if path.suffix == ".docx" and _is_moderate(path)}


def _is_moderate(path: Path) -> bool:
    return path.stat().st_size < 100_000


def test_libreoffice_opens_what_is_written(soffice: str, tmp_path: Path) -> None:
    """LibreOffice sees the original where changes are rejected and the new words where they are accepted."""
    wanted: dict[str, list[Edit]] = {}
    files: dict[str, bytes] = {}
    for name, data in samples().items():
        wanted[name], result = changed(lingwu.read(data))
        kinds = {"old": data, "tracked": result, "no": reject_all(result), "yes": accept_all(result)}
        files |= {f"{name}-{kind}": content for kind, content in kinds.items()}
    said = as_text(soffice, tmp_path, files)
    opened = [name for name in wanted if f"{name}-old" in said]
    assert opened[:5] == list(wanted)[:5]
    for name in opened:
        assert said[f"{name}-no"] == said[f"{name}-old"], name
        body = {kind: said[f"{name}-{kind}"].count("〔改〕") for kind in ("yes", "tracked")}
        assert body["yes"] == body["tracked"] <= len(wanted[name]), name
        assert body["yes"] or not wanted[name], name
