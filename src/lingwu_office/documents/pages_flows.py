"""办理流程: what the system administrator sees of the flows, and changes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.forms import BaseFormSet, formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lingwu_office.access.models import Role
from lingwu_office.documents import policies
from lingwu_office.documents.actions import change_flow
from lingwu_office.documents.domain.elements import KINDS
from lingwu_office.documents.domain.flow import ACTORS, ACTS, NAMES, URGENCIES
from lingwu_office.documents.forms_fields import TicksWidget
from lingwu_office.documents.models import Flow
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.asking import person_of

DAYS = dict(zip(("normal", "fast", "fastest"), URGENCIES, strict=True))
"""The fields of the limits and the words of the data."""
BLANK_ROWS = 2
COLUMNS = {"ORDER": "次序", "DELETE": "删去"}
"""What the fields that Django adds are called."""


class FlowForm(forms.Form):
    """Which kinds go this way, and whether it is in use."""

    kinds = forms.MultipleChoiceField(
        label="适用文种", choices=[(kind, kind) for kind in KINDS], required=False, widget=TicksWidget
    )
    active = forms.BooleanField(label="启用", required=False)


class StepForm(forms.Form):
    """One step."""

    title = forms.CharField(label="环节", max_length=20)
    key = forms.RegexField(
        r"^[a-z][a-z_]{0,30}$", label="代号", error_messages={"invalid": "小写英文字母和下划线，如 review。"}
    )
    act = forms.ChoiceField(label="事项")
    actor = forms.ChoiceField(label="办理人")
    edits = forms.BooleanField(label="可改正文", required=False)
    optional = forms.BooleanField(label="可略过", required=False)
    normal = forms.IntegerField(label="普通", min_value=0, max_value=250, required=False)
    fast = forms.IntegerField(label="加急", min_value=0, max_value=250, required=False)
    fastest = forms.IntegerField(label="特急", min_value=0, max_value=250, required=False)

    def __init__(self, *args: Any, acts: Any, actors: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["act"].choices = acts  # type: ignore[attr-defined]
        self.fields["actor"].choices = actors  # type: ignore[attr-defined]

    def row(self) -> dict[str, Any]:
        """The step as the data of a flow has it."""
        given = self.cleaned_data
        limits = {word: given[name] for name, word in DAYS.items() if given[name] is not None}
        marks = {name: True for name in ("edits", "optional") if given[name]}
        return (
            {name: given[name] for name in ("key", "title", "act", "actor")}
            | marks
            | ({"limits": limits} if limits else {})
        )


class StepRows(BaseFormSet):
    """The steps in a table: what is in a column stands once above it, and is said of each field besides."""

    def add_fields(self, form: StepForm, index: int | None) -> None:
        """The fields of a row, each with its row and its column."""
        super().add_fields(form, index)
        at = "新的一" if index is None else f"第{index + 1}"
        for name, field in form.fields.items():
            field.widget.attrs["aria-label"] = f"{at}行{COLUMNS.get(name, field.label)}"


def flows(request: HttpRequest) -> HttpResponse:
    """All flows, those in use first."""
    _allow(request)
    rows = sorted(Flow.objects.all(), key=lambda flow: (not flow.active, flow.direction, flow.pk))
    return render(request, "documents/flows.html", {"flows": [(flow, _told(flow)) for flow in rows]})


def _allow(request: HttpRequest) -> None:
    verdict = policies.may_change_flow(person_of(request), None)
    if not verdict:
        raise Refused(verdict.reason)


def _told(flow: Flow) -> list[dict[str, Any]]:
    actors = dict(_actors())
    return [
        {**step, "who": actors.get(step.get("actor", ""), step.get("actor", "")), "days": _days(step)}
        for step in flow.steps
    ]


def _days(step: dict[str, Any]) -> str:
    """普通1，加急0: the limits that are set."""
    return "，".join(f"{word}{days}" for word, days in (step.get("limits") or {}).items())


def _actors() -> list[tuple[str, str]]:
    roles = Role.objects.filter(administration="")
    return [*ACTORS.items(), *((f"role:{role.name}", f"角色：{role.title}") for role in roles)]


def flow(request: HttpRequest, pk: int) -> HttpResponse:
    """One flow as a table; POST changes it."""
    _allow(request)
    kept = get_object_or_404(Flow, pk=pk)
    rows = _formset(kept, request.POST or None)
    form = FlowForm(request.POST or None, initial={"kinds": kept.kinds, "active": kept.active})
    if request.method == "POST" and rows.is_valid() and form.is_valid():
        try:
            change_flow(person_of(request), kept, steps=_steps(rows), **form.cleaned_data)
        except Invalid as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"流程“{kept.name}”已改；正在办理的公文仍照原来的流程办完。")
            return redirect("documents:flows")
    wrong = bool(form.errors or (rows.is_bound and not rows.is_valid()))
    return render(
        request, "documents/flow.html", {"flow": kept, "form": form, "rows": rows}, status=400 if wrong else 200
    )


def _formset(flow: Flow, data: Any) -> BaseFormSet[Any]:
    made = formset_factory(StepForm, StepRows, extra=BLANK_ROWS, can_order=True, can_delete=True, max_num=60)
    acts = [(act.value, NAMES[act]) for act in ACTS[flow.direction]]
    given = {"acts": [("", ""), *acts], "actors": [("", ""), *_actors()]}
    return made(data, initial=[_initial(step) for step in flow.steps], form_kwargs=given, prefix="steps")


def _initial(step: dict[str, Any]) -> dict[str, Any]:
    limits = step.get("limits") or {}
    return {"act": step["key"], **step} | {name: limits.get(word) for name, word in DAYS.items()}


def _steps(rows: BaseFormSet[Any]) -> list[dict[str, Any]]:
    return [form.row() for form in rows.ordered_forms if form.cleaned_data.get("key")]
