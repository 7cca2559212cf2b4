"""A verb of the office: the only way to change anything.

    @action("documents.withdraw", title="撤回", may=may_withdraw)
    def withdraw(by: Person, document: Document, *, reason: str) -> Document: ...

The decorator opens a transaction, locks the thing, asks ``may``, runs the verb, records what changed, and commits. A
refusal is recorded too, after everything else has been rolled back.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models, transaction
from django.dispatch import Signal

from lingwu_office.audit import chain
from lingwu_office.audit.models import EntryKind
from lingwu_office.foundation import door
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.foundation.verdict import Verdict

Function = TypeVar("Function", bound=Callable[..., Any])

acted = Signal()
"""Sent inside the transaction after a verb has run: ``verb``, ``by``, ``thing``, ``result``."""


@dataclass(frozen=True)
class Verb:
    """A registered verb: its name ``duty.imperative``, its Chinese title, its policy and what it runs."""

    name: str
    title: str
    may: Callable[..., Verdict]
    run: Callable[..., Any]
    kind: str = EntryKind.VERB
    """What its entries tell of: 办理, or 导出 for what is carried out of the office."""


verbs: dict[str, Verb] = {}
"""All verbs by name, filled as the modules named ``actions`` are imported."""


def snapshot(thing: models.Model) -> dict[str, Any]:
    """The stored fields of ``thing`` as JSON values, without those its model names in ``unrecorded``.

    Of those in ``sealed`` only digests: the auditor sees that they changed, not what is said in them.
    """
    hidden, sealed = getattr(thing, "unrecorded", ()), getattr(thing, "sealed", ())
    fields = [field.attname for field in thing._meta.concrete_fields if field.name not in hidden]
    values = chain.plain({name: getattr(thing, name) for name in fields})
    return {name: chain.digest(value) if name in sealed and value else value for name, value in values.items()}


def locked(thing: models.Model) -> models.Model:
    """``thing`` read anew and locked until the transaction ends; itself where it is not stored yet.

    Its model is asked of ``_meta``, for ``request.user`` is only a stand-in for a person.

    Raises:
        Invalid: it is gone.
    """
    if thing.pk is None:
        return thing
    model = thing._meta.model
    found: models.Model | None = model._base_manager.select_for_update(of=("self",)).filter(pk=thing.pk).first()
    if found is None:
        raise Invalid(f"{model._meta.verbose_name}“{thing}”已不存在。")
    return found


def action(
    name: str, *, title: str, may: Callable[..., Verdict], kind: str = EntryKind.VERB
) -> Callable[[Function], Function]:
    """Makes a function ``(by, thing, **given)`` a verb. ``given`` ``reason`` goes into the audit entry,
    of ``opinion`` its digest.

    Raises (when the verb is called):
        Refused: the policy says no. Invalid, Conflict: from the verb itself; nothing is changed then.
    """

    def decorate(function: Function) -> Function:
        @functools.wraps(function)
        def run(by: Any, thing: models.Model, **given: Any) -> Any:
            try:
                with transaction.atomic():
                    return _performed(verb, function, by, locked(thing), given)
            except Refused as refusal:
                raise chain.refusal(by, name, title, thing, reason=str(refusal), error=refusal) from None

        verb = Verb(name, title, may, run, kind)
        if name in verbs:
            raise ValueError(f"verb {name} is registered twice")
        verbs[name] = verb
        return run  # type: ignore[return-value]

    return decorate


def _performed(verb: Verb, function: Callable[..., Any], by: Any, thing: models.Model, given: dict[str, Any]) -> Any:
    verdict = verb.may(by, thing)
    if not verdict:
        raise Refused(verdict.reason)
    door.pass_in(verb.name, given)
    before = snapshot(thing)
    result = function(by, thing, **given)
    acted.send(sender=thing._meta.model, verb=verb.name, by=by, thing=thing, result=result)
    after = snapshot(thing) if thing.pk is not None else {}
    changed = {key for key in {*before, *after} if before.get(key) != after.get(key)}
    made = {"result": chain.name_of(result)} if isinstance(result, models.Model) and result != thing else {}
    if opinion := given.get("opinion"):
        made["opinion"] = chain.digest(opinion)
    chain.append(
        verb.kind, by, verb.name, verb.title, thing,
        before={key: before[key] for key in changed & before.keys()},
        after={key: after[key] for key in changed & after.keys()} | made,
        reason=str(given.get("reason", "") or verdict.reason),
        on_behalf_of=verdict.on_behalf_of,
    )  # fmt: skip
    return result
