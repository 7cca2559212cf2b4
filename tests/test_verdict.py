"""The verdict: exact arithmetic, the rules of repetition, an account worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from lingwu import registry
from lingwu.document import Block, Document, Kind, Span
from lingwu.finding import Basis, Edit, Finding, Fix, Safety, Severity
from lingwu.reporters._statistics import conclusion, rounded
from lingwu.verdict import (
    CLASS_OF,
    ELEMENT,
    FORM,
    LETTER,
    MARK,
    NUMBER,
    SENSE,
    TEXT,
    UNIT,
    class_of,
    layout,
    together,
    verdict,
)

PAGE = 28 * 22


def document(pages: int = 1) -> Document:
    """Pages filled with one paragraph a line: 26 characters behind the indent."""
    return Document("\n".join(["甲" * 26] * 22 * pages))


def slip(code: str, at: int = 0, size: int = 1, severity: Severity = Severity.ERROR, new: str | None = None) -> Finding:
    span = Span(at, at + size)
    fixes = () if new is None else (Fix((Edit(span, new),), Safety.CONFIRM),)
    return Finding(code, span, "错。", severity, Basis("测试"), fixes, f"{at:012x}")


def line(number: int) -> int:
    """Where a line of ``document`` begins, counted from 0."""
    return number * 27


def test_characters_are_those_of_the_layout() -> None:
    assert (layout(document()).pages, layout(document()).characters) == (1, PAGE)
    assert layout(Document(document().text + "\n多")).characters == 2 * PAGE  # the last page counts as full
    assert layout(Document("甲" * 27)).end == 4 + 54  # two characters of indent, one character on a second line
    assert layout(Document("ab12")).end == 4 + 4  # four half characters
    assert layout(Document("")).characters == 0
    assert verdict(Document(""), ()).rate == 0


def test_cells_run_on_and_other_blocks_begin_a_line() -> None:
    text = "甲\n乙\n丙\n丁"
    kinds = (Kind.HEADING, Kind.CELL, Kind.CELL, Kind.FOOTNOTE)
    blocks = tuple(Block(Span(2 * i, 2 * i + 1), kind) for i, kind in enumerate(kinds))
    assert layout(Document(text, blocks)).starts == (0, 56, 58, 112)


def test_the_page_of_a_place() -> None:
    laid = layout(document(2))
    assert [laid.page(at) for at in (0, line(21) + 25, line(22), line(43))] == [0, 0, 1, 1]
    assert layout(Document("")).page(0) == 0


def test_an_account_worked_out_by_hand() -> None:
    """Twenty pages, 12,320 characters: 1 character, 1 fact (2), 3 marks (0.3), 1 space (0.1) = 3.4; doubtful: 4."""
    found = [
        slip("CHR010", line(0)),
        slip("DAT001", line(1)),
        *(slip("PUN001", line(2) + at) for at in (1, 3, 5)),
        slip("PUN066", line(3)),
        slip("SUM001", line(4), severity=Severity.DOUBT),
        slip("SUM001", line(5), severity=Severity.DOUBT),
        slip("STY001", line(6), severity=Severity.ADVICE),
        slip("SEC001", line(7)),
    ]
    said = verdict(document(20), found)
    assert (said.pages, said.characters) == (20, 12_320)
    assert [(row.kind, row.errors, row.counted, row.doubts, row.doubted) for row in said.rows] == [
        (TEXT, 1, Decimal(1), 0, Decimal(0)),
        (SENSE, 1, Decimal(2), 2, Decimal(4)),
        (MARK, 3, Decimal("0.3"), 0, Decimal(0)),
        (FORM, 1, Decimal("0.1"), 0, Decimal(0)),
    ]
    assert (said.errors, said.counted, said.doubts, said.doubted) == (6, Decimal("3.4"), 2, Decimal(4))
    assert (said.advice, said.uncounted) == (1, 1)
    assert said.rate == Fraction(34_000, 12_320) and rounded(said.rate) == Decimal("2.76")
    assert rounded(said.rate_with_doubts) == Decimal("6.01")
    assert conclusion(said) == (
        "差错率万分之2.76，超过万分之一，不合格；疑似的若全部属实，为万分之6.01，仍超过万分之一，不合格。"
    )


def test_the_limit_itself_passes() -> None:
    """2,500 pages hold 1,540,000 characters: 154 errors are exactly 1 in 10,000."""
    doc = document(2500)
    errors = [slip("DAT001", line(at * 10)) for at in range(77)]
    exact = verdict(doc, errors)
    assert exact.rate == 1 and exact.passes and conclusion(exact) == "差错率万分之1.00，不超过万分之一，合格。"
    above = verdict(doc, [*errors, slip("PUN001", line(5))])
    assert not above.passes and conclusion(above) == "差错率万分之1.01，超过万分之一，不合格。"


def test_the_same_error_counts_once_a_page_and_four_in_all() -> None:
    on_one_page = [slip("WRD001", line(at)) for at in range(3)]
    assert verdict(document(), on_one_page).counted == 1
    assert verdict(document(), on_one_page).errors == 3
    for pages, counted in ((2, 2), (4, 4), (7, 4)):
        found = [slip("WRD001", line(22 * page)) for page in range(pages)]
        assert verdict(document(pages), found).counted == counted
    other = Document("错" + document().text[1:])
    assert verdict(other, [slip("WRD001", 0), slip("WRD001", 5)]).counted == 2  # not the same word
    missing = [slip("WRD015", at, 0) for at in (3, 9)]
    assert verdict(document(), missing).counted == 2  # nothing stands there, so they are not the same


def test_the_same_unit_counts_three_in_all() -> None:
    found = [slip("UNI001", line(22 * page)) for page in range(5)]
    said = verdict(document(5), found)
    assert (said.rows[0].kind, said.counted) == (UNIT, Decimal(3))


@pytest.mark.parametrize(
    ("code", "kind", "places", "counted"),
    [
        ("NUM001", NUMBER, 9, "0.9"),
        ("NUM001", NUMBER, 14, "1"),
        ("CHR008", LETTER, 3, "1.5"),
        ("CHR008", LETTER, 5, "1.5"),
    ],
)
def test_a_class_with_a_limit(code: str, kind: object, places: int, counted: str) -> None:
    said = verdict(document(), [slip(code, line(at)) for at in range(places)])
    assert (said.rows[0].kind, said.rows[0].errors, said.counted) == (kind, places, Decimal(counted))


def test_doubts_add_only_what_the_limit_leaves() -> None:
    sure = [slip("NUM001", line(at)) for at in range(8)]
    doubtful = [slip("NUM001", line(at), severity=Severity.DOUBT) for at in range(8, 14)]
    said = verdict(document(), [*sure, *doubtful])
    assert (said.counted, said.doubted) == (Decimal("0.8"), Decimal("0.2"))


@pytest.mark.parametrize(
    ("size", "new", "weight"),
    [
        (1, "乙", 1),
        (1, "", 1),
        (0, "乙", 1),
        (2, "", 2),
        (5, "", 2),
        (6, "", 4),
        (0, "乙丙", 2),
        (3, "甲", 2),
        (4, "乙丙丁戊", 1),
    ],
)
def test_a_stretch_missing_or_too_much_weighs_more(size: int, new: str, weight: int) -> None:
    assert verdict(document(), [slip("WRD008", 3, size, new=new)]).counted == weight


def test_one_place_counts_once_the_heavier_and_the_surer_first() -> None:
    assert verdict(document(), [slip("PUN001"), slip("DAT001")]).counted == 2
    both = verdict(document(), [slip("PUN001"), slip("DAT001", severity=Severity.DOUBT)])
    assert (both.counted, both.doubts) == (Decimal("0.1"), 0)


def test_several_texts_are_counted_each_by_itself() -> None:
    one = verdict(document(), [slip("NUM001", line(at)) for at in range(14)])
    two = verdict(document(2), [slip("NUM001"), slip("STR003", 30)])
    whole = together([one, two])
    assert [(row.kind, row.errors, row.counted) for row in whole.rows] == [
        (NUMBER, 15, Decimal("1.1")),
        (ELEMENT, 1, Decimal("0.1")),
    ]
    assert (whole.characters, whole.pages) == (3 * PAGE, 3)
    assert together([]).rate == 0 and conclusion(together([])) == "没有文字，无从计算。"


def test_every_code_that_is_named_exists_and_own_rules_count_as_words() -> None:
    codes = {rule.code for rule in registry.rules()} | {"FMT"}
    for prefix in CLASS_OF:
        assert any(code.startswith(prefix) for code in codes), prefix
    assert class_of("OWN001") == class_of("XYZ001") == class_of("CHR099") == TEXT
    assert class_of("PUN066") == FORM and class_of("PUN001") == MARK and class_of("SEC001") is None
