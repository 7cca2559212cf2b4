"""Tests that every duty gets from its registered verbs: who may, who may not, and that a refusal changes nothing.

    SCENES = {"documents.number": lambda office: Scene(signed(office), right=office.registrar, similar=office.drafter)}

    class TestVerbs(VerbTests):
        verbs, duty, scenes = verbs, "documents", SCENES

A verb without a scene fails. Each scene is tried by nobody signed in, by an outsider, by each of ``similar``, and by
``right``. Import the duty's ``actions`` before, so that its verbs are registered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from lingwu_office.foundation.errors import Refused

UNWATCHED = ("audit", "sessions", "axes", "contenttypes")
"""Apps whose tables may change when somebody is refused."""
WHO = ("nobody", "outsider", "similar", "right")


@dataclass(frozen=True)
class Scene:
    """How a verb is tried.

    ``thing`` and ``given`` are what the verb takes; ``right`` is a person who may and does; ``similar`` are persons
    near to it who may not: a like role in another unit, another role, another administrator. ``outsider`` is the
    office's outsider where none is given. ``page`` is an address that leads to the verb, asked for without signing in;
    empty where no page does.
    """

    thing: Model
    right: Any
    similar: Any = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    outsider: Any = None
    page: str = ""

    def asking(self, who: str, office: Any) -> list[Any]:
        """The persons of the kind ``who`` (one of ``WHO``)."""
        if who == "nobody":
            return [AnonymousUser()]
        if who == "outsider":
            return [self.outsider or office.outsider]
        if who == "right":
            return [self.right]
        similar = list(self.similar) if isinstance(self.similar, (list, tuple)) else [self.similar]
        expect(similar, "场景没有写明相近而无权的人。")
        return similar


def expect(true: object, said: str) -> None:
    """Raises:
    AssertionError: ``true`` is not.
    """
    if not true:
        raise AssertionError(said)


def contents() -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but those of ``UNWATCHED``, to tell whether anything changed."""
    watched = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label not in UNWATCHED]
    return {model._meta.label: list(model._base_manager.order_by("pk").values_list()) for model in watched}


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The names of the tables that differ."""
    return sorted(name for name in after if before.get(name) != after[name])


def expect_refused(verb: Any, scene: Scene, person: Any) -> None:
    """The verb is refused to ``person`` with a reason that is recorded, and nothing else changes.

    Raises:
        AssertionError: it is not so.
    """
    entries: Any = apps.get_model("audit", "Entry").objects
    before, count = contents(), entries.count()
    try:
        verb.run(person, scene.thing, **scene.given)
    except Refused as refusal:
        said = str(refusal)
    else:
        raise AssertionError(f"{person} 办成了 {verb.name}，本应拒绝。")
    expect(re.search(r"[\u4e00-\u9fff].*。$", said), f"{verb.name} 的拒绝理由不成句：{said}")
    last = entries.order_by("seq").last()
    expect(entries.count() == count + 1, f"{verb.name} 被拒绝后应当恰好留一条记录。")
    expect((last.kind, last.verb, last.reason) == ("refusal", verb.name, said), f"{verb.name} 的拒绝记录不对：{last}")
    expect(last.person_id == person.pk, f"{verb.name} 的拒绝记在别人名下：{last}")
    expect(not changed(before, contents()), f"{verb.name} 被拒绝后仍有改动：{changed(before, contents())}")


def expect_done(verb: Any, scene: Scene) -> None:
    """The verb is done by the right person and recorded under his name.

    Raises:
        AssertionError: it is not recorded so.
    """
    entries = apps.get_model("audit", "Entry").objects
    last = entries.order_by("seq").values_list("seq", flat=True).last() or 0
    verb.run(scene.right, scene.thing, **scene.given)
    found = entries.filter(seq__gt=last, verb=verb.name, person=scene.right).exclude(kind="refusal")
    expect(found.count() == 1, f"{verb.name} 办成后应当恰好留一条记录。")


def expect_sign_in(page: str) -> None:
    """Whoever is not signed in is sent from ``page`` to the sign-in page.

    Raises:
        AssertionError: he is shown something else.
    """
    answer = Client().get(page)
    sent = answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))
    expect(sent, f"{page} 未登录也能打开：{answer.status_code}")


class VerbTests:
    """The tests themselves; a subclass named ``Test…`` sets ``verbs`` (the registry), ``duty`` and ``scenes``."""

    verbs: ClassVar[Mapping[str, Any]] = {}
    duty: ClassVar[str] = ""
    scenes: ClassVar[Mapping[str, Callable[[Any], Scene]]] = {}

    def pytest_generate_tests(self, metafunc: Any) -> None:
        """One test for each scene and each kind of person."""
        if {"verb", "who"} <= set(metafunc.fixturenames):
            metafunc.parametrize(("verb", "who"), [(verb, who) for verb in self.scenes for who in WHO])

    def test_every_verb_has_a_scene_and_every_scene_a_verb(self) -> None:
        """No verb is left out."""
        registered = {name for name in self.verbs if name.startswith(f"{self.duty}.")}
        expect(registered, f"{self.duty} 没有登记任何动作。")
        expect(registered == set(self.scenes), f"动作与场景不符：{sorted(registered ^ set(self.scenes))}")

    def test_who_may(self, verb: str, who: str, office: Any) -> None:
        """Done by the right person; refused to all others with nothing changed."""
        scene = self.scenes[verb](office)
        for person in scene.asking(who, office):
            if who == "right":
                expect_done(self.verbs[verb], scene)
            else:
                expect_refused(self.verbs[verb], scene, person)
        if who == "nobody" and scene.page:
            expect_sign_in(scene.page)
