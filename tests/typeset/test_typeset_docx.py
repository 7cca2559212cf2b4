"""What a typeset .docx is made of: page, styles, footers, 版记, and that Word's order of elements is kept."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import docx as python_docx
import pytest
from docx_files import docx as raw_docx
from docx_files import members
from lxml import etree
from papers import BODY, EXAMPLES, docx, draft, png

import lingwu
from lingwu.formats.docx.reading import scanned
from lingwu.gbt9704 import geometry as g
from lingwu.gbt9704.profile import Profile
from lingwu.typeset.composing import typeset
from lingwu.typeset.docx.markup import PROPERTIES
from lingwu.typeset.matter import from_options

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SECTION = ["headerReference", "footerReference", "type", "pgSz", "pgMar", "titlePg", "docGrid"]
NOTICE = (EXAMPLES / "通知.md").read_text(encoding="utf-8")


def body(data: bytes) -> etree._Element:
    return etree.fromstring(members(data)["word/document.xml"])


def named(root: etree._Element, name: str) -> list[etree._Element]:
    return list(root.iter(W + name))


def test_the_page_is_that_of_the_standard() -> None:
    section = python_docx.Document(io.BytesIO(docx(draft(NOTICE)))).sections[0]
    sizes = [section.page_width, section.page_height, section.top_margin, section.left_margin]
    assert [round(size.mm, 1) for size in sizes if size] == [210, 297, 37, 28]
    assert section.right_margin and abs(section.right_margin.mm - g.RIGHT) < 0.1
    assert section.bottom_margin and abs(section.bottom_margin.mm - g.BOTTOM) < 0.1


def test_every_paragraph_of_the_body_has_a_style_of_ours() -> None:
    data = docx(draft(NOTICE))
    ids = {el.get(W + "styleId") for el in named(etree.fromstring(members(data)["word/styles.xml"]), "style")}
    used = {el.get(W + "val") for el in named(body(data), "pStyle")}
    assert used <= ids
    assert {"LingwuTitle", "LingwuBody", "LingwuHeading1", "LingwuPrinting", "LingwuTable"} <= used


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.md")), ids=lambda path: path.stem)
def test_elements_stand_in_the_order_of_the_schema(path: Path) -> None:
    root = body(docx(lingwu.read(path)))
    for properties in named(root, "pPr"):
        names = [etree.QName(kid).localname for kid in properties]
        assert names == sorted(names, key=PROPERTIES.index)
    for section in named(root, "sectPr"):
        names = [etree.QName(kid).localname for kid in section]
        assert names == sorted(names, key=SECTION.index)


def test_page_numbers_stand_outside() -> None:
    parts = members(docx(draft(NOTICE)))
    odd, even = (parts[f"word/lingwu_{side}.xml"].decode() for side in ("odd", "even"))
    assert 'w:val="right"' in odd and 'w:val="left"' in even
    assert "— " in odd and "PAGE" in odd
    assert b"evenAndOddHeaders" in parts["word/settings.xml"]


def test_the_imprint_floats_at_the_foot_with_thick_and_thin_rules() -> None:
    table = named(body(docx(draft(NOTICE))), "tbl")[-1]
    assert next(table.iter(W + "tblpPr")).get(W + "tblpYSpec") == "bottom"
    sizes = {el.tag.removeprefix(W): el.get(W + "sz") for el in next(table.iter(W + "tblBorders"))}
    assert sizes == {"top": "8", "bottom": "8", "insideH": "6"}


def test_a_wide_table_has_a_landscape_section_of_its_own() -> None:
    columns = "|" + "|".join("甲乙丙丁戊己庚辛壬癸子丑") + "|"
    text = f"# 关于名单的通知\n\n{BODY}\n\n{columns}\n|{'---|' * 12}\n{columns}\n\n完了。\n"
    sections = named(body(docx(draft(text))), "pgSz")
    assert [one.get(W + "orient") for one in sections] == [None, "landscape", None]


def test_a_letter_has_its_lines_on_the_first_page_only() -> None:
    root = body(docx(lingwu.read(EXAMPLES / "函.md")))
    assert len(named(root, "titlePg")) == 1
    assert members(docx(lingwu.read(EXAMPLES / "函.md")))["word/lingwu_letter.xml"].count(b"<wp:anchor") == 4


def test_a_unit_overrides_margins_pitch_fonts_and_page_numbers() -> None:
    profile = Profile.of(
        {"top": 35, "line-pitch": 28, "fonts": {"仿宋": "仿宋"}, "latin": "Times New Roman", "page-number": "-{}-",
         "page-number-place": "center"}
    )  # fmt: skip
    data = docx(draft(NOTICE), profile=profile)
    styles, footer = members(data)["word/styles.xml"].decode(), members(data)["word/lingwu_odd.xml"].decode()
    assert 'w:line="560"' in styles and 'w:eastAsia="仿宋"' in styles and 'w:ascii="Times New Roman"' in styles
    assert 'w:val="center"' in footer and ">-<" in footer
    assert named(body(data), "pgMar")[0].get(W + "top") == str(round(35 * g.TWIPS))


def test_front_matter_of_a_draft_is_kept_as_properties() -> None:
    data = docx(draft(NOTICE), from_options(["印章=无", "双面=否"]))
    said = members(data)["docProps/custom.xml"].decode()
    assert "印章" in said and ">无<" in said and ">否<" in said


def test_a_source_keeps_its_pictures_formulas_and_notes() -> None:
    made = python_docx.Document()
    made.add_paragraph("关于图片的通知")
    made.add_picture(io.BytesIO(png()))
    made.add_paragraph(BODY)
    out = io.BytesIO()
    made.save(out)
    data = docx(lingwu.read(out.getvalue(), "稿.docx"))
    assert b"<a:blip" in members(data)["word/document.xml"]
    assert any(name.startswith("word/media/") for name in members(data))


def test_libreoffice_opens_what_is_written(soffice: str, tmp_path: Path) -> None:
    for path in sorted(EXAMPLES.glob("*.md")):
        (tmp_path / f"{path.stem}.docx").write_bytes(docx(lingwu.read(path)))
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    command = [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), *files], check=True, capture_output=True, timeout=300)
    assert len(list(tmp_path.glob("*.pdf"))) == len(files)


def test_tracked_changes_are_kept_and_said() -> None:
    tracked = (
        '<w:p><w:r><w:t>正文</w:t></w:r><w:ins w:id="1" w:author="甲"><w:r><w:t>新增</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="甲"><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:t>。</w:t></w:r></w:p>'
    )
    made = typeset(lingwu.read(raw_docx(tracked), "稿.docx"), ".docx")
    assert any("修订" in note for note in made.notes)
    assert len(named(body(made.data), "ins")) == len(named(body(made.data), "del")) == 1


def test_words_in_headers_and_footers_are_not_lost() -> None:
    made = python_docx.Document()
    made.add_paragraph("关于防汛的通知")
    made.add_paragraph(BODY)
    made.sections[0].header.paragraphs[0].text = "内部资料"
    made.sections[0].footer.paragraphs[0].text = "注意保存"
    out = io.BytesIO()
    made.save(out)
    data = docx(lingwu.read(out.getvalue(), "稿.docx"))
    again = python_docx.Document(io.BytesIO(data)).sections[0]
    assert again.header.paragraphs[0].text == "内部资料"
    assert "注意保存" in [paragraph.text for paragraph in again.footer.paragraphs]


def test_numbers_and_bullets_that_a_style_gives_stay() -> None:
    made = python_docx.Document()
    made.add_paragraph("关于培训的通知")
    made.add_paragraph("各单位：")
    for style in ("List Number", "List Number", "List Bullet"):
        made.add_paragraph("请各单位做好准备。", style=style)
    out = io.BytesIO()
    made.save(out)
    once = docx(lingwu.read(out.getvalue(), "稿.docx"))
    before, after = (scanned(data, "稿.docx") for data in (out.getvalue(), once))
    wanted = [line.number for line in before.lines if line.number]
    assert wanted == [line.number for line in after.lines if line.number] == ["1.", "2."]
    assert len(named(body(once), "numPr")) == 3
    assert docx(lingwu.read(once, "稿.docx")) == once


def test_what_a_header_says_is_named_where_a_pdf_cannot_show_it() -> None:
    made = python_docx.Document()
    made.add_paragraph("关于培训的通知")
    made.sections[0].header.paragraphs[0].text = "内部资料"
    made.sections[0].footer.paragraphs[0].text = "第1页 共2页"
    out = io.BytesIO()
    made.save(out)
    doc = lingwu.read(out.getvalue(), "稿.docx")
    notes = [note for note in typeset(doc, ".pdf").notes if "页眉页脚" in note]
    assert len(notes) == 1 and "“内部资料”" in notes[0] and "页 " not in notes[0]
    assert not typeset(doc, ".docx").notes


def test_a_line_broken_by_hand_is_not_drawn_out() -> None:
    made = python_docx.Document()
    made.add_paragraph("关于培训的通知")
    out = io.BytesIO()
    made.save(out)
    settings = etree.fromstring(members(docx(lingwu.read(out.getvalue(), "稿.docx")))["word/settings.xml"])
    assert len(named(settings, "doNotExpandShiftReturn")) == 1


def test_signatories_on_several_lines_stay_when_typeset_again() -> None:
    told = from_options(["发文机关标志=甲市财政局文件", "签发人=王一、李二、赵三", "发文字号=甲财〔2026〕8号"])
    once = typeset(draft("# 甲市财政局关于检查情况的报告\n\n市政府：\n\n特此报告。\n"), ".docx", told).data
    assert typeset(lingwu.read(once, "稿.docx"), ".docx").data == once


def test_underlined_blanks_to_write_on_stay() -> None:
    made = python_docx.Document()
    for text, line in (("关于报名的通知", ""), ("姓名：", "        "), ("", "          ")):
        made.add_paragraph("　　" + text).add_run(line).underline = True
    out = io.BytesIO()
    made.save(out)
    once = docx(lingwu.read(out.getvalue(), "稿.docx"))
    texts = [one.text for one in python_docx.Document(io.BytesIO(once)).paragraphs]
    assert [text.count(" ") for text in texts if " " in text] == [8, 10]
    assert docx(lingwu.read(once, "稿.docx")) == once
