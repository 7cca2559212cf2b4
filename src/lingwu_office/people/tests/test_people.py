"""Units, posts, persons and delegations: what their verbs do and what they do not let pass."""

from __future__ import annotations

import io
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import Workbook

from lingwu_office.audit.models import Entry
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people import actions, queries, signals
from lingwu_office.people.lists import rows_of
from lingwu_office.people.models import Delegation, Duty, Person, Post, Tenure, Unit

TODAY = date.today()
DAY = timedelta(days=1)
WEEK = 7 * DAY


def post_of(person: Person) -> Post:
    return person.posts_on()[0]


def invalid(verb: Any, *args: Any, **given: Any) -> str:
    before = (Unit.objects.count(), Post.objects.count(), Person.objects.count(), Tenure.objects.count())
    with pytest.raises(Invalid) as caught:
        verb(*args, **given)
    after = (Unit.objects.count(), Post.objects.count(), Person.objects.count(), Tenure.objects.count())
    assert before == after
    return str(caught.value)


def test_a_unit_from_beginning_to_end(office: SimpleNamespace) -> None:
    by = office.system
    unit = actions.add_unit(by, office.top, name=" 信息科 ", short_name="信息")
    assert (unit.name, unit.parent) == ("信息科", office.top)
    assert "已有" in invalid(actions.add_unit, by, office.top, name="信息科")
    actions.change_unit(by, unit, name="数据科", parent=office.units["综合科"])
    unit.refresh_from_db()
    assert [part.name for part in unit.line()] == ["数据科", "综合科", office.top.name]
    post = actions.add_post(by, unit, name="科员")
    assert "1个岗位" in invalid(actions.close_unit, by, unit, reason="合并")
    actions.close_post(by, post, reason="合并")
    actions.close_unit(by, unit, reason="合并")
    unit.refresh_from_db()
    assert unit.closed_on == TODAY
    assert "已撤销" in invalid(actions.add_post, by, unit, name="科长")
    assert "已撤销" in invalid(actions.add_person, by, unit, account="x", name="某")


@pytest.mark.parametrize("name", ["", "   ", "换\n行", "零\0"])
def test_a_name_is_printable_text(office: SimpleNamespace, name: str) -> None:
    assert "机构名称" in invalid(actions.add_unit, office.system, office.top, name=name)


def test_no_unit_is_under_itself(office: SimpleNamespace) -> None:
    below = actions.add_unit(office.system, office.units["综合科"], name="一组")
    for parent in (below, office.units["综合科"]):
        assert "上级机构" in invalid(actions.change_unit, office.system, office.units["综合科"], parent=parent)


def test_the_office_itself_and_units_with_people_stay(office: SimpleNamespace) -> None:
    assert "不能撤销" in invalid(actions.close_unit, office.system, office.top, reason="x")
    said = invalid(actions.close_unit, office.system, office.units["财务科"], reason="x")
    assert "2个岗位" in said and "2个在用人员" in said


def test_a_post_with_a_holder_stays_and_work_at_a_post_may_keep_it(office: SimpleNamespace) -> None:
    assert "还有人任职" in invalid(actions.close_post, office.system, post_of(office.drafter), reason="x")
    free = actions.add_post(office.system, office.top, name="空岗")

    def work_waits(**_: Any) -> None:
        raise Invalid("岗位上还有待办。")

    signals.post_closing.connect(work_waits)
    try:
        assert "待办" in invalid(actions.close_post, office.system, free, reason="x")
    finally:
        signals.post_closing.disconnect(work_waits)


def test_two_posts_of_one_name_only_in_different_units(office: SimpleNamespace) -> None:
    assert "已有岗位" in invalid(actions.add_post, office.system, office.units["综合科"], name="科长")
    assert actions.add_post(office.system, office.top, name="科长").unit == office.top


def test_duties_are_assigned_and_dropped(office: SimpleNamespace) -> None:
    duty, post = actions.add_duty(office.system, office.top, name="值班"), post_of(office.drafter)
    actions.assign_duty(office.system, post, duty=duty)
    assert "已有职责" in invalid(actions.assign_duty, office.system, post, duty=duty)
    assert list(post.duties.all()) == [duty]
    actions.drop_duty(office.system, post, duty=duty)
    assert "没有职责" in invalid(actions.drop_duty, office.system, post, duty=duty)
    assert "已有职责" in invalid(actions.add_duty, office.system, office.top, name="值班")
    assert Entry.objects.filter(verb__in=("people.assign_duty", "people.drop_duty")).count() == 2


def test_what_is_missing_is_found(office: SimpleNamespace) -> None:
    empty = actions.add_post(office.system, office.top, name="空岗")
    free, busy = (Duty.objects.create(name=name) for name in ("无人之责", "有人之责"))
    busy.posts.add(post_of(office.drafter))
    gone = actions.add_post(office.system, office.top, name="旧岗", duties=[free])
    actions.close_post(office.system, gone, reason="撤并")
    found = queries.gaps()
    assert post_of(office.drafter) not in found.posts and post_of(office.colleague) in found.posts
    assert found.duties == [free], "the duty of a closed post is nobody's"
    assert found.persons == [office.outsider], "the three administrators need no post"
    assert found.vacant == [empty]


@pytest.mark.parametrize(
    ("account", "said"),
    [("", "账号"), ("a b", "账号"), ("<x>", "账号"), ("长" * 61, "账号"), ("drafter", "已被使用"),
     ("DRAFTER", "已被使用")],
)  # fmt: skip
def test_an_account_is_plain_and_ones_own(office: SimpleNamespace, account: str, said: str) -> None:
    assert said in invalid(actions.add_person, office.system, office.top, account=account, name="某")


def test_a_new_person_changes_his_first_password_and_without_one_cannot_sign_in(office: SimpleNamespace) -> None:
    first = actions.add_person(office.system, office.top, account="王五", name="王五", password="First-word-26")
    assert first.must_change_password and first.check_password("First-word-26")
    second = actions.add_person(office.system, office.top, account="li", name="李")
    assert not second.has_usable_password()
    assert "密码" in invalid(actions.add_person, office.system, office.top, account="z", name="赵", password="short")


def test_an_account_never_changes(office: SimpleNamespace) -> None:
    with pytest.raises(TypeError):
        actions.change_person(office.system, office.drafter, account="other")
    actions.change_person(office.system, office.drafter, name="新名", unit=office.units["财务科"])
    office.drafter.refresh_from_db()
    assert (office.drafter.name, office.drafter.unit.name) == ("新名", "财务科")


def test_who_holds_a_post_hands_it_over_before_leaving(office: SimpleNamespace) -> None:
    assert "岗位交接" in invalid(actions.deactivate_person, office.system, office.drafter, reason="调离")
    actions.hand_over(office.system, post_of(office.drafter), to=office.finance_clerk)
    given = Delegation.objects.create(
        giver=office.principal, taker=office.drafter, since=TODAY, until=TODAY + WEEK, reason="出差"
    )
    actions.deactivate_person(office.system, office.drafter, reason="调离")
    given.refresh_from_db()
    assert given.until == TODAY - DAY, "what he did for others ends"
    assert "已停用" in invalid(actions.deactivate_person, office.system, office.drafter, reason="再次")
    actions.reactivate_person(office.system, office.drafter)
    office.drafter.refresh_from_db()
    assert office.drafter.is_active and office.drafter.posts_on() == []


def test_a_reason_is_asked_for(office: SimpleNamespace) -> None:
    assert "缘由" in invalid(actions.deactivate_person, office.system, office.outsider, reason=" ")


def test_appointments_do_not_overlap_themselves_nor_oneself(office: SimpleNamespace) -> None:
    post = post_of(office.drafter)
    assert "已任" in invalid(actions.appoint, office.system, post, person=office.drafter, since=TODAY)
    assert "早于" in invalid(
        actions.appoint, office.system, post, person=office.outsider, since=TODAY, until=TODAY - DAY
    )
    with pytest.raises(Refused, match="自己"):
        actions.appoint(office.system, post, person=office.system, since=TODAY)
    actions.appoint(office.system, post, person=office.outsider, since=TODAY + WEEK)
    assert office.outsider.posts_on() == [] and office.outsider.posts_on(TODAY + WEEK) == [post]


def test_a_tenure_ends_with_its_last_day(office: SimpleNamespace) -> None:
    tenure = office.drafter.tenures.get()
    assert "早于" in invalid(actions.end_tenure, office.system, tenure, until=tenure.since - DAY)
    actions.end_tenure(office.system, tenure, until=TODAY - DAY)
    assert office.drafter.posts_on() == [] and office.drafter.posts_on(TODAY - DAY)
    assert "已经结束" in invalid(actions.end_tenure, office.system, tenure, until=TODAY)


def test_handing_over_moves_the_holder_and_tells_of_it(office: SimpleNamespace) -> None:
    post, heard = post_of(office.drafter), []
    lent = actions.delegate(
        office.drafter, office.drafter, taker=office.colleague, post=post, since=TODAY, until=TODAY + WEEK, reason="差"
    )

    def hear(**given: Any) -> None:
        heard.append(given)

    signals.handed_over.connect(hear)
    try:
        made = actions.hand_over(office.system, post, to=office.finance_clerk)
    finally:
        signals.handed_over.disconnect(hear)
    assert (made.person, made.since, made.until) == (office.finance_clerk, TODAY, None)
    assert office.drafter.tenures.get().until == TODAY - DAY
    (told,) = heard
    assert (told["post"], told["giver"], told["taker"], told["by"], told["day"]) == (
        post, office.drafter, office.finance_clerk, office.system, TODAY,
    )  # fmt: skip
    lent.refresh_from_db()
    assert lent.until < TODAY, "nobody acts any more for who does not hold it"


def test_a_receiver_that_fails_undoes_the_handing_over(office: SimpleNamespace) -> None:
    def fail(**_: Any) -> None:
        raise Invalid("待办没有转成。")

    signals.handed_over.connect(fail)
    try:
        assert "没有转成" in invalid(actions.hand_over, office.system, post_of(office.drafter), to=office.finance_clerk)
    finally:
        signals.handed_over.disconnect(fail)
    assert office.drafter.tenures.get().until is None


@pytest.mark.parametrize(("days", "said"), [(1, "不能晚于今天"), (-5000, "晚于原任职")])
def test_the_day_of_handing_over(office: SimpleNamespace, days: int, said: str) -> None:
    post = post_of(office.drafter)
    assert said in invalid(actions.hand_over, office.system, post, to=office.finance_clerk, day=TODAY + days * DAY)


def test_a_post_is_not_handed_to_its_holder_nor_to_oneself(office: SimpleNamespace) -> None:
    post = post_of(office.drafter)
    assert "已任" in invalid(actions.hand_over, office.system, post, to=office.drafter)
    with pytest.raises(Refused, match="自己"):
        actions.hand_over(office.system, post, to=office.system)


GIVEN: dict[str, Any] = {"since": TODAY, "until": TODAY + WEEK, "reason": "出差"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"taker": "drafter"}, "自己"),
        ({"since": TODAY - DAY}, "不能补办"),
        ({"until": TODAY - DAY, "since": TODAY}, "早于"),
        ({"until": TODAY + 367 * DAY}, "不能超过1年"),
        ({"reason": "  "}, "事由"),
        ({"post": "principal"}, "不任"),
    ],
)  # fmt: skip
def test_what_makes_no_delegation(office: SimpleNamespace, change: dict[str, Any], said: str) -> None:
    given = GIVEN | {"taker": "colleague"} | change
    given["taker"] = getattr(office, given["taker"])
    if "post" in given:
        given["post"] = post_of(getattr(office, given["post"]))
    assert said in invalid(actions.delegate, office.drafter, office.drafter, **given)
    assert not Delegation.objects.exists()


def test_a_year_is_the_longest(office: SimpleNamespace) -> None:
    given = GIVEN | {"until": TODAY + 366 * DAY}
    assert actions.delegate(office.drafter, office.drafter, taker=office.colleague, **given).pk


def test_nobody_passes_on_what_was_lent_to_him(office: SimpleNamespace) -> None:
    actions.delegate(office.principal, office.principal, taker=office.deputy, **GIVEN)
    assert "不能转委托" in invalid(actions.delegate, office.deputy, office.deputy, taker=office.checker, **GIVEN)
    assert "不能再接受" in invalid(actions.delegate, office.checker, office.checker, taker=office.principal, **GIVEN)
    later: dict[str, Any] = {"since": TODAY + 2 * WEEK, "until": TODAY + 3 * WEEK, "reason": "休假"}
    actions.delegate(office.deputy, office.deputy, taker=office.checker, **later)
    assert "已有相同" in invalid(actions.delegate, office.principal, office.principal, taker=office.deputy, **GIVEN)


def test_who_is_out_of_use_or_without_a_post_lends_nothing(office: SimpleNamespace) -> None:
    assert "没有岗位" in invalid(actions.delegate, office.outsider, office.outsider, taker=office.drafter, **GIVEN)
    Person.objects.filter(pk=office.colleague.pk).update(is_active=False)
    office.colleague.refresh_from_db()
    assert "已停用" in invalid(actions.delegate, office.drafter, office.drafter, taker=office.colleague, **GIVEN)


def test_a_delegation_ended_gives_nothing_from_that_moment(office: SimpleNamespace) -> None:
    made = actions.delegate(office.deputy, office.deputy, taker=office.drafter, **GIVEN)
    assert office.drafter.stood_for() == [(office.deputy, post_of(office.deputy))]
    actions.end_delegation(office.deputy, made)
    assert office.drafter.stood_for() == []
    assert "已经结束" in invalid(actions.end_delegation, office.deputy, made)


ROWS = [
    {"name": "钱七", "account": "qianqi", "unit": "综合科", "post": "科员", "phone": "6001"},
    {"name": "孙八", "account": "sunba", "unit": "", "post": "", "phone": ""},
    {"name": "周九", "account": "zhoujiu", "unit": "区政府办/财务科", "post": "出纳", "phone": "6003"},
]


def test_a_list_is_taken_in_with_units_posts_and_first_passwords(office: SimpleNamespace) -> None:
    made = actions.import_people(office.system, office.top, rows=ROWS)
    assert [each.person.name for each in made] == ["钱七", "孙八", "周九"]
    assert [str(each.person.unit) for each in made] == ["综合科", office.top.name, "财务科"]
    assert [str(post) for each in made for post in each.person.posts_on()] == ["综合科科员", "财务科出纳"]
    assert len({each.password for each in made}) == 3
    for each in made:
        assert each.person.must_change_password and each.person.check_password(each.password)
    kept = str(list(Entry.objects.values()))
    assert not any(each.password in kept for each in made)


def test_one_wrong_row_and_nobody_is_taken_in(office: SimpleNamespace) -> None:
    rows = [*ROWS, {"name": "", "account": "x", "unit": ""}, {"name": "郑", "account": "drafter"},
            {"name": "冯", "account": "qianqi"}, {"name": "陈", "account": "chen", "unit": "没有的科"}]  # fmt: skip
    said = invalid(actions.import_people, office.system, office.top, rows=rows).splitlines()
    assert [line.partition("：")[0] for line in said] == ["第5行", "第6行", "第7行", "第8行"]
    assert "姓名" in said[0] and "已被使用" in said[1] and "已被使用" in said[2] and "没有机构" in said[3]


def test_missing_units_are_made_only_when_asked_for(office: SimpleNamespace) -> None:
    rows = [
        {"name": "陈", "account": "chen", "unit": "督查科/一组"},
        {"name": "褚", "account": "chu", "unit": "督查科"},
    ]
    assert "督查科" in invalid(actions.import_people, office.system, office.top, rows=rows)
    made = actions.import_people(office.system, office.top, rows=rows, make_missing=True)
    group = made[0].person.unit
    assert group is not None and [part.name for part in group.line()] == ["一组", "督查科", office.top.name]
    assert made[1].person.unit == group.parent


def test_a_name_of_two_units_needs_its_path(office: SimpleNamespace) -> None:
    for parent in ("综合科", "财务科"):
        Unit.objects.create(name="一组", parent=office.units[parent])
    row = {"name": "陈", "account": "chen", "unit": "一组"}
    assert "不止一个" in invalid(actions.import_people, office.system, office.top, rows=[row])
    (made,) = actions.import_people(office.system, office.top, rows=[row | {"unit": "财务科/一组"}])
    assert made.person.unit is not None and made.person.unit.parent == office.units["财务科"]


@pytest.mark.parametrize("count", [0, 2001])
def test_a_list_has_some_and_not_too_many(office: SimpleNamespace, count: int) -> None:
    assert invalid(actions.import_people, office.system, office.top, rows=ROWS[:1] * count)


def sheet(*rows: tuple[Any, ...]) -> bytes:
    book, packed = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(packed)
    return packed.getvalue()


def test_lists_are_read_from_sheets_and_from_text_of_either_encoding() -> None:
    heading, row = (
        ("序号", "姓名", "账号", "部门", "职务", "手机"),
        (1, "钱七", "qianqi", "综合科", "科员", 13800000000),
    )
    expected = [{"name": "钱七", "account": "qianqi", "unit": "综合科", "post": "科员", "phone": "13800000000"}]
    assert rows_of("名单.XLSX", sheet(heading, row, (None,) * 6)) == expected
    text = "\n".join(",".join(map(str, line)) for line in (heading, row))
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        assert rows_of("list.csv", text.encode(encoding)) == expected


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [("a.xls", b"x", ".xlsx"), ("a.xlsx", b"not a sheet", "打不开"), ("a.xlsx", sheet(("名字",)), "表头"),
     ("a.csv", b"", "表头"), ("a.csv", "姓名\n钱".encode(), "账号"), ("a.csv", b"\xff\xff\xff", "编码"),
     ("a.csv", b"x" * (2 * 1024 * 1024 + 1), "2 MB")],
)  # fmt: skip
def test_what_is_no_list(name: str, data: bytes, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        rows_of(name, data)


def test_the_tree_costs_the_same_however_many_units(office: SimpleNamespace, django_assert_num_queries: Any) -> None:
    for number in range(20):
        unit = Unit.objects.create(name=f"{number}科", parent=office.top)
        Post.objects.create(unit=unit, name="科长")
    with django_assert_num_queries(4):
        (top,) = queries.unit_tree()
        assert len(top.under) == 22 and len(top.posts) == 4
        assert {tenure.person.name for post in top.posts for tenure in post.holders}  # type: ignore[attr-defined]
