"""留痕: the log, one entry, verifying, exporting. Only for the audit administrator."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

from django import forms
from django.contrib import messages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from lingwu_office.audit import actions, chain, exporting, queries
from lingwu_office.audit.models import ChainHead, Entry, EntryKind
from lingwu_office.audit.policies import may_read, visible_to
from lingwu_office.foundation.errors import Invalid

A_PAGE = 50
SHOWN = 100
"""Breaks named on a page; the command ``lingwu office verify-audit`` names them all."""
FORMS = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "jsonl": "application/jsonl"}


EARLIEST, LATEST = date(1970, 1, 1), date(2999, 12, 31)
"""Days that can be looked for; the first and last that there are have no moment in other zones."""


def day_field(label: str) -> forms.DateField:
    """A day, or none."""
    within = [MinValueValidator(EARLIEST), MaxValueValidator(LATEST)]
    picked = forms.DateInput({"type": "date"}, "%Y-%m-%d")
    return forms.DateField(label=label, widget=picked, required=False, validators=within)


class FilterForm(forms.Form):
    """What to look for in the log."""

    person = forms.CharField(label="人员或账号", max_length=60, required=False)
    kind = forms.ChoiceField(label="类别", choices=[("", "全部"), *EntryKind.choices], required=False)
    verb = forms.ChoiceField(label="动作", required=False)
    thing = forms.CharField(label="对象", max_length=80, required=False)
    since = day_field("起")
    until = day_field("止")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["verb"].choices = [("", "全部"), *queries.verb_choices()]  # type: ignore[attr-defined]


def _demand(request: HttpRequest) -> None:
    """Raises:
    Refused: not the audit administrator; recorded.
    """
    verdict = may_read(request.user)
    if not verdict:
        raise chain.refusal(request.user, "audit.read", "查看留痕", reason=verdict.reason)


def _filters(request: HttpRequest) -> tuple[FilterForm, queries.Filters]:
    form = FilterForm(request.GET)
    form.is_valid()
    given = {name: value for name, value in form.cleaned_data.items() if value}
    return form, queries.Filters(**given)


def entries(request: HttpRequest) -> HttpResponse:
    """The log by conditions, the latest first, page by page by number of entry."""
    _demand(request)
    form, filters = _filters(request)
    found = queries.entries(request.user, filters)
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        found = found.filter(seq__lt=int(before))
    rows = list(found[: A_PAGE + 1])
    older = rows[A_PAGE - 1].seq if len(rows) > A_PAGE else None
    given = {"form": form, "rows": rows[:A_PAGE], "older": older, "paged": bool(before), "anchor": chain.anchor()}
    return render(request, "audit/entries.html", given)


def entry(request: HttpRequest, seq: int) -> HttpResponse:
    """One entry with what changed."""
    _demand(request)
    found = get_object_or_404(Entry.objects.filter(visible_to(request.user)), seq=seq)
    whole = chain.hash_of(found) == found.hash
    return render(
        request, "audit/entry.html", {"entry": found, "changes": list(queries.changes(found)), "whole": whole}
    )


@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """验证: the whole chain reckoned anew."""
    _demand(request)
    found = list(islice(chain.breaks(), SHOWN))
    said = f"发现{len(found)}处问题" if found else "完整"
    actions.verify(request.user, _head(), found=found, reason=said)
    given = {"breaks": found, "most": SHOWN, "anchor": chain.anchor()}
    return render(request, "audit/verified.html", given)


@require_POST
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The entries by the conditions in the address, as .xlsx or JSON lines; recorded before anything goes out."""
    if form not in FORMS:
        raise Invalid("可以导出 .xlsx 或 .jsonl。")
    _, filters = _filters(request)
    count, last = actions.export(request.user, _head(), filters=filters, reason=f"{form}：{filters.said() or '全部'}")
    if not count:
        messages.warning(request, "没有符合条件的记录，未导出。")
        return redirect("audit:entries")
    found = queries.entries(request.user, filters).filter(seq__lte=last)
    if form == "jsonl":
        answer: HttpResponseBase = StreamingHttpResponse(exporting.as_lines(found), content_type=FORMS[form])
    else:
        answer = HttpResponse(exporting.as_sheet(found), content_type=FORMS[form])
    answer["Content-Disposition"] = f'attachment; filename="audit-{timezone.localdate():%Y%m%d}.{form}"'
    return answer


def _head() -> ChainHead:
    return ChainHead.objects.filter(pk=1).first() or ChainHead()
