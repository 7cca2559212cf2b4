"""An office's own words and phrases: what its lists find, and that the guide's examples hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import lingwu
from lingwu import own
from lingwu.checker import Checker
from lingwu.cli import main
from lingwu.config import Config
from lingwu.errors import ConfigError
from lingwu.lexicon import Entry, Lexicon
from lingwu.phrases import load

GUIDE = (Path(__file__).resolve().parents[1] / "docs" / "guides" / "office.md").read_text("utf-8")


def checker(
    folder: Path, phrases: str = "", words: str = "", sets: str = "", select: tuple[str, ...] = ("OWN",)
) -> Checker:
    for name, rows in (("phrases.tsv", phrases), ("words.tsv", words), ("sets.tsv", sets)):
        (folder / name).write_text(rows, encoding="utf-8")
    config = Config(
        root=folder,
        select=select,
        phrases=("phrases.tsv",) if phrases else (),
        words=("words.tsv",) if words else (),
        sets=("sets.tsv",) if sets else (),
    )
    return Checker(config)


def found(checker: Checker, text: str) -> list[tuple[str, str]]:
    """Code and mended text of each finding."""
    report = checker.check(lingwu.read(text.encode(), "a.txt"))
    assert not report.notes
    return [(f.code, lingwu.fixer.fix(lingwu.read(text.encode(), "a.txt"), lingwu.Report((f,)), f.safety).text)
            for f in report.findings]  # fmt: skip


def test_near_misses_of_own_phrases(tmp_path: Path) -> None:
    own_phrases = checker(tmp_path, "# 本区\nphrase\tvariants\n高效办成一件事改革\t高效办好一件事改革\n")
    for wrong in ("高效办成一见事改革", "高效办成一事改革", "高效办成一件件事改革", "高效办成一事件改革"):
        assert found(own_phrases, f"推进{wrong}。") == [("OWN002", "推进高效办成一件事改革。")], wrong
    for right in ("高效办成一件事改革", "高效办好一件事改革", "高效办成一件大事的改革", "办成一件事"):
        assert found(own_phrases, f"推进{right}。") == [], right


def test_a_list_needs_no_header_and_may_have_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "提法.tsv"
    path.write_bytes("\ufeff建设三个千亿级产业集群\r\n\r\n# 注\r\n高效办成一件事改革\t甲|乙 \r\n".encode())
    assert [(row.phrase, row.variants, row.line) for row in load(path)] == [
        ("建设三个千亿级产业集群", (), 1),
        ("高效办成一件事改革", ("甲", "乙"), 4),
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("太短\n", "第 1 行“太短”不足 6 个字"),
        ("phrase\n\t甲\n", "第 2 行应为"),
        ("建设产业集群的\t甲\t乙\n", "第 1 行应为"),
    ],
)
def test_a_list_that_is_not_as_it_should_be(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        checker(tmp_path, rows)


def test_a_missing_list_is_told_when_the_checker_is_made(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"缺\.tsv 读不出来"):
        Checker(Config(root=tmp_path, phrases=("缺.tsv",)))


def test_own_phrases_go_before_the_standing_ones(tmp_path: Path) -> None:
    text = "深化供给侧结构改革。"
    assert found(checker(tmp_path, select=("WRD003", "OWN")), text) == [("WRD003", "深化供给侧结构性改革。")]
    same = checker(tmp_path, "深化供给侧结构性改革\n", select=("WRD003", "OWN"))
    assert found(same, text) == [("OWN002", "深化供给侧结构性改革。")]
    other = checker(tmp_path, "深化供给侧结构改革\n", select=("WRD003", "OWN"))
    assert found(other, text) == []
    assert found(other, "深化供给侧结构性改革。") == []  # a standing phrase is no near miss of an own one


def test_own_words_say_what_is_wanted(tmp_path: Path) -> None:
    rows = "wrong\tright\twhen\tunless\tnote\n甲科\t乙科\t\t\t已改名\n丙科\t\t\t\t已撤销。\n丁科\t|\n"
    report = checker(tmp_path, words=rows).check(lingwu.read("甲科、丙科。".encode(), "a.txt"))
    assert [finding.message for finding in report.findings] == [
        "“甲科”在本单位词表中应写作“乙科”。已改名。",
        "“丙科”在本单位词表中是不用的词。已撤销。",
    ]


def test_the_examples_of_own_words(tmp_path: Path) -> None:
    rule = own.own_words(
        Lexicon("本", (Entry("甲", ("乙",), bad="有甲", good="有乙"), Entry("丙", ("丁",)), Entry("戊")))
    )
    assert rule.bad == {"有甲": "有乙", "丙": "丁", "戊": None}
    assert rule.good == ["有乙"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [("四抓\n", "第 1 行应为"), ("name\tmembers\n四抓\t甲|乙\n", "第 2 行应为"), ("四抓\t甲||乙|丙\n", "第 1 行应为")],
)
def test_a_list_of_enumerations_that_is_not_as_it_should_be(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        checker(tmp_path, sets=rows)


def tables_of_the_guide(heading: str = "## Own phrases") -> tuple[str, dict[str, str]]:
    section = GUIDE.partition(heading)[2].partition("\n## ")[0]
    rows = section.partition("```\n")[2].partition("```")[0]
    told = dict(re.findall(r"^\| ([^|]+) \| ((?:OWN00[23]：|不报).*?) \|$", section, re.MULTILINE))
    return rows, told


@pytest.mark.parametrize("heading", ["## Own phrases", "## Own enumerations"])
def test_the_examples_of_the_guide_hold(tmp_path: Path, heading: str) -> None:
    rows, told = tables_of_the_guide(heading)
    own_lists = checker(tmp_path, rows) if heading == "## Own phrases" else checker(tmp_path, sets=rows)
    assert len(told) >= 3
    for text, said in told.items():
        result = found(own_lists, text)
        if said.startswith("不报"):
            assert result == [], text
        else:
            assert len(result) == 1 and said.partition("：")[2] in result[0][1], (text, result)


def test_the_settings_of_the_guide_are_all_known(tmp_path: Path) -> None:
    named = GUIDE.partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "lingwu.toml").write_text(named, encoding="utf-8")
    config = Config.load(tmp_path / "lingwu.toml")
    assert (config.phrases, config.sets) == (["词表/固定提法.tsv"], ["词表/成组表述.tsv"])


def test_the_report_in_the_guide_is_what_the_command_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "词表").mkdir()
    words = "wrong\tright\twhen\tunless\tnote\tbad\tgood\n"
    words += "心部\t新部\t\t\t\t由心部负责\t由新部负责\n办公厅室\t办公室\t\t\t\t由办公室负责\t由办公室负责\n"
    words += "国是\t国事\t\t\t\t商量国是\t商量国事\n"
    (tmp_path / "词表" / "本单位.tsv").write_text(words, encoding="utf-8")
    (tmp_path / "词表" / "固定提法.tsv").write_text(tables_of_the_guide()[0], encoding="utf-8")
    assert main(["test-rules", "词表/固定提法.tsv", "词表/本单位.tsv"]) == 1
    said = capsys.readouterr().out
    shown = GUIDE.partition("## Testing own lists")[2].partition("```\n")[2].partition("```")[0]
    assert said == shown


def test_rules_and_explain_know_the_own_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "OWN001"]) == 2
    assert "这里的 lingwu.toml 没有写 words" in capsys.readouterr().err
    for name in ("一", "二"):
        (tmp_path / f"{name}.tsv").write_text(f"wrong\tright\n甲{name}科\t乙{name}科\n", encoding="utf-8")
    (tmp_path / "提法.tsv").write_text("建设三个千亿级产业集群\n", encoding="utf-8")
    (tmp_path / "成组.tsv").write_text("四抓\t抓项目|抓招商|抓服务|抓落实\n", encoding="utf-8")
    settings = 'words = ["一.tsv", "二.tsv"]\nphrases = ["提法.tsv"]\nsets = ["成组.tsv"]\n'
    (tmp_path / "lingwu.toml").write_text(settings, encoding="utf-8")
    assert main(["rules", "OWN"]) == 0
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == ["OWN001"] * 2 + [
        "OWN002",
        "OWN003",
    ]
    assert main(["explain", "OWN001", "own002", "OWN003"]) == 0
    page = capsys.readouterr().out
    for piece in (
        "本单位词表 一",
        "本单位词表 二",
        "✗ 甲二科",
        "✓ 乙二科",
        "一.tsv",
        "千级亿产业集群",
        "提法.tsv",
        "抓落实、抓服务",
        "成组.tsv",
    ):
        assert piece in page
    monkeypatch.chdir(tmp_path.parent)
    assert main(["rules", "OWN002", "--config", str(tmp_path / "lingwu.toml")]) == 0
    assert "OWN002" in capsys.readouterr().out


def test_a_long_list_is_not_printed_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = "".join(f"甲{n}科\t乙{n}科\n" for n in range(50))
    (tmp_path / "多.tsv").write_text(f"wrong\tright\n{rows}", encoding="utf-8")
    (tmp_path / "lingwu.toml").write_text('words = ["多.tsv"]\n', encoding="utf-8")
    assert main(["explain", "OWN001"]) == 0
    page = capsys.readouterr().out
    assert page.count("✗") == 20 and "……共 50 个" in page
