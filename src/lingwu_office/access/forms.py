"""The forms of 权限. Persons, posts and units stand above this part and are asked for by name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.apps import apps
from django.utils import timezone

from lingwu_office.access.models import Role


class GrantForm(forms.Form):
    """Whom the role ``thing`` is given to, where and how long."""

    person: Any = forms.ModelChoiceField(
        None, label="人员", required=False, empty_label="不选", help_text="人员和岗位只选一个。"
    )
    post: Any = forms.ModelChoiceField(
        None, label="岗位", required=False, empty_label="不选", help_text="授给岗位的，谁任职谁有权。"
    )
    unit: Any = forms.ModelChoiceField(
        None, label="范围", required=False, empty_label="全单位", help_text="所选机构及其下级机构。"
    )
    since = forms.DateField(
        label="起始日期", widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), initial=timezone.localdate
    )
    until = forms.DateField(label="截止日期", widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), required=False)

    def __init__(self, *args: Any, by: Any, thing: Role, **given: Any) -> None:
        super().__init__(*args, **given)
        in_use: dict[str, dict[str, Any]] = {
            "person": {"is_active": True},
            "post": {"closed_on": None},
            "unit": {"closed_on": None},
        }
        for name, condition in in_use.items():
            found = apps.get_model("people", name.capitalize()).objects.filter(**condition)
            field: Any = self.fields[name]
            field.queryset = found if name == "unit" else found.select_related("unit")


class ReasonForm(forms.Form):
    """Why a grant is taken back, or a second factor switched off."""

    reason = forms.CharField(label="事由", max_length=200)

    def __init__(self, *args: Any, by: Any, thing: Any, **given: Any) -> None:
        super().__init__(*args, **given)


class FilterForm(forms.Form):
    """Which grants to show."""

    words = forms.CharField(label="人员或岗位", max_length=60, required=False)
    role = forms.ChoiceField(label="角色", required=False)
    past = forms.BooleanField(label="含已失效", required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        field: Any = self.fields["role"]
        field.choices = [("", "全部"), *Role.objects.values_list("name", "title")]
