"""What each line of a draft is taken for."""

from __future__ import annotations

import pytest
from papers import draft, part_of, parts

from lingwu.typeset.composing import explained, paper_of
from lingwu.typeset.model import Form, Part, Sealing, Table

NOTICE = (
    "×市人民政府办公室\n关于做好防汛工作的通知\n\n各县（区）人民政府：\n\n为做好防汛工作，现通知如下：\n一、加强领导\n"
    "（一）压实责任。各单位要落实责任制。\n（二）强化值守。各单位要落实值班制度。\n附件：1.名单\n2.统计表\n\n"
    "×市人民政府办公室\n2026年3月8日\n（此件公开发布）\n\n附件1\n名单\n张三、李四。\n附件2\n统计表\n由各单位填写。\n"
    "抄送：市委办公室。\n×市人民政府办公室　　　　2026年3月9日印发\n"
)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("关于做好防汛工作的通知", Part.TITLE), ("各县（区）人民政府：", Part.ADDRESSEE),
        ("一、加强领导", Part.HEADING), ("附件：1.名单", Part.ATTACHMENT_NOTE), ("2.统计表", Part.ATTACHMENT_NOTE),
        ("2026年3月8日", Part.DATE), ("（此件公开发布）", Part.NOTE), ("附件1", Part.ATTACHMENT),
        ("名单", Part.ATTACHMENT_TITLE), ("统计表", Part.ATTACHMENT_TITLE), ("抄送：市委办公室。", Part.COPY_TO),
    ],
)  # fmt: skip
def test_the_elements_of_a_notice(line: str, part: Part) -> None:
    assert part_of(NOTICE, line) is part


def test_a_heading_runs_into_its_paragraph_only_where_all_of_its_list_do() -> None:
    leads = [item.lead for item in paper_of(draft(NOTICE, "稿.txt")).paragraphs() if item.text.startswith("（")][:2]
    assert leads == [len("（一）压实责任。"), len("（二）强化值守。")]
    mixed = NOTICE.replace("（二）强化值守。", "（二）2026年6月底前，")
    assert not any(item.lead for item in paper_of(draft(mixed, "稿.txt")).paragraphs())


def test_the_imprint_comes_last_and_is_said_to_have_moved() -> None:
    text = NOTICE.replace("附件1\n", "抄送：市人大。\n附件1\n", 1)
    paper = paper_of(draft(text, "稿.txt"))
    assert [item.part for item in paper.paragraphs()][-3:] == [Part.COPY_TO, Part.COPY_TO, Part.PRINTING]
    assert any("版记" in note for note in paper.notes)
    assert not paper_of(draft(NOTICE, "稿.txt")).notes


@pytest.mark.parametrize(
    ("text", "form", "sealing"),
    [
        (
            "×市人民政府令\n第5号\n《办法》已经通过，现予公布。\n市　长　　王某某\n2026年3月8日\n",
            Form.ORDER,
            Sealing.STAMP,
        ),
        (
            "×市人民政府常务会议纪要\n第6次\n会议研究了防汛工作。\n一、研究防汛\n出席：甲、乙\n",
            Form.MINUTES,
            Sealing.NONE,
        ),
        ("在×会议上的讲话\n（2026年5月4日）\n王某某\n同志们：\n今天开会，很有意义。\n", Form.SPEECH, Sealing.NONE),
        ("关于商请支援的函\n×市公安局：\n请予支援。\n×市水利局\n2026年5月4日\n", Form.LETTER, Sealing.SEAL),
        (NOTICE, Form.DOCUMENT, Sealing.SEAL),
    ],
)
def test_form_and_sealing(text: str, form: Form, sealing: Sealing) -> None:
    paper = paper_of(draft(text, "稿.txt"))
    assert (paper.form, paper.sealing) == (form, sealing)


def test_minutes_and_orders_bear_their_kind_in_the_mark() -> None:
    assert part_of("×市人民政府令\n第5号\n现予公布。\n", "×市人民政府令") is Part.MARK
    found = dict(pair[::-1] for pair in parts("×会议纪要\n第6次\n会议研究了防汛工作。\n出席：甲、乙\n"))
    assert found["第6次"] == "发文字号"
    assert found["出席：甲、乙"] == "出席名单"


def test_a_mark_of_minutes_may_stand_on_two_lines() -> None:
    head = "×县人民政府\n常务会议纪要\n〔2026〕第7次\n×县人民政府办公室          2026年4月10日\n"
    found = paper_of(draft(head + "会议研究了防汛工作。\n出席：甲、乙\n", "稿.txt"))
    assert [item.part for item in found.paragraphs()] == [
        Part.MARK, Part.MARK, Part.NUMBER, Part.UNDER_TITLE, Part.BODY, Part.ATTENDANCE,
    ]  # fmt: skip
    assert found.form is Form.MINUTES


def test_the_last_sentence_of_a_list_is_no_heading() -> None:
    text = "×市人民政府关于建桥的批复\n×县人民政府：\n现批复如下：\n一、原则同意建桥。\n二、请抓紧办理。\n此复。\n"
    assert part_of(text, "二、请抓紧办理。") is part_of(text, "一、原则同意建桥。") is Part.BODY
    headed = text.replace("二、请", "按规定建设。\n二、请")
    assert part_of(headed, "二、请抓紧办理。") is Part.HEADING


@pytest.mark.parametrize("name", ["×市财政局（公章）", "×市财政局（盖章）", "×市财政局 （印章）"])
def test_the_place_of_a_seal_does_not_hide_who_signs(name: str) -> None:
    assert part_of(f"关于检查的通知\n各单位：\n请做好准备。\n{name}\n2026年3月2日\n", name) is Part.ISSUER


def test_an_attachment_may_be_called_so_in_one_character() -> None:
    text = "关于开会的通知\n各单位：\n请参加。\n附：回执\n×局\n2026年3月2日\n附\n回执\n请填写姓名。\n"
    assert (part_of(text, "附"), part_of(text, "回执")) == (Part.ATTACHMENT, Part.ATTACHMENT_TITLE)


def test_a_speech_names_its_speaker() -> None:
    found = dict(pair[::-1] for pair in parts("在×会议上的讲话\n（2026年5月4日）\n王某某\n同志们：\n很有意义。\n"))
    assert found == {
        "在×会议上的讲话": "标题", "（2026年5月4日）": "题下说明", "王某某": "讲话人", "同志们：": "主送机关",
        "很有意义。": "正文",
    }  # fmt: skip


def test_markdown_and_tabs_make_tables() -> None:
    bars = paper_of(draft("# 通知\n\n|甲|乙|\n|---|---|\n|1|2|\n\n完了。\n"))
    tabs = paper_of(draft("关于名单的通知\n甲\t乙\n1\t2\n完了。\n", "稿.txt"))
    for paper in (bars, tabs):
        tables = [item for item in paper.items if isinstance(item, Table)]
        assert [len(table.rows) for table in tables] == [2]


def test_what_was_taken_for_what_is_shown() -> None:
    rows = list(explained(paper_of(draft(NOTICE, "稿.txt"))))
    assert rows[0] == ("版式", "文件")
    assert ("层次标题（第一层）", "一、加强领导") in rows
