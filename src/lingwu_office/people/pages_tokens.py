"""接口令牌: one's own tokens of the API."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from lingwu_office.foundation.errors import Invalid
from lingwu_office.people.actions_tokens import issue_token, revoke_token
from lingwu_office.people.asking import person_of
from lingwu_office.people.models import ApiToken


class TokenForm(forms.Form):
    """What a token is for, and how long it lasts."""

    name = forms.CharField(label="用途", max_length=60)
    until = forms.DateField(label="截止日期", widget=forms.DateInput(attrs={"type": "date"}))


@never_cache
def tokens(request: HttpRequest) -> HttpResponse:
    """One's own tokens; POST makes one, whose text is shown this once."""
    person = person_of(request)
    form, made, status = TokenForm(request.POST or None), None, 200
    if request.method == "POST" and form.is_valid():
        try:
            _, made = issue_token(person, person, **form.cleaned_data)
        except Invalid as error:
            form.add_error(None, str(error))
    if request.method == "POST" and made is None:
        status = 400
    kept = ApiToken.objects.filter(person=person)
    given = {"form": TokenForm() if made else form, "made": made, "tokens": kept}
    return render(request, "people/tokens.html", given, status=status)


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop a token."""
    token = get_object_or_404(ApiToken, pk=pk)
    try:
        revoke_token(person_of(request), token)
        messages.success(request, f"已停用令牌“{token.name}”。")
    except Invalid as error:
        messages.error(request, str(error))
    return redirect("people:tokens")
