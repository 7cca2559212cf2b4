"""A verb: what is asked, recorded, rolled back."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from lingwu_office.audit import chain
from lingwu_office.audit.action import acted, action, verbs
from lingwu_office.audit.models import Entry
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.foundation.verdict import no, yes
from lingwu_office.people.models import Person, Unit


@pytest.fixture
def rename(office: SimpleNamespace) -> Any:
    def may(by: Any, unit: Unit) -> Any:
        return yes("以负责人身份", on_behalf_of="主任") if by == office.principal else no("只有主任可以改名。")

    @action("test.rename", title="改名", may=may)
    def rename(by: Any, unit: Unit, *, name: str, reason: str = "") -> Unit:
        unit.name = name
        unit.save()
        if name == "坏":
            raise Invalid("名称不合适。")
        if name == "不准":
            raise Refused("这个名称不准用。")
        return unit

    yield rename
    del verbs["test.rename"]


def test_what_is_done_is_recorded_with_before_and_after(office: SimpleNamespace, rename: Any) -> None:
    unit = office.units["综合科"]
    rename(office.principal, unit, name="综合一科")
    entry = Entry.objects.get()
    assert (entry.person, entry.verb, entry.title) == (office.principal, "test.rename", "改名")
    assert (entry.before, entry.after) == ({"name": "综合科"}, {"name": "综合一科"})
    assert (entry.reason, entry.on_behalf_of, entry.thing) == ("以负责人身份", "主任", f"people.unit:{unit.pk}")


def test_a_given_reason_is_recorded(office: SimpleNamespace, rename: Any) -> None:
    rename(office.principal, office.top, name="办公厅", reason="机构升格")
    assert Entry.objects.get().reason == "机构升格"


def test_a_refusal_is_recorded_and_nothing_else(office: SimpleNamespace, rename: Any) -> None:
    with pytest.raises(Refused, match="只有主任"):
        rename(office.drafter, office.top, name="办公厅")
    entry = Entry.objects.get()
    assert (entry.kind, entry.person, entry.reason) == ("refusal", office.drafter, "只有主任可以改名。")
    assert not Unit.objects.filter(name="办公厅").exists()


@pytest.mark.parametrize(("name", "error", "count"), [("坏", Invalid, 0), ("不准", Refused, 1)])
def test_a_verb_that_fails_changes_nothing(
    office: SimpleNamespace, rename: Any, name: str, error: type[Exception], count: int
) -> None:
    with pytest.raises(error):
        rename(office.principal, office.top, name=name)
    assert not Unit.objects.filter(name=name).exists()
    assert Entry.objects.count() == count
    assert list(chain.breaks()) == []


def test_the_verb_sees_the_thing_as_it_is_now_not_as_it_was_read(office: SimpleNamespace, rename: Any) -> None:
    stale = Unit.objects.get(pk=office.top.pk)
    Unit.objects.filter(pk=stale.pk).update(short_name="新简称")
    assert rename(office.principal, stale, name="办公厅").short_name == "新简称"


def test_a_thing_that_is_gone_is_said_to_be(office: SimpleNamespace, rename: Any) -> None:
    unit = Unit.objects.create(name="昙花科", parent=office.top)
    stale = Unit.objects.get(pk=unit.pk)
    unit.delete()
    with pytest.raises(Invalid, match="已不存在"):
        rename(office.principal, stale, name="再现")


def test_what_a_listener_cannot_bear_is_not_done(office: SimpleNamespace, rename: Any) -> None:
    def listener(**_: Any) -> None:
        raise Invalid("搜索没有跟上。")

    acted.connect(listener)
    try:
        with pytest.raises(Invalid):
            rename(office.principal, office.top, name="办公厅")
    finally:
        acted.disconnect(listener)
    assert not Unit.objects.filter(name="办公厅").exists()
    assert not Entry.objects.exists()


def test_passwords_never_come_into_the_log(office: SimpleNamespace) -> None:
    from lingwu_office.people.actions import add_person

    made = add_person(office.system, office.top, account="w", name="王", password="Secret-word-11")
    kept = str(list(Entry.objects.values()))
    assert "Secret-word-11" not in kept
    assert Person.objects.get(pk=made.pk).password not in kept


def test_a_verb_is_registered_once(office: SimpleNamespace, rename: Any) -> None:
    with pytest.raises(ValueError, match="twice"):
        action("test.rename", title="改名", may=lambda by, thing: yes(""))(lambda by, thing: None)
