"""What the rules say of whole documents: each difference against the kept findings is shown.

``pytest tests/test_corpus.py --update-corpus`` takes what is said now as right; look at ``git diff`` then.
"""

from __future__ import annotations

from collections import Counter

import pytest

from corpus_files import CORPUS, Member, Row, members
from lingwu.checker import Checker
from lingwu.finding import Severity

KINDS = 15
MEMBERS = list(members())


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def difference(kept: list[Row], now: list[Row]) -> list[str]:
    """Lines with “-” for findings that are gone and “+” for new ones, in the order of the text."""
    gone, new = Counter(kept) - Counter(now), Counter(now) - Counter(kept)
    changed = [("-", row) for row in gone.elements()] + [("+", row) for row in new.elements()]
    return [
        f"{sign} {line}:{column} {code} {severity} “{text}”" + ("" if fix is None else f" → “{fix}”")
        for sign, (code, severity, line, column, text, fix) in sorted(changed, key=lambda item: (item[1][2:4], item[0]))
    ]


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.name)
def test_findings_are_those_kept(member: Member, checker: Checker, request: pytest.FixtureRequest) -> None:
    report = checker.check(member.document)
    assert not report.notes
    now = member.rows(report.findings)
    if request.config.getoption("--update-corpus"):
        member.update(now)
    changes = difference(member.expected(), now)
    if changes or not member.expected_path.exists():
        pytest.fail(f"{member.name}: 与存档的结果不同（-原有 +现有）\n" + "\n".join(changes), pytrace=False)


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.name)
def test_slips_stand_where_their_list_says(member: Member) -> None:
    for slip in member.slips:
        assert slip.span.of(member.document.text) == slip.text
        assert slip.right != slip.text


@pytest.mark.parametrize("member", [member for member in MEMBERS if not member.slips], ids=lambda member: member.name)
def test_clean_documents_bring_no_false_alarm(member: Member, checker: Checker) -> None:
    report = checker.check(member.document)
    assert not [row for row in member.rows(report.findings) if row[1] != Severity.ADVICE]


def test_the_corpus_is_whole() -> None:
    kinds = {member.path.parent.name for member in MEMBERS}
    clean = [member for member in MEMBERS if not member.slips]
    assert len(MEMBERS) >= 60
    assert len(kinds) >= KINDS
    assert len(clean) >= len(MEMBERS) / 4
    suffixes = {member.path.name.partition(".")[2] for member in MEMBERS}
    assert suffixes == {"txt", "md", "docx.txt"}
    assert len({member.document.text for member in MEMBERS}) == len(MEMBERS)


def test_the_bytes_are_kept_as_they_were_made() -> None:
    texts = [member.path.read_bytes() for member in MEMBERS]
    assert sum(b"\r\n" in data for data in texts) >= 3
    assert sum(not _is_utf_8(data) for data in texts) >= 3


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_nothing_is_left_over() -> None:
    made = {path for member in MEMBERS for path in (member.path, member.expected_path, member.slips_path)}
    assert {path for path in CORPUS.glob("*/*") if path.is_file()} == made


def test_a_difference_is_shown_by_finding() -> None:
    old: Row = ("WRD001", "差错", 3, 1, "布署", "部署")
    new: Row = ("WRD001", "疑似", 3, 1, "布署", None)
    assert difference([old], [old]) == []
    assert difference([old], [new]) == ["+ 3:1 WRD001 疑似 “布署”", "- 3:1 WRD001 差错 “布署” → “部署”"]
    assert difference([old, old], [old]) == ["- 3:1 WRD001 差错 “布署” → “部署”"]
