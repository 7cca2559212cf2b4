"""OpenDocument text: every part that is read, and a way back that changes nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import odt, read_or_refused, refused, said, sound, zipped

import lingwu
from lingwu.document import Kind, Span
from lingwu.edits import apply
from lingwu.errors import DamagedFile, EncryptedFile, NoText, UnknownFormat, WriteError
from lingwu.finding import Basis, Edit, Finding, Fix, Safety, Severity
from lingwu.formats import Changes
from lingwu.formats.odt import format as form

BODY = """
<text:tracked-changes><text:changed-region><text:deletion><text:p>删去的话</text:p></text:deletion>
</text:changed-region>
</text:tracked-changes>
<text:h text:outline-level="2" text:style-name="P1"><text:number>一、
</text:number>总体<text:span>要求</text:span></text:h>
<text:p text:style-name="P1">各市<text:change text:change-id="c"/>、县<text:s text:c="2"/>人民政府<text:tab/>：
  换行<text:line-break/>之后<office:annotation
  office:name="1"><text:p>零误：接受 0123456789ab</text:p></office:annotation
  ><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>脚注文字</text:p>
</text:note-body></text:note>末<draw:frame><draw:text-box><text:p>框内文字</text:p></draw:text-box></draw:frame></text:p>
<text:list><text:list-item><text:p>列表项</text:p></text:list-item></text:list>
<text:table-of-content><text:table-of-content-source><text:index-title-template>模板</text:index-title-template>
</text:table-of-content-source><text:index-body><text:p>目录行</text:p></text:index-body></text:table-of-content>
<table:table><table:table-row><table:table-cell><text:p>甲格</text:p></table:table-cell><table:covered-table-cell>
<text:p>盖住</text:p></table:covered-table-cell><table:table-cell><text:p>乙格</text:p></table:table-cell></table:table-row>
</table:table><text:p>第<text:page-number>3</text:page-number>页</text:p>
<text:p><text:ruby><text:ruby-base>注</text:ruby-base>
<text:ruby-text>zhu</text:ruby-text></text:ruby>音</text:p>
<text:p>完<text:note text:note-class="endnote">
<text:note-body><text:p>尾注文字</text:p></text:note-body></text:note></text:p>
"""
STYLES = "<style:header><text:p>页眉字</text:p></style:header><style:footer><text:p>页脚字</text:p></style:footer>"
STYLES += "<style:header-left><text:p>两处</text:p></style:header-left>"
STYLES += "<style:header-first><text:p>两处</text:p></style:header-first>"
SAMPLE = odt(BODY, STYLES)


def test_all_parts_are_read() -> None:
    doc = lingwu.read(SAMPLE, "a.odt")
    sound(form, doc)
    kinds = [(block.kind, block.span.of(doc.text)) for block in doc.blocks]
    assert kinds == [
        (Kind.HEADING, "总体要求"),
        (Kind.PARAGRAPH, "各市、县  人民政府\t： 换行"),
        (Kind.PARAGRAPH, "之后末"),
        (Kind.TEXTBOX, "框内文字"),
        (Kind.PARAGRAPH, "列表项"),
        (Kind.PARAGRAPH, "目录行"),
        (Kind.CELL, "甲格"),
        (Kind.CELL, "乙格"),
        (Kind.PARAGRAPH, "第3页"),
        (Kind.PARAGRAPH, "注音"),
        (Kind.PARAGRAPH, "完"),
        (Kind.FOOTNOTE, "脚注文字"),
        (Kind.ENDNOTE, "尾注文字"),
        (Kind.HEADER, "页眉字"),
        (Kind.FOOTER, "页脚字"),
        (Kind.HEADER, "两处"),
    ]
    assert (doc.blocks[0].level, doc.blocks[0].style) == (2, "Text body")
    assert doc.meta["accepted"] == ["0123456789ab"]
    assert [block.span.of(doc.text) for block in doc.blocks if not block.editable] == ["目录行", "第3页", "两处"]


@given(st.data())
def test_edits_come_out_exactly(data: st.DataObject) -> None:
    doc = form.read(SAMPLE, "a.odt")
    edits: list[Edit] = []
    for block in doc.blocks:
        if block.editable and data.draw(st.booleans()):
            start = data.draw(st.integers(block.span.start, block.span.end))
            end = data.draw(st.integers(start, block.span.end))
            edits.append(Edit(Span(start, end), data.draw(st.text("甲 \t<&乙", max_size=4))))
    try:
        out = form.write(doc, Changes(edits), "clean")
    except WriteError as error:  # refused rather than inexact, and only next to a run of spaces
        assert "连续空格" in str(error)
        assert any(" " in doc.text[max(0, edit.span.start - 2) : edit.span.end + 2] + edit.new for edit in edits)
        return
    assert form.read(out, "a.odt").text == apply(doc.text, edits)
    if not [edit for edit in edits if len(edit.span) or edit.new]:
        assert said(form.read(out, "a.odt")) == said(doc)


def test_an_edit_over_paragraphs_is_refused() -> None:
    doc = form.read(SAMPLE, "a.odt")
    with pytest.raises(WriteError):
        form.write(doc, Changes([Edit(Span(2, 8), "")]), "clean")
    with pytest.raises(WriteError, match="tracked"):
        form.write(doc, Changes(()), "tracked")


def finding(span: Span, new: str = "新") -> Finding:
    fix = Fix((Edit(span, new),), Safety.CONFIRM)
    return Finding("STR003", span, "这里应改。", Severity.ERROR, Basis("依据名"), (fix,))


def test_comments_stand_at_the_findings_and_change_no_text() -> None:
    doc = form.read(SAMPLE, "a.odt")
    found = [finding(Span(block.span.start, block.span.start + 2)) for block in doc.blocks if len(block.span) > 1]
    out = form.write(doc, Changes((), found[:2], found[2:], "张三", "2024-05-01T00:00:00Z"), "comments")
    again = form.read(out, "a.odt")
    assert again.text == doc.text
    assert again.blocks == doc.blocks
    content = _part(out, "content.xml")
    assert content.count("<office:annotation ") + content.count("<office:annotation>") == len(found) + 1
    assert content.count("<dc:creator") + content.count("creator>张三") >= len(found)
    assert "（页眉“页眉”）" in content
    assert re.search(r"<office:annotation-end office:name=\"lingwu-1\"/>要求|lingwu-1\"/>", content)
    assert "annotation" not in _part(out, "styles.xml")


def _part(data: bytes, name: str) -> str:
    from lingwu.formats import _package

    return _package.unzip(data, name)[name].decode()


def test_untouched_parts_keep_their_bytes() -> None:
    doc = form.read(SAMPLE, "a.odt")
    out = form.write(doc, Changes([Edit(Span(0, 1), "全")]), "clean")
    assert _part(out, "styles.xml") == _part(SAMPLE, "styles.xml")
    assert out.startswith(SAMPLE[:60])


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (odt(" <text:p> </text:p>"), NoText),
        (odt("", manifest="<manifest:encryption-data/>"), EncryptedFile),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), DamagedFile),
        (odt("").replace(b"PK\x05\x06", b"PK\x05\x07"), DamagedFile),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            UnknownFormat,
        ),
    ],
)
def test_bad_files_are_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        lingwu.read(data, "坏.odt")
    assert isinstance(caught.value, lingwu.ReadError)
    refused(caught.value, "坏.odt")


@given(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255))
def test_mutated_files_are_read_or_refused(at: int, byte: int) -> None:
    read_or_refused(form, SAMPLE[:at] + bytes([byte]) + SAMPLE[at + 1 :], "坏.odt")


@given(st.integers(0, len(BODY) - 1), st.integers(0, 8), st.sampled_from(["", "<", "&", "x", "\0", "/>"]))
def test_mutated_content_is_read_or_refused(at: int, less: int, new: str) -> None:
    read_or_refused(form, odt(BODY[:at] + new + BODY[at + less :], STYLES), "坏.odt")


def test_libreoffice_opens_what_is_written(soffice: str, tmp_path: Path) -> None:
    import subprocess

    doc = form.read(SAMPLE, "a.odt")
    out = form.write(doc, Changes([Edit(Span(0, 2), "工作  安排")]), "clean")
    (tmp_path / "a.odt").write_bytes(out)
    command = [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--convert-to", "txt:Text"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "a.odt")], check=True, capture_output=True)
    assert "工作  安排要求" in (tmp_path / "a.txt").read_text("utf-8-sig")
