"""Clean texts in the manner of offices, full of places where a careless rule gives a false alarm."""

from pathlib import Path

import pytest

import lingwu

TEXTS = sorted((Path(__file__).parent / "clean").glob("*.txt"))


@pytest.fixture(scope="module")
def checker() -> lingwu.Checker:
    return lingwu.Checker(lingwu.Config())


def test_there_are_enough_clean_texts() -> None:
    assert len(TEXTS) >= 12
    assert all(len(path.read_text(encoding="utf-8")) >= 600 for path in TEXTS)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_false_alarm_in_a_clean_text(checker: lingwu.Checker, path: Path) -> None:
    doc = lingwu.read(str(path))
    grave = [f for f in checker.check(doc).findings if f.severity != "建议"]
    assert not grave, [(f.code, doc.text[max(0, f.span.start - 8) : f.span.end + 8], f.message) for f in grave]
