"""The verbs of 机构人员 as pages."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from lingwu_office.audit.acting import Act
from lingwu_office.people import forms
from lingwu_office.people.models import Delegation, Person, Post, Tenure, Unit


def _units(thing: Any) -> str:
    return reverse("people:units")


def _post(thing: Post) -> str:
    return reverse("people:post", args=(thing.pk,))


def _person(thing: Person) -> str:
    return reverse("people:person", args=(thing.pk,))


def _post_of_tenure(thing: Tenure) -> str:
    return reverse("people:post", args=(thing.post_id,))


def _delegations(thing: Any) -> str:
    return reverse("people:delegations")


def _posts(thing: Any) -> str:
    return reverse("people:posts")


ACTS = {
    "people.add_unit": Act(Unit, forms.UnitForm, _units),
    "people.change_unit": Act(Unit, forms.ChangeUnitForm, _units),
    "people.close_unit": Act(Unit, forms.ReasonForm, _units, "撤销后不能恢复，记录保留。", danger=True),
    "people.add_post": Act(Unit, forms.PostForm, _units),
    "people.change_post": Act(Post, forms.ChangePostForm, _post),
    "people.close_post": Act(Post, forms.ReasonForm, _posts, "撤销后不能恢复，记录保留。", danger=True),
    "people.add_duty": Act(Unit, forms.DutyForm, _posts),
    "people.assign_duty": Act(Post, forms.AssignDutyForm, _post),
    "people.drop_duty": Act(Post, forms.DropDutyForm, _post),
    "people.add_person": Act(Unit, forms.NewPersonForm, _units),
    "people.change_person": Act(Person, forms.ChangePersonForm, _person, "账号不能变更：留痕以账号认人。"),
    "people.deactivate_person": Act(Person, forms.ReasonForm, _person, "停用后不能登录，已办的事项保留。", danger=True),
    "people.reactivate_person": Act(Person, forms.ReasonForm, _person),
    "people.reset_password": Act(Person, forms.PasswordForm, _person, "账号锁定的，重置后随即解锁。"),
    "people.appoint": Act(Post, forms.AppointForm, _post),
    "people.end_tenure": Act(Tenure, forms.EndTenureForm, _post_of_tenure),
    "people.hand_over": Act(
        Post,
        forms.HandOverForm,
        _post,
        "原任职到交接日前一天为止；在这个岗位上和交给原任人员本人的待办，一并转给接任人。",
    ),
    "people.delegate": Act(
        Person, forms.DelegateForm, _delegations, "最长一年；代行期间所办事项注明代行，由本人负责监督。"
    ),
    "people.end_delegation": Act(Delegation, forms.EndDelegationForm, _delegations),
}
"""By verb; what is not here has a page of its own or none."""
