"""Where things stand on the pages of a PDF, measured on the PDF."""

from __future__ import annotations

import os
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]
import pytest
from papers import BODY, EXAMPLES, draft, png

import lingwu
from lingwu.errors import WriteError
from lingwu.gbt9704 import geometry as g
from lingwu.gbt9704.profile import Profile
from lingwu.typeset.composing import typeset
from lingwu.typeset.model import Form, Paper, Part, Picture, Piece, plain
from lingwu.typeset.pdf.writing import write


@dataclass(frozen=True)
class Glyph:
    """A character and its box in mm from the top left of the page."""

    char: str
    left: float
    right: float
    middle: float


@pytest.fixture(scope="session", autouse=True)
def fonts() -> None:
    """Without a Chinese font there is no PDF: skipped, but not where LINGWU_CI is set."""
    typst = pytest.importorskip("typst")
    families = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families()
    if not any("CJK SC" in name for name in families) and not os.environ.get("LINGWU_CI"):
        pytest.skip("no Chinese fonts")


def pdf(text: str, profile: Profile | None = None) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(typeset(draft(text), ".pdf", profile=profile).data)


def glyphs(made: pypdfium2.PdfDocument, page: int) -> list[Glyph]:
    text = made[page].get_textpage()
    found = []
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        if char.strip():
            found.append(Glyph(char, left / g.MM, right / g.MM, g.PAGE_HEIGHT - (top + bottom) / 2 / g.MM))
    return found


def lines(found: list[Glyph]) -> list[list[Glyph]]:
    """The glyphs of the text by line, page number left out."""
    rows: dict[int, list[Glyph]] = {}
    for one in found:
        if one.middle < g.TYPE_BOTTOM:
            rows.setdefault(round(one.middle / g.LINE * 2), []).append(one)
    return [rows[key] for key in sorted(rows)]


LONG = "# 关于防汛的通知\n\n各单位：\n\n" + "\n\n".join(
    ["我们要切实做好防汛备汛各项工作确保人民群众生命财产安全" * 12] * 12
)


def test_a_full_page_has_22_lines_of_28_characters_in_the_type_area() -> None:
    rows = lines(glyphs(pdf(LONG), 1))
    assert len(rows) == g.LINES
    full = max(rows, key=len)
    assert len(full) == g.CHARACTERS
    assert abs(full[0].left - g.TYPE_LEFT) < 1 and abs(full[-1].right - g.TYPE_RIGHT) < 1
    half = g.SIZE_3 / g.MM / 2
    assert abs(rows[0][0].middle - half - g.TYPE_TOP) < 1 and abs(rows[-1][0].middle + half - g.TYPE_BOTTOM) < 1


def test_a_paragraph_begins_two_characters_in() -> None:
    first = lines(glyphs(pdf(LONG), 0))[2]
    assert abs(first[0].left - g.TYPE_LEFT - 2 * g.CHARACTER) < 0.5


def test_page_numbers_lie_7_mm_below_the_type_area_outside() -> None:
    made = pdf(LONG)
    for page, edge in ((0, g.TYPE_RIGHT - g.CHARACTER), (1, g.TYPE_LEFT + g.CHARACTER)):
        number = [one for one in glyphs(made, page) if one.middle > g.TYPE_BOTTOM]
        assert "".join(one.char for one in number) == f"—{page + 1}—"
        assert abs((number[-1].right if page == 0 else number[0].left) - edge) < 1
        assert all(abs(one.middle - g.PAGE_NUMBER_DASH) < 1.5 for one in number)


def test_the_mark_begins_where_the_form_says() -> None:
    for name, top in (("通知", g.MARK_TOP), ("命令", g.ORDER_MARK_TOP), ("函", g.LETTER_MARK_TOP)):
        made = pypdfium2.PdfDocument(typeset(lingwu.read(EXAMPLES / f"{name}.md"), ".pdf").data)
        boxes = [box.get_bounds() for box in made[0].get_objects() if box.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
        tall = max(boxes, key=lambda box: box[3] - box[1])
        ink = g.PAGE_HEIGHT - tall[3] / g.MM
        assert top <= ink < top + 3, name


def test_the_imprint_stands_on_an_even_page() -> None:
    made = pypdfium2.PdfDocument(typeset(lingwu.read(EXAMPLES / "请示.md"), ".pdf").data)
    assert len(made) == 4
    last = glyphs(made, 3)
    assert "印发" in "".join(one.char for one in last)
    assert not [one for one in last if one.middle > g.TYPE_BOTTOM]


def test_the_text_of_a_pdf_is_that_of_the_draft() -> None:
    made = pdf(f"# 关于“引号”的通知\n\n各单位：\n\n{BODY}\n\n第一条　#星号*与$钱_和\\反斜杠[方]<角>@处。\n")
    said = "".join(one.char for one in glyphs(made, 0))
    assert "第一条#星号*与$钱_和\\反斜杠[方]<角>@处。" in said.replace("　", "")


def test_a_substituted_font_is_named() -> None:
    done = typeset(draft(LONG), ".pdf", profile=Profile(fonts={"仿宋": "没有的字体"}))
    assert all("代替" in note for note in done.notes)


def test_what_a_pdf_cannot_show_is_refused() -> None:
    with pytest.raises(WriteError, match="公式"):
        write(Paper(Form.DOCUMENT, (plain(Part.BODY, "甲"), _with(Piece("", other="公式")))), Profile())


def test_pictures_and_footnotes_are_set() -> None:
    items = (
        _with(Piece("", picture=Picture(png(), "png", 30.0, 20.0))),
        _with(Piece("甲"), Piece("", footnote="脚注")),
    )
    data, _ = write(Paper(Form.DOCUMENT, items), Profile())
    made = pypdfium2.PdfDocument(data)
    kinds = [one.type for one in made[0].get_objects()]
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kinds
    assert "脚注" in made[0].get_textpage().get_text_range()


def _with(*pieces: Piece):  # type: ignore[no-untyped-def]
    from lingwu.typeset.model import Paragraph

    return Paragraph(Part.BODY, pieces)
