"""Random documents and edits: accepting gives the fixed text, rejecting the original, and nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx_files import accept_all, cell, docx, drawn, field, members, p, r, reject_all, signed, table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lingwu
from lingwu.document import Document, Span
from lingwu.edits import apply
from lingwu.finding import Basis, Edit, Finding, Severity
from lingwu.formats import Changes, write
from lingwu.formats.docx.edits import writable
from lingwu.formats.docx.reading import scanned

SETTINGS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.text("甲乙丙丁 ab。，", min_size=1, max_size=6)
LOOKS = st.sampled_from(["", "<w:b/>", '<w:sz w:val="32"/>', '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:b/>'])
SIGNS = st.sampled_from(
    ["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", '<w:footnoteReference w:id="2"/>', "<w:softHyphen/>"]
)
TEXTS = WORDS.map(lambda text: f'<w:t xml:space="preserve">{text}</w:t>')


@st.composite
def runs(draw: st.DrawFn) -> str:
    looks = draw(LOOKS)
    said = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r>{said}{''.join(draw(st.lists(st.one_of(TEXTS, TEXTS, SIGNS), min_size=1, max_size=3)))}</w:r>"


RUNS = st.lists(runs(), min_size=1, max_size=3).map("".join)
FREE = st.one_of(
    RUNS,
    RUNS,
    RUNS.map(lambda inside: f'<w:hyperlink w:anchor="a">{inside}</w:hyperlink>'),
    RUNS.map(lambda inside: signed("ins", inside, 41)),
    RUNS.map(lambda inside: signed("ins", f"<w:hyperlink>{inside}</w:hyperlink>", 42)),
    RUNS.map(lambda inside: f"<w:smartTag>{signed('ins', inside, 43)}{inside}</w:smartTag>"),
    st.just('<w:bookmarkStart w:id="7" w:name="x"/>'),
    WORDS.map(lambda text: signed("del", r(text, tag="delText"), 44)),
    RUNS.map(lambda inside: field(" HYPERLINK x ", inside)),
)
ANY = st.one_of(
    FREE,
    FREE,
    RUNS.map(lambda inside: f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"),
    RUNS.map(lambda inside: field(" PAGE ", inside)),
    RUNS.map(lambda inside: f'<w:fldSimple w:instr=" DATE ">{inside}</w:fldSimple>'),
    RUNS.map(lambda inside: f"<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"),
    WORDS.map(lambda text: f"<w:r>{drawn(p(text))}</w:r>"),
)
PROPERTIES = st.sampled_from(["", '<w:jc w:val="center"/>', "<w:rPr><w:b/></w:rPr>", f"<w:rPr>{signed('ins')}</w:rPr>"])
GONE = st.just(f"<w:rPr>{signed('del')}<w:b/></w:rPr>")


def paragraphs(inside: st.SearchStrategy[str], marks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda items, said: p(*items, properties=said), st.lists(inside, max_size=4), marks)


SIMPLE = st.lists(paragraphs(FREE, PROPERTIES), min_size=1, max_size=4).map("".join)
BLOCKS = paragraphs(ANY, st.one_of(PROPERTIES, GONE))
MIXED = st.lists(
    st.one_of(BLOCKS, BLOCKS, BLOCKS.map(lambda inside: table((cell(inside), cell(p("格")))))), min_size=1, max_size=4
).map(lambda blocks: "".join((*blocks, p("末"))))


@st.composite
def edits(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits in order that do not overlap; they may touch."""
    points = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8)))
    spans = [Span(*pair) for pair in zip(points[::2], points[1::2], strict=False)]
    new = st.text("甲新字 \n\t\v", max_size=4)
    made = [Edit(span, draw(new)) for span in spans]
    starts = [edit.span for edit in made]
    return [edit for index, edit in enumerate(made) if starts.index(edit.span) == index]


def remarks(doc: Document) -> list[Finding]:
    """Findings without a fix on spans of many lengths: their comments must not move a character."""
    lengths = enumerate([0, 1, 5, 2, 9, 3] * 3)
    kept = [Span(at, min(len(doc.text), at + length)) for at, length in lengths if at < len(doc.text)]
    return [
        Finding("STR003", span, "请核对。", Severity.DOUBT, Basis("习惯"), (), f"{span.start:012x}") for span in kept
    ]


def check(data: bytes, doc: Document, wanted: Sequence[Edit], made: Sequence[Edit]) -> None:
    fixed = apply(doc.text, made)
    result = write(doc, Changes(wanted, left=remarks(doc)), "tracked")
    assert result.count(b"word/comments.xml") or not doc.text.strip()
    assert not fixed.strip() or lingwu.read(result).text == fixed
    for decided, text in ((accept_all(result), fixed), (reject_all(result), doc.text)):
        if text.strip():
            assert lingwu.read(decided).text == text
    if fixed.strip():
        assert lingwu.read(write(doc, Changes(wanted), "clean")).text == fixed
    before, after = members(data), members(result)
    ours = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert all(after[name] == content for name, content in before.items() if name not in ours)
    ids = re.findall(rb'w:(?:ins|del) w:id="(\d+)" w:author="([^"]*)"', after["word/document.xml"])
    own = [id for id, author in ids if author.decode() == "零误"]
    assert len(own) == len({*own}) and {*own}.isdisjoint(id for id, author in ids if author.decode() != "零误")


@SETTINGS
@given(st.data())
def test_every_edit_in_ordinary_paragraphs_is_written(data: st.DataObject) -> None:
    file = docx(data.draw(SIMPLE) + p("末"))
    doc = lingwu.read(file, "件.docx")
    wanted = data.draw(edits(doc.text))
    check(file, doc, wanted, wanted)


@SETTINGS
@given(st.data())
def test_what_cannot_be_written_is_left_whole(data: st.DataObject) -> None:
    file = docx(data.draw(MIXED))
    doc = lingwu.read(file, "件.docx")
    wanted = data.draw(edits(doc.text))
    _, refused = writable(scanned(file, "件.docx"), wanted, ())
    check(file, doc, wanted, [edit for edit in wanted if edit not in refused])
