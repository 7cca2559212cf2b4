"""Positions, elements, house words, dismissals, and what saving a text records."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from lingwu_office.audit.action import acted
from lingwu_office.audit.chain import name_of
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.foundation.verdict import no, yes
from lingwu_office.people.models import Unit
from lingwu_office.proofreading import actions, actions_recording
from lingwu_office.proofreading.checking import judged, open_errors, proofread
from lingwu_office.proofreading.composing import composed, elements_of
from lingwu_office.proofreading.models import HouseWord, Judgement, Proofreading
from lingwu_office.proofreading.queries import findings_by_step

FAULTY = "　　各单位要认真布署，按照国办发[2024]3号文件办理。"
MENDED = "　　各单位要认真部署，按照国办发〔2024〕3号文件办理。"


@pytest.fixture
def thing(office: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> Unit:
    """Something with findings that the drafter and the colleague may judge."""
    judges = (office.drafter, office.colleague)
    may = lambda unit, person: yes("承办人") if person in judges else no("没有在您手里办理，不能判定。")  # noqa: E731
    monkeypatch.setattr(Unit, "may_be_judged_by", may, raising=False)
    found: Unit = office.top
    return found


def found(text: str, **form: str) -> dict[str, dict[str, Any]]:
    return {one["code"]: one for one in proofread(text, form=form).findings}


def test_positions_are_code_points_of_the_text(db: None) -> None:
    text = f"😀𠀀{FAULTY}"
    for one in proofread(text).findings:
        assert text[one["start"] : one["end"]] == one["excerpt"]
    said = found(text)
    assert said["WRD001"]["excerpt"] == "布署" and said["STR003"]["excerpt"] == "[2024]"
    assert said["STR003"]["basis"] == "GB/T 9704—2012 7.2.5" and said["STR003"]["severity"] == "差错"
    fix = said["WRD001"]["fixes"][0]
    assert (fix["title"], fix["edits"]) == ("改为“部署”", [{"start": 10, "end": 12, "new": "部署"}])
    assert found(MENDED) == {}


def test_elements_of_the_form_are_checked_too(db: None) -> None:
    said = found("　　拟购置三台设备。特此报告。", 标题="关于布署购置的请示", 主送="市政府、省政府")
    assert (said["WRD001"]["element"], said["WRD001"]["start"], said["WRD001"]["end"]) == ("标题", 2, 4)
    assert said["STR025"]["element"] == "主送" and said["STR026"]["element"] == ""
    made = composed(
        "关于会议的通知\n各科室：\n内容。",
        {"标题": "关于会议的通知", "主送": "各科室", "署名": "办公室", "成文日期": "2026年3月2日"},
    )
    assert made.whole == "关于会议的通知\n各科室：\n内容。\n办公室\n2026年3月2日"
    fields = SimpleNamespace(
        title="甲", kind="请示", signatory="张三", signed_on=None, form={"附注": "联系人"}, issuer=""
    )
    assert elements_of(fields) == {"标题": "甲", "签发人": "张三", "附注": "联系人"}


@pytest.mark.parametrize("text", ["", " 　\n", "\ufeff", "\0", "é", "\ud83d", "---\n标题: 甲\n---\n", "```\n" + FAULTY])
def test_any_text_can_be_checked(text: str, db: None) -> None:
    assert all(text[one["start"] : one["end"]] == one["excerpt"] for one in proofread(text).findings)


@pytest.mark.parametrize(
    "around", ["```\n{}\n```\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |", "<!-- {} -->\n| 甲 |\n| --- |\n"]
)
def test_no_mark_hides_text(around: str, db: None) -> None:
    assert "WRD001" in found(around.format(FAULTY))


def test_tables_are_read_by_cells(db: None) -> None:
    table = "| 单位 | 任务 |\n| --- | --- |\n| 甲科 | 布署工作 |"
    (one,) = proofread(table).findings
    assert (one["excerpt"], one["start"]) == ("布署", table.index("布署"))


def test_accepted_words_are_no_finding(office: SimpleNamespace) -> None:
    assert "WRD001" in found(FAULTY)
    word = actions.propose_word(office.drafter, office.top, word="布署", note="项目名")
    assert "WRD001" in found(FAULTY)
    actions.accept_word(office.checker, word)
    assert "WRD001" not in found(FAULTY)
    actions.reject_word(office.registrar, word)
    assert "WRD001" in found(FAULTY)


def test_dismissed_with_a_reason_and_open_again(office: SimpleNamespace, thing: Unit) -> None:
    errors = open_errors(thing, FAULTY)
    assert [one["code"] for one in errors] == ["WRD001", "STR003"]
    given = {key: errors[0][key] for key in ("fingerprint", "code", "excerpt")}
    for reason in ("", " 好 ", "长" * 201):
        with pytest.raises(Invalid, match="理由"):
            actions.dismiss(office.drafter, thing, **given, reason=reason)
    actions.dismiss(office.drafter, thing, **given, reason="原件如此", step="draft")
    assert [one["code"] for one in open_errors(thing, FAULTY)] == ["STR003"]
    assert [one["dismissed"] and one["dismissed"]["reason"] for one in judged(thing, FAULTY)] == ["原件如此", None]
    assert [one["code"] for one in open_errors(office.units["财务科"], FAULTY)] == ["WRD001", "STR003"]
    assert [one.excerpt for one in findings_by_step(thing)["draft"].dismissed] == ["布署"]
    actions.undo_dismissal(office.colleague, thing, fingerprint=given["fingerprint"])
    assert len(open_errors(thing, FAULTY)) == 2
    with pytest.raises(Invalid, match="无须撤销"):
        actions.undo_dismissal(office.colleague, thing, fingerprint=given["fingerprint"])


def test_who_may_not_judge(office: SimpleNamespace, thing: Unit) -> None:
    given = {"fingerprint": "x", "code": "WRD001", "excerpt": "布署", "reason": "不必改"}
    for who in ("finance_clerk", "outsider", "auditor"):
        with pytest.raises(Refused, match="不能判定"):
            actions.dismiss(getattr(office, who), thing, **given)
    assert not Judgement.objects.exists()


def dismissed(by: Any, thing: Any, mark: int, excerpt: str = "布署") -> None:
    actions.dismiss(by, thing, fingerprint=f"f{mark}{excerpt}", code="WRD001", excerpt=excerpt, reason="项目名称")


def test_words_dismissed_often_by_two_are_proposed(office: SimpleNamespace, thing: Unit) -> None:
    for mark in range(3):
        dismissed(office.drafter, thing, mark)
    assert not HouseWord.objects.exists()
    dismissed(office.colleague, thing, 3)
    word = HouseWord.objects.get()
    assert (word.word, word.accepted, word.note) == ("布署", False, "已有2人判为不改4次")
    actions.reject_word(office.checker, word)
    dismissed(office.colleague, thing, 4)
    assert HouseWord.objects.get().decided_at is not None
    for mark in range(5):
        dismissed(office.drafter if mark % 2 else office.colleague, thing, mark, "。")
        dismissed(office.drafter if mark % 2 else office.colleague, thing, mark, "2024")
    assert HouseWord.objects.count() == 1


@pytest.mark.parametrize("word", ["的", "。。", "2024", "<b>x</b>", "长" * 31, "", "机密★1年"])
def test_what_is_no_word(word: str, office: SimpleNamespace) -> None:
    with pytest.raises((Invalid, Refused)):
        actions.propose_word(office.drafter, office.top, word=word)


def test_saving_records_what_was_mended(office: SimpleNamespace, thing: Unit) -> None:
    half = FAULTY.replace("布署", "部署")
    actions_recording.record_saved(office.drafter, thing, before="", after=FAULTY, step="draft")
    assert Proofreading.objects.count() == 1 and not Judgement.objects.exists()
    actions_recording.record_saved(office.colleague, thing, before=FAULTY, after=half, step="check")
    row = Judgement.objects.get()
    assert (row.subject, row.excerpt, row.step, row.by) == (name_of(thing), "布署", "check", office.colleague)
    assert not row.dismissed and [one.code for one in findings_by_step(thing)["check"].mended] == ["WRD001"]
    assert len(open_errors(thing, FAULTY)) == 2, "mended once is not dismissed"
    moved = f"前言。\n{half.replace('文件', '通知')}"
    actions_recording.record_saved(office.colleague, thing, before=half, after=moved, step="check")
    assert Judgement.objects.count() == 1, "other surroundings are no mending"


def test_saves_are_heard_of(office: SimpleNamespace, thing: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    class Versions:
        def filter(self, **wanted: Any) -> Any:
            return self

        def order_by(self, key: str) -> Any:
            return self

        def first(self) -> Any:
            return SimpleNamespace(text=FAULTY)

    monkeypatch.setattr(Unit, "versions", Versions(), raising=False)
    saved = SimpleNamespace(text=MENDED, number=2, step="draft", aside=False)
    acted.send(sender=Unit, verb="documents.save_text", by=office.drafter, thing=thing, result=saved)
    assert Judgement.objects.count() == 2
    Judgement.objects.all().delete()
    saved.aside = True
    acted.send(sender=Unit, verb="documents.save_text", by=office.drafter, thing=thing, result=saved)
    assert not Judgement.objects.exists()


def test_page_of_words(office: SimpleNamespace, signed_in: Any, thing: Unit) -> None:
    nasty = actions.propose_word(office.drafter, office.top, word="零误通", note="<script>alert(1)</script>")
    checker: Client = signed_in(office.checker)
    page = checker.get("/proofreading/words/").content.decode()
    assert "零误通" in page and "<script>alert(1)" not in page and "&lt;script&gt;" in page
    assert "收入<span" not in signed_in(office.drafter).get("/proofreading/words/").content.decode()
    assert checker.post(f"/proofreading/words/{nasty.pk}/accept/").status_code == 302
    nasty.refresh_from_db()
    assert nasty.accepted and nasty.decided_by == office.checker
    answer = checker.post("/proofreading/words/propose/", {"word": "零误通"})
    assert answer.status_code == 400 and "已经收入过" in answer.content.decode()
    assert checker.post("/proofreading/words/propose/", {"word": "惠企通"}).status_code == 302
    for who in ("system", "security", "auditor", "outsider"):
        assert signed_in(getattr(office, who)).get("/proofreading/words/").status_code == 403
    assert signed_in(office.drafter).post(f"/proofreading/words/{nasty.pk}/reject/").status_code == 403
    assert checker.get(f"/proofreading/words/{nasty.pk}/reject/").status_code == 405
