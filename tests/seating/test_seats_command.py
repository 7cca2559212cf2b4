"""``lingwu seats`` as a clerk calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Lingwu, write

LIST = """全市会议名单,,,
顺序,姓名,单位,参会状态
1,张伟,市委,
2,李明,市政府,参加
3,王芳,市人大,
4,赵敏,市政协,请假
5,欧阳修文,市委,
6,孙立,市政府,
"""


@pytest.fixture
def listed(lingwu: Lingwu) -> Path:
    return write("名单.csv", LIST)


@pytest.mark.usefixtures("listed")
def test_plan_print_change_check_and_compare(lingwu: Lingwu) -> None:
    done = lingwu("seats", "plan", "名单.csv", "--venue", "主席台", "-o", "旧.xlsx", "-o", "图.svg", "-o", "图.pdf")
    assert (done.code, "2号居1号左手第1位" in done.out, "已写入 旧.xlsx" in done.err) == (0, True, True)
    assert lingwu("seats", "check", "旧.xlsx").code == 0
    done = lingwu("seats", "change", "旧.xlsx", "--absent", "孙立", "-o", "新.xlsx")
    assert (done.code, done.out) == (0, "取消 孙立：原在第1排右2\n调整 0 人，新增或取消 1 人。\n")
    done = lingwu("seats", "diff", "旧.xlsx", "新.xlsx")
    assert (done.code, "取消 孙立" in done.out) == (1, True)
    assert lingwu("seats", "diff", "旧.xlsx", "旧.xlsx").code == 0
    done = lingwu("seats", "check", "新.xlsx")
    assert (done.code, "SEA003" in done.out, "“孙立”应到会" in done.out) == (1, True, True)


@pytest.mark.usefixtures("listed")
def test_options_on_the_command_line(lingwu: Lingwu) -> None:
    done = lingwu("seats", "plan", "名单.csv", "--venue", "合影", "--size", "rows=3,2", "--rule", "upper=right",
                  "--order", "strokes", "--title", "全市会议", "-o", "合影.toml")  # fmt: skip
    assert done.code == 0
    text = Path("合影.toml").read_text(encoding="utf-8")
    assert 'rows = [3, 2]\n\n[rules]\nupper = "right"' in text
    assert 'order = ["strokes"]' in text
    assert lingwu("seats", "check", "合影.toml", "名单.csv").code == 0


@pytest.mark.usefixtures("listed")
def test_a_scheme_names_its_list(lingwu: Lingwu) -> None:
    write("会/名单.csv", LIST)
    write("会/方案.toml", 'title = "会"\npeople = "名单.csv"\n[venue]\nkind = "ring"\n')
    assert "上席主位" not in lingwu("seats", "plan", "会/方案.toml").out
    assert "远门一侧主位　张伟" in lingwu("seats", "plan", "会/方案.toml").out
    Path("会/出").mkdir()
    assert lingwu("seats", "plan", "会/方案.toml", "-o", "会/出").code == 0
    assert {path.name for path in Path("会/出").iterdir()} == {"座次图.pdf", "座次图.svg", "座次表.xlsx"}


@pytest.mark.usefixtures("listed")
def test_cards_and_slips(lingwu: Lingwu) -> None:
    done = lingwu("seats", "cards", "名单.csv", "-o", "桌签.docx")
    assert (done.code, done.out) == (0, "5 人的桌签已写入 桌签.docx。\n")
    assert (
        lingwu("seats", "cards", "名单.csv", "-o", "席卡.pdf", "--size", "90×50", "--unit", "--font", "楷体").code == 0
    )
    assert lingwu("seats", "cards", "名单.csv", "-o", "条.pdf", "--slips").code == 0
    assert lingwu("seats", "cards", "名单.csv", "-o", "桌签.docx").code == 2
    assert lingwu("seats", "cards", "名单.csv", "-o", "桌签.txt").code == 2
    assert "宽x高" in lingwu("seats", "cards", "名单.csv", "-o", "a.pdf", "--size", "大").err


def test_findings_have_the_form_of_all_findings(lingwu: Lingwu) -> None:
    write("座次.csv", "座位,姓名\n1座,张伟\n1座,李明\n2座,张伟\n")
    done = lingwu("seats", "check", "座次.csv", "--output-format", "json")
    found = json.loads(done.out)
    codes = [finding["code"] for file in found["files"] for finding in file["findings"]]
    assert (done.code, codes) == (1, ["SEA001", "SEA002"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("plan", "名单.csv"), "请用 --venue 写明会场"),
        (("plan", "没有.csv", "--venue", "主席台"), "没有.csv 打不开（找不到）"),
        (("plan", "名单.csv", "--venue", "礼堂"), "没有“礼堂”这种会场"),
        (("plan", "名单.csv", "--venue", "主席台", "--rule", "even"), "应写成 项=值"),
        (("plan", "名单.csv", "--venue", "主席台", "--size", "rows=2"), "少 3 席"),
        (("plan", "名单.csv", "--venue", "主席台", "-o", "名单.csv"), "后缀写不了"),
        (("change", "名单.csv"), "应有“座位”和“姓名”两栏"),
        (("check", "名单.csv"), "应有“座位”和“姓名”两栏"),
        (("plann",), "没有命令 plann，是否想写 plan？"),
    ],
)
@pytest.mark.usefixtures("listed")
def test_errors_are_one_chinese_sentence(lingwu: Lingwu, arguments: tuple[str, ...], words: str) -> None:
    done = lingwu("seats", *arguments)
    assert done.code == 2
    assert words in done.err
    assert done.err.count("\n") == 1


@pytest.mark.usefixtures("listed")
def test_nothing_is_overwritten(lingwu: Lingwu) -> None:
    write("图.svg", "旧")
    assert lingwu("seats", "plan", "名单.csv", "--venue", "主席台", "-o", "图.svg").code == 2
    assert Path("图.svg").read_text(encoding="utf-8") == "旧"
    assert lingwu("seats", "plan", "名单.csv", "--venue", "主席台", "-o", "图.svg", "--force").code == 0


def test_venues_and_options_are_listed(lingwu: Lingwu) -> None:
    done = lingwu("seats", "options")
    assert all(word in done.out for word in ("主席台（rostrum）", "规则 even", "strokes 姓氏笔画"))
    assert "宴会" not in lingwu("seats", "options", "主席台").out


@pytest.mark.usefixtures("listed")
def test_what_was_read_is_not_written_over(lingwu: Lingwu) -> None:
    assert lingwu("seats", "plan", "名单.csv", "--venue", "主席台", "-o", "名单.xlsx").code == 0
    before = Path("名单.xlsx").read_bytes()
    for call in (
        ("plan", "名单.xlsx", "--venue", "主席台", "-o", "名单.xlsx"),
        ("change", "名单.xlsx", "名单.csv", "-o", "名单.xlsx"),
    ):
        done = lingwu("seats", *call, "--force")
        assert (done.code, "就是输入的文件" in done.err) == (2, True)
    assert Path("名单.xlsx").read_bytes() == before


def test_a_signing_without_signers_says_so(lingwu: Lingwu) -> None:
    write("双方.csv", "姓名,方,角色\n甲一,主,签字\n乙一,客,\n")
    assert "客方没有签字人" in lingwu("seats", "plan", "双方.csv", "--venue", "签字仪式").out
