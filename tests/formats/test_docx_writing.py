"""Writing .docx: tracked changes and comments in the right places, all else as it was."""

from __future__ import annotations

import io
import re
import time

import docx as python_docx
import pytest
from docx_files import accept_all, both_boxes, docx, field, members, p, r, reject_all, signed
from docx_shapes import FORM, SHAPES
from lxml import etree

import lingwu
from lingwu.document import Document, Span
from lingwu.edits import apply
from lingwu.finding import Basis, Edit, Finding, Fix, Safety, Severity
from lingwu.formats import Changes, write

BASIS = Basis("GB/T 9704—2012", "7.2.5")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def finding(start: int, end: int, new: str | None = None, fingerprint: str = "5e903c944aa3") -> Finding:
    fixes = () if new is None else (Fix((Edit(Span(start, end), new),), Safety.SAFE),)
    return Finding("STR003", Span(start, end), "年份应用六角括号。", Severity.ERROR, BASIS, fixes, fingerprint)


def of(*findings: Finding, left: tuple[Finding, ...] = ()) -> Changes:
    edits = [edit for each in findings for edit in each.fixes[0].edits]
    return Changes(edits, findings, left, date="2026-01-01T00:00:00Z")


def xml(data: bytes, name: str = "word/document.xml") -> str:
    return members(data)[name].decode()


def comments(data: bytes) -> list[str]:
    found = members(data).get("word/comments.xml")
    root = etree.fromstring(found) if found else ()
    return ["\n".join("".join(map(str, each.itertext())) for each in el.iter(f"{W}p")) for el in root]


def anchored(data: bytes, id: str) -> str:
    """The text between the two marks of a comment, deleted text too."""
    said, on = "", False
    for el in etree.fromstring(members(data)["word/document.xml"]).iter():
        if el.tag in {f"{W}commentRangeStart", f"{W}commentRangeEnd"} and el.get(f"{W}id") == id:
            on = el.tag.endswith("Start")
        elif on and el.tag in {f"{W}t", f"{W}delText"}:
            said += el.text or ""
    return said


def body(data: bytes) -> str:
    """What stands in the body, short: no namespaces, ids or dates."""
    said = xml(data).partition("<w:body>")[2].partition("</w:body>")[0]
    return re.sub(r' (?:w:id|w:author|w:date|xml:space)="[^"]*"', "", said)


def test_nothing_to_do_gives_the_very_bytes() -> None:
    for data, _ in SHAPES.values():
        doc = lingwu.read(data, "件.docx")
        for mode in ("tracked", "comments", "clean"):
            assert write(doc, Changes(()), mode) == data


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_takes_changes(shape: str) -> None:
    data, text = SHAPES[shape]
    doc = lingwu.read(data, "件.docx")
    locked = list(doc.origin.locked)
    at = [i for i, char in enumerate(text) if char not in "\n" and not any(s.start <= i < s.end for s in locked)]
    edits = [Edit(Span(i, i + 1), "新") for i in sorted({at[0], at[-1]})] if at else []
    result = write(doc, Changes(edits), "tracked")
    fixed = apply(text, edits)
    assert lingwu.read(result, "件.docx").text == fixed
    assert lingwu.read(accept_all(result), "件.docx").text == fixed
    assert lingwu.read(reject_all(result), "件.docx").text == text
    assert lingwu.read(write(doc, Changes(edits), "clean"), "件.docx").text == fixed


def test_only_the_changed_characters_are_marked_and_keep_their_looks() -> None:
    doc = lingwu.read(docx(p(r("国办发[2024]3号文", "<w:b/>"))))
    result = write(doc, Changes([Edit(Span(0, 10), "国办发〔2024〕3")]), "tracked")
    looks = "<w:rPr><w:b/></w:rPr>"
    swap = (
        f"<w:del><w:r>{looks}<w:delText>{{}}</w:delText></w:r></w:del><w:ins><w:r>{looks}<w:t>{{}}</w:t></w:r></w:ins>"
    )
    assert body(write(doc, Changes([Edit(Span(3, 4), "〔"), Edit(Span(8, 9), "〕")]), "tracked")) == (
        f"<w:p><w:r>{looks}<w:t>国办发</w:t></w:r>{swap.format('[', '〔')}<w:r>{looks}<w:t>2024</w:t></w:r>"
        f"{swap.format(']', '〕')}<w:r>{looks}<w:t>3号文</w:t></w:r></w:p>"
    )
    assert "<w:delText>[2024]</w:delText>" in body(result)


def test_blanks_at_ends_are_kept() -> None:
    result = write(lingwu.read(docx(p("甲 乙"))), Changes([Edit(Span(1, 1), " ")]), "tracked")
    assert xml(result).count('xml:space="preserve"') == 3
    assert lingwu.read(accept_all(result)).text == "甲  乙"


def test_a_footnote_mark_in_deleted_text_stays() -> None:
    note = '<w:r><w:t>甲</w:t><w:footnoteReference w:id="2"/><w:t>乙</w:t></w:r>'
    result = write(lingwu.read(docx(p(note, "丙"))), Changes([Edit(Span(0, 2), "")]), "tracked")
    assert not re.search(r"<w:del [^>]*>(?:(?!</w:del>).)*footnoteReference", xml(result))
    assert "footnoteReference" in xml(result)


def test_another_authors_insertion_is_cut_around_new_text_and_holds_a_deletion() -> None:
    doc = lingwu.read(docx(p(signed("ins", r("甲乙丙"), 5))))
    inserted = body(write(doc, Changes([Edit(Span(1, 1), "新")]), "tracked"))
    assert inserted == (
        "<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
        "<w:ins><w:r><w:t>乙丙</w:t></w:r></w:ins></w:p>"
    )
    deleted = body(write(doc, Changes([Edit(Span(1, 2), "")]), "tracked"))
    assert "<w:ins><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:r>" in deleted


def test_a_line_end_makes_and_unmakes_paragraphs() -> None:
    section = '<w:jc w:val="center"/><w:sectPr><w:pgSz w:w="11906"/></w:sectPr>'
    doc = lingwu.read(docx(p("甲乙", properties=section) + p("丙") + p("丁")))
    split = body(write(doc, Changes([Edit(Span(1, 1), "。\n")]), "tracked"))
    left, right = split.split("</w:p>")[:2]
    assert '<w:pPr><w:jc w:val="center"/><w:rPr><w:ins/></w:rPr></w:pPr>' in left and "sectPr" not in left
    assert section in right
    joined = write(doc, Changes([Edit(Span(4, 5), "")]), "tracked")
    assert "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>丙" in body(joined)
    refused = write(doc, Changes([Edit(Span(2, 3), "")]), "tracked")  # a section ends there
    assert lingwu.read(refused).text == doc.text and comments(refused)


def test_every_finding_has_a_comment_that_says_why() -> None:
    doc = lingwu.read(docx(p("国办发[2024]3号") + p("请核对此处。")))
    left = finding(14, 16, fingerprint="aaaaaaaaaaaa")
    result = write(doc, of(finding(3, 4, "〔"), left=(left,)), "tracked")
    first, second = comments(result)
    assert first.split("\n") == ["[STR003] 年份应用六角括号。", f"依据：{BASIS}", "指纹 5e903c944aa3"]
    assert second.endswith("指纹 aaaaaaaaaaaa")
    ids = re.findall(r'commentRangeStart w:id="(\d+)"', xml(result))
    assert [anchored(result, id) for id in ids] == ["[〔", doc.text[14:16]]
    assert re.findall(r'commentReference w:id="(\d+)"', xml(result)) == ids
    opened = python_docx.Document(io.BytesIO(result))
    assert [comment.author for comment in opened.comments] == ["零误", "零误"]
    assert "comments+xml" in xml(result, "[Content_Types].xml")


def test_comments_are_added_to_those_there_are() -> None:
    data = SHAPES["comments"][0]
    result = write(lingwu.read(data), of(finding(0, 1, "新")), "tracked")
    assert len(comments(result)) == 4 and comments(result)[2] == "请再核对"
    ids = re.findall(r'<w:comment w:id="(\d+)"', xml(result, "word/comments.xml"))
    assert len({*ids}) == len(ids) == 3 or len({*ids}) == 4


def test_comments_alone_leave_the_text() -> None:
    data = docx(p("国办发[2024]3号"))
    result = write(lingwu.read(data), of(finding(3, 4, "〔")), "comments")
    assert lingwu.read(result).text == lingwu.read(data).text
    assert "建议：“〔”" in comments(result)[0]
    assert not re.search(r"<w:(?:ins|del) ", xml(result))


def test_clean_has_no_trace() -> None:
    doc = lingwu.read(docx(p("甲乙") + p("丙") + p("丁")))
    result = write(doc, Changes([Edit(Span(0, 1), "新\n行"), Edit(Span(2, 3), "")], (), (finding(0, 1),)), "clean")
    assert lingwu.read(result).text == "新\n行乙丙\n丁"
    assert not re.search(r"<w:(?:ins|del|comment)", xml(result))
    assert "word/comments.xml" not in members(result)


@pytest.mark.parametrize(
    "inside",
    [
        field(" PAGE ", r("乙乙")), f'<w:fldSimple w:instr=" DATE ">{r("乙乙")}</w:fldSimple>',
        FORM.format("<w:date/>", r("乙乙")), "<m:oMath><m:r><m:t>乙乙</m:t></m:r></m:oMath>",
    ],
)  # fmt: skip
def test_an_edit_that_cannot_be_written_becomes_a_comment(inside: str) -> None:
    doc = lingwu.read(docx(p("甲", inside, "丙")))
    both = Fix((Edit(Span(0, 1), "新"), Edit(Span(2, 3), "新")), Safety.SAFE)
    bad = Finding("CON001", Span(2, 3), "不一致。", Severity.ERROR, BASIS, (both,), "bbbbbbbbbbbb")
    result = write(doc, of(bad, finding(3, 4, "末")), "tracked")
    assert lingwu.read(result).text == "甲乙乙末"
    assert "此处不能直接修改" in comments(result)[0]
    assert "不能" not in comments(result)[1]


def test_text_beside_a_field_can_be_put_in() -> None:
    doc = lingwu.read(docx(p(field(" PAGE ", r("3"))) + p("末")))
    for at, fixed in ((0, "第3\n末"), (1, "3第\n末")):
        result = write(doc, Changes([Edit(Span(at, at), "第")]), "tracked")
        assert lingwu.read(result).text == fixed
        assert [span.of(fixed) for span in lingwu.read(result).origin.locked] == ["3"]


def test_text_after_a_link_is_not_part_of_it() -> None:
    link = '<w:hyperlink w:anchor="a">' + r("链接", "<w:u/>") + "</w:hyperlink>"
    assert "</w:hyperlink><w:ins>" in body(
        write(lingwu.read(docx(p("见", link))), Changes([Edit(Span(3, 3), "。")]), "tracked")
    )


def test_both_versions_of_a_text_box_are_changed() -> None:
    doc = lingwu.read(docx(p("甲", f"<w:r>{both_boxes(p('框里'))}</w:r>")))
    result = write(doc, of(finding(2, 3, "盒")), "tracked")
    assert body(result).count("<w:delText>框</w:delText>") == 2
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', xml(result))
    assert len(ids) == len({*ids}) == 4
    (id,) = re.findall(r'commentRangeStart w:id="(\d+)"', xml(result))
    assert "框里"[1] in anchored(result, id), "the comment is tied to the paragraph that holds the box"


def test_headers_and_notes_are_changed_without_a_comment() -> None:
    for shape, part in (("headers and footers", "word/header_default.xml"), ("notes", "word/footnotes.xml")):
        doc = lingwu.read(SHAPES[shape][0])
        at = doc.text.index("\n") + 2
        result = write(doc, of(finding(at - 1, at, "新")), "tracked")
        assert "<w:ins " in xml(result, part)
        assert members(result)["word/document.xml"] == members(SHAPES[shape][0])["word/document.xml"]
        assert "word/comments.xml" not in members(result)


def test_strict_stays_strict_and_utf16_stays_utf16() -> None:
    result = write(lingwu.read(SHAPES["strict"][0]), of(finding(0, 1, "新")), "tracked")
    assert "schemas.openxmlformats.org/wordprocessingml" not in xml(result) + xml(result, "word/comments.xml")
    wide = write(lingwu.read(SHAPES["utf-16"][0]), of(finding(0, 1, "新")), "tracked")
    assert members(wide)["word/document.xml"].decode("utf-16").startswith('<?xml version="1.0" encoding="UTF-16"?>')


def test_the_declaration_and_prefixes_stay() -> None:
    data = docx(p("甲乙"))
    result = xml(write(lingwu.read(data), Changes([Edit(Span(0, 1), "")]), "tracked"))
    assert result.partition("<w:body>")[0] == xml(data).partition("<w:body>")[0]
    assert "ns0" not in result


def test_what_xml_cannot_hold_is_refused_not_written() -> None:
    doc = lingwu.read(docx(p("甲乙")))
    result = write(doc, Changes([Edit(Span(0, 1), "\x01")]), "tracked")
    assert lingwu.read(result).text == "甲乙" and "手工" in comments(result)[0]


def long_document(paragraphs: int) -> Document:
    text = [
        r("各部门要认真贯彻落实会议精神，", "<w:sz w:val='32'/>") + r("扎实推进各项工作，") + r("确保取得实效。" * 4)
    ]
    return lingwu.read(docx("".join(p(*text) for _ in range(paragraphs))), "长.docx")


def test_two_hundred_pages_are_read_and_written_in_time() -> None:
    began = time.process_time()
    doc = long_document(3000)
    starts = [block.span.start for block in doc.blocks[::10]]
    changes = of(*(finding(at + 3, at + 4, "须", f"{at:012x}") for at in starts))
    result = write(doc, changes, "tracked")
    assert time.process_time() - began < 4, "well under 1.5 s on an idle machine"
    assert len(doc.text) > 150_000 and len(comments(result)) == len(starts) == 300
