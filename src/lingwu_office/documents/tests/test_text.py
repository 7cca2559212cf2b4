"""The editor's pages: saving, checking as one types, judging, versions, and whom they are refused to."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.documents import actions_drafting as drafting
from lingwu_office.documents import actions_passing as passing
from lingwu_office.documents.models import Document, Version
from lingwu_office.documents.tests import scenes
from lingwu_office.documents.text_said import utf16
from lingwu_office.foundation.errors import Invalid
from lingwu_office.proofreading.models import Judgement

FAULTY = "　　各单位要认真布署安全生产工作。\n　　本月底前报送情况。"
MENDED = FAULTY.replace("布署", "部署")
NASTY = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
SignIn = Callable[[Any], Client]


@pytest.fixture(autouse=True)
def home(settings: SimpleNamespace, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def document(office: SimpleNamespace) -> Document:
    made: Document = drafting.draft(
        office.drafter,
        office.units["综合科"],
        title=f"{office.top.name}关于开展安全生产检查的通知",
        kind="通知",
        addressees="各科室",
    )
    return made


def url(document: Document, rest: str = "text/") -> str:
    return f"/documents/{document.pk}/{rest}"


def saved(client: Client, document: Document, text: str, base: int, **given: Any) -> Any:
    headers = {"Accept": "application/json"}
    return client.post(url(document), {"text": text, "base": base, **given}, headers=headers)


def in_text(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The findings of the text alone."""
    return [one for one in answer["findings"] if not one["element"]]


def test_saved_with_and_without_scripts(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    client = signed_in(office.drafter)
    answer = client.post(url(document), {"text": FAULTY.replace("\n", "\r\n"), "base": 0, "note": "初稿"})
    assert (answer.status_code, answer["Location"]) == (302, url(document))
    first = Version.objects.get()
    assert (first.text, first.note, first.by, first.step) == (FAULTY, "初稿", office.drafter, "draft")
    page = client.get(url(document)).content.decode()
    assert "布署</span>" in page and "差错 1" in page and "已存为第1稿" in page and f"\n{FAULTY}</textarea>" in page
    said = saved(client, document, MENDED, 1).json()
    assert (said["version"], said["aside"], said["said"]) == (2, False, "已存为第2稿。")
    row = Judgement.objects.get()
    assert (row.excerpt, row.dismissed, row.step, row.by) == ("布署", False, "draft", office.drafter)
    assert "差错 0" in client.get(url(document)).content.decode()


def test_two_saves_at_once_lose_nothing(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    client = signed_in(office.drafter)
    saved(client, document, FAULTY, 0)
    saved(client, document, f"{MENDED}\n　　甲改的。", 1)
    said = saved(client, document, f"{MENDED}\n　　乙改的。", 1).json()
    assert said["aside"] and said["version"] == 3 and said["address"] == url(document, "text/aside/3/")
    document.refresh_from_db()
    assert document.version == 2
    page = client.get(said["address"]).content.decode()
    assert "<del>甲</del>" in page and "<ins>乙</ins>" in page and "没有互相覆盖" in page
    assert "甲改的。\n　　乙改的。</textarea>" in page and "有1处两边都改了" in page
    assert "还没有并入" in client.get(url(document)).content.decode()
    both = f"{MENDED}\n　　甲改的。\n　　乙改的。"
    late = client.post(said["address"], {"text": both, "base": 1})
    assert late.status_code == 400 and "请再对照一次" in late.content.decode() and both in late.content.decode()
    assert client.post(said["address"], {"text": both, "base": 2})["Location"] == url(document)
    document.refresh_from_db()
    assert document.version == 4 and Version.objects.get(number=4).text == both
    assert "已经并入" in client.get(said["address"]).content.decode()
    assert client.post(said["address"], {"text": "别的", "base": 4}).status_code == 400
    assert "第3稿还没有并入" not in client.get(url(document)).content.decode()


def test_positions_are_those_of_a_browser(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    text = f"😀𠀀甲\n{FAULTY}"
    answer = signed_in(office.drafter).post(url(document, "text/check/"), {"text": text}).json()
    (one,) = in_text(answer)
    units = text.encode("utf-16-le")
    assert units[2 * one["start"] : 2 * one["end"]].decode("utf-16-le") == "布署"
    edit = one["fixes"][0]["edits"][0]
    assert (edit["start"], edit["end"], edit["new"]) == (one["start"], one["end"], "部署")
    assert answer["counts"]["差错"] == 1 and not Version.objects.exists()
    at = utf16("a😀b")
    assert [at(place) for place in range(4)] == [0, 1, 3, 4]


def test_elements_are_among_the_findings(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    drafting.change_elements(office.drafter, document, title="关于布署检查的请示")
    found = signed_in(office.drafter).post(url(document, "text/check/"), {"text": MENDED}).json()["findings"]
    assert {"标题"} <= {one["element"] for one in found} and any(one["excerpt"] == "布署" for one in found)


def test_a_step_is_not_passed_with_an_open_error(
    office: SimpleNamespace, document: Document, signed_in: SignIn
) -> None:
    client = signed_in(office.drafter)
    saved(client, document, FAULTY, 0)
    with pytest.raises(Invalid, match="布署"):
        passing.submit(office.drafter, document)
    (one,) = in_text(client.post(url(document, "text/check/"), {"text": FAULTY}).json())
    given = {key: one[key] for key in ("fingerprint", "code", "excerpt")}
    assert client.post(url(document, "text/judge/"), given, headers={"Accept": "application/json"}).status_code == 400
    assert client.post(url(document, "text/judge/"), {**given, "reason": "项目原名如此"}).status_code == 302
    page = client.get(url(document)).content.decode()
    assert "判为不改：项目原名如此" in page
    passing.submit(office.drafter, document)
    document.refresh_from_db()
    assert document.step == "review"
    assert client.post(url(document, "text/judge/"), {**given, "undo": "1"}).status_code == 403


@pytest.mark.parametrize("text", ["机密★1年\n关于会议的通知", "绝密\n正文", "　　正文\n" * 30 + "秘密★5年\n"])
def test_marks_of_secrecy_are_not_saved(
    text: str, office: SimpleNamespace, document: Document, signed_in: SignIn
) -> None:
    client = signed_in(office.drafter)
    answer = saved(client, document, text, 0)
    assert answer.status_code in (400, 403) and "密" in answer.json()["said"]
    assert client.post(url(document), {"text": text, "base": 0}).status_code in (400, 403)
    assert not Version.objects.exists()


def test_nothing_typed_becomes_markup(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    client = signed_in(office.drafter)
    office.drafter.name = f"张三{NASTY}"[:60]
    office.drafter.save()
    drafting.change_elements(office.drafter, document, title=f"关于{NASTY}的通知")
    saved(client, document, f"　　布署{NASTY}\n</textarea>{NASTY}", 0, note=NASTY)
    saved(client, document, f"　　部署{NASTY}乙\n</textarea>{NASTY}", 1, note=NASTY)
    saved(client, document, f"　　{NASTY}丙</textarea>", 1, note=NASTY)
    (one, *_) = client.post(url(document, "text/check/"), {"text": "　　布署"}).json()["findings"]
    reasons = {"fingerprint": one["fingerprint"], "code": one["code"], "excerpt": NASTY, "reason": NASTY}
    client.post(url(document, "text/judge/"), reasons)
    for rest in ("text/", "versions/", "versions/1/", "diff/1/2/", "diff/0/1/", "text/aside/3/"):
        answer = client.get(url(document, rest))
        page = answer.content.decode()
        assert answer.status_code == 200, rest
        seen = Seen()
        seen.feed(page)
        assert seen.tags.isdisjoint({"img", "style", "iframe", "object"}) and seen.bad == [], rest


class Seen(HTMLParser):
    """The tags of a page, and what a page must not have: scripts of its own, handlers, styles in place."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        own = tag == "script" and "src" not in given and given.get("type") != "application/json"
        if own or any(name.startswith("on") or name == "style" for name in given):
            self.bad.append(self.get_starttag_text() or tag)


PAGES = [
    "text/", "versions/", "versions/1/", "diff/0/1/", "download/txt/", "download/docx/", "download/tracked/",
]  # fmt: skip


@pytest.mark.parametrize("who", ["finance_clerk", "outsider", "system", "security", "auditor"])
def test_whom_the_pages_are_refused_to(
    who: str, office: SimpleNamespace, document: Document, signed_in: SignIn
) -> None:
    drafting.save_text(office.drafter, document, text=FAULTY, base=0)
    client = signed_in(getattr(office, who))
    for rest in PAGES:
        before = Entry.objects.filter(kind=EntryKind.REFUSAL).count()
        answer = client.get(url(document, rest))
        assert answer.status_code == 403 and "布署" not in answer.content.decode(), rest
        assert Entry.objects.filter(kind=EntryKind.REFUSAL).count() == before + 1
    for rest in ("text/", "text/check/", "text/judge/", "text/upload/"):
        assert client.post(url(document, rest), {"text": "x", "base": 1}).status_code == 403
    assert Version.objects.count() == 1
    assert all(Client().get(url(document, rest)).status_code == 302 for rest in PAGES)


def test_who_has_read_it_is_recorded(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    drafting.save_text(office.drafter, document, text=MENDED, base=0)
    signed_in(office.section_head).get(url(document))
    entry = Entry.objects.get(kind=EntryKind.VIEWING)
    assert (entry.person_id, entry.title) == (office.section_head.pk, "查阅")


def test_only_its_holder_edits(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    drafting.save_text(office.drafter, document, text=MENDED, base=0)
    head = signed_in(office.section_head)
    page = head.get(url(document)).content.decode()
    assert "readonly" in page and "只能查看" in page and "存为新稿" not in page
    answer = saved(head, document, "改掉", 1)
    assert answer.status_code == 403 and answer.json()["said"].endswith("。")
    assert Version.objects.count() == 1


def test_versions_and_what_changed(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    client = signed_in(office.drafter)
    drafting.save_text(office.drafter, document, text=FAULTY, base=0)
    drafting.save_text(office.drafter, document, text=f"{MENDED}\n　　新的一段。", base=1, note="改错字")
    page = client.get(url(document, "versions/")).content.decode()
    assert "改错字" in page and "现行" in page and "起草" in page and "张" not in page
    assert "改正1处" in page and "<b>布署</b>" in page
    assert client.get(url(document, "versions/?old=1&new=2"))["Location"] == url(document, "diff/1/2/")
    page = client.get(url(document, "diff/1/2/")).content.decode()
    assert "<del>布</del>" in page and "<ins>部</ins>" in page and "<ins>　　新的一段。</ins>" in page
    assert "改1段，增1段，删0段；增8字，删1字" in page
    assert client.get(url(document, "versions/1/")).status_code == 200
    assert (
        client.get(url(document, "diff/1/9/")).status_code
        == client.get(url(document, "versions/9/")).status_code
        == 404
    )


def test_queries_do_not_grow_with_versions(
    office: SimpleNamespace, document: Document, signed_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        drafting.save_text(office.drafter, document, text=f"{MENDED}{number}", base=number)
    client = signed_in(office.drafter)
    client.get(url(document))
    with django_assert_max_num_queries(45):
        client.get(url(document))
    with django_assert_max_num_queries(30):
        client.get(url(document, "versions/"))
    with django_assert_max_num_queries(30):
        client.get(url(document, "diff/1/12/"))
    with django_assert_max_num_queries(22):
        client.post(url(document, "text/check/"), {"text": FAULTY})


def test_after_signing_the_change_is_declared(office: SimpleNamespace, signed_in: SignIn) -> None:
    document = scenes.at(office, "recheck")
    client, now = signed_in(office.checker), document.version
    assert "公文已签发，这次改动是" in client.get(url(document)).content.decode()
    answer = saved(client, document, scenes.BETTER, now)
    assert answer.status_code == 400 and "文字性的还是实质性的" in answer.json()["said"]
    assert saved(client, document, scenes.BETTER, now, substantial="maybe").status_code == 400
    assert saved(client, document, scenes.BETTER, now, substantial="no").json()["version"] == now + 1
    assert Document.objects.get().step == "recheck" and not Version.objects.get(number=now + 1).substantial
    assert saved(client, document, scenes.OTHER, now + 1, substantial="yes").json()["version"] == now + 2
    assert Document.objects.get().step == "sign"


@pytest.mark.parametrize("given", [{}, {"text": "甲"}, {"text": "甲", "base": "x"}, {"text": "甲", "base": -1}])
def test_what_does_not_fit_is_said(
    given: dict[str, Any], office: SimpleNamespace, document: Document, signed_in: SignIn
) -> None:
    client = signed_in(office.drafter)
    answer = client.post(url(document), given, headers={"Accept": "application/json"})
    assert answer.status_code == 400 and answer.json()["said"]
    page = client.post(url(document), given)
    assert page.status_code == 400 and (given.get("text", "") in page.content.decode())
    assert not Version.objects.exists()


def test_odd_characters_are_cleaned_away(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    client = signed_in(office.drafter)
    saved(client, document, "\ufeff甲\0乙\u2028丙\x1b\r\n丁\r戊\t己", 0)
    assert Version.objects.get().text == "甲乙\n丙\n丁\n戊\t己"


def test_too_long_a_text_is_refused_in_words(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    client, long = signed_in(office.drafter), "长" * 400_001
    assert "不能超过400000字" in saved(client, document, long, 0).json()["said"]
    answer = client.post(url(document, "text/check/"), {"text": long})
    assert answer.status_code == 400 and "不再边写边查" in answer.json()["said"]
    assert not Version.objects.exists()


def test_forged_posts_are_refused(office: SimpleNamespace, document: Document) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(office.drafter, backend="lingwu_office.people.backends.OfficeBackend")
    for rest in ("text/", "text/check/", "text/judge/", "text/upload/"):
        assert client.post(url(document, rest), {"text": "甲", "base": 0}).status_code == 403
    assert not Version.objects.exists()
