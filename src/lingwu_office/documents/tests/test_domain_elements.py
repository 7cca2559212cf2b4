"""The elements as the form is filled: each finding with its article, and silence where all is right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu_office.documents.domain.elements import CLOSINGS, KINDS, Facts, check_elements, closing_of, organs

GOOD = Facts(
    kind="通知", title="滨河区人民政府办公室关于召开防汛工作会议的通知", issuer="滨河区人民政府办公室",
    addressees="各镇人民政府，区直各部门", copies_to="区委办公室", text="各镇人民政府：\n请参加。\n特此通知。",
)  # fmt: skip
UP = replace(
    GOOD, kind="请示", title="滨河区人民政府办公室关于追加防汛经费的请示", addressees="滨江市人民政府办公室",
    copies_to="滨江市财政局", text="妥否，请批示。", lower=frozenset({"财务科", "东风镇人民政府"}),
)  # fmt: skip


def codes(facts: Facts) -> list[str]:
    return [finding.code for finding in check_elements(facts)]


def test_right_elements_are_silent() -> None:
    assert codes(GOOD) == [] and codes(UP) == []
    assert codes(replace(GOOD, title=f"{GOOD.title}（试行）")) == []
    assert codes(replace(GOOD, kind="命令", title="滨河区人民政府令", addressees="")) == []
    assert codes(replace(GOOD, kind="纪要", title="滨河区防汛工作会议纪要", addressees="")) == []


@pytest.mark.parametrize(
    ("facts", "code", "clause"),
    [
        (replace(GOOD, kind="总结"), "ELE001", "第八条"),
        (replace(GOOD, kind=""), "ELE001", "第八条"),
        (replace(GOOD, kind="函"), "ELE002", "第九条（七）"),
        (replace(GOOD, title="滨河区人民政府办公室会议通知"), "ELE003", "第九条（七）"),
        (replace(GOOD, title="关于召开会议的通知"), "ELE004", "第九条（七）"),
        (replace(UP, title="区政府办关于购置设备及关于追加经费的请示"), "ELE005", "第十五条（四）"),
        (replace(GOOD, addressees=""), "ELE010", "第九条（八）"),
        (replace(UP, addressees="滨江市人民政府，滨江市财政局"), "ELE011", "第十五条（一）"),
        (replace(UP, addressees="王建国市长"), "ELE012", "第十五条（五）"),
        (replace(UP, addressees="财务科"), "ELE013", "第八条"),
        (replace(UP, copies_to="东风镇人民政府"), "ELE020", "第十五条（一）"),
        (replace(GOOD, copies_to="区直各部门"), "ELE021", "第九条（十五）"),
        (replace(GOOD, copies_to="区委办公室，区委办公室"), "ELE022", "第九条（十五）"),
        (replace(GOOD, issuer=""), "ELE030", "第九条（十）"),
        (replace(GOOD, urgency="平急"), "ELE031", "第九条（三）"),
        (
            replace(
                UP, kind="报告", title="滨河区人民政府办公室关于防汛工作情况的报告", text="情况如下。\n妥否，请批示。"
            ),
            "ELE032",
            "第十五条（四）",
        ),
        (replace(GOOD, attached=("名单.docx",)), "ELE040", "第九条（九）"),
        (
            replace(GOOD, attached=("名单.docx",), text="请参加。\n附件：1. 名单\n2. 日程\n滨河区人民政府办公室"),
            "ELE041",
            "第九条（九）",
        ),
    ],
)
def test_each_fault_is_told_with_its_article(facts: Facts, code: str, clause: str) -> None:
    found = [finding for finding in check_elements(facts) if finding.code == code]
    assert len(found) == 1, codes(facts)
    assert found[0].clause == clause and found[0].message.endswith("。")
    assert found[0].basis == f"党政机关公文处理工作条例 {clause}"


def test_a_matter_assigned_by_the_leader_may_go_to_him() -> None:
    assert codes(replace(UP, addressees="王建国市长", by_leader=True)) == []


def test_attachments_counted_alike_are_silent() -> None:
    text = "请参加。\n附件：1. 名单\n2. 日程\n滨河区人民政府办公室"
    assert codes(replace(GOOD, attached=("名单.docx", "日程.docx"), text=text)) == []
    assert codes(replace(GOOD, attached=("名单.docx",), text="请参加。\n附件：名单\n滨河区人民政府办公室")) == []


def test_fingerprints_survive_edits_elsewhere() -> None:
    one = check_elements(replace(UP, copies_to="财务科"))[0]
    other = check_elements(replace(UP, copies_to="财务科", text="另一个正文。妥否，请批示。"))[0]
    assert one.fingerprint == other.fingerprint and len(one.fingerprint) == 32


def test_closing_formulas_belong_to_kinds() -> None:
    assert set(CLOSINGS) <= set(KINDS) and len(KINDS) == 15
    assert closing_of("请示")[0] == "妥否，请批示。" and closing_of("决定") == ()


def test_organs_of_a_line() -> None:
    assert organs("各镇人民政府，区直各部门、区属各单位：") == ["各镇人民政府", "区直各部门", "区属各单位"]
    assert organs("") == []


@given(st.sampled_from(KINDS), st.text(max_size=40), st.text(max_size=40), st.text(max_size=60))
def test_whatever_is_typed_is_answered(kind: str, title: str, addressees: str, text: str) -> None:
    facts = Facts(kind=kind, title=title, issuer="某局", addressees=addressees, copies_to=addressees, text=text)
    for finding in check_elements(facts):
        assert finding.message.endswith("。") and finding.severity in ("差错", "疑似", "建议")
