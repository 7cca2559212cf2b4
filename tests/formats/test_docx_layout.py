"""Layout facts of .docx: what holds in the end for characters, paragraphs, pages, page numbers and lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_files import NAMESPACES, R, char, docx, drawn, field, old_box, p, part, r, relation

import lingwu
from lingwu.structure.layout import Layout, Look, Page, PageNumber, Paragraph, layout_of

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="等线"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
RELATIONS = (
    relation("s", "styles", "styles.xml") + relation("t", "theme", "theme.xml") + relation("e", "settings", "e.xml")
)
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984" w:left="1587" w:right="1474"/>'


def style(id: str, inside: str, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{id}" {more}><w:name w:val="{id}"/>{inside}</w:style>'


def faces(said: str) -> str:
    return f"<w:rPr><w:rFonts {said}/></w:rPr>"


def layout(body: str, styles: str = "", settings: str = "", footers: dict[str, str] | None = None) -> Layout:
    """The layout of a document, whether it is an official one or not."""
    footers = footers or {}
    parts = {"styles.xml": part("styles", styles), "theme.xml": THEME, "e.xml": part("settings", settings)}
    parts |= {f"{name}.xml": part("ftr", inside) for name, inside in footers.items()}
    relations = RELATIONS + "".join(relation(name, "footer", f"{name}.xml") for name in footers)
    doc = lingwu.read(docx(body, parts, relations), "a.docx")
    found = doc.meta["layout"]()
    assert isinstance(found, Layout)
    for paragraph in found.paragraphs:
        assert all(paragraph.span.covers(run.span) for run in paragraph.runs)
    return found


def first(body: str, styles: str = "", settings: str = "") -> Paragraph:
    return layout(body, styles, settings).paragraphs[0]


def look(run: str, styles: str = "", properties: str = "") -> Look:
    return first(p(run, properties=properties), styles).runs[0].look


# -- characters --------------------------------------------------------------------------------------------------------

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
)


def test_what_nobody_says_comes_from_the_defaults_and_their_theme() -> None:
    found = look(r("字"), DEFAULTS)
    assert (found.chinese, found.latin, found.size) == ("等线", "Calibri", 10.5)


def test_a_theme_face_without_a_name_of_its_own_is_that_of_the_script() -> None:
    assert look(r("字", '<w:rFonts w:eastAsiaTheme="majorEastAsia"/>')).chinese == "黑体"


def test_run_beats_character_style_beats_paragraph_style_beats_defaults() -> None:
    styles = DEFAULTS + style("正", faces('w:eastAsia="仿宋"')) + style("强", faces('w:eastAsia="黑体"'), "character")
    properties = '<w:pStyle w:val="正"/>'
    assert look(r("字"), styles, properties).chinese == "仿宋"
    assert look(r("字", '<w:rStyle w:val="强"/>'), styles, properties).chinese == "黑体"
    assert look(r("字", '<w:rStyle w:val="强"/><w:rFonts w:eastAsia="楷体"/>'), styles, properties).chinese == "楷体"


def test_a_name_said_further_in_beats_a_theme_said_further_out() -> None:
    found = look(r("字", '<w:rFonts w:eastAsia="仿宋"/>'), DEFAULTS)
    assert (found.chinese, found.named) == ("仿宋", "")


def test_of_a_name_and_a_theme_in_one_place_the_theme_wins() -> None:
    found = look(r("字", '<w:rFonts w:eastAsia="仿宋" w:eastAsiaTheme="minorEastAsia"/>'), DEFAULTS)
    assert (found.chinese, found.named) == ("等线", "仿宋")
    inherited = style("正", faces('w:eastAsia="仿宋" w:eastAsiaTheme="minorEastAsia"'))
    assert look(r("字"), inherited, '<w:pStyle w:val="正"/>').named == "仿宋"


def test_styles_inherit_and_the_default_style_holds_where_none_is_named() -> None:
    styles = style("a", '<w:rPr><w:sz w:val="32"/></w:rPr>', more='w:default="1"')
    styles += style("b", '<w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr>')
    assert look(r("字"), styles).size == 16
    found = look(r("字"), styles, '<w:pStyle w:val="b"/>')
    assert (found.size, found.bold) == (16, True)


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = style("a", '<w:basedOn w:val="b"/>') + style("b", '<w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr>')
    assert look(r("字"), styles, '<w:pStyle w:val="a"/>').bold


@pytest.mark.parametrize(("run", "bold"), [("", False), ("<w:b/>", True), ('<w:b w:val="0"/>', False)])
def test_bold_in_two_styles_is_none_but_what_the_run_says_stands(run: str, bold: bool) -> None:
    styles = style("正", "<w:rPr><w:b/></w:rPr>") + style("强", "<w:rPr><w:b/></w:rPr>", "character")
    assert look(r("字", f'<w:rStyle w:val="强"/>{run}'), styles, '<w:pStyle w:val="正"/>').bold is bold


def test_marks_are_set_in_the_chinese_face_only_where_the_run_hints_so() -> None:
    said = 'w:hAnsi="Times New Roman" w:eastAsia="仿宋"'
    assert look(r("“字”", f"<w:rFonts {said}/>")).marks == "Times New Roman"
    assert look(r("“字”", f'<w:rFonts w:hint="eastAsia" {said}/>')).marks == "仿宋"


def test_colour_size_and_tracking() -> None:
    found = look(r("字", '<w:color w:val="ff0000"/><w:sz w:val="33"/><w:spacing w:val="-4"/><w:i/>'))
    assert (found.colour, found.size, found.tracking, found.italic) == ("FF0000", 16.5, -0.2, True)
    assert look(r("字", '<w:color w:val="auto"/>')).colour == ""


def test_runs_that_look_alike_are_one() -> None:
    paragraph = first(p(r("甲"), r("乙"), r("丙", "<w:b/>")))
    assert [len(run.span) for run in paragraph.runs] == [2, 1]
    assert not paragraph.look.bold


# -- paragraphs --------------------------------------------------------------------------------------------------------

SIZE = style("a", '<w:rPr><w:sz w:val="32"/></w:rPr>', more='w:default="1"')


@pytest.mark.parametrize(
    ("said", "first_line", "left", "right"),
    [
        ('w:firstLineChars="200" w:firstLine="420"', 2, 0, 0),
        ('w:firstLine="640"', 2, 0, 0),
        ('w:left="640" w:right="320"', 0, 2, 1),
        ('w:start="640" w:end="320"', 0, 2, 1),
        ('w:left="640" w:hanging="640"', -2, 2, 0),
        ('w:leftChars="200" w:hangingChars="450" w:left="2080" w:hanging="1440"', -4.5, 6.5, 0),
        ('w:firstLine="32pt"', 2, 0, 0),
        ('w:firstLineChars="x" w:firstLine="-"', 0, 0, 0),
    ],
)
def test_indents_are_counted_in_characters(said: str, first_line: float, left: float, right: float) -> None:
    found = first(p("字", properties=f"<w:ind {said}/>"), SIZE)
    assert (found.first_line, found.left, found.right) == pytest.approx((first_line, left, right))


def test_the_style_holds_what_the_paragraph_does_not_say() -> None:
    styles = style("b", '<w:pPr><w:ind w:firstLineChars="200"/><w:jc w:val="center"/></w:pPr>') + SIZE
    found = first(p("字", properties='<w:pStyle w:val="b"/><w:jc w:val="end"/>'), styles)
    assert (found.first_line, found.alignment) == (2, "right")


@pytest.mark.parametrize(
    ("spacing", "grid", "pitch"),
    [
        ('w:line="560" w:lineRule="exact"', "", 28),
        ('w:line="560" w:lineRule="exact"', '<w:docGrid w:type="lines" w:linePitch="312"/>', 28),
        ('w:line="240" w:lineRule="auto"', "", 0),
        ("", '<w:docGrid w:type="lines" w:linePitch="579"/>', 28.95),
        ("", '<w:docGrid w:linePitch="579"/>', 0),
        ('w:line="360" w:lineRule="auto"', '<w:docGrid w:type="lines" w:linePitch="312"/>', 46.8),
        ('w:line="500" w:lineRule="atLeast"', '<w:docGrid w:type="lines" w:linePitch="312"/>', 31.2),
    ],
)
def test_pitch_of_lines(spacing: str, grid: str, pitch: float) -> None:
    body = p("字", properties=f"<w:spacing {spacing}/>") + f"<w:sectPr>{PAGE}{grid}</w:sectPr>"
    assert first(body, SIZE).pitch == pytest.approx(pitch)


def test_a_paragraph_off_the_grid_has_no_pitch_of_it() -> None:
    grid = '<w:docGrid w:type="lines" w:linePitch="579"/>'
    body = p("字", properties='<w:snapToGrid w:val="0"/>') + f"<w:sectPr>{PAGE}{grid}</w:sectPr>"
    assert first(body, SIZE).pitch == 0


def test_spacing_in_points_in_lines_and_automatic() -> None:
    found = first(p("字", properties='<w:spacing w:before="160" w:afterLines="50"/>'))
    assert (found.before, found.after) == (8, 6)
    assert first(p("字", properties='<w:spacing w:before="160" w:beforeAutospacing="1"/>')).before == 0


def test_where_pages_begin_and_end() -> None:
    section = f"<w:sectPr>{PAGE}</w:sectPr>"
    flowing = f'<w:sectPr><w:type w:val="continuous"/>{PAGE}</w:sectPr>'
    body = [
        p("甲", properties=section), p("乙", properties=flowing), p("丙", properties="<w:pageBreakBefore/>"),
        p("丁", '<w:r><w:br w:type="page"/></w:r>'), p('<w:r><w:br w:type="page"/></w:r>', "戊"),
    ]  # fmt: skip
    found = layout("".join(body)).paragraphs
    assert [(each.begins_page, each.ends_page) for each in found] == [
        (False, True), (False, False), (True, False), (False, True), (True, False),
    ]  # fmt: skip


def test_frames_and_text_boxes_say_nothing_of_places() -> None:
    body = p("甲", properties='<w:framePr w:w="100"/>') + p(f"<w:r>{drawn(p('乙'))}</w:r>", "丙")
    assert [each.framed for each in layout(body).paragraphs] == [True, False, True]


# -- pages -------------------------------------------------------------------------------------------------------------


def test_pages_of_sections() -> None:
    turned = '<w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:top="1" w:left="100" w:gutter="467"/><w:cols w:num="2"/>'
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>'
    body = p("甲", properties=f"<w:sectPr>{PAGE}{grid}</w:sectPr>") + p("乙丙") + f"<w:sectPr>{turned}</w:sectPr>"
    upright, wide = layout(body).pages
    assert (round(upright.width), round(upright.height), round(upright.top), round(upright.left)) == (210, 297, 37, 28)
    assert (upright.grid_pitch, upright.tracking) == pytest.approx((28.95, -0.207), abs=0.001)
    assert not upright.landscape
    assert (wide.landscape, wide.columns, round(wide.left)) == (True, 2, 10)
    assert (upright.span.end, wide.span.end) == (1, 4)


def test_a_document_without_a_section_has_no_page() -> None:
    assert layout(p("甲")).pages == ()
    assert isinstance(layout(p("甲") + "<w:sectPr/>").pages[0], Page)


# -- page numbers ------------------------------------------------------------------------------------------------------


def numbers(footer: str, settings: str = "", kind: str = "default") -> tuple[PageNumber, ...]:
    section = f'<w:sectPr><w:footerReference w:type="{kind}" r:id="f"/></w:sectPr>'
    return layout(p("字") + section, SIZE, settings, {"f": footer}).numbers


PAGES = field(" PAGE \\* MERGEFORMAT ", r("12", '<w:sz w:val="28"/>'))


def test_a_page_number_with_what_stands_around_it() -> None:
    footer = p(r("— "), PAGES, r(" —"), properties='<w:jc w:val="right"/><w:ind w:rightChars="100" w:right="280"/>')
    (found,) = numbers(footer)
    assert (found.pages, found.form, found.alignment, found.gap, found.look.size) == ("all", "— # —", "right", 1, 14)


def test_typed_spaces_are_room_too() -> None:
    (found,) = numbers(p(r("— "), PAGES, r(" —　"), properties='<w:jc w:val="right"/>'))
    assert (found.form, found.gap) == ("— # —", 1)


def test_a_simple_field_is_one_too() -> None:
    (found,) = numbers(p(f'<w:fldSimple w:instr=" PAGE ">{r("3")}</w:fldSimple>'))
    assert found.form == "#"


def test_other_fields_are_no_page_numbers() -> None:
    assert not numbers(p(field(" NUMPAGES ", r("9")), field(" PAGEREF x ", r("2"))))
    assert not numbers(p("第 1 页"))


def test_odd_and_even_pages() -> None:
    settings = "<w:evenAndOddHeaders/>"
    assert numbers(p(PAGES), settings)[0].pages == "odd"
    assert numbers(p(PAGES), settings, "even")[0].pages == "even"
    assert not numbers(p(PAGES), "", "even")
    assert not numbers(p(PAGES), settings, "first")


def test_a_number_in_a_frame_or_text_box_stands_where_that_does() -> None:
    (framed,) = numbers(p(PAGES, properties='<w:framePr w:xAlign="outside"/><w:jc w:val="center"/>'))
    assert (framed.alignment, framed.framed) == ("outside", True)
    box = drawn(p(PAGES)).replace("<wp:inline>", "<wp:inline><wp:positionH><wp:align>right</wp:align></wp:positionH>")
    (boxed,) = numbers(p(f"<w:r>{box}</w:r>"))
    assert (boxed.alignment, boxed.framed) == ("right", True)
    old = old_box(p(PAGES)).replace("width:140pt", "mso-position-horizontal:center;width:140pt")
    assert numbers(p(f"<w:r>{old}</w:r>"))[0].alignment == "center"
    assert numbers(p(f"<w:r>{old_box(p(PAGES))}</w:r>"))[0].alignment == "unknown"


def test_where_tabs_put_a_number_is_not_known() -> None:
    assert numbers(p("<w:r><w:tab/></w:r>", PAGES))[0].alignment == "unknown"


def test_an_unfinished_field_is_no_number() -> None:
    assert not numbers(p(char("begin"), r(" PAGE ", tag="instrText"), r("3")))


# -- lines -------------------------------------------------------------------------------------------------------------

BORDER = '<w:pBdr><w:bottom w:val="single" w:sz="16" w:color="FF0000"/><w:top w:val="nil"/></w:pBdr>'
LINE = (
    '<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="line"/>'
    '<a:ln w="25400"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr></wps:wsp></a:graphicData>'
    "</a:graphic></wp:anchor></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    "body",
    [
        p("字", properties=BORDER),
        p("字", LINE),
        p("字", '<w:r><w:pict><v:line strokecolor="red" strokeweight="2pt"/></w:pict></w:r>'),
        p("字", '<w:r><w:pict><v:line strokecolor="#f00 [3]" strokeweight="2pt"/></w:pict></w:r>'),
        p("字", '<w:r><w:pict><v:line strokeweight="2pt"><v:stroke color="#ff0000"/></v:line></w:pict></w:r>'),
    ],
)
def test_red_lines_of_every_make(body: str) -> None:
    (stroke,) = layout(p("上") + body).strokes
    assert (stroke.colour, stroke.width, stroke.at) == ("FF0000", 2, 2)


def test_a_line_drawn_twice_is_one() -> None:
    old = '<w:pict><v:line strokecolor="black"/></w:pict>'
    inner = LINE.removeprefix("<w:r>").removesuffix("</w:r>")
    both = f"<mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    assert [stroke.colour for stroke in layout(p("字", f"<w:r>{both}</w:r>")).strokes] == ["FF0000"]


def test_pictures_are_told() -> None:
    picture = f'<w:r><w:pict><v:shape><v:imagedata r:id="x" xmlns:r="{R}"/></v:shape></w:pict></w:r>'
    assert layout(p("字", picture)).pictured
    assert not layout(p("字", LINE)).pictured
    assert NAMESPACES  # the parts above need them declared


# -- costs -------------------------------------------------------------------------------------------------------------


def test_nothing_is_gathered_of_what_is_no_official_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def gathered(scan: object) -> Layout:
        raise AssertionError("gathered")

    monkeypatch.setattr("lingwu.formats.docx.layout.gathered", gathered)
    doc = lingwu.read(docx("".join(p(f"第{n}段不是公文。") for n in range(50))), "a.docx")
    assert not lingwu.check(doc).notes
    assert layout_of(doc) is None


SHARED = sorted((Path(__file__).resolve().parents[3] / "shared" / "docs").glob("*.d[oc][ct]*"))


@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.name)
def test_real_files_have_a_layout(path: Path) -> None:
    doc = lingwu.read(path)
    if "layout" in doc.meta:
        found = doc.meta["layout"]()
        assert found.paragraphs[-1].span.end <= len(doc.text)
        assert {each.span.start for each in found.paragraphs} >= {block.span.start for block in doc.blocks[:1]}
