"""Typeset documents with one thing changed in their XML: the rule on it speaks, and no other that it does not touch."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

import lingwu
from lingwu.checker import Checker
from lingwu.config import Config
from lingwu.typeset.composing import typeset

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "typeset"
STYLES, BODY = "word/styles.xml", "word/document.xml"
CHECKER = Checker(Config(select=("FMT",)))


def changed(kind: str, part: str, old: str, new: str) -> set[str]:
    """The rules that speak of the typeset example of ``kind`` after ``old`` was replaced wherever ``part`` matches."""
    data = typeset(lingwu.read(EXAMPLES / f"{kind}.md"), ".docx").data
    out, hits = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if re.fullmatch(part, name):
                said, count = re.subn(old, new, text.decode("utf-8"), flags=re.DOTALL)
                text, hits = said.encode("utf-8"), hits + count
            target.writestr(name, text)
    assert hits, f"{old} does not stand in {part}"
    report = CHECKER.check(lingwu.read(out.getvalue(), "a.docx"))
    assert not report.notes
    codes = [finding.code for finding in report.findings]
    assert len(codes) == len(set(codes))
    return set(codes)


def style(name: str, old: str) -> str:
    """A regex of ``old`` within the style called ``name``."""
    return rf'(<w:name w:val="{name}"/>(?:(?!</w:style>).)*?){old}'


@pytest.mark.parametrize(
    ("kind", "part", "old", "new", "codes"),
    [
        ("通知", BODY, r"<w:pgSz [^>]*/>", '<w:pgSz w:w="12240" w:h="15840"/>', {"FMT001", "FMT002"}),
        ("请示", BODY, r'w:left="\d+"( w:header| w:gutter|/>)', r'w:left="1800"\1', {"FMT002"}),
        ("通知", STYLES, style("公文标题", r'w:val="44"'), r'\1w:val="36"', {"FMT005"}),
        ("通知", STYLES, style("公文标题", r'<w:jc w:val="center"/>'), r"\1", {"FMT011"}),
        ("通报", STYLES, style("公文正文", r'w:firstLine="\d+" w:firstLineChars="\d+"'), r"\1", {"FMT010"}),
        ("决定", STYLES, style("公文发文机关标志", r'w:val="FF0000"'), r'\1w:val="000000"', {"FMT008"}),
        ("通知", "word/lingwu_.*", "— ", "- ", {"FMT017"}),
        ("函", "word/lingwu_.*", r'<w:jc w:val="(?:left|right)"/>', '<w:jc w:val="center"/>', {"FMT018"}),
    ],
)
def test_a_change_is_found(kind: str, part: str, old: str, new: str, codes: set[str]) -> None:
    assert codes <= changed(kind, part, old, new) <= codes | {"FMT018"}


def test_nothing_changed_is_nothing_found() -> None:
    assert not changed("通知", BODY, "安全", "安全")
