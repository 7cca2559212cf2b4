"""Search over what one may see: words found on this database, and nothing shown to who may not see it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lingwu_office.audit.action import action, verbs
from lingwu_office.documents.models import Document, Version
from lingwu_office.foundation.verdict import yes
from lingwu_office.site.search import keeping
from lingwu_office.site.search.finding import PAGE, Asked, find
from lingwu_office.site.search.row import Row
from lingwu_office.site.tests.papers import paper, waits


def titles(person: Any, query: str, **filters: Any) -> list[str]:
    return [document.title for _, document in find(person, Asked(query, **filters)).documents]


@pytest.mark.parametrize(
    "query",
    ["防汛", "汛", "抗旱工作", "2026", "202", "滨政办发〔2026〕12号", "滨政办发[2026]12", "防汛 物资", "水务局", "g20",
     "Ｇ20", "物资储备。", "3月9日"],
)  # fmt: skip
def test_finds(office: SimpleNamespace, query: str) -> None:
    paper(office, "关于防汛抗旱工作的通知", "请于3月9日前报送物资储备。经G20确认。",
          document_number="滨政办发〔2026〕12号", addressees="区水务局")  # fmt: skip
    paper(office, "关于食堂卫生的通知", "每周五检查。")
    assert titles(office.drafter, query) == ["关于防汛抗旱工作的通知"]


@pytest.mark.parametrize("query", ["防旱", "9月3日", "防汛 食堂", "026", "", "。", '"', "汛防", "* OR 汛", "head:防"])
def test_does_not_find(office: SimpleNamespace, query: str) -> None:
    paper(office, "关于防汛抗旱工作的通知", "请于3月9日前报送。2026")
    paper(office, "关于食堂卫生的通知", "每周五检查。")
    assert titles(office.drafter, query) == []


def test_heads_before_texts_and_newest_first(office: SimpleNamespace) -> None:
    for title, text in [("防汛一", ""), ("其他一", "防汛"), ("防汛二", "防汛"), ("其他二", "防汛")]:
        paper(office, title, text)
    assert titles(office.drafter, "防汛") == ["防汛二", "防汛一", "其他二", "其他一"]


def test_pages_have_everything_once(office: SimpleNamespace) -> None:
    for number in range(PAGE):
        paper(office, f"防汛{number}")
        paper(office, f"其他{number}", "防汛")
    found: list[str] = []
    after = ""
    for _ in range(2):
        page = find(office.drafter, Asked("防汛", after=after))
        found += [document.title for _, document in page.documents]
        after = page.after
    assert (len(found), len(set(found)), after) == (2 * PAGE, 2 * PAGE, "")


def test_filters(office: SimpleNamespace) -> None:
    paper(office, "防汛通知")
    paper(office, "防汛报告", kind="报告")
    paper(office, "防汛来文", direction="in", kind="")
    year = Document.objects.latest("pk").created_at.year
    assert titles(office.drafter, "防汛", direction="in") == ["防汛来文"]
    assert titles(office.drafter, "防汛", kind="报告") == ["防汛报告"]
    assert len(titles(office.drafter, "防汛", year=year)) == 3
    assert titles(office.drafter, "防汛", year=year - 1) == []


@pytest.mark.parametrize("who", ["outsider", "finance_clerk", "system", "security", "auditor"])
def test_who_may_not_see_finds_nothing(office: SimpleNamespace, signed_in: Callable[[Any], Client], who: str) -> None:
    paper(office, "防汛要事", "物资")
    person = getattr(office, who)
    page = signed_in(person).get("/search/", {"q": "防汛"}).content.decode()
    assert titles(person, "防汛") == titles(person, "物资") == []
    assert "要事" not in page and "没有找到" in page


def test_who_it_was_sent_to_finds_it(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    document = paper(office, "防汛要事", "物资")
    waits(document, office.finance_clerk)
    page = signed_in(office.finance_clerk).get("/search/", {"q": "防汛"}).content.decode()
    assert "<mark>防汛</mark>要事" in page


def test_a_new_version_takes_the_place_of_the_old(office: SimpleNamespace) -> None:
    document = paper(office, "要事", "旧的说法")
    Version.objects.create(document=document, number=2, text="新的写法", digest="1" * 64, by=office.drafter)
    Document.objects.filter(pk=document.pk).update(version=2, title="大事")
    keeping.refresh(Document.objects.all())
    assert titles(office.drafter, "旧的") == titles(office.drafter, "要事") == []
    assert titles(office.drafter, "新的") == titles(office.drafter, "大事") == ["大事"]


def test_an_aside_version_is_not_the_text(office: SimpleNamespace) -> None:
    document = paper(office, "要事", "正在写的")
    Version.objects.create(document=document, number=2, text="另存的", digest="1" * 64, by=office.drafter, aside=True)
    keeping.refresh([document])
    assert titles(office.drafter, "另存") == []


def test_verbs_keep_the_index_and_what_is_rolled_back_does_not(
    office: SimpleNamespace, request: pytest.FixtureRequest
) -> None:
    document = paper(office, "要事")

    def renamed(by: Any, thing: Document, *, title: str) -> Document:
        thing.title = title
        thing.save()
        return thing

    request.addfinalizer(lambda: verbs.pop("documents.rename_in_test"))
    verb = action("documents.rename_in_test", title="改名", may=lambda person, thing: yes("测试"))(renamed)
    verb(office.drafter, document, title="防汛大事")
    assert titles(office.drafter, "防汛") == ["防汛大事"]
    with pytest.raises(RuntimeError), transaction.atomic():
        verb(office.drafter, document, title="抗旱大事")
        raise RuntimeError
    assert titles(office.drafter, "抗旱") == []
    assert titles(office.drafter, "防汛") == ["防汛大事"]


def test_rebuilding_finds_what_was_put_in_by_the_side(office: SimpleNamespace) -> None:
    document = paper(office, "要事")
    Document.objects.filter(pk=document.pk).update(title="防汛大事")
    assert titles(office.drafter, "防汛") == []
    assert keeping.rebuild() == 1
    assert titles(office.drafter, "防汛") == ["防汛大事"]
    keeping.ensure()
    assert titles(office.drafter, "防汛") == ["防汛大事"]


def test_rebuilding_mends_what_no_longer_fits(office: SimpleNamespace) -> None:
    paper(office, "防汛大事")
    with connection.cursor() as cursor:
        keeping.backend().store(cursor, [Row(9999, 1, "防汛鬼影", "")])
        keeping.backend().clear(cursor)
    assert titles(office.drafter, "防汛") == []
    assert keeping.rebuild() == 1
    assert titles(office.drafter, "防汛") == ["防汛大事"]


def test_titles_and_texts_are_escaped(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    paper(office, "<script>alert(1)</script>防汛", "<img src=x onerror=alert(2)>防汛")
    page = signed_in(office.drafter).get("/search/", {"q": "防汛 <script>"}).content.decode()
    assert "alert(1)" in page and "onerror" in page
    assert "<script>alert" not in page and "<img" not in page
    page = signed_in(office.drafter).get("/search/", {"q": '"><script>alert(3)</script>'}).content.decode()
    assert "<script>alert" not in page


ODD = [
    {"year": "x"}, {"year": "٣"}, {"direction": "../"}, {"after": "body-x"}, {"after": "-1"},
    {"after": "head-" + "9" * 40}, {"q": "文" * 500}, {"q": "a" * 5000},
]  # fmt: skip


@pytest.mark.parametrize("given", ODD)
def test_odd_addresses_are_answered(
    office: SimpleNamespace, signed_in: Callable[[Any], Client], given: dict[str, str]
) -> None:
    assert signed_in(office.drafter).get("/search/", {"q": "防汛"} | given).status_code == 200


def test_strangers_are_sent_to_sign_in(client: Client, db: None) -> None:
    assert client.get("/search/", {"q": "防汛"}).status_code == 302


def test_queries_do_not_grow(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    browser, counts = signed_in(office.drafter), []
    for many in (2, 12):
        for number in range(many):
            paper(office, f"防汛{many}之{number}", "防汛")
        with CaptureQueriesContext(connection) as caught:
            assert browser.get("/search/", {"q": "防汛"}).status_code == 200
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 16
