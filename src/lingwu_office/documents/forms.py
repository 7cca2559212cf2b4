"""Forms of a new document sent or received, and of its elements."""

from __future__ import annotations

from typing import Any

from django import forms

from lingwu_office.documents import policies
from lingwu_office.documents.actions_drafting import AFTER_SIGNING
from lingwu_office.documents.domain.elements import KINDS
from lingwu_office.documents.forms_fields import DayInput, DueField, units_of_office
from lingwu_office.documents.models import Direction, Document, Flow, Urgency
from lingwu_office.documents.standing import standing_of
from lingwu_office.people.models import Person, Unit

ACTION = (("True", "批办性（需要批示办理）"), ("False", "阅知性（传阅）"))
OPENNESS = ("", "主动公开", "依申请公开", "不予公开")
NOTES = ("附注", "公开属性", "联系人", "联系电话")
"""Elements that the form keeps under ``Document.form`` by these names."""


def units_for(person: Person, verb: str) -> list[Unit]:
    """The units for which ``person`` may draft or receive, that of his own first; one drafts for one's own units."""
    ask = {"draft": policies.may_draft, "receive": policies.may_receive}[verb]
    units = [unit for unit, _ in units_of_office()]
    by_pk = {unit.pk: unit for unit in units}
    for unit in units:
        if unit.parent_id in by_pk:
            unit.parent = by_pk[unit.parent_id]
    allowed = [unit for unit in units if ask(person, unit)]
    own = {person.unit_id, *standing_of(person).units}
    if verb == "draft" and any(unit.pk in own for unit in allowed):
        allowed = [unit for unit in allowed if unit.pk in own]
    return sorted(allowed, key=lambda unit: unit.pk != person.unit_id)


def line(label: str, help_text: str = "", *, at_most: int = 300, required: bool = False) -> forms.CharField:
    """One line of text; a browser cuts nothing that is pasted: what is too long is told, not lost."""
    field = forms.CharField(label=label, help_text=help_text, max_length=at_most, required=required)
    del field.widget.attrs["maxlength"]
    return field


def elements_fields() -> dict[str, forms.Field]:
    """The elements of a document sent, in the order of the form."""
    kinds = [("", "请选择"), *((kind, kind) for kind in KINDS)]
    openness = [(value, value or "未定") for value in OPENNESS]
    return {
        "kind": forms.ChoiceField(label="文种", choices=kinds),
        "title": line(
            "标题", "发文机关名称、事由和文种，如“滨河区人民政府办公室关于做好防汛值班工作的通知”。", required=True
        ),
        "addressees": line("主送机关", "用全称、规范化简称或同类型机关统称，用顿号、逗号隔开。", at_most=500),
        "copies_to": line("抄送机关", at_most=500),
        "urgency": forms.ChoiceField(label="紧急程度", choices=Urgency.choices, required=False),
        "code": line("机关代字", "如“滨政办发”，编号时用。", at_most=20),
        "copies": forms.IntegerField(label="份数", min_value=1, max_value=99_999, initial=1),
        "due_at": DueField(label="办结时限", required=False),
        "附注": line("附注", "印发传达范围等，印在成文日期下方的括号里。", at_most=100),
        "公开属性": forms.ChoiceField(label="公开属性", choices=openness, required=False),
        "联系人": line("联系人", at_most=40),
        "联系电话": line("联系电话", at_most=40),
    }


def changing_fields(document: Document | None) -> dict[str, forms.Field]:
    """The elements that may change as the document stands, with their values."""
    if document is not None and document.direction == Direction.INCOMING:
        fields = registering_fields(document)
    else:
        fields = elements_fields()
        if document is not None and document.signed_version is not None:
            fields = {name: field for name, field in fields.items() if name in AFTER_SIGNING}
    return with_values(fields, document)


def registering_fields(document: Document | None) -> dict[str, forms.Field]:
    """The elements of a document received, with their values."""
    kinds = [("", "非法定文种"), *((kind, kind) for kind in KINDS)]
    fields: dict[str, forms.Field] = {
        "source": line("来文单位", at_most=120, required=True),
        "source_number": line("来文字号", "照来文写，如“江政发〔2026〕7号”；没有的空着。", at_most=60),
        "title": line("标题", required=True),
        "kind": forms.ChoiceField(label="文种", choices=kinds, required=False),
        "source_date": forms.DateField(label="成文日期", required=False, widget=DayInput()),
        "copies": forms.IntegerField(label="份数", min_value=1, max_value=9_999, help_text="逐件清点后填。", initial=1),
        "urgency": forms.ChoiceField(label="紧急程度", choices=Urgency.choices, required=False),
        "for_action": forms.TypedChoiceField(
            label="办理性质", choices=ACTION, coerce=lambda value: value == "True", initial="True",
            widget=forms.RadioSelect,
        ),
        "due_at": DueField(label="办结时限", required=False),
    }  # fmt: skip
    return with_values(fields, document)


def with_values(fields: dict[str, forms.Field], document: Document | None) -> dict[str, forms.Field]:
    """``fields`` with what ``document`` has in them; a time limit that is past may stay."""
    if document is None:
        return fields
    for name, field in fields.items():
        field.initial = document.form.get(name, "") if name in NOTES else getattr(document, name)
        if isinstance(field, DueField):
            field.kept = document.due_at
    return fields


def elements_of(cleaned: dict[str, Any]) -> dict[str, Any]:
    """What the verbs take: columns by name, the others together under ``form``."""
    notes = {name: value for name, value in cleaned.items() if name in NOTES}
    given = {name: value for name, value in cleaned.items() if name not in NOTES}
    return given | ({"form": notes} if notes else {})


class UnitForm(forms.Form):
    """Fields besides the unit for which somebody drafts or receives."""

    unit = forms.ChoiceField(label="单位")

    def __init__(self, *args: Any, units: list[Unit], **given: Any) -> None:
        super().__init__(*args, **given)
        self.units = {str(unit.pk): unit for unit in units}
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(pk, unit.name) for pk, unit in self.units.items()]

    def clean_unit(self) -> Unit:
        """The unit itself."""
        return self.units[self.cleaned_data["unit"]]


class DraftForm(UnitForm):
    """A new document sent."""

    flow = forms.ModelChoiceField(
        Flow.objects.filter(direction=Direction.OUTGOING, active=True), label="流程", required=False,
        empty_label="按文种自动选定", help_text="要会签或联合发文的，选“联合或会签”。",
    )  # fmt: skip

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields.update(elements_fields())
        self.order_fields([*elements_fields(), "unit", "flow"])
        self.fields["unit"].label = "拟稿单位"

    def elements(self) -> dict[str, Any]:
        """What ``draft`` takes besides the unit."""
        return elements_of({name: value for name, value in self.cleaned_data.items() if name != "unit"})


class ReceiveForm(UnitForm):
    """签收: what came, from whom, in how many pieces; the original may be uploaded with it."""

    original = forms.FileField(
        label="来文原件", required=False, help_text="可上传 .pdf、.docx、.ofd 等，也可以以后再加。涉密文件不得上传。"
    )
    again = forms.BooleanField(label="已核对，确是另一件来文，仍然签收", required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields.update(registering_fields(None))
        self.order_fields([*registering_fields(None), "unit", "original", "again"])
        self.fields["unit"].label = "签收单位"

    def elements(self) -> dict[str, Any]:
        """What ``receive`` takes besides the unit."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("unit", "original", "again")}
        return elements_of(given) | {"pieces": given.pop("copies")} if "copies" in given else elements_of(given)
