"""The form of a proposed word."""

from __future__ import annotations

from django import forms


class WordForm(forms.Form):
    """A word that is right in this office, and why."""

    word = forms.CharField(label="词语", max_length=30)
    note = forms.CharField(label="说明", max_length=200, required=False)
