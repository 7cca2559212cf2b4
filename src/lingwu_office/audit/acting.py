"""A verb as a page: its form, and what becomes of what is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lingwu_office.audit import chain
from lingwu_office.audit.action import verbs
from lingwu_office.foundation.errors import Conflict, Invalid, Refused


@dataclass(frozen=True)
class Act:
    """How a verb is shown: the kind of its thing, its form (made with ``by`` and ``thing``) and where to go after."""

    model: type[Model]
    form: Callable[..., Form]
    back: Callable[[Any], str]
    note: str = ""
    danger: bool = False


def demand(by: Any, name: str, thing: Model) -> None:
    """Let only those on to a verb's form who may do it.

    Raises:
        Refused: the policy says no; recorded like the refusal of the verb itself.
    """
    verb = verbs[name]
    verdict = verb.may(by, thing)
    if not verdict:
        raise chain.refusal(by, verb.name, verb.title, thing, reason=verdict.reason)


def record_refusal(request: HttpRequest, error: Refused) -> None:
    """Put a refusal into the audit that nobody has recorded yet, under the name of the verb or the page asked for."""
    if error.recorded:
        return
    match = request.resolver_match
    name = (match.view_name or match.route).replace(":", ".") if match else request.path
    verb = name.removesuffix("act") + match.kwargs["verb"] if match and name.endswith(".act") else name
    title = verbs[verb].title if verb in verbs else "打开页面"
    chain.refusal(request.user, verb, title, reason=str(error), error=error)


def act_page(request: HttpRequest, acts: Mapping[str, Act], name: str, pk: int) -> HttpResponse:
    """The form of a verb (GET), or the verb done (POST) and on to where the act says; the form again where it is wrong.

    Raises:
        Http404: no such verb here, or nothing of that key.
        Refused: the policy says no.
    """
    act = acts.get(name)
    if act is None:
        raise Http404("没有这一事项。")
    thing: Any = get_object_or_404(act.model, pk=pk)
    if request.method != "POST":
        demand(request.user, name, thing)
        return _shown(request, act, name, thing, act.form(by=request.user, thing=thing))
    form = act.form(request.POST, request.FILES, by=request.user, thing=thing)
    status = 400
    if form.is_valid():
        try:
            verbs[name].run(request.user, thing, **form.cleaned_data)
        except Invalid as error:
            form.add_error(None, str(error).splitlines())
            status = 409 if isinstance(error, Conflict) else 400
        else:
            messages.success(request, f"已办理：{verbs[name].title}。")
            return redirect(act.back(thing))
    else:
        demand(request.user, name, thing)
    return _shown(request, act, name, thing, form, status=status)


def _shown(request: HttpRequest, act: Act, name: str, thing: Any, form: Form, *, status: int = 200) -> HttpResponse:
    given = {"act": act, "verb": verbs[name], "thing": thing, "form": form, "back": act.back(thing)}
    return render(request, "audit/act.html", given, status=status)
