"""The API: the same verbs with tokens. Described by OpenAPI at ``/api/docs``; errors are ``{"detail": 中文}``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from ninja import File, NinjaAPI, Schema, Status, UploadedFile
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from lingwu_office.audit.acting import record_refusal
from lingwu_office.audit.action import verbs
from lingwu_office.documents import queries
from lingwu_office.documents.actions import change_flow, draft, receive
from lingwu_office.documents.api_shapes import (
    ELEMENTS,
    AssignmentOut,
    Done,
    DraftIn,
    Page,
    PersonOut,
    ReceiveIn,
    Said,
    TextOut,
    UnitOut,
    WholeOut,
    shape_of,
    whole,
)
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.forms import DraftForm, UnitForm, elements_of, registering_fields, units_for
from lingwu_office.documents.forms_fields import persons_of_office, units_of_office
from lingwu_office.documents.forms_verbs import HANDS, MAKERS
from lingwu_office.documents.models import Document, Flow
from lingwu_office.documents.opening import current, opened
from lingwu_office.documents.pages_act import VerbForm, perform
from lingwu_office.foundation.errors import Conflict, Invalid, OfficeError, Refused
from lingwu_office.people.actions_tokens import person_of as owner_of
from lingwu_office.people.asking import person_of
from lingwu_office.people.models import Person
from lingwu_office.people.policies import may_view_people
from lingwu_office.people.signing import record

ERRORS: dict[int, type[Schema]] = dict.fromkeys((400, 401, 403, 404, 409, 422), Said)
STATUS: dict[type[OfficeError], int] = {Refused: 403, Conflict: 409, Invalid: 400}
MOST = 200


class Token(HttpBearer):
    """接口令牌, as ``Authorization: Bearer lingwu_…``."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        """The owner, as ``request.user`` too."""
        person = owner_of(token)
        if person is not None:
            request.user = person
        return person


api = NinjaAPI(
    title="零误办公接口", version="1", urls_namespace="api", auth=Token(),
    description="令牌在“接口令牌”页签发；每次调用按令牌本人的权限办理并留痕。",
)  # fmt: skip


@api.exception_handler(OfficeError)
def _said(request: HttpRequest, error: OfficeError) -> HttpResponse:
    if isinstance(error, Refused):
        record_refusal(request, error)
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    return api.create_response(request, {"detail": str(error)}, status=status)


@api.exception_handler(ValidationError)
def _misshapen(request: HttpRequest, error: ValidationError) -> HttpResponse:
    places = "、".join(".".join(str(part) for part in one["loc"][2:]) or "请求内容" for one in error.errors)
    return api.create_response(request, {"detail": f"缺少或写错了：{places}，请对照接口说明。"}, status=422)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    record("sign_in.failed", "登录失败", None, "接口令牌", "没有令牌，或令牌无效、已停用、已过期")
    return api.create_response(request, {"detail": "没有令牌，或令牌无效、已停用、已过期。"}, status=401)


@api.exception_handler(HttpError)
def _broken(request: HttpRequest, error: HttpError) -> HttpResponse:
    return api.create_response(request, {"detail": "请求内容不是正确的 JSON。"}, status=error.status_code)


@api.exception_handler(Http404)
def _nowhere(request: HttpRequest, error: Http404) -> HttpResponse:
    return api.create_response(request, {"detail": "没有这件公文，或不在您的办理范围内。"}, status=404)


def document_of(request: HttpRequest, pk: int) -> Document:
    """The document ``pk``.

    Raises:
        Http404: there is none, or the token's owner may not read it.
    """
    try:
        return opened(request, pk)
    except Refused as refusal:  # recorded; a program is not even told that there is such a document
        raise Http404 from refusal


@api.get("/documents", response={200: Page, **ERRORS}, summary="公文", operation_id="documents", tags=["公文"])
def documents(request: HttpRequest, direction: str = "", state: str = "", title: str = "", start: int = 0) -> Any:
    """公文, the newest first, those that the token's owner may read; 200 at once from ``start``."""
    rows = queries.visible_documents(person_of(request)).select_related("unit", "drafter")
    asked = {"direction": direction, "state": state, "title__contains": title}
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    start = max(start, 0)
    return {"count": rows.count(), "items": list(rows[start : start + MOST])}


@api.get(
    "/documents/{int:pk}",
    response={200: WholeOut, **ERRORS},
    summary="一件公文",
    operation_id="document",
    tags=["公文"],
)
def document(request: HttpRequest, pk: int) -> Any:
    """一件公文; that it was read is recorded."""
    found = document_of(request, pk)
    queries.record_viewing(person_of(request), found)
    return whole(person_of(request), found)


@api.get(
    "/documents/{int:pk}/text", response={200: TextOut, **ERRORS}, summary="正文", operation_id="text", tags=["公文"]
)
def text(request: HttpRequest, pk: int) -> Any:
    """The text that counts now; that it was read is recorded."""
    found = document_of(request, pk)
    queries.record_viewing(person_of(request), found)
    version = current(found)
    return {"version": found.version, "text": version.text if version else ""}


@api.get(
    "/assignments",
    response={200: list[AssignmentOut], **ERRORS},
    summary="待办",
    operation_id="assignments",
    tags=["公文"],
)
def assignments(request: HttpRequest) -> Any:
    """What waits for the token's owner."""
    rows = queries.open_assignments(person_of(request))
    return rows.select_related("document__unit", "document__drafter")[:MOST]


@api.get("/units", response={200: list[UnitOut], **ERRORS}, summary="机构", operation_id="units", tags=["机构人员"])
def units(request: HttpRequest) -> Any:
    """The units of the office."""
    _of_the_office(request)
    return [unit for unit, _ in units_of_office()]


@api.get(
    "/persons", response={200: list[PersonOut], **ERRORS}, summary="人员", operation_id="persons", tags=["机构人员"]
)
def persons(request: HttpRequest) -> Any:
    """Those who work on documents."""
    _of_the_office(request)
    return persons_of_office()


def _of_the_office(request: HttpRequest) -> None:
    """Raises:
    Refused: the directory is not for whoever belongs to no unit.
    """
    verdict = may_view_people(person_of(request))
    if not verdict:
        raise Refused(verdict.reason)


def _done(verb: str, document: Document, made: Any = None) -> dict[str, Any]:
    other = made if made is not None and made != document else None
    fresh = Document.objects.select_related("unit", "drafter").get(pk=document.pk)
    return {"verb": verb, "document": fresh, "made": getattr(other, "pk", None)}


def _typed(form: forms.Form, given: dict[str, Any]) -> forms.Form:
    """``form`` filled with what was given, and with the initial values of what was not. Raises Invalid."""
    for name, field in form.fields.items():
        fills = field.required or isinstance(field, forms.BooleanField)
        if name not in given and fills and field.initial not in (None, ""):
            given[name] = field.initial() if callable(field.initial) else field.initial
    form.data, form.is_bound = given, True
    if not form.is_valid():
        told = [
            f"{form.fields[name].label if name in form.fields else name}：{said[0]}"
            for name, said in form.errors.items()
        ]
        raise Invalid("；".join(told))
    return form


@api.post("/documents", response={201: Done, **ERRORS}, summary="起草", operation_id="documents.draft", tags=["办文"])
def begin(request: HttpRequest, given: DraftIn) -> Any:  # type: ignore[valid-type]
    """起草 a document sent."""
    person, typed = person_of(request), given.model_dump(exclude_unset=True)  # type: ignore[attr-defined]
    written = typed.pop("text", "")
    form = _typed(DraftForm(units=_units(person, "draft")), typed)
    assert isinstance(form, DraftForm)
    made = draft(person, form.cleaned_data["unit"], text=written, **form.elements())
    return Status(201, _done("draft", made))


@api.post(
    "/documents/receive",
    response={201: Done, **ERRORS},
    summary="签收",
    operation_id="documents.receive",
    tags=["办文"],
)
def take_receipt(request: HttpRequest, given: ReceiveIn) -> Any:  # type: ignore[valid-type]
    """签收 a document received."""
    person, typed = person_of(request), given.model_dump(exclude_unset=True)  # type: ignore[attr-defined]
    form = UnitForm(units=_units(person, "receive"))
    form.fields.update(registering_fields(None))
    cleaned = _typed(form, typed).cleaned_data
    unit, pieces = cleaned.pop("unit"), cleaned.pop("copies")
    return Status(201, _done("receive", receive(person, unit, pieces=pieces, **elements_of(cleaned))))


def _units(person: Person, verb: str) -> Any:
    if found := units_for(person, verb):
        return found
    raise Refused("您的岗位和角色没有办理这一事项的权限，请联系安全管理员。")


class FlowIn(Schema):
    """What may be changed of a flow."""

    steps: list[dict[str, Any]] | None = None
    kinds: list[str] | None = None
    active: bool | None = None


class FlowOut(Schema):
    """办理流程."""

    id: int
    name: str
    direction: str
    kinds: list[str]
    steps: list[dict[str, Any]]
    active: bool


@api.post(
    "/flows/{int:pk}",
    response={200: FlowOut, **ERRORS},
    summary="改办理流程",
    operation_id="documents.change_flow",
    tags=["流程"],
)
def reshape(request: HttpRequest, pk: int, given: FlowIn) -> Any:
    """改办理流程."""
    flow = Flow.objects.filter(pk=pk).first()
    if flow is None:
        raise Http404
    return change_flow(person_of(request), flow, **given.model_dump(exclude_unset=True))


@api.post(
    "/documents/{int:pk}/attach",
    response={200: Done, **ERRORS},
    summary="加附件",
    operation_id="documents.attach",
    tags=["办文"],
)
def attach(request: HttpRequest, pk: int, file: UploadedFile = File(...), name: str = "", use: str = "附件") -> Any:  # noqa: B008
    """加附件: the file as multipart/form-data; ``name`` and ``use`` in the address."""
    found, person = document_of(request, pk), person_of(request)
    form = VerbForm("attach", found)
    form.files = {"file": file}  # type: ignore[assignment]
    made = perform(person, found, "attach", _typed(form, {"name": name, "use": use}).cleaned_data)
    return _done("attach", found, made)


def _chosen(document: Document, typed: dict[str, Any]) -> dict[str, Any]:
    """``to`` of the verbs that pass a document on, as the form has it: who gets the next step."""
    if "to" not in typed or "step" in typed:
        return typed
    flow = flow_of(document)
    later = flow.behind(document.step) if document.step in flow else ()
    who = typed.pop("to")
    return typed | {HANDS + step.key: who for step in later[:1]}


def _endpoint(verb: str) -> Callable[..., Any]:
    """The function that does ``verb`` with what its schema takes."""
    taken = shape_of(verb)

    def run(request: HttpRequest, pk: int, given: Any = None) -> Any:
        found, person = document_of(request, pk), person_of(request)
        typed = _chosen(found, given.model_dump(exclude_unset=True)) if given is not None else {}
        only = frozenset(typed) if verb in ELEMENTS else None
        form = VerbForm(verb, found, only=only)
        if fixed := sorted(set(typed) - set(form.fields)):
            what = "这些要素" if verb in ELEMENTS else "办理人"
            raise Invalid(f"公文现在不能改{what}：{'、'.join(fixed)}。")
        _typed(form, typed)
        return _done(verb, found, perform(person, found, verb, form.given()))

    run.__name__ = verb
    run.__annotations__ = {"request": HttpRequest, "pk": int, "given": taken}
    if taken.model_fields:
        run.__defaults__ = None
        return run

    def bare(request: HttpRequest, pk: int) -> Any:
        return run(request, pk, None)

    bare.__name__ = verb
    bare.__annotations__ = {"request": HttpRequest, "pk": int}
    return bare


for _verb in MAKERS:
    if _verb != "attach":
        _title = verbs[f"documents.{_verb}"].title
        api.post(
            f"/documents/{{int:pk}}/{_verb}", response={200: Done, **ERRORS}, summary=_title,
            operation_id=f"documents.{_verb}", tags=["办文"], description=f"{_title}。",
        )(_endpoint(_verb))  # fmt: skip


def addresses() -> Any:
    """The addresses of the API: a token opens them, the description asks for a signed-in person."""
    patterns, app, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and pattern.name not in ("openapi-json", "openapi-view"):
            pattern.callback.login_required = False  # type: ignore[attr-defined]
    return patterns, app, namespace
