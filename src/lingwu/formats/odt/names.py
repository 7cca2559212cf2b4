"""Element and attribute names of OpenDocument 1.2 in lxml's notation."""

from __future__ import annotations

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"

PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
RUNS = frozenset({f"{TEXT}span", f"{TEXT}a", f"{TEXT}meta", f"{TEXT}ruby-base"})
"""Inline elements whose content is the paragraph's own text."""
UNREAD = frozenset(
    {f"{TEXT}{tag}" for tag in ("tracked-changes", "ruby-text", "hidden-text", "script", "number", "sequence-decls")}
    | {f"{TEXT}{tag}" for tag in ("variable-decls", "user-field-decls", "dde-connection-decls", "note-citation")}
    | {f"{TABLE}covered-table-cell", f"{DRAW}object", f"{DRAW}object-ole", f"{OFFICE}forms", f"{OFFICE}scripts"}
    | {f"{OFFICE}annotation", f"{OFFICE}annotation-end"}
)
"""Elements whose content is no text of the page: deleted text, furigana, declarations, embedded objects."""
