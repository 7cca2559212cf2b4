"""What rules and lists must show of themselves, and ``lingwu test-rules``, which an office runs over its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lingwu import own, registry, selftest
from lingwu.cli import main
from lingwu.lexicon import Entry

RULE = '''"""为检验而设的规则。"""
from lingwu.rule import Basis, Rule, pattern

rule = Rule(
    code="OWN101",
    title="错词",
    basis=Basis("本单位规定"),
    message="“{old}”应写作“{new}”。",
    find=pattern("错词", "对词"),
    bad={"有错词": "有对词", "错词多": "对词多"},
    good=["对词", "错 词", "词错"],
)
'''
WORDS = "wrong\tright\twhen\tunless\tnote\tbad\tgood\n"
GOOD_WORD = "办公厅室\t办公室\t\t\t\t由办公厅室负责\t由办公室负责\n"


def rule_file(folder: Path, old: str = "", new: str = "", name: str = "own101_wrong_word.py") -> Path:
    assert old in RULE
    path = folder / name
    path.write_text(RULE.replace(old, new, 1) if old else RULE, encoding="utf-8")
    return path


def said_of(path: Path) -> list[tuple[int, str]]:
    return [(remark.line, remark.said) for remark in selftest.of_rule_file(path)]


def test_a_good_rule_has_no_remarks(tmp_path: Path) -> None:
    assert said_of(rule_file(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"有错词": "有对词"', '"没有": "有"', 10, "错例“没有”没有查出来。"),
        ('"有错词": "有对词"', '"错词错词": "有"', 10, "错例“错词错词”应只报一处，却报了 2 处。"),
        ('"有错词": "有对词"', '"有错词": "有好词"', 10, "错例“有错词”应改成“有好词”，却改成了“有对词”。"),
        ('"有错词": "有对词"', '"有错词": None', 10, "错例“有错词”没有改法（None），应用 ⟦ ⟧ 标出该报的地方。"),
        ('"有错词": "有对词"', '"⟦有⟧错词": None', 10, "错例“⟦有⟧错词”报的地方不是 ⟦ ⟧ 标出的地方。"),
        ('"有错词": "有对词"', '"有⟦错词⟧": None', 10, "错例“有⟦错词⟧”写明没有改法（None），规则却给了改法。"),
        ('"对词", "错 词"', '"有错词呢", "错 词"', 11, "对例“有错词呢”不该报，却报了：“错词”应写作“对词”。"),
        (
            'good=["对词", "错 词", "词错"]',
            'good=["对词"]',
            5,
            "例子太少：错例 2 个，对例 1 个；至少要 2 个错例、3 个对例。",
        ),
        ('"""为检验而设的规则。"""', "", 5, "缺少文件开头的说明（三引号里的话）。"),
        ('title="错词"', 'title=""', 5, "缺少名称 title。"),
        ("应写作“{new}”。", "应改", 5, "理由 message 应是完整的句子，以句号结尾。"),
        ('code="OWN101"', 'code="OWN102"', 5, "文件名应以代码开头，如 own102_what.py。"),
        ('code="OWN101"', 'code="own"', 5, "代码“own”应为三个大写字母加三位数字，如 OWN101。"),
        ('code="OWN101"', 'code="PUN001"', 5, "代码 PUN001 与零误自带的规则相同，请另取一个。"),
        ('pattern("错词", "对词")', "lambda doc: 1 / 0", 10, "规则 OWN101 运行出错"),
        ('"错词", "对词")', '"错词", "对错词")', 10, "应改成“有对词”，却改成了“有对错词”。"),
    ],
)
def test_what_is_amiss_with_a_rule_is_said_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    found = said_of(rule_file(tmp_path, old, new))
    assert any(number == line and said in text for number, text in found), found


def test_a_fix_that_brings_the_slip_again(tmp_path: Path) -> None:
    path = rule_file(tmp_path, '"错词", "对词")', '"错词|好词", "好词")')
    path.write_text(path.read_text("utf-8").replace('"有对词"', '"有好词"'), encoding="utf-8")
    assert said_of(path)  # 好词 stays as it is, so it is no hit at all; 错词多 is not mended as its file says
    path = rule_file(tmp_path, 'pattern("错词", "对词")', 'pattern("(?<!对)错词|错例", "错例多")')
    path.write_text(path.read_text("utf-8").replace('"有错词": "有对词"', '"有错词": "有错例多"'), encoding="utf-8")
    assert any("改好的“有错例多”又被查出" in text for _, text in said_of(path))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Entry("甲词", ("乙词",), bad="有甲词", good="有乙词"), ""),
        (Entry("甲词", ("乙词",), bad="有丙词", good="有乙词"), "错例“有丙词”查不出来：例句里没有“甲词”。"),
        (Entry("甲词", ("乙词",), when="~多", bad="有甲词"), "错例“有甲词”查不出来：条件 when、unless 不合。"),
        (Entry("甲词", ("乙词",), unless="~多", good="甲词多，甲词少"), "对例“甲词多，甲词少”不该报，却报了“甲词”。"),
        (Entry("甲词", ("甲词",)), "错词“甲词”同时列作对词。"),
    ],
)
def test_an_entry_and_its_sentences(entry: Entry, said: str) -> None:
    assert [remark.said for remark in selftest.of_entry(entry)] == ([said] if said else [])


def remarks(tmp_path: Path, rows: str) -> list[tuple[int, bool, str]]:
    path = tmp_path / "词.tsv"
    path.write_text("# 本单位\n\n" + WORDS + rows, encoding="utf-8")
    return [(remark.line, remark.fails, remark.said) for remark in selftest.of_words(path)]


def test_a_good_list_has_no_remarks(tmp_path: Path) -> None:
    assert remarks(tmp_path, GOOD_WORD) == []
    assert remarks(tmp_path, "") == [(1, False, "表里一条也没有。")]


def test_a_word_inside_a_longer_one_is_warned_of(tmp_path: Path) -> None:
    assert remarks(tmp_path, "国是\t国事\t\t\t\t商量国是\t商量国事\n") == [
        (4, False, "“国是”也在“共商国是”里，那里会误报；可在 unless 列写 共商国是。")
    ]
    assert remarks(tmp_path, "国是\t国事\t\t共商国是\t\t商量国是\t商量国事\n") == []


@pytest.mark.parametrize(
    ("rows", "line", "fails", "said"),
    [
        ("办公厅室\t办公室\n", 4, False, "没有错例（bad）和对例（good），无从检验"),
        ("佈\t布\t\t\t\t公佈\t公布\n", 4, False, "“佈”只有一个字，又没有条件 when"),
        (GOOD_WORD * 2, 5, True, "“办公厅室”与第 4 行重复"),
        (
            "甲科\t乙科\t\t\t\t甲科来\t乙科来\n乙科\t丙科\t\t\t\t乙科来\t丙科来\n",
            4,
            True,
            "改好的“乙科来”又被这张表查出",
        ),
        (
            "甲科\t乙科\t\t\t\t甲科来\t乙科来\n丙科\t丁科\t\t\t\t丙科和甲科\t丁科来\n",
            5,
            True,
            "应只报一处，却报了 2 处",
        ),
        ("甲科\t乙科\t\t\t\t甲科来\t乙科来\n丙科\t丁科\t\t\t\t丙科来\t甲科来\n", 5, True, "对例“甲科来”不该报"),
        ("自己\t再接再励\t\t\t\t自己来\t好\n", 4, False, "改好的“再接再励来”会被 WRD004 查出"),
    ],
)
def test_what_is_amiss_with_a_list(tmp_path: Path, rows: str, line: int, fails: bool, said: str) -> None:
    found = remarks(tmp_path, rows)
    assert any((number, failing) == (line, fails) and said in text for number, failing, text in found), found


def test_phrases(tmp_path: Path) -> None:
    path = tmp_path / "提法.tsv"

    def of(rows: str) -> list[tuple[int, bool, str]]:
        path.write_text(rows, encoding="utf-8")
        return [(remark.line, remark.fails, remark.said) for remark in selftest.of_phrases(path)]

    assert of("phrase\tvariants\n建设三个千亿级产业集群\n") == []
    assert of("建设三个千亿级产业集群\n建设三个千亿级产业集群\n") == [
        (2, True, "“建设三个千亿级产业集群”与第 1 行重复。")
    ]
    near = of("建好三个千亿级产业集群\n建好三个千亿线产业集群\n")
    assert not [said for _, _, said in near if "本身" in said]  # both stand in the list: both are right
    ((line, fails, said),) = of("# 注\n甲乙再接再励丙丁戊己\n")
    assert (line, fails) == (2, False) and said.startswith("“甲乙再接再励丙丁戊己”本身会被 WRD004 查出：")
    assert of("哈哈哈哈哈哈\n") == [(1, True, "“哈哈哈哈哈哈”里没有可以打错的地方，这一行不起作用。")]


def test_enumerations(tmp_path: Path) -> None:
    path = tmp_path / "成组.tsv"

    def of(rows: str) -> list[tuple[int, bool, str]]:
        path.write_text(rows, encoding="utf-8")
        return [(remark.line, remark.fails, remark.said) for remark in selftest.of_sets(path)]

    assert of("name\tmembers\n四抓\t抓项目|抓招商|抓服务|抓落实\n") == []
    assert of("# 无\n") == [(1, False, "表里一条也没有。")]
    both = of("四抓\t抓项目|抓招商|抓服务|抓落实\n又四抓\t抓项目|抓招商|抓落实|抓服务\n")
    assert [(line, fails) for line, fails, _ in both] == [(1, True), (2, True)]  # what is wrong for one is the other
    assert selftest.test_of(path) is selftest.of_sets
    path.write_text(WORDS, encoding="utf-8")
    assert selftest.test_of(path) is selftest.of_words


def test_an_entry_as_it_should_read() -> None:
    assert own.mended(Entry("甲", ("乙",), unless="甲丙", bad="甲丙和甲丁")) == "甲丙和乙丁"
    assert own.mended(Entry("甲", ("乙",))) == "乙"
    assert own.mended(Entry("甲", bad="有甲")) is None


def test_the_rules_of_lingwu_pass_the_same_test() -> None:
    rule = next(rule for rule in registry.rules() if rule.code == "STR003")
    assert not [*selftest.wholeness(rule), *selftest.examples(rule)]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a word list, a list of phrases, a rule and the settings that name them; it is the present one."""
    (tmp_path / "词.tsv").write_text(WORDS + GOOD_WORD, encoding="utf-8")
    (tmp_path / "提法.tsv").write_text("建设三个千亿级产业集群\n", encoding="utf-8")
    (tmp_path / "规则").mkdir()
    rule_file(tmp_path / "规则")
    named = 'words = ["词.tsv"]\nphrases = ["提法.tsv"]\nrules = ["规则"]\n'
    (tmp_path / "lingwu.toml").write_text(named, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_on_all_that_the_settings_name(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test-rules"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "✓ 词.tsv：合格",
        "✓ 提法.tsv：合格",
        f"✓ {Path('规则/own101_wrong_word.py')}：合格",
        "检验了 3 个文件：合格。",
    ]
    rule_file(office / "规则", '"有错词": "有对词"', '"没有": "有"')
    (office / "词.tsv").write_text(WORDS + "国是\t国事\t\t\t\t商量国是\t商量国事\n", encoding="utf-8")
    assert main(["test-rules"]) == 1
    said = capsys.readouterr().out
    assert "规则/own101_wrong_word.py:10：错例“没有”没有查出来。" in said.replace(os.sep, "/")
    assert "词.tsv:2：留意：“国是”也在“共商国是”里" in said
    assert said.endswith("检验了 3 个文件：1 处不合格，1 处请留意。\n")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["词.tsv"], 0, "检验了 1 个文件"),
        (["提法.tsv", "规则"], 0, "检验了 2 个文件"),
        (["--rules", "规则"], 0, "检验了 1 个文件"),
        (["--config", "lingwu.toml"], 0, "检验了 3 个文件"),
        (["lingwu.toml", "词.tsv"], 0, "检验了 3 个文件"),
        (["."], 0, "检验了 3 个文件"),
        (["规则", "."], 0, "检验了 3 个文件"),
        (["缺.tsv"], 2, "缺.tsv 读不出来"),
        (["缺"], 2, "缺 不能检验"),
        (["--rules", "缺"], 2, "规则文件夹 缺 不存在"),
        (["--config", "缺.toml"], 2, "缺.toml"),
        (["坏.py", "词.tsv"], 2, "规则文件 坏.py 加载不了"),
        (["短.tsv"], 2, "第 1 行“太短”不足 6 个字，容易误报，请写得完整些（如果这是词表，第一行应是表头"),
        (["空"], 2, "没有可检验的东西"),
    ],
)
def test_the_command_on_paths(
    office: Path, capsys: pytest.CaptureFixture[str], args: list[str], code: int, said: str
) -> None:
    (office / "坏.py").write_text("rule = (", encoding="utf-8")
    (office / "短.tsv").write_text("太短\n", encoding="utf-8")
    (office / "空").mkdir()
    if "." in args:
        (office / "坏.py").unlink()
        (office / "短.tsv").unlink()
    assert main(["test-rules", *args]) == code
    done = capsys.readouterr()
    assert said in (done.err if code == 2 else done.out)
    assert len(done.err.splitlines()) == (code == 2)
