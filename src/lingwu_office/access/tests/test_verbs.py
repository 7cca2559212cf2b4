"""Every verb of 权限: who may, who may not."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator

from lingwu_office.access import actions
from lingwu_office.access.models import Role
from lingwu_office.audit.action import verbs
from lingwu_office.foundation.testing import Scene, VerbTests

assert actions


def managed(office: Any, thing: Any, **given: Any) -> Scene:
    return Scene(
        thing, right=office.security, similar=[office.system, office.auditor, office.principal], given=given,
        page="/access/grants/",
    )  # fmt: skip


def role(name: str) -> Role:
    return Role.objects.get(name=name)


def with_factor(office: Any) -> Any:
    Authenticator.objects.create(user=office.drafter, type="totp", data={"secret": "x"})
    return office.drafter


SCENES = {
    "access.grant": lambda o: managed(o, role("checker"), person=o.drafter),
    "access.revoke": lambda o: managed(o, o.drafter.posts_on()[0].grants.get(), reason="岗位调整"),
    "access.reset_second_factor": lambda o: managed(o, with_factor(o), reason="手机遗失"),
}


class TestVerbs(VerbTests):
    verbs, duty, scenes = verbs, "access", SCENES
