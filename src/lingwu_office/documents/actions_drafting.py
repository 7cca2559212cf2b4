"""Verbs of drafting: a document begins, its text and elements change, files are attached, it is withdrawn or voided."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from lingwu_office.audit.action import action
from lingwu_office.audit.chain import name_of
from lingwu_office.audit.models import Entry
from lingwu_office.documents import hands, policies
from lingwu_office.documents.actions_moving import (
    cancel,
    checked,
    choose,
    decided,
    follow,
    go_to,
    needed,
    open_for,
    text_of,
    write,
)
from lingwu_office.documents.course import course_of
from lingwu_office.documents.domain import course as domain
from lingwu_office.documents.domain import elements as rules
from lingwu_office.documents.domain.flow import Act
from lingwu_office.documents.flows import flow_for, flow_of
from lingwu_office.documents.models import (
    TAKEN,
    Attachment,
    Direction,
    Document,
    Flow,
    IssuedNumber,
    State,
    Version,
)
from lingwu_office.files.models import StoredFile
from lingwu_office.files.secrecy import refuse_marked
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.models import Person, Unit

ELEMENTS = (
    "title", "kind", "urgency", "addressees", "copies_to", "issuer", "code", "copies", "due_at", "source",
    "source_number", "source_date", "for_action",
)  # fmt: skip
"""Fields that ``change_elements`` takes; ``form`` besides, whose keys are added to those there are."""
AFTER_SIGNING = {"code", "copies", "copies_to", "due_at"}
"""Fields that may still change after 签发: they are settled at 登记 (条例 第二十五条（二）)."""
LONGEST_TEXT = 400_000


@action("documents.draft", title="起草", may=policies.may_draft)
def draft(
    by: Person, unit: Unit, *, title: str, kind: str, flow: Flow | None = None, text: str = "", **elements: Any
) -> Document:
    """A new document sent by the office, before its drafter; ``flow`` is that of the kind where none is given.

    Raises:
        Invalid: the kind is none of the 15 文种, or an element does not fit. Refused: it bears a mark of secrecy.
    """
    if kind not in rules.KINDS:
        raise Invalid(f"“{kind}”不是条例第八条规定的15个文种之一。")
    flow = flow or flow_for(Direction.OUTGOING, kind)
    if flow is None or flow.direction != Direction.OUTGOING:
        raise Invalid("没有适用的发文流程，请系统管理员设置。")
    document = Document(
        direction=Direction.OUTGOING, unit=unit, drafter=by, flow=flow, title=title, kind=kind,
        issuer=unit.line()[-1].name, state=State.DRAFT, step=flow.steps[0]["key"],
    )  # fmt: skip
    _set(document, elements)
    document.save()
    open_for(by, document, flow_of(document).at(document.step), [by], "您起草的公文")
    if text:
        _keep(by, document, text, "", None)
    return document


def _set(document: Document, elements: dict[str, Any]) -> None:
    form = elements.pop("form", None)
    unknown = set(elements) - set(ELEMENTS)
    if unknown:
        raise Invalid(f"没有“{'、'.join(sorted(unknown))}”这样的要素。")
    for name, value in elements.items():
        setattr(document, name, value.strip() if isinstance(value, str) else value)
    if form is not None:
        document.form = {**document.form, **form}
    document.title = needed(document.title, "标题", 300)
    checked(document)
    refuse_marked(document.title, str(document.form.get("密级", "")), what="这件公文")


@action("documents.change_elements", title="改要素", may=policies.rule("change_elements"))
def change_elements(by: Person, document: Document, **elements: Any) -> Document:
    """Change elements of the form. After 签发 only what is settled at 登记 may change.

    Raises:
        Invalid: an element does not fit, or is fixed by the signature.
    """
    fixed = set(elements) - AFTER_SIGNING - {"form", "reason"}
    elements.pop("reason", None)
    if document.signed_version is not None and fixed:
        raise Invalid("公文已经签发，标题、文种、主送等要素不能再改；要改的，请退回签发人。")
    if document.document_number and elements.get("code", document.code) != document.code:
        raise Invalid("公文已经编号，代字不能再改；要改的，先把编号作废。")
    if elements.get("kind", document.kind) not in rules.KINDS and document.direction == Direction.OUTGOING:
        raise Invalid(f"“{elements['kind']}”不是条例第八条规定的15个文种之一。")
    _set(document, elements)
    _refit(document, elements)
    document.save()
    return document


def _refit(document: Document, elements: dict[str, Any]) -> None:
    """Another kind may have another flow, while the document is still with its drafter."""
    if "kind" not in elements or document.direction != Direction.OUTGOING or document.kind in document.flow.kinds:
        return
    flow = flow_for(Direction.OUTGOING, document.kind)
    if flow is None or flow == document.flow or not document.flow.kinds:
        return
    if flow_of(document).at(document.step).act is not Act.DRAFT:
        raise Invalid(f"“{document.kind}”走另一个流程（{flow}），请退回拟稿人再改文种。")
    document.flow = flow


@action("documents.save_text", title="存稿", may=policies.rule("save_text"))
def save_text(
    by: Person, document: Document, *, text: str, base: int, note: str = "", substantial: bool | None = None
) -> Version:
    """Keep the text as a new version. ``base`` is the number of the version it was made from.

    Where somebody else saved meanwhile the version is kept beside the line (``aside``) and nothing else changes.
    ``substantial`` is what the editor declares: after 签发 it must be said, and a substantial change (实质性) sends the
    document back to who signed it; before, a change counts as substantial unless said otherwise.

    Raises:
        Invalid: too long, not declared after 签发, or the document has its number already. Refused: it bears a mark of
            secrecy.
    """
    _fit(text)
    if base != document.version and text != text_of(document):
        return write(by, document, text, base=base, note=note[:200], aside=True)
    return _keep(by, document, text, note, substantial)


def _fit(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise Invalid(f"正文不能超过{LONGEST_TEXT}字，现有{len(text)}字；过长的内容请作附件。")
    refuse_marked(text, what="这一稿")


def _keep(by: Person, document: Document, text: str, note: str, substantial: bool | None) -> Version:
    if document.version and text == text_of(document):
        return document.versions.get(number=document.version)
    if document.signed_version is not None and substantial is None:
        raise Invalid("公文已经签发，请注明这次改动是文字性的还是实质性的。")
    version = write(by, document, text, base=document.version, note=note[:200], substantial=substantial is not False)
    document.version = version.number
    document.save()
    if version.substantial and document.signed_version is not None:
        move = decided(domain.changed, course_of(document))
        follow(by, document, move, f"签发后有实质性改动，请重新签发（{by.name}改）")
    return version


@action("documents.take_in", title="并入另存稿", may=policies.rule("take_in"))
def take_in(by: Person, document: Document, *, aside: Version, text: str, substantial: bool | None = None) -> Version:
    """``text`` is the text with what was good of the version ``aside`` taken in; the aside no longer waits.

    Raises:
        Invalid: ``aside`` is no waiting version of this document; otherwise as ``save_text``.
    """
    kept = document.versions.filter(pk=aside.pk, aside=True).exclude(note__startswith=TAKEN).first()
    if kept is None:
        raise Invalid("这份另存稿已经并入，或不属于这件公文。")
    _fit(text)
    version = _keep(by, document, text, f"并入第{kept.number}稿（{kept.by.name}）", substantial)
    kept.note = f"{TAKEN}第{version.number}稿；{kept.note}"[:200]
    kept.save(update_fields=["note"])
    return version


@action("documents.attach", title="加附件", may=policies.rule("attach"))
def attach(by: Person, document: Document, *, stored_file: StoredFile, name: str, use: str = "附件") -> Attachment:
    """Attach a stored file.

    Raises:
        Invalid: no name, a use that there is not, or the document is signed and the file would be part of it.
    """
    if use not in rules.USES:
        raise Invalid(f"用途应是{'、'.join(rules.USES)}之一。")
    if use == "附件" and document.direction == Direction.OUTGOING and document.signed_version is not None:
        raise Invalid("公文已经签发，附件不能再增减；要改的，请退回签发人。")
    if not _his_to_attach(by, stored_file):
        raise Refused("这个文件不是您存入的，也不在您能看的公文里，请重新上传。")
    return Attachment.objects.create(
        document=document, file=stored_file, name=needed(name, "附件名称", 200), use=use, by=by
    )


def _his_to_attach(by: Person, stored: StoredFile) -> bool:
    """Whether ``by`` stored the file, or reads a document that has it: its key alone gives no right to it."""
    if stored.stored_by_id == by.pk:
        return True
    rows = Entry.objects.filter(person=by, verb="files.store", after__result=name_of(stored))
    return rows.exists() or Document.objects.filter(policies.visible_to(by), attachments__file=stored).exists()


@action("documents.detach", title="去掉附件", may=policies.rule("detach"))
def detach(by: Person, document: Document, *, attachment: Attachment, reason: str) -> Attachment:
    """Take an attachment off; the file and the record stay.

    Raises:
        Invalid: it is off already, is not of this document, or the document is signed.
    """
    needed(reason, "去掉附件的原因", 200)
    kept = document.attachments.filter(pk=attachment.pk, removed_at__isnull=True).first()
    if kept is None:
        raise Invalid("这个附件已经去掉，或不属于这件公文。")
    if document.signed_version is not None:
        raise Invalid("公文已经签发，附件不能再增减；要改的，请退回签发人。")
    kept.removed_at = timezone.now()
    kept.save(update_fields=["removed_at"])
    return kept


@action("documents.plan_step", title="安排办理人", may=policies.rule("plan_step"))
def plan_step(by: Person, document: Document, *, step: str, to: Any) -> Document:
    """Choose who gets a later step (会签人、签发人): persons or posts, one or several; None takes the choice back.

    Raises:
        Invalid: the step is not a later one, or somebody cannot be given it.
    """
    flow = flow_of(document)
    if step not in {later.key for later in flow.behind(document.step)}:
        raise Invalid("只能安排后面环节的办理人。")
    choose(document, flow.at(step), to)
    document.save()
    return document


@action("documents.withdraw", title="撤回", may=policies.rule("withdraw"))
def withdraw(by: Person, document: Document, *, reason: str) -> Document:
    """The drafter takes the document back before it is signed; it is with him again."""
    needed(reason, "撤回原因", 200)
    cancel(by, document)
    first = flow_of(document).steps[0]
    go_to(by, document, first, [hands.name_of(document.drafter)], f"您撤回的公文：{reason}", new_round=True)
    document.state = State.WITHDRAWN
    document.save()
    return document


@action("documents.void", title="作废", may=policies.rule("void"))
def void(by: Person, document: Document, *, reason: str) -> Document:
    """End a document for good; its number, where it has one, is voided with it and stays visible."""
    said = needed(reason, "作废原因", 200)
    cancel(by, document)
    IssuedNumber.objects.filter(document=document, voided_at__isnull=True).update(
        voided_at=timezone.now(), void_reason=said
    )
    document.state, document.closed_at = State.VOIDED, timezone.now()
    document.form = {**document.form, "作废原因": said}
    document.save()
    return document
