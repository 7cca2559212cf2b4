"""Drafts that are broken, empty or huge: a sentence or a document, never a crash."""

from __future__ import annotations

import time

import pytest
from docx_files import docx as raw_docx
from papers import again, docx, draft, says

import lingwu
from lingwu.errors import LingwuError, UnknownFormat
from lingwu.typeset.composing import typeset


def test_an_empty_file_is_one_sentence() -> None:
    for data in (b"", b"   \n"):
        with pytest.raises(LingwuError, match=r"。$"):
            lingwu.read(data, "稿.md")


def test_front_matter_alone_makes_a_head() -> None:
    assert "×市人民政府文件" in says(again(docx(draft("---\n发文机关标志: ×市人民政府文件\n---\n"))))


@pytest.mark.parametrize(
    "text",
    ["|甲|乙|\n|---|---|\n|1|2|\n", "正文没有标题。\n", "附件\n", "2026年3月8日\n", "抄送：市委。\n",
     "---\n\n# \n\n字\n", "|" * 50 + "\n" + "|-" * 50 + "\n字", "一、\n（一）\n1.\n", "\t\t\t\n甲\t乙\n丙\t丁\n"],
)  # fmt: skip
def test_odd_texts_are_typeset(text: str) -> None:
    assert says(again(docx(draft(text))))


def test_a_docx_of_a_table_alone_is_typeset() -> None:
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert says(again(docx(lingwu.read(raw_docx(table), "稿.docx")))) == "甲"


def test_formulas_stay_in_a_docx_and_are_refused_as_pdf() -> None:
    formula = "<w:p><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>"
    doc = lingwu.read(raw_docx(formula + "<w:p><w:r><w:t>正文。</w:t></w:r></w:p>"), "稿.docx")
    assert says(again(docx(doc))) == "x+1正文。"
    with pytest.raises(LingwuError, match="公式"):
        typeset(doc, ".pdf")


def test_other_formats_are_refused_in_one_sentence() -> None:
    doc = lingwu.Document("正文。", meta={"format": "pdf", "path": "稿.pdf"})
    with pytest.raises(UnknownFormat, match="另存为"):
        typeset(doc, ".docx")


def test_thirteen_thousand_paragraphs_take_time_in_proportion() -> None:
    def spent(count: int) -> float:
        doc = draft("关于防汛的通知\n" + "各单位要落实责任，做好防汛工作。\n" * count, "稿.txt")
        start = time.process_time()
        docx(doc)
        return time.process_time() - start

    small, large = spent(1300), spent(13_000)
    assert large < 25 * small + 1
