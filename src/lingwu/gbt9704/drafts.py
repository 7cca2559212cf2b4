"""Tells a draft, whose layout nobody has seen to yet, from a document that is laid out, well or not so well."""

from __future__ import annotations

from lingwu.document import Document, Role
from lingwu.gbt9704.faces import face_of, wanted
from lingwu.gbt9704.geometry import MARGIN_TOLERANCE, Face
from lingwu.gbt9704.profile import Profile
from lingwu.structure.layout import Layout, Part, body, marks, parts


def is_draft(doc: Document, layout: Layout, profile: Profile) -> bool:
    """Whether nothing in the file follows the layout that is wanted: no margin, no face of title or text, no mark.

    To tell the author of such a file twelve departures would be to tell him nothing: he has not begun.
    """
    titled = _are(parts(doc, Role.TITLE), wanted(Face.XIAOBIAOSONG, profile.fonts))
    written = _are(body(doc), wanted(Face.FANGSONG, profile.fonts))
    return not (titled or written or marks(doc) or _is_margined(layout, profile))


def _are(found: list[Part], face: str) -> bool:
    return any(face_of(part.look.chinese) == face for part in found)


def _is_margined(layout: Layout, profile: Profile) -> bool:
    tolerance = MARGIN_TOLERANCE + 0.05
    return any(
        abs(page.top - profile.top) <= tolerance and abs(page.left - profile.left) <= tolerance for page in layout.pages
    )
