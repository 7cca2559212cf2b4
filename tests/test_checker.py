"""The checker: one scan, isolation of crashes, places, fingerprints, what the office accepts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lingwu
from lingwu.anchors import anchors_of, needs_of
from lingwu.checker import Checker
from lingwu.errors import ConfigError
from lingwu.lexicon import SHORT, Entry, Lexicon, Scan
from lingwu.rule import Basis, Document, Hit, Place, Role, Rule, Span, agree, pattern, swap, whole


def rule(find: Any, code: str = "TST001", **more: Any) -> Rule:
    return Rule(
        code=code, title="试", basis=Basis("试"), message="“{old}”→“{new}”。", find=find, bad={}, good=[], **more
    )


def found(text: str, *rules: Rule, config: lingwu.Config | None = None) -> list[str]:
    doc = lingwu.read(text.encode(), "a.txt")
    return [finding.span.of(doc.text) for finding in Checker(config, rules).check(doc).findings]


def test_a_swap_finds_words_where_their_conditions_hold() -> None:
    words = Lexicon("t", (Entry("截止", ("截至",), when=r"~\d"), Entry("给予期", ("予期",), unless="~限")))
    assert found("截止2024年，报名截止。给予期限，给予期望", rule(swap(words))) == ["截止", "给予期"]


def test_the_longest_word_wins_within_a_list() -> None:
    words = Lexicon("t", (Entry("自已", ("自己",)), Entry("自已人", ("自己人",))))
    assert found("自已人和自已", rule(swap(words))) == ["自已人", "自已"]


def test_agree_flags_the_rarer_form() -> None:
    assert found("账户、账户、帐户", rule(agree(["账户", "帐户"]))) == ["帐户"]
    assert found("帐户、帐户", rule(agree(["账户", "帐户"]))) == []


def test_a_pattern_may_name_its_span_and_its_exemption() -> None:
    assert found("降低2倍，不降低3倍", rule(pattern("降低(?P<x>[0-9]倍)", unless="不降低[0-9]倍"))) == ["2倍"]


@pytest.mark.parametrize(
    ("regex", "anchors"),
    [
        ("(?<=[发函])号文", ("号文",)),
        ("(?:降低|减少)[0-9]+倍", ("减少", "降低")),
        (r"\d+年", ()),
        ("甚至(?:于|是)?", ("甚至",)),
        ("(?i)abc", ()),
        ("嘉?奖[励状]", ("奖",)),
    ],
)
def test_anchors_are_read_off_the_regex(regex: str, anchors: tuple[str, ...]) -> None:
    assert anchors_of(needs_of(regex)) == anchors


def test_a_rule_that_crashes_becomes_a_note_and_the_rest_stands() -> None:
    def crash(doc: Document) -> Iterator[Hit]:
        yield Hit(Span(0, 1))
        raise ZeroDivisionError("坏了")

    checker = Checker(rules=[rule(whole(crash), "TST001"), rule(pattern("错字"), "TST002")])
    report = checker.check(Document("有错字"))
    assert [finding.code for finding in report.findings] == ["TST002"]
    assert report.notes == ("规则 TST001 运行出错，已跳过（ZeroDivisionError: 坏了）。",)


def test_a_finding_knows_where_it_stands(tmp_path: Path) -> None:
    text = "他说“错字”。\n《错字集》\n错字\n```\n错字\n```\n# 错字"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    report = Checker(rules=[rule(pattern("错字"))]).check(lingwu.read(tmp_path / "a.md"))
    assert [f.places for f in report.findings] == [(Place.QUOTATION,), (Place.NAME,), (), (Place.HEADING,)]


def test_skip_and_where_limit_a_rule() -> None:
    doc = lingwu.Document("“错字”错字", ())
    assert len(Checker(rules=[rule(pattern("错字"), skip=[Place.QUOTATION])]).check(doc).findings) == 1
    assert not Checker(rules=[rule(pattern("错字"), where=[Role.DATE])]).check(doc).findings


def test_a_fingerprint_survives_edits_elsewhere_and_tells_twins_apart() -> None:
    checker = Checker(rules=[rule(pattern("错字"))])
    first = checker.check(Document("甲乙丙有错字在此处。\n甲乙丙有错字在此处。")).findings
    second = checker.check(Document("新的一段。\n甲乙丙有错字在此处。")).findings
    assert first[0].fingerprint == second[0].fingerprint
    assert first[1].fingerprint == f"{first[0].fingerprint}-2"


def test_what_the_office_accepts_is_silent(tmp_path: Path) -> None:
    wrong = rule(pattern("错字"))
    first = Checker(rules=[wrong]).check(Document("有错字。")).findings[0]
    (tmp_path / "b.json").write_text(json.dumps({"accepted": [first.fingerprint]}), encoding="utf-8")
    config = lingwu.Config(baseline="b.json", root=tmp_path)
    report = Checker(config, [wrong]).check(Document("有错字。"))
    assert (report.findings, report.accepted) == ((), 1)
    assert found("有错字社。", wrong, config=lingwu.Config(accept=["错字社"])) == []
    assert found(f"有错字。\n<!-- lingwu:accept {first.fingerprint} -->", wrong) == []


def test_a_configuration_selects_and_grades(tmp_path: Path) -> None:
    (tmp_path / "lingwu.toml").write_text(
        'ignore = ["TST002"]\nwords = ["w.tsv"]\n[severity]\nTST = "建议"\n[per-path-ignores]\n"旧/*" = ["TST001"]\n',
        encoding="utf-8",
    )
    (tmp_path / "w.tsv").write_text("wrong\tright\n办公厅室\t办公室\n", encoding="utf-8")
    (tmp_path / "旧").mkdir()
    config = lingwu.Config.find(tmp_path / "旧" / "a.txt")
    rules = [rule(pattern("错字"), "TST001"), rule(pattern("错字"), "TST002")]
    report = Checker(config, rules).check(Document("错字", meta={"path": str(tmp_path / "b.txt")}))
    assert [(f.code, f.severity) for f in report.findings] == [("TST001", lingwu.Severity.ADVICE)]
    assert not Checker(config, rules).check(Document("错字", meta={"path": str(tmp_path / "旧/b.txt")})).findings
    assert [f.code for f in Checker(config).check(Document("办公厅室")).findings] == ["OWN001"]


@pytest.mark.parametrize("toml", ["selekt = []", "select = 3", "[severity]\nPUN = '重'", "select = ["])
def test_a_wrong_configuration_is_one_clear_sentence(tmp_path: Path, toml: str) -> None:
    (tmp_path / "lingwu.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"^配置文件 .*lingwu\.toml"):
        lingwu.Config.find(tmp_path)


def test_many_threads_get_the_same_report() -> None:
    checker = Checker()
    doc = "根据国办发[2024]3号文件，截止目前，必须要作为作为。\n" * 50
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(lambda _: checker.check(lingwu.read(doc.encode(), "a.txt")), range(16)))
    assert len({report.findings for report in reports}) == 1
    assert reports[0].findings


def test_a_report_says_what_was_checked_by_what() -> None:
    report = lingwu.check("国办发[2024]3号")
    again = lingwu.check("国办发[2024]3号")
    assert (report.ruleset, report.digest, report.engine) == (again.ruleset, again.digest, again.engine)
    assert report.ruleset != Checker(lingwu.Config(ignore=["STR"])).ruleset


def test_half_a_surrogate_pair_does_not_stop_the_check() -> None:
    assert found_in(Document("甲\ud83d国办发[2024]3号")) == ["STR003"]


def found_in(doc: Document) -> list[str]:
    return [finding.code for finding in Checker(lingwu.Config(select=["STR003"])).check(doc).findings]


@given(st.lists(st.text("的地得一二", min_size=1, max_size=3)), st.text("的地得一二", max_size=40))
def test_the_scan_finds_the_same_with_and_without_its_automaton(words: list[str], text: str) -> None:
    short, built = Scan(words), Scan(words)
    list(built.hits("一" * SHORT))
    assert list(short.hits(text)) == list(built.hits(text))
