"""The command, how files are recognised, what is compared with what, and that nothing brings it down."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_meeting_rules import SAMPLE, written

import lingwu as package
from command_line import Lingwu, write
from lingwu.config import Config
from lingwu.crossrule import Change, CrossRule, Quote, changed, findings
from lingwu.document import Document, Span
from lingwu.errors import MissingFile
from lingwu.preflight import names, preflight
from lingwu.preflight.agreeing import same_post, same_room, same_title, same_unit
from lingwu.preflight.papers import PaperKind, recognise
from lingwu.schedule import reading

AGENDA = "培训日程\n9:00—10:00　王建国授课"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("1.txt", "关于召开防汛会议的通知\n各单位：\n请参加。", PaperKind.NOTICE),
        ("邀请函.txt", "邀请函\n尊敬的来宾：\n请参加。", PaperKind.NOTICE),
        ("2.txt", "全区防汛会议议程\n9:00 开会", PaperKind.AGENDA),
        ("会议安排.txt", "全区防汛部署会会议安排\n（一）王建国讲话", PaperKind.AGENDA),
        ("日程.txt", AGENDA, PaperKind.AGENDA),
        ("3.csv", "日期,时间,事项,地点\n3月12日,9:00,会,一楼", PaperKind.SCHEDULE),
        ("4.csv", "姓名,单位\n张伟,区财政局", PaperKind.PEOPLE),
        ("名单.csv", "座位,姓名\n1排1座,张伟", PaperKind.SEATS),
        ("席卡.txt", "张伟\n李娜", PaperKind.CARDS),
        ("5.txt", "全区防汛会议主持词\n同志们：\n现在开会。", PaperKind.SCRIPT),
        ("6.txt", "在全区防汛会议上的讲话\n同志们：\n我讲三点。", PaperKind.SPEECH),
        ("7.txt", "同志们：\n我讲三点。", PaperKind.SPEECH),
        ("会议室.csv", "地点,座位数\n一楼会议室,30", PaperKind.ROOMS),
        ("8.txt", "天气不错。", PaperKind.OTHER),
    ],
)
def test_files_are_taken_for_what_they_are(name: str, text: str, kind: PaperKind) -> None:
    found, why = recognise(reading.document(text.encode(), name), Path(name).stem)
    assert (found, bool(why)) == (kind, True)


@pytest.mark.parametrize(
    ("said", "name", "post"),
    [
        ("区应急管理局局长张立强", "张立强", "区应急管理局局长"),
        ("区应急管理局局长张立强同志", "张立强", "区应急管理局局长"),
        ("张立强（区应急管理局局长）", "张立强", "区应急管理局局长"),
        ("区应急管理局　张立强", "张立强", ""),
        ("王　伟", "王伟", ""),
        ("欧阳明", "欧阳明", ""),
        ("区委副书记、区长王建国", "王建国", "区委副书记、区长"),
        ("各街道办事处", "", ""),
        ("区水利局", "", ""),
        ("主持人", "", ""),
    ],
)
def test_names_in_cells(said: str, name: str, post: str) -> None:
    who = names.who_in(Quote(Document(said), Span(0, len(said))), frozenset())
    assert (who.text if who else "", who.post.text if who and who.post else "") == (name, post)


def test_what_counts_as_the_same() -> None:
    assert same_room("第一会议室", "区行政中心二号楼第一会议室")
    assert same_room("2号楼第1会议室", "二号楼第一会议室")
    assert not same_room("二号楼第一会议室", "二号楼第三会议室")
    assert same_title("全区防汛工作会议", "防汛工作会议")
    assert not same_title("全区防汛工作会议", "全区防讯工作会议")
    assert same_post("区水利局党组书记、局长", "局长")
    assert not same_post("区水利局副局长", "局长")
    assert same_unit("区应急局局长", "区应急管理局")
    assert not same_unit("区水利局局长", "区农业农村局")


def test_the_command(lingwu: Lingwu) -> None:
    Path("lingwu.toml").unlink()
    Path("会").mkdir()
    written(Path("会"), SAMPLE)
    clean = lingwu("preflight", "会")
    assert clean.code == 0
    assert "会前总检：全区春季防汛工作会议" in clean.out
    assert "没有发现问题" in clean.out
    change: list[Change] = [("议程.txt", "二号楼第一会议室", "二号楼第三会议室")]
    written(Path("会"), changed(SAMPLE, change))
    write("会/照片.png", b"\x89PNG")
    done = lingwu("preflight", "会")
    assert done.code == 1
    assert "PRE005  差错  会议地点不一致" in done.out
    assert "对照：通知.txt 第8行第3字  区行政中心二号楼第一会议室" in done.out
    assert "照片.png 不是零误能读的格式" in done.out
    assert "会前总检" not in lingwu("preflight", "会", "--quiet").out


def test_the_command_writes_all_reports(lingwu: Lingwu) -> None:
    Path("lingwu.toml").unlink()
    Path("会").mkdir()
    written(Path("会"), changed(SAMPLE, [("席卡.txt", "郑晓燕", "郑小燕")]))
    said = json.loads(lingwu("preflight", "会", "--output-format", "json", "--only-cross").out)
    (finding,) = [finding for one in said["files"] for finding in one["findings"]]
    assert (finding["code"], finding["text"]) == ("PRE009", "郑小燕")
    assert finding["related"][0]["place"] == "单元格 A10"
    assert said["overview"]["subtitle"] == "全区春季防汛工作会议"
    sarif = json.loads(lingwu("preflight", "会", "--output-format", "sarif", "--only-cross").out)
    (result,) = sarif["runs"][0]["results"]
    assert result["relatedLocations"][0]["message"]["text"] == "单元格 A10：郑晓燕"
    assert lingwu("preflight", "会", "--output", "总检.html").code == 1
    page = Path("总检.html").read_text(encoding="utf-8")
    assert "对不上的地方" in page and "<mark>郑小燕</mark>" in page and "<mark>郑晓燕</mark>" in page
    assert lingwu("preflight", "会", "--output", "总检.html").code == 2


def test_what_is_no_meeting(tmp_path: Path, lingwu: Lingwu) -> None:
    with pytest.raises(MissingFile, match="不是文件夹"):
        preflight(tmp_path / "没有")
    Path("空").mkdir()
    assert "没有能读的文件" in lingwu("preflight", "空").err
    Path("坏").mkdir()
    write("坏/名单.csv", "姓名,单位\n张伟,区财政局\n")
    write("坏/坏.docx", b"PK\x03\x04broken")
    done = lingwu("preflight", "坏")
    assert done.code == 2
    assert "坏.docx" in done.err


def test_plans_that_the_seats_command_saves(lingwu: Lingwu) -> None:
    pytest.importorskip("typst")
    Path("lingwu.toml").unlink()
    write("会/名单.csv", SAMPLE["名单.csv"])
    for target in ("会/座次.xlsx", "会/座次.toml"):
        assert lingwu("seats", "plan", "会/名单.csv", "--venue", "报告厅", "--size", "rows=6", "-o", target).code == 0
    done = lingwu("preflight", "会")
    assert (done.code, done.err) == (0, ""), done.out


def test_a_rule_that_crashes_is_a_note() -> None:
    def broken(whole: object) -> list[object]:
        raise RuntimeError("坏了")

    basis = package.Basis("甲")
    rule = CrossRule(code="TST001", title="坏", basis=basis, message="", find=broken, bad=(), good=())  # type: ignore[arg-type]
    assert findings([rule], None, Config()) == ({}, ["规则 TST001 运行出错，已跳过（RuntimeError: 坏了）。"])


def test_the_office_chooses(tmp_path: Path) -> None:
    written(tmp_path, changed(SAMPLE, [("席卡.txt", "郑晓燕", "郑小燕")]))
    for config, wanted in (
        (Config(ignore=("PRE009",)), []),
        (Config(select=("PRE",), severity={"PRE": "建议"}), ["建议"]),
    ):
        done = preflight(tmp_path, config).checked
        found = [finding for one in done if one.report for finding in one.report.findings]
        assert [finding.severity.value for finding in found] == wanted


LINES = st.text(
    st.sampled_from("时间：地点主持人3月12日9:00—一、（）王建国局长讲话姓名,座位\n\t第会议通知请假"), max_size=120
)


NAMES = st.sampled_from(["通知.txt", "议程.txt", "名单.csv", "座次.csv", "主持词.txt", "讲话.txt"])


@given(st.dictionaries(NAMES, LINES, min_size=1))
@settings(max_examples=60, deadline=None)
def test_any_texts_end_in_a_report(tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]) -> None:
    folder = tmp_path_factory.mktemp("会")
    written(folder, files)
    try:
        done = preflight(folder, Config(select=("PRE", "SCH")))
    except MissingFile:
        return
    assert not [note for note in done.overview.notes if "出错" in note]


def test_the_files_of_the_meeting_are_not_written_over(lingwu: Lingwu) -> None:
    path = write("会/议程.txt", "全区防汛会议议程\n9:00 开会")
    done = lingwu("preflight", "会", "--output", "会/议程.txt", "--force")
    assert (done.code, "就是输入的文件" in done.err) == (2, True)
    assert path.read_text(encoding="utf-8").startswith("全区防汛会议议程")


def test_a_name_may_leave_out_the_year_but_not_change_it() -> None:
    assert same_title("全县2026年防汛工作会议", "全县防汛工作会议")
    assert not same_title("全县2026年防汛工作会议", "全县2025年防汛工作会议")
