"""An office with one of everything in it, and every address that leads to any of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import lxml.html
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from lingwu_office.access.models import Grant, Role
from lingwu_office.audit.models import Entry
from lingwu_office.documents import actions
from lingwu_office.documents.actions_incoming import CHECKS
from lingwu_office.documents.forms_verbs import MAKERS, QUIET
from lingwu_office.documents.models import Document, Flow
from lingwu_office.documents.tests import scenes
from lingwu_office.files.actions import store
from lingwu_office.people.acts import ACTS as PEOPLE
from lingwu_office.people.models import ApiToken, Delegation, Duty, Person, Post, Unit
from lingwu_office.proofreading.actions import dismiss
from lingwu_office.proofreading.models import HouseWord

TITLE, SAID = "珙桐溪", "鸢尾渡"
"""Words that stand in titles and heads of documents, and in texts and opinions, and nowhere else."""
BODY = f"各镇人民政府：\n经区人民政府同意，定于2026年12月9日在{SAID}召开防汛工作会议，请按时参加。\n特此通知。\n"
OPINION = f"同意，{SAID}的场地请再核实。"
HEAD: dict[str, Any] = {
    "title": f"滨河区人民政府办公室关于{TITLE}防汛工作的通知", "kind": "通知", "addressees": f"{TITLE}镇人民政府",
    "code": "滨政办发",
}  # fmt: skip


@dataclass
class World:
    """The office and what is in it; ``documents`` by where they stand."""

    office: SimpleNamespace
    documents: dict[str, Document]
    token: str = ""


def build(office: SimpleNamespace) -> World:
    """Documents of the 综合科 at every kind of step, none of them the business of the 财务科 or of an outsider."""
    documents = {
        "draft": _draft(office), "archived": _archived(office), "reading": _reading(office), "handled": _handled(office)
    }  # fmt: skip
    duty = Duty.objects.create(name="文稿起草", description="起草公文")
    duty.posts.add(Post.objects.get(name="科员", unit=office.units["综合科"]))
    HouseWord.objects.create(word="防汛专班", note="本单位常用")
    day = timezone.localdate()
    Delegation.objects.create(
        giver=office.section_head, taker=office.colleague, since=day, until=day + timedelta(days=3), reason="出差"
    )
    ApiToken.objects.create(person=office.drafter, name="取数", digest="0" * 64, since=day, until=day)
    office.scoped = Person.objects.create_user(
        account="scoped", password="Right-words-9", name="别科文书", unit=office.units["财务科"]
    )
    role = Role.objects.get(name="registrar")
    Grant.objects.create(role=role, person=office.scoped, unit=office.units["财务科"], since=date(2024, 1, 1))
    return World(office, documents)


def _draft(office: SimpleNamespace) -> Document:
    document = actions.draft(office.drafter, office.units["综合科"], text=BODY, **HEAD)
    stored = store(office.drafter, office.units["综合科"], name="名单.txt", content=f"{SAID}名单".encode())
    actions.attach(office.drafter, document, stored_file=stored, name=f"{TITLE}名单", use="参考材料")
    actions.save_text(office.drafter, document, text=BODY.replace("12月9日", "12月10日"), base=1, note=f"{SAID}改期")
    actions.save_text(office.drafter, document, text=BODY.replace("按时", "准时"), base=1)
    actions.change_elements(office.drafter, document, form={"附注": f"{TITLE}各村"})
    dismiss(office.drafter, document, fingerprint="f" * 64, code="LEX001", excerpt=SAID, reason="这是地名")
    actions.submit(office.drafter, document, opinion=OPINION)
    actions.remind(
        office.drafter, document, assignment=document.assignments.get(outcome=""), text=f"请抓紧，{SAID}等着用。"
    )
    return scenes.fresh(document)


def _archived(office: SimpleNamespace) -> Document:
    document = actions.draft(office.drafter, office.units["综合科"], text=BODY, **HEAD)
    actions.submit(office.drafter, document, opinion=OPINION)
    actions.pass_on(office.section_head, document, opinion=OPINION)
    actions.pass_on(office.checker, document, opinion=OPINION, to=[office.deputy])
    actions.pass_on(office.deputy, document, opinion=OPINION)
    actions.sign(office.principal, document, opinion=OPINION)
    actions.pass_on(office.checker, document)
    actions.number(office.registrar, document)
    actions.seal(office.registrar, document, seal="滨河区人民政府办公室", copies=3, approved_by="主任")
    actions.distribute(office.registrar, document, recipients=[{"recipient": "综合科"}, {"recipient": f"{TITLE}镇"}])
    actions.archive(office.registrar, document, retention="永久")
    return scenes.fresh(document)


def _received(office: SimpleNamespace, **given: Any) -> Document:
    document = actions.receive(
        office.registrar, office.top, title=f"关于{TITLE}值班安排的通知", source=f"{TITLE}指挥部",
        source_number="江政发〔2026〕7号", **given,
    )  # fmt: skip
    actions.register(office.registrar, document)
    actions.screen(office.registrar, document, ticks=dict.fromkeys(CHECKS, True))
    return document


def _reading(office: SimpleNamespace) -> Document:
    document = _received(office, for_action=False)
    actions.circulate(office.registrar, document, readers=[office.deputy, office.section_head])
    actions.mark_read(office.deputy, document, opinion=OPINION)
    return scenes.fresh(document)


def _handled(office: SimpleNamespace) -> Document:
    document = _received(office)
    unit = office.units["综合科"]
    actions.propose(
        office.registrar, document, proposal=f"拟请{SAID}办理。", leader=office.deputy, lead_unit=unit,
        due_at=timezone.now() + timedelta(days=9),
    )  # fmt: skip
    actions.instruct(office.deputy, document, text=f"请速报{SAID}情况。", to_unit=unit)
    actions.report_done(office.section_head, document, reply=f"{SAID}已经办妥。")
    actions.reply(office.section_head, document, form="电话", text=f"{SAID}已告知。")
    return scenes.fresh(document)


def patterns(found: Any = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every pattern of the office with its whole route."""
    for pattern in get_resolver().url_patterns if found is None else found:
        route = prefix + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern.url_patterns, route)
        else:
            yield route, pattern


def addresses(world: World, documents: Any = None) -> list[str]:
    """Every address of the office with the keys of what is in it; the documents' only of ``documents`` where given."""
    found: dict[str, None] = {}
    for route, pattern in patterns():
        if not route.startswith("accounts/"):
            found |= dict.fromkeys(f"/{one}" for one in _filled(route, pattern, world, documents))
    return list(found)


def _filled(route: str, pattern: URLPattern, world: World, documents: Any) -> Iterator[str]:
    if route.startswith(("documents/<", "api/documents/<")):
        for document in world.documents.values() if documents is None else documents:
            yield from _of_document(route.replace("<int:pk>", str(document.pk), 1), pattern, document)
    elif "direction" in pattern.pattern.converters or "(?P<direction>" in route:
        yield from (route.partition("(?P")[0].replace("^", "") + f"{one}/" for one in ("out", "in"))
    elif "(?P<decision>" in route:
        yield from (f"proofreading/words/{word.pk}/{one}/" for word in HouseWord.objects.all() for one in DECISIONS)
    elif "<slug:verb>" in route:
        yield from _of_verb(route)
    else:
        yield from _of_others(route)


DECISIONS = ("accept", "reject")


def _of_document(route: str, pattern: URLPattern, document: Document) -> Iterator[str]:
    if "<slug:verb>" in route:
        yield from (route.replace("<slug:verb>", verb) for verb in MAKERS if verb not in QUIET)
    elif "<slug:form>" in route:
        yield from (route.replace("<slug:form>", form) for form in ("txt", "docx", "tracked"))
    elif "attachments/" in route:
        yield from (route.replace("<int:number>", str(one.pk)) for one in document.attachments.all())
    else:
        for name, number in (("number", max(document.version, 1)), ("old", 0), ("new", 1)):
            route = route.replace(f"<int:{name}>", str(number))
        yield route


def _of_verb(route: str) -> Iterator[str]:
    acts: dict[str, Any] = {name: act.model for name, act in PEOPLE.items()}
    if route.startswith("access/"):
        acts = {"access.grant": Role, "access.revoke": Grant, "access.reset_second_factor": Person}
    for name, model in acts.items():
        pk = model._default_manager.order_by("pk").values_list("pk", flat=True).first()
        if pk is not None:
            yield route.replace("<slug:verb>", name.partition(".")[2]).replace("<int:pk>", str(pk))


def _of_others(route: str) -> Iterator[str]:
    models: dict[str, Any] = {
        "people/posts": Post, "people/persons/import": Unit, "people/persons": Person, "people/tokens": ApiToken,
        "api/flows": Flow, "documents/flows": Flow,
    }  # fmt: skip
    if "<int:seq>" in route:
        yield from (route.replace("<int:seq>", str(seq)) for seq in Entry.objects.values_list("seq", flat=True))
    elif "<slug:form>" in route:
        yield from (route.replace("<slug:form>", form) for form in ("xlsx", "jsonl"))
    elif "<int:pk>" in route:
        model = next(model for start, model in models.items() if route.startswith(start))
        keys = model._default_manager.order_by("pk").values_list("pk", flat=True)
        yield from (route.replace("<int:pk>", str(pk)) for pk in keys[:3])
    else:
        yield route


def texts(answer: Any) -> str:
    """All that an answer says: its status line, headers and content."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return "\n".join([*(f"{name}: {value}" for name, value in answer.items()), content.decode(errors="replace")])


def client_of(person: Person | None, **given: Any) -> Client:
    """A browser, signed in as the person; errors become pages as they do in service."""
    client = Client(raise_request_exception=False, **given)
    if person is not None:
        client.force_login(person, backend="lingwu_office.people.backends.OfficeBackend")
    return client


def is_page(answer: Any) -> bool:
    """Whether an answer is a page, or a part of one."""
    return bool(answer["Content-Type"].startswith("text/html") and answer.content.strip())


def forms_in(content: bytes, address: str, said: str) -> list[tuple[str, dict[str, str]]]:
    """Where each form of a page goes (but signing out), with ``said`` in each of its fields."""
    found = []
    page: Any = lxml.html.document_fromstring(content)
    for form in page.forms:
        action = form.get("action") or address
        if (form.get("method") or "get").lower() == "post" and "logout" not in action:
            found.append((action, {name: said for name in form.fields if name and name != "csrfmiddlewaretoken"}))
    return found


def contents() -> dict[str, list[Any]]:
    """All rows of the office's own tables but those of the audit."""
    labels = {"access", "people", "files", "proofreading", "documents"}
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in labels]
    return {model._meta.label: list(model._base_manager.order_by("pk").values_list()) for model in models}
