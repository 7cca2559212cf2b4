"""权限: roles with what they allow, and grants."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lingwu_office.access import queries
from lingwu_office.access.forms import FilterForm, GrantForm, ReasonForm
from lingwu_office.access.models import Grant, Role
from lingwu_office.access.policies import may_view_grants
from lingwu_office.audit.acting import Act, act_page

A_PAGE = 50


def _grants(thing: Any) -> str:
    return reverse("access:grants")


def _person(thing: Any) -> str:
    return reverse("people:person", args=(thing.pk,))


ACTS = {
    "access.grant": Act(
        Role, GrantForm, _grants, "不能给自己授权；三员（系统、安全、审计管理员）互斥，且不能有业务角色。"
    ),
    "access.reset_second_factor": Act(
        get_user_model(), ReasonForm, _person, "手机遗失时使用；停用后本人只凭密码登录，应尽快重新启用。", danger=True
    ),
    "access.revoke": Act(Grant, ReasonForm, _grants, "收回后立即失效，记录保留。", danger=True),
}


def roles(request: HttpRequest) -> HttpResponse:
    """角色: what each role allows, made from the registered verbs. Rules are no secret: everybody may read them."""
    given = {"here": "roles", "matrix": queries.matrix(), "manages": bool(may_view_grants(request.user))}
    return render(request, "access/roles.html", given)


def grants(request: HttpRequest) -> HttpResponse:
    """授权: all of them for the security administrator, one's own for everybody else."""
    form = FilterForm(request.GET)
    form.is_valid()
    filters = queries.Filters(**{name: value for name, value in form.cleaned_data.items() if value})
    page = Paginator(queries.grants(request.user, filters), A_PAGE).get_page(request.GET.get("page"))
    manages = bool(may_view_grants(request.user))
    given = {
        "here": "grants",
        "page": page,
        "form": form,
        "manages": manages,
        "roles": Role.objects.all() if manages else [],
    }
    return render(request, "access/grants.html", given)


def act(request: HttpRequest, verb: str, pk: int) -> HttpResponse:
    """The form of a verb, or the verb done."""
    return act_page(request, ACTS, f"access.{verb}", pk)
