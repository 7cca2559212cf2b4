"""Who may judge findings, and who decides about words."""

from __future__ import annotations

from typing import Any

import pytest

from lingwu_office.audit.action import verbs
from lingwu_office.foundation.testing import Scene, VerbTests
from lingwu_office.foundation.verdict import no, yes
from lingwu_office.people.models import Unit
from lingwu_office.proofreading.actions import dismiss
from lingwu_office.proofreading.models import HouseWord

FINDING = {"fingerprint": "abc", "code": "WRD001", "excerpt": "布署", "reason": "项目原名"}


def judging(office: Any, **given: Any) -> Scene:
    similar = (office.colleague, office.finance_clerk, office.auditor)
    return Scene(office.top, right=office.drafter, similar=similar, given=given)


def undoing(office: Any) -> Scene:
    dismiss(office.drafter, office.top, **FINDING)
    return judging(office, fingerprint="abc")


def deciding(office: Any) -> Scene:
    word = HouseWord.objects.create(word="惠企通")
    return Scene(word, right=office.checker, similar=(office.drafter, office.principal, office.security))


def proposing(office: Any) -> Scene:
    similar = (office.system, office.security, office.auditor)
    return Scene(office.top, right=office.drafter, similar=similar, given={"word": "惠企通"})


SCENES = {
    "proofreading.dismiss": lambda office: judging(office, **FINDING),
    "proofreading.undo_dismissal": undoing,
    "proofreading.propose": proposing,
    "proofreading.accept": deciding,
    "proofreading.reject": deciding,
}


@pytest.fixture(autouse=True)
def judged_by_the_drafter(monkeypatch: pytest.MonkeyPatch) -> None:
    def may(unit: Unit, person: Any) -> Any:
        return yes("承办人") if getattr(person, "account", "") == "drafter" else no("不在您手里办理。")

    monkeypatch.setattr(Unit, "may_be_judged_by", may, raising=False)


class TestVerbs(VerbTests):
    verbs, duty, scenes = verbs, "proofreading", SCENES
