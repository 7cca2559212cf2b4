"""Forms of the text of a document: saving it, bringing a file, judging a finding, choosing two versions."""

from __future__ import annotations

import re
from typing import Any

from django import forms

ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufeff\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
SUBSTANTIAL = (("no", "文字性改动（不改变内容，签发仍有效）"), ("yes", "实质性改动（退回签发人重新签发）"))

MOST = 1_000_000
"""No document has so many versions."""


def clean(text: str) -> str:
    """``text`` with one kind of line end and without characters that no document has."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return SURROGATE.sub("\ufffd", ODD.sub("", text))


class WholeTextField(forms.CharField):
    """A text as it is, blanks at its ends included."""

    def __init__(self, **given: Any) -> None:
        super().__init__(strip=False, required=False, **given)

    def to_python(self, value: Any) -> str:
        """The text, cleaned."""
        return clean(super().to_python(value) or "")


class TextForm(forms.Form):
    """The text, from which version it was made, and what is said of the change."""

    text = WholeTextField(label="正文")
    base = forms.IntegerField(min_value=0, max_value=MOST, widget=forms.HiddenInput)
    note = forms.CharField(label="这一稿改了什么", max_length=200, required=False)
    substantial = forms.ChoiceField(label="改动性质", choices=SUBSTANTIAL, required=False, widget=forms.RadioSelect)

    def clean_substantial(self) -> bool | None:
        """Whether the change is substantial; None where nothing was said."""
        return {"yes": True, "no": False}.get(self.cleaned_data["substantial"])


class TakeInForm(TextForm):
    """The text with what was good of another version taken in."""


class UploadForm(forms.Form):
    """A file whose text becomes the next version."""

    file = forms.FileField(label="文件", allow_empty_file=True, max_length=None)
    base = forms.IntegerField(min_value=0, max_value=MOST, widget=forms.HiddenInput)
    substantial = forms.ChoiceField(choices=SUBSTANTIAL, required=False)

    clean_substantial = TextForm.clean_substantial


class JudgeForm(forms.Form):
    """One finding, and why it stays; ``undo`` makes it open again."""

    fingerprint = forms.CharField(max_length=64)
    code = forms.CharField(max_length=10, required=False)
    excerpt = forms.CharField(max_length=4000, required=False, strip=False)
    reason = forms.CharField(max_length=200, required=False)
    undo = forms.BooleanField(required=False)


class TwoForm(forms.Form):
    """Two versions to compare."""

    old = forms.IntegerField(label="前一稿", min_value=0, max_value=MOST)
    new = forms.IntegerField(label="后一稿", min_value=1, max_value=MOST)
