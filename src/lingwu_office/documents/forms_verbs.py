"""What each verb asks for, once: pages make their forms of it, the API its schema, both the verb's arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.db.models import Model, QuerySet

from lingwu_office.documents.actions_incoming import CHECKS, FORMS
from lingwu_office.documents.domain import flow as domain
from lingwu_office.documents.domain.elements import USES, organs
from lingwu_office.documents.domain.numbering import RETENTIONS
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.forms import changing_fields, registering_fields
from lingwu_office.documents.forms_fields import (
    DueField,
    JudgingField,
    PersonField,
    PersonsField,
    RecipientsField,
    UnitField,
    UnitsField,
)
from lingwu_office.documents.forms_hands import HandField, HandsField, leaders
from lingwu_office.documents.forms_text import MOST
from lingwu_office.documents.looking import Look
from lingwu_office.documents.models import Assignment, Attachment, Distribution, Document, Outcome, Reminder, Version

HANDS = "hands_"
"""How the names of fields begin that choose who gets a later step; its key follows."""
CHOOSABLE = (domain.Act.COUNTERSIGN, domain.Act.SIGN)
Fields = dict[str, forms.Field]
Maker = Callable[[Document | None], Fields]


def words(label: str, help_text: str = "", *, required: bool = False, initial: str = "", most: int = 2000) -> Any:
    """Some sentences."""
    area = forms.Textarea({"rows": 3})
    return forms.CharField(
        label=label, help_text=help_text, required=required, initial=initial, widget=area, max_length=most
    )


def line(label: str, help_text: str = "", *, required: bool = True, initial: str = "", most: int = 200) -> Any:
    """One line of text."""
    return forms.CharField(label=label, help_text=help_text, required=required, initial=initial, max_length=most)


def choice(label: str, values: Any, *, chosen: bool = True) -> forms.ChoiceField:
    """One of ``values``, the first unless one has to choose."""
    blank = [] if chosen else [("", "请选择")]
    return forms.ChoiceField(label=label, choices=[*blank, *((value, value) for value in values)])


def rows_of(model: type[Model], document: Document | None, **which: Any) -> QuerySet[Any]:
    """The rows of ``document`` (under ``document`` or, of reminders, of its assignments); none without one."""
    rows = model._default_manager.all()
    path = "assignment__document" if model is Reminder else "document"
    return rows.filter(**{path: document}, **which) if document is not None else rows.none()


def one_of(rows: QuerySet[Any], label: str, said: Callable[[Any], str] = str) -> forms.ModelChoiceField:
    """One of ``rows``; the only one is chosen before."""
    found = list(rows[:2])
    field = forms.ModelChoiceField(rows, label=label, empty_label=None if len(found) == 1 else "请选择")
    setattr(field, "label_from_instance", said)  # noqa: B010
    return field


def reason(label: str = "原因") -> Callable[[Document | None], Fields]:
    """Only a reason."""
    return lambda document: {"reason": words(label, required=True, most=200)}


def _passing(document: Document | None) -> Fields:
    fields: Fields = {"opinion": words("意见", required=_at(document) is domain.Act.COUNTERSIGN)}
    if document is None:
        return fields | {"to": _to(None)}
    if _at(document) in (domain.Act.DRAFT, domain.Act.REVIEW, domain.Act.RECHECK):
        for step in flow_of(document).behind(document.step):
            if step.act in CHOOSABLE and step.actor in (domain.CHOSEN, domain.LEADER):
                fields[HANDS + step.key] = _to(step)
                fields[HANDS + step.key].initial = document.plan.get(step.key)
    return fields


def _at(document: Document | None) -> domain.Act | None:
    flow = flow_of(document) if document is not None else None
    return flow.at(document.step).act if flow and document and document.step in flow else None


def _to(step: domain.Step | None) -> forms.Field:
    title = step.title if step else "下一环节"
    if step and step.act is domain.Act.SIGN:
        help_text = "不选则送主要负责人。"
        return HandsField(partial(leaders, "documents.sign"), label="签发人", help_text=help_text, required=False)
    skipped = "不需要的不选，直接送下一环节。" if step and step.optional else ""
    return HandsField(label=f"{title}人", help_text=skipped, required=False)


def _sending_back(document: Document | None) -> Fields:
    flow = flow_of(document) if document is not None else None
    earlier = flow.before(document.step) if flow and document and document.step in flow else ()
    steps = [(step.key, step.title) for step in reversed(earlier)]
    return {
        "reason": words("退回原因", "写明哪里要改、怎么改。", required=True),
        "to_step": forms.ChoiceField(label="退到", choices=steps, required=False),
    }


def _planning(document: Document | None) -> Fields:
    flow = flow_of(document) if document is not None else None
    later = flow.behind(document.step) if flow and document and document.step in flow else ()
    fit = [step for step in later if step.actor in (domain.CHOSEN, domain.LEADER, domain.PRINCIPAL)]
    return {
        "step": forms.ChoiceField(label="环节", choices=[(step.key, step.title) for step in fit]),
        "to": HandsField(label="办理人", help_text="都不选，就取消原来的安排。", required=False),
    }


def _somebody(label: str) -> Maker:
    """One hand and a reason."""

    def fields(document: Document | None) -> Fields:
        return {"person": HandField(label=label), "reason": words("原因", required=True, most=200)}

    return fields


def _signing(document: Document | None) -> Fields:
    return {"opinion": words("签发意见", "姓名和日期由系统记下；圈阅视为同意。", required=True, initial="同意。")}


def _numbering(document: Document | None) -> Fields:
    """The 代字 where none was given, with the one last used for this kind before it."""
    if document is not None and document.code:
        return {}
    field = line(
        "机关代字",
        "发文字号由代字、年份、顺序号组成，如“滨政办发〔2026〕5号”。",
        most=20,
        required=document is not None,
    )
    if document is not None:
        before = Document.objects.filter(kind=document.kind, issuer=document.issuer, numbers__voided_at__isnull=True)
        field.initial = before.exclude(code="").order_by("-pk").values_list("code", flat=True).first() or ""
    return {"code": field}


def _sealing(document: Document | None) -> Fields:
    issuer, signatory, copies = (document.issuer, document.signatory, document.copies) if document else ("", "", 1)
    return {
        "seal": line("印章", "与署名一致。", initial=issuer, most=100),
        "copies": forms.IntegerField(label="份数", min_value=1, max_value=100_000, initial=copies),
        "approved_by": line("批准人", initial=signatory, most=60),
        "last": _yes("这是最后一枚印章，用印后送下一环节", initial=True),
    }


def _yes(label: str, *, initial: bool = False) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False, initial=initial)


def _distributing(document: Document | None) -> Fields:
    names = organs(document.addressees) + organs(document.copies_to) if document is not None else []
    sent = set(document.distributions.values_list("recipient", flat=True)) if document is not None else set()
    rows = [{"recipient": name, "copies": 1, "channel": "网上"} for name in names if name not in sent]
    return {"recipients": RecipientsField(label="分发", help_text="空行不算。", initial=rows)}


def _acknowledging(document: Document | None) -> Fields:
    rows = rows_of(Distribution, document, received_at__isnull=True)
    return {
        "distribution": one_of(rows, "收到的公文", lambda row: f"{row.recipient}，{row.copies}份"),
        "received_by": line("签收人", "本单位签收的不用填；替外单位登记时填对方签收人。", required=False, most=60),
    }


def _screening(document: Document | None) -> Fields:
    return {
        "ticks": JudgingField(CHECKS, label="逐项审核", help_text="有一项不符合，就写明原因，退回来文单位。"),
        "reason": words("退文原因或初审意见", "有不符合的必须写原因。"),
    }


def _proposing(document: Document | None) -> Fields:
    return {
        "proposal": words("拟办意见", required=True),
        "leader": HandsField(partial(leaders, "documents.instruct"), label="请谁批示", required=False,
                             help_text="不选则送主要负责人。"),
        "lead_unit": UnitField(label="建议主办单位", required=False),
        "co_units": UnitsField(label="建议协办单位", required=False),
        "due_at": DueField(label="办结时限", required=False),
    }  # fmt: skip


def _instructing(document: Document | None) -> Fields:
    return {
        "text": words("批示", required=True),
        "to_unit": UnitField(label="交哪个单位办", required=False),
        "to_person": PersonField(
            label="或交哪个人办", required=False, help_text="单位和个人只选一个；都不选，按拟办意见办。"
        ),
        "due_at": DueField(label="办结时限", required=False),
        "more": _yes("还要交其他单位办，接着再批一条"),
    }


def _circulating(document: Document | None) -> Fields:
    said = "按次序一个人阅完再送下一个人；不填次序的，照名单的次序。"
    return {"readers": PersonsField(label="传阅人", help_text=said)}


def _handling(document: Document | None) -> Fields:
    return {"reply": words("办理情况", "写明办了什么、结果如何；协办的先报，主办的最后报。", required=True)}


def _replying(document: Document | None) -> Fields:
    return {"form": choice("答复方式", FORMS, chosen=False), "text": words("答复内容", required=True)}


def _reminding(document: Document | None) -> Fields:
    waiting = [row.pk for row in Look(None, document).waiting] if document is not None else []
    rows = rows_of(Assignment, document, pk__in=waiting).select_related("person", "post__unit")
    return {
        "assignment": one_of(rows, "催办对象", lambda row: str(row.post or row.person)),
        "text": words("催办内容", required=True, initial="请抓紧办理，按时限办结。", most=300),
    }


def _skipping(document: Document | None) -> Fields:
    rows = rows_of(Assignment, document, outcome=Outcome.OPEN, order__gt=0).select_related("person", "post__unit")
    return {
        "assignment": one_of(rows, "跳过谁", lambda row: str(row.post or row.person)),
        "reason": words("原因", "如出差、调离。", required=True, most=200),
    }


def _answering(document: Document | None) -> Fields:
    rows = rows_of(Reminder, document, answer="")
    return {
        "reminder": one_of(rows, "催办", lambda row: f"{row}：{row.text}"),
        "answer": words("答复", required=True, most=300),
    }


def _attaching(document: Document | None) -> Fields:
    use = choice("用途", USES)
    use.initial = "来文原件" if document is not None and document.direction == "in" else "附件"
    return {
        "file": forms.FileField(label="文件", help_text="可上传 .pdf、.docx、.xlsx、.ofd 等；涉密文件不得上传。"),
        "name": line("名称", "不填就用文件名。", required=False),
        "use": use,
    }


def _detaching(document: Document | None) -> Fields:
    rows = rows_of(Attachment, document, removed_at__isnull=True)
    return {"attachment": one_of(rows, "附件"), "reason": words("原因", required=True, most=200)}


def _saving(document: Document | None) -> Fields:
    return {
        "text": forms.CharField(label="正文", widget=forms.Textarea, strip=False),
        "base": forms.IntegerField(label="所据稿次", min_value=0, max_value=MOST),
        "note": line("说明", required=False),
        "substantial": _substantial(),
    }


def _substantial() -> forms.NullBooleanField:
    return forms.NullBooleanField(required=False, label="改动性质", help_text="签发以后改稿须注明。")


def _taking_in(document: Document | None) -> Fields:
    return {
        "aside": one_of(rows_of(Version, document, aside=True), "另存稿"),
        "text": forms.CharField(label="正文", widget=forms.Textarea, strip=False),
        "substantial": _substantial(),
    }


MAKERS: dict[str, Maker] = {
    "submit": _passing,
    "pass_on": _passing,
    "send_back": _sending_back,
    "withdraw": reason("撤回原因"),
    "void": reason("作废原因"),
    "void_number": reason("作废原因"),
    "plan_step": _planning,
    "add_reviewer": _somebody("请谁加签"),
    "hand_on": _somebody("转给谁办"),
    "sign": _signing,
    "number": _numbering,
    "seal": _sealing,
    "distribute": _distributing,
    "acknowledge": _acknowledging,
    "archive": lambda document: {"retention": choice("保管期限", RETENTIONS, chosen=False)},
    "register": registering_fields,
    "screen": _screening,
    "propose": _proposing,
    "instruct": _instructing,
    "circulate": _circulating,
    "mark_read": lambda document: {"opinion": words("意见", "可以不写，记为“已阅”。")},
    "report_done": _handling,
    "reply": _replying,
    "skip_reader": _skipping,
    "remind": _reminding,
    "answer_reminder": _answering,
    "attach": _attaching,
    "detach": _detaching,
    "save_text": _saving,
    "take_in": _taking_in,
    "change_elements": changing_fields,
    "see": lambda document: {},
}
"""The fields that each verb on a document asks for, by its name without ``documents.``."""
ON_ANOTHER_PAGE = {"save_text": "documents:text", "take_in": "documents:text"}
"""Verbs that have a page of their own."""
QUIET = {"see"}
"""Verbs that no button stands for."""
