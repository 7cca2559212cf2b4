"""The forms of the verbs of 机构人员."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from lingwu_office.access.models import Grant
from lingwu_office.foundation.fields import SeveralField
from lingwu_office.people.models import Duty, Person, Post, Tenure, Unit

DASHES = "---------"
"""What Django says for no choice."""


class ActForm(forms.Form):
    """A form of a verb: made with who asks and the verb's thing."""

    def __init__(self, *args: Any, by: Person, thing: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.by, self.thing = by, thing
        for field in self.fields.values():
            if isinstance(field, PersonChoice):
                field.among()
            elif isinstance(field, forms.ModelChoiceField) and field.empty_label == DASHES:
                field.empty_label = "请选择" if field.required else "不选"
        self.prepare()

    def prepare(self) -> None:
        """What depends on ``thing``."""


class PersonChoice(forms.ModelChoiceField):
    """One of the persons in use who work on documents: no administrators."""

    def __init__(self, **given: Any) -> None:
        super().__init__(Person.objects.none(), empty_label="请选择", **given)

    def among(self, *left_out: Person) -> None:
        """Who can be chosen today, without those named."""
        set_apart = Grant.objects.on().filter(role__administration__gt="")
        apart = Q(grants__in=set_apart) | Q(tenures__in=Tenure.objects.on().filter(post__grants__in=set_apart))
        found = Person.objects.filter(is_active=True).exclude(apart).exclude(pk__in=[one.pk for one in left_out])
        self.queryset = found.select_related("unit")

    def label_from_instance(self, obj: Any) -> str:
        """Name and unit, for there are persons of one name."""
        return f"{obj.name}（{obj.unit.short_name or obj.unit.name}）" if obj.unit else obj.name


def day_field(label: str, **given: Any) -> forms.DateField:
    """A day, picked from the browser's calendar."""
    return forms.DateField(label=label, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **given)


def today() -> Any:
    """For the initial value of a day."""
    return timezone.localdate()


class ReasonForm(ActForm):
    """Nothing but a reason."""

    reason = forms.CharField(label="事由", max_length=200)


class UnitForm(ActForm):
    """A unit under ``thing``."""

    name = forms.CharField(label="名称", max_length=80)
    short_name = forms.CharField(label="简称", max_length=40, required=False)
    order = forms.IntegerField(label="次序", min_value=0, max_value=9999, initial=0)


class ChangeUnitForm(UnitForm):
    """Other values for the unit ``thing``."""

    parent = forms.ModelChoiceField(Unit.objects.filter(closed_on__isnull=True), label="上级机构", required=False)

    def prepare(self) -> None:
        """Its present values; the office itself has no unit above it."""
        self.initial = {name: getattr(self.thing, name) for name in self.fields}
        if self.thing.parent_id is None:
            del self.fields["parent"]
        else:
            self.fields["parent"].required = True


class PostForm(ActForm):
    """A post in the unit ``thing``."""

    name = forms.CharField(label="名称", max_length=60)
    head = forms.BooleanField(label="单位负责人", required=False)
    principal = forms.BooleanField(label="主要负责人", required=False)
    order = forms.IntegerField(label="次序", min_value=0, max_value=9999, initial=0)
    duties = SeveralField(Duty.objects.all(), label="职责", required=False)


class ChangePostForm(ActForm):
    """Other values for the post ``thing``."""

    name = forms.CharField(label="名称", max_length=60)
    head = forms.BooleanField(label="单位负责人", required=False)
    principal = forms.BooleanField(label="主要负责人", required=False)
    order = forms.IntegerField(label="次序", min_value=0, max_value=9999)

    def prepare(self) -> None:
        """Its present values."""
        self.initial = {name: getattr(self.thing, name) for name in self.fields}


class DutyForm(ActForm):
    """A duty of the office."""

    name = forms.CharField(label="职责", max_length=80)
    description = forms.CharField(label="说明", widget=forms.Textarea, required=False)


class AssignDutyForm(ActForm):
    """A duty that the post ``thing`` does not have yet."""

    duty = forms.ModelChoiceField(Duty.objects.none(), label="职责")

    def prepare(self) -> None:
        """The duties left."""
        self.fields["duty"].queryset = Duty.objects.exclude(posts=self.thing)  # type: ignore[attr-defined]


class DropDutyForm(ActForm):
    """A duty that the post ``thing`` has."""

    duty = forms.ModelChoiceField(Duty.objects.none(), label="职责")
    reason = forms.CharField(label="事由", max_length=200, required=False)

    def prepare(self) -> None:
        """Its duties."""
        self.fields["duty"].queryset = self.thing.duties.all()  # type: ignore[attr-defined]


class NewPersonForm(ActForm):
    """A person of the unit ``thing``."""

    name = forms.CharField(label="姓名", max_length=60)
    account = forms.CharField(label="账号", max_length=60)
    phone = forms.CharField(label="电话", max_length=40, required=False)
    password = forms.CharField(
        label="初始密码", required=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="本人首次登录时须修改；不填则暂不能登录。",
    )  # fmt: skip


class ChangePersonForm(ActForm):
    """Other values for the person ``thing``."""

    name = forms.CharField(label="姓名", max_length=60)
    unit = forms.ModelChoiceField(Unit.objects.filter(closed_on__isnull=True), label="机构")
    phone = forms.CharField(label="电话", max_length=40, required=False)

    def prepare(self) -> None:
        """His present values."""
        self.initial = {name: getattr(self.thing, name) for name in self.fields}


class PasswordForm(ActForm):
    """A first password for the person ``thing``."""

    password = forms.CharField(
        label="新密码", widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="本人下次登录时须修改。",
    )  # fmt: skip


class AppointForm(ActForm):
    """Who holds the post ``thing``."""

    person = PersonChoice(label="人员")
    since = day_field("起始日期", initial=today)
    until = day_field("截止日期", required=False)


class EndTenureForm(ActForm):
    """The last day of the tenure ``thing``."""

    until = day_field("最后一天", initial=today)
    reason = forms.CharField(label="事由", max_length=200, required=False)


class HandOverForm(ActForm):
    """Who takes the post ``thing`` over."""

    to = PersonChoice(label="接任人")
    day = day_field("交接日期", initial=today)


class DelegateForm(ActForm):
    """Who acts for the person ``thing``."""

    taker = PersonChoice(label="代行人")
    post = forms.ModelChoiceField(Post.objects.none(), label="岗位", required=False, empty_label="所任全部岗位")
    since = day_field("起始日期", initial=today)
    until = day_field("截止日期")
    reason = forms.CharField(label="事由", max_length=200)

    def prepare(self) -> None:
        """Anybody else; the posts that the giver holds."""
        self.fields["taker"].among(self.thing)  # type: ignore[attr-defined]
        held = [post.pk for post in self.thing.posts_on()]
        self.fields["post"].queryset = Post.objects.filter(pk__in=held).select_related("unit")  # type: ignore[attr-defined]


class EndDelegationForm(ActForm):
    """Why the delegation ``thing`` ends now."""

    reason = forms.CharField(label="事由", max_length=200, required=False)


class ImportForm(ActForm):
    """A list of persons for the unit ``thing``."""

    file = forms.FileField(label="名单", help_text="第一行为表头：姓名、账号、机构、岗位、电话。支持 .xlsx 和 .csv。")
    make_missing = forms.BooleanField(label="名单中没有的机构一并增设", required=False)
