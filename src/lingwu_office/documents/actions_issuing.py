"""Verbs from 签发 to 归档: signing, numbers, seals, copies, the archive."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from lingwu_office.audit.action import action
from lingwu_office.documents import hands, policies
from lingwu_office.documents.actions_moving import (
    allow,
    cancel,
    close,
    decided,
    follow,
    gate,
    go_to,
    mine,
    needed,
    went_on,
)
from lingwu_office.documents.course import course_of
from lingwu_office.documents.domain import course, numbering
from lingwu_office.documents.domain.course import Move
from lingwu_office.documents.domain.elements import UPWARD
from lingwu_office.documents.domain.flow import Act
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.models import (
    Assignment,
    Distribution,
    Document,
    IssuedNumber,
    Outcome,
    Sealing,
    Series,
    State,
)
from lingwu_office.foundation.errors import Conflict, Invalid, Refused
from lingwu_office.people.models import Person, Unit


@action("documents.sign", title="签发", may=policies.rule("sign"))
def sign(by: Person, document: Document, *, opinion: str) -> Document:
    """签发 with opinion, name and date (条例 第二十二条). Where several sign, the last one's day is the 成文日期.

    Raises:
        Invalid: no opinion, opinions on another text, an open 差错, somebody asked for 加签 has not answered, or an
            upward document is not before the 主要负责人.
    """
    needed(opinion, "签发意见")
    row = mine(by, document, policies.signing)
    allow(document, Act.SIGN)
    _by_principal(document, row)
    if document.assignments.filter(outcome=Outcome.OPEN, step=row.step, lead=False).exists():
        raise Invalid("加签的人还没有答复，等他办完再签发。")
    gate(document)
    move: Move = decided(course.passed_on, course_of(document), row.pk)
    names = [*(document.signatory.split("、") if document.signatory else []), by.name]
    document.signatory = "、".join(dict.fromkeys(names))[:60]
    if move.step is not None and move.step.act is not Act.SIGN:
        document.signed_version, document.signed_on = document.version, timezone.localdate()
    document.save()
    close(by, row, Outcome.PASSED, opinion)
    follow(by, document, move, f"{by.name}签发，请{move.step.title}" if move.step else "")
    return document


def _by_principal(document: Document, row: Assignment) -> None:
    if document.kind not in UPWARD:
        return
    who = row.post or row.person
    if who is None or not hands.is_principal(who):
        raise Invalid(f"{document.kind}是上行文，由主要负责人签发（条例第二十二条），请转给主要负责人。")


@action("documents.number", title="登记编号", may=policies.rule("number"))
def number(by: Person, document: Document, *, code: str = "") -> IssuedNumber:
    """The next number of the 代字 in the year of the 成文日期; the document goes on. ``code`` is a 代字 still missing.

    Raises:
        Invalid: not signed, numbered already, or no proper 代字. Conflict: somebody took the number at this moment.
    """
    row = mine(by, document, policies.doing(Act.NUMBER))
    allow(document, Act.NUMBER)
    document.code = document.code or code.strip()
    if said := numbering.fault_of_code(document.code):
        raise Invalid(said)
    signed = document.signed_on or timezone.localdate()
    given = give_number(by, document, document.code, signed.year)
    document.document_number = numbering.written(given.series.code, given.series.year, given.number)
    document.save()
    went_on(by, document, row, "")
    return given


def give_number(by: Person, document: Document, code: str, year: int) -> IssuedNumber:
    """Give ``document`` the next number of a series of a year; the series is locked until the end.

    Raises:
        Conflict: somebody took the number at this moment.
    """
    try:
        with transaction.atomic():
            series, _ = Series.objects.select_for_update().get_or_create(code=code, year=year)
            book, given = numbering.give(numbering.Book(code, year, series.last))
            series.last = book.last
            series.save()
            return IssuedNumber.objects.create(series=series, number=given, document=document, by=by)
    except IntegrityError as error:
        raise Conflict("别人正在编同一个号，请再试一次。") from error


@action("documents.void_number", title="作废编号", may=policies.rule("void_number"))
def void_number(by: Person, document: Document, *, reason: str) -> IssuedNumber:
    """Void the document's number: it stays visible with the reason and is not given again; the document needs another.

    Raises:
        Invalid: no reason.
    """
    said = needed(reason, "作废原因", 200)
    code = document.document_number.partition("〔")[0]
    given = document.numbers.select_for_update().filter(voided_at__isnull=True, series__code=code).last()
    if given is None:
        raise Invalid("公文没有可以作废的编号。")
    given.voided_at, given.void_reason = timezone.now(), said
    given.save()
    document.document_number = ""
    flow = flow_of(document)
    step = flow.of(Act.NUMBER)
    if step is not None and flow.index(document.step) > flow.index(step.key):
        cancel(by, document)
        go_to(by, document, step, None, f"{by.name}作废了{given}：{said}", new_round=True)
    document.save()
    return given


@action("documents.seal", title="用印登记", may=policies.rule("seal"))
def seal(by: Person, document: Document, *, seal: str, copies: int, approved_by: str, last: bool = True) -> Sealing:
    """Record a seal set on the copies; the document goes on unless another seal follows (``last`` false).

    Raises:
        Invalid: not signed or rechecked, or something is missing.
    """
    row = mine(by, document, policies.doing(Act.SEAL))
    allow(document, Act.SEAL)
    if copies < 1:
        raise Invalid("用印份数应不少于1份。")
    made = Sealing.objects.create(
        document=document, seal=needed(seal, "印章名称", 100), copies=copies,
        approved_by=needed(approved_by, "用印批准人", 60), by=by,
    )  # fmt: skip
    document.copies = max(document.copies, copies)
    document.save()
    if last:
        went_on(by, document, row, f"用“{made.seal}”{copies}份")
    return made


@action("documents.distribute", title="分发", may=policies.rule("distribute"))
def distribute(by: Person, document: Document, *, recipients: list[dict[str, Any]]) -> Document:
    """Record the copies that go out; each recipient is ``recipient`` or ``unit``, ``copies`` and ``channel``.

    A recipient with the name of a unit of the office acknowledges here. Later additions (补发) are recorded as well.

    Raises:
        Invalid: nobody to send to, a name or number that does not fit, or not numbered.
    """
    held = policies.Look(by, document).held(policies.doing(Act.DISTRIBUTE))
    if held:
        allow(document, Act.DISTRIBUTE)
    if not recipients:
        raise Invalid("请至少填一个接收单位。")
    for row in recipients:
        _send(document, row)
    if held:
        went_on(by, document, held, f"分发{len(recipients)}个单位")
    return document


def _send(document: Document, row: dict[str, Any]) -> Distribution:
    unit = row.get("unit")
    name = needed(str(row.get("recipient") or unit or ""), "接收单位", 120)
    if unit is None:
        unit = _unit_called(name)
    copies = int(row.get("copies") or 1)
    if not 1 <= copies <= 100_000:
        raise Invalid(f"“{name}”的份数不对。")
    channel = str(row.get("channel") or "网上")[:20]
    return Distribution.objects.create(document=document, recipient=name, unit=unit, copies=copies, channel=channel)


def _unit_called(name: str) -> Unit | None:
    """The unit in use of this name, short name or path (财务局/综合科); none where it is outside the office.

    Raises:
        Invalid: several are called so, and the copies would be shown to the wrong one.
    """
    *above, last = [part.strip() for part in name.split("/")]
    found = Unit.objects.filter(Q(name=last) | Q(short_name=last), closed_on__isnull=True)
    fitting = [unit for unit in found if _lies_under(unit, above)]
    if len(fitting) > 1:
        raise Invalid(f"本单位有{len(fitting)}个“{name}”，请写成“上级/{last}”。")
    return fitting[0] if fitting else None


def _lies_under(unit: Unit, above: list[str]) -> bool:
    names = [(part.name, part.short_name) for part in unit.line()[1:]]
    return len(above) <= len(names) and all(name in pair for name, pair in zip(reversed(above), names, strict=False))


@action("documents.acknowledge", title="签收", may=policies.rule("acknowledge"))
def acknowledge(by: Person, document: Document, *, distribution: Distribution, received_by: str = "") -> Distribution:
    """Somebody of the recipient's unit acknowledges the copies; for others 文书 records who did (``received_by``).

    Raises:
        Invalid: not of this document, or acknowledged already. Refused: the copies went to another unit.
    """
    row = document.distributions.select_for_update(of=("self",)).filter(pk=distribution.pk).first()
    if row is None or row.received_at is not None:
        raise Invalid("这份分发已经签收，或不属于这件公文。")
    look = policies.Look(by, document)
    own = row.unit_id in look.standing.units
    if not own and not look.role("documents.distribute"):
        raise Refused(f"这份公文发给{row.recipient}，由该单位签收。")
    row.received_by = by.name if own else needed(received_by, "签收人", 60)
    row.received_at = timezone.now()
    row.save()
    return row


@action("documents.archive", title="归档", may=policies.rule("archive"))
def archive(by: Person, document: Document, *, retention: str) -> Document:
    """File the document: 永久, 定期30年 or 定期10年, with a number of its own; the document is done.

    Raises:
        Invalid: another 保管期限, or readers still have it.
    """
    row = mine(by, document, policies.doing(Act.ARCHIVE))
    kept = decided(numbering.retention_of, retention)
    if document.assignments.filter(outcome=Outcome.OPEN).exclude(step=row.step).exists():
        raise Invalid("还有人在传阅或承办，不能归档。")
    given = give_number(by, document, f"{numbering.ARCHIVE}·{kept}", timezone.localdate().year)
    document.retention = kept
    document.archive_number = numbering.archived(given.series.year, kept, given.number)
    document.state, document.closed_at = State.DONE, timezone.now()
    document.save()
    close(by, row, Outcome.PASSED, f"归档，{kept}")
    cancel(by, document)
    return document


def register_number(by: Person, document: Document) -> str:
    """收〔2026〕5号: the next number of the register of documents received."""
    given = give_number(by, document, numbering.RECEIVED, timezone.localdate().year)
    return numbering.written(given.series.code, given.series.year, given.number)
