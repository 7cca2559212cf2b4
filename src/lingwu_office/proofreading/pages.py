"""The page of the office's own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.models import Unit
from lingwu_office.proofreading import actions, queries
from lingwu_office.proofreading.forms import WordForm
from lingwu_office.proofreading.models import HouseWord
from lingwu_office.proofreading.policies import may_decide, may_propose, may_see_words

DECISIONS: dict[str, tuple[Callable[..., HouseWord], str]] = {
    "accept": (actions.accept_word, "“{word}”已收入本单位用词，以后不再报为问题。"),
    "reject": (actions.reject_word, "“{word}”已退回，仍按规则校对。"),
}


@require_GET
def words(request: HttpRequest) -> HttpResponse:
    """本单位用词: proposals first, then what was decided."""
    return _words(request, WordForm())


def _words(request: HttpRequest, form: WordForm, status: int = 200) -> HttpResponse:
    verdict = may_see_words(request.user)
    if not verdict:
        raise Refused(verdict.reason)
    waiting = list(queries.proposals())
    reasons = queries.reasons_of(waiting)
    shown = {
        "waiting": [(word, reasons.get(word.word, [])) for word in waiting], "decided": queries.decided_words(),
        "form": form, "decides": may_decide(request.user, None), "proposes": may_propose(request.user, None),
    }  # fmt: skip
    return render(request, "proofreading/words.html", shown, status=status)


@require_POST
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a word."""
    form = WordForm(request.POST)
    if form.is_valid():
        try:
            word = actions.propose_word(request.user, _unit(request), **form.cleaned_data)
        except Invalid as error:
            form.add_error("word", str(error))
        else:
            messages.success(request, f"“{word}”已提出，等待核稿人员决定。")
            return redirect("proofreading:words")
    return _words(request, form, 400)


def _unit(request: HttpRequest) -> Unit:
    """The unit of whom the request comes from.

    Raises:
        Refused: there is none.
    """
    unit = getattr(request.user, "unit", None)
    if unit is None:
        raise Refused("您还没有所在机构，不能提出本单位用词，请联系系统管理员。")
    return cast(Unit, unit)


@require_POST
def decide(request: HttpRequest, pk: int, decision: str) -> HttpResponse:
    """Accept or reject a word."""
    word = get_object_or_404(HouseWord, pk=pk)
    run, said = DECISIONS[decision]
    run(request.user, word)
    messages.success(request, said.format(word=word))
    return redirect("proofreading:words")
