"""Flows as data: what is told to who edits one wrong."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu_office.documents.domain.flow import AFTER, NAMES, Act, FlowError, parse
from lingwu_office.documents.flows import default_flows

OUT = default_flows()[0]["steps"]
IN = default_flows()[3]["steps"]


def edited(steps: list[dict[str, Any]], at: str, /, **change: Any) -> list[dict[str, Any]]:
    rows = copy.deepcopy(steps)
    next(row for row in rows if row["key"] == at).update(change)
    return rows


def without(steps: list[dict[str, Any]], *keys: str) -> list[dict[str, Any]]:
    return [row for row in steps if row["key"] not in keys]


def moved(steps: list[dict[str, Any]], key: str, to: int) -> list[dict[str, Any]]:
    rows = without(steps, key)
    rows.insert(to, next(row for row in steps if row["key"] == key))
    return rows


def test_default_flows_are_right_and_sign_upward_documents_by_the_principal() -> None:
    flows = {row["name"]: parse(row["name"], row["direction"], row["steps"]) for row in default_flows()}
    assert len(flows) == 5
    sign = flows["发文·上行文"].of(Act.SIGN)
    assert sign is not None and sign.actor == "principal"
    assert flows["发文·联合或会签"].at("countersign").optional is False


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (edited(OUT, "review", actor="boss"), "办理人“boss”不认识"),
        (edited(OUT, "review", actor="role:"), "角色“”不存在"),
        (without(OUT, "sign"), "缺少“签发”环节"),
        (without(OUT, "archive"), "缺少“归档”环节"),
        (without(OUT, "recheck"), "“排版用印”应在“复核”之后"),
        (moved(OUT, "number", 1), "“登记编号”应在“签发”之后"),
        (moved(OUT, "print_seal", 2), "“排版用印”应在“复核”之后"),
        (moved(OUT, "countersign", 6), "“会签”应在“签发”之前"),
        (moved(OUT, "archive", 3), "最后一个环节应是“归档”"),
        (moved(OUT, "draft", 1), "第一个环节应是“起草”"),
        ([*OUT[:-1], edited(OUT, "number", key="number_again", act="number")[6], OUT[-1]], "“登记编号”环节只能有一个"),
        ([OUT[0], *OUT], "代号“draft”用了不止一次"),
        (edited(OUT, "sign", optional=True), "环节“签发”不能略过"),
        (edited(OUT, "check", optional=True), "环节“办公室核稿”可略过，办理人就应是选定的"),
        (edited(OUT, "check", act="approve"), "事项“approve”不认识"),
        (edited(OUT, "check", key="Check it"), "代号（key）应是小写英文字母"),
        (edited(OUT, "check", limits={"普通": -1}), "时限“普通 = -1”不对"),
        (edited(OUT, "check", limits={"马上": 1}), "时限“马上 = 1”不对"),
        (edited(OUT, "check", limits=3), "时限应写成"),
        (edited(OUT, "check", actr="drafter"), "不认识的项“actr”"),
        ([*OUT[:2], IN[0], *OUT[2:]], "事项“登记”不属于发文"),
        ([], "没有环节"),
    ],
)
def test_what_is_wrong_is_said(rows: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(FlowError) as told:
        parse("发文·一般", "out", rows, ["registrar", "checker"])
    assert said in str(told.value)


def test_incoming_flow_needs_register_first() -> None:
    with pytest.raises(FlowError, match="缺少“登记”环节"):
        parse("收文", "in", without(IN, "register"))
    with pytest.raises(FlowError, match="方向应是"):
        parse("收文", "down", IN)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(FlowError, match="有3处不对") as told:
        parse("发文", "out", edited(without(OUT, "recheck"), "check", actor="x"))
    assert all(said in str(told.value) for said in ("“x”不认识", "缺少“复核”", "应在“复核”之后"))


def test_limits_by_urgency() -> None:
    step = parse("发文", "out", OUT).at("sign")
    assert (step.days(""), step.days("加急"), step.days("特急")) == (2, 1, 0)
    archive = parse("发文", "out", OUT).at("archive")
    assert archive.days("特急") == 20
    assert parse("发文", "out", edited(OUT, "sign", limits={})).at("sign").days("") is None


@given(st.lists(st.integers(0, len(OUT) - 1), min_size=1, max_size=12))
def test_whatever_is_taken_is_in_order(picks: list[int]) -> None:
    rows = []
    for n, at in enumerate(picks):
        rows.append({**copy.deepcopy(OUT[at]), "key": f"step_{chr(97 + n)}", "act": OUT[at].get("act", OUT[at]["key"])})
    try:
        flow = parse("某流程", "out", rows)
    except FlowError as error:
        assert str(error).endswith("。")
        return
    acts = [step.act for step in flow.steps]
    assert acts[0] is Act.DRAFT and acts[-1] is Act.ARCHIVE
    for act, needed in AFTER.items():
        if act in acts:
            assert acts.index(needed) < acts.index(act), NAMES[act]
