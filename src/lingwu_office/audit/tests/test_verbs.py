"""Every verb of 留痕: the auditor's alone."""

from __future__ import annotations

from typing import Any

from lingwu_office.audit import chain
from lingwu_office.audit.action import verbs
from lingwu_office.audit.models import ChainHead, EntryKind
from lingwu_office.audit.queries import Filters
from lingwu_office.foundation.testing import Scene, VerbTests


def audited(office: Any, **given: Any) -> Scene:
    chain.append(EntryKind.SIGN_IN, office.drafter, "sign_in", "登录")
    return Scene(
        ChainHead.objects.get(), right=office.auditor, similar=[office.system, office.security, office.principal],
        given=given, page="/audit/",
    )  # fmt: skip


SCENES = {
    "audit.verify": lambda o: audited(o, found=[]),
    "audit.export": lambda o: audited(o, filters=Filters()),
}


class TestVerbs(VerbTests):
    verbs, duty, scenes = verbs, "audit", SCENES
