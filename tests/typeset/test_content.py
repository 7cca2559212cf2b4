"""Typesetting changes no character, and typesetting what is typeset changes nothing at all."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from docx_shapes import SHAPES
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from papers import EXAMPLES, SHARED, again, docx, draft, says

import lingwu
from lingwu.errors import LingwuError, NoText

LINES = (
    "×市人民政府关于防汛工作的通知", "×政发〔2026〕3号　　　签发人：王某", "各县（区）人民政府：", "一、总体要求",
    "（一）加强领导。各单位要压实责任。", "1.建立台账", "（1）逐项登记", "附件：1.名单", "2.统计表", "附件1", "名单",
    "×市人民政府", "市　长　　王某某", "2026年3月8日", "（此件公开发布）", "抄送：市委各部门。", "甲\t乙\t丙",
    "1\t2\t3",
    "×市人民政府办公室　　　2026年3月9日印发", "出席：甲、乙", "特急", "机密★1年", "000001", "同志们：",
    "第一条　为了……",
    "×市人民政府令", "第5号", "会议纪要", "“引号”和 English 3.5%", "😀emoji与𠮷", "- 项目", "# 标题", "|a|b|",
)  # fmt: skip
DOCS = sorted(path for suffix in ("docx", "dotx") for path in SHARED.glob(f"*.{suffix}"))
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=60)
MIXED = st.lists(st.one_of(st.sampled_from(LINES), TEXT), min_size=1, max_size=24)


def digest(text: str) -> str:
    """A long text as something that pytest can show the difference of."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def stays(once: bytes) -> bool:
    """Whether a typeset file, typeset again, is the same to the byte."""
    return docx(again(once)) == once


def characters(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(MIXED)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(["×市人民政府关于防汛工作的通知", "×市人民政府", "×市财政局", "2026年3月8日"])
def test_a_text_keeps_every_character(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        doc = draft(text, "稿.txt")
    except NoText:
        return
    made = again(docx(doc))
    assert sorted(says(made)) == sorted(characters(text).replace("\ufeff", ""))


@given(MIXED)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_typeset_file_stays_as_it_is(lines: list[str]) -> None:
    try:
        doc = draft("\n".join(lines), "稿.txt")
    except NoText:
        return
    once = docx(doc)
    assert stays(once)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.md")), ids=lambda path: path.stem)
def test_examples_come_back_as_they_are(path: Path) -> None:
    doc = lingwu.read(path)
    once = docx(doc)
    body = doc.text.partition("\n---\n")[2] if doc.text.startswith("---") else doc.text
    rows = re.sub(r"^\|[-|]+\|$|\|", "", body, flags=re.MULTILINE)
    made = says(again(once))
    assert all(characters(line) in made for line in re.sub(r"^#+ ", "", rows, flags=re.MULTILINE).splitlines())
    assert stays(once)


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_of_word_keep_their_text(name: str) -> None:
    try:
        doc = lingwu.read(SHAPES[name][0], "稿.docx")
    except LingwuError:
        pytest.skip("not to be read")
    once = docx(doc)
    assert digest(says(again(once))) == digest(says(doc))
    assert stays(once)


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name[:12])
def test_real_files_keep_their_text(path: Path) -> None:
    doc = lingwu.read(path)
    once = docx(doc)
    assert digest(says(again(once))) == digest(says(doc))
    assert stays(once)
