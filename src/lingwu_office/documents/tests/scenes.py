"""Documents of the small office, brought to a step by the verbs themselves."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from lingwu_office.documents import actions
from lingwu_office.documents.actions_incoming import CHECKS
from lingwu_office.documents.models import Assignment, Document, Outcome, Version

TEXT = "各镇人民政府：\n经区人民政府同意，定于2026年12月9日召开防汛工作会议，请按时参加。\n特此通知。\n"
BETTER = TEXT.replace("请按时参加", "请准时参加")
OTHER = TEXT.replace("12月9日", "12月10日")


def drafted(office: SimpleNamespace, *, text: str = TEXT, **elements: Any) -> Document:
    """A 通知 before its drafter, with a text."""
    given = {
        "title": "滨河区人民政府办公室关于召开防汛工作会议的通知", "kind": "通知", "addressees": "各镇人民政府",
        "code": "滨政办发",
    } | elements  # fmt: skip
    return actions.draft(office.drafter, office.units["综合科"], text=text, **given)


def request(office: SimpleNamespace) -> Document:
    """A 请示 before its drafter: an upward document."""
    text = "滨江市人民政府办公室：\n现申请追加防汛经费二十万元。\n妥否，请批示。\n（联系人：李明，电话：2233445）\n"
    return drafted(
        office, text=text, title="滨河区人民政府办公室关于追加防汛经费的请示", kind="请示",
        addressees="滨江市人民政府办公室",
    )  # fmt: skip


def fresh(document: Document) -> Document:
    return Document.objects.get(pk=document.pk)


def step_by(office: SimpleNamespace, document: Document) -> Document:
    """The one who has it does what its step is for."""
    doing: dict[str, Callable[[], Any]] = {
        "draft": lambda: actions.submit(office.drafter, document, opinion="请审"),
        "review": lambda: actions.pass_on(office.section_head, document, opinion="同意"),
        "check": lambda: actions.pass_on(office.checker, document, opinion="同意"),
        "countersign": lambda: actions.pass_on(office.finance_head, document, opinion="同意"),
        "sign": lambda: actions.sign(office.principal, document, opinion="同意"),
        "recheck": lambda: actions.pass_on(office.checker, document),
        "number": lambda: actions.number(office.registrar, document),
        "print_seal": lambda: actions.seal(
            office.registrar, document, seal="滨河区人民政府办公室", copies=20, approved_by="主任"
        ),
        "distribute": lambda: actions.distribute(
            office.registrar,
            document,
            recipients=[{"recipient": "财务科"}, {"recipient": "东风镇人民政府", "copies": 2}],
        ),
    }
    doing[fresh(document).step]()
    return fresh(document)


def at(office: SimpleNamespace, step: str, document: Document | None = None) -> Document:
    """A document sent by the office, come to ``step``."""
    document = document or drafted(office)
    while fresh(document).step != step:
        document = step_by(office, document)
    return fresh(document)


def countersigning(office: SimpleNamespace) -> Document:
    """Before two for 会签: the head of finance and the deputy."""
    document = at(office, "check")
    actions.pass_on(office.checker, document, opinion="同意", to=[office.finance_head, office.deputy])
    return fresh(document)


def received(office: SimpleNamespace, step: str = "register", **elements: Any) -> Document:
    """A document received, come to ``step``."""
    document = actions.receive(
        office.registrar, office.top, title="滨江市人民政府办公室关于报送年度工作总结的通知",
        source="滨江市人民政府办公室", source_number="滨政办函〔2026〕31号", pieces=2, **elements,
    )  # fmt: skip
    finance, general = office.units["财务科"], office.units["综合科"]
    doing: dict[str, Callable[[], Any]] = {
        "register": lambda: actions.register(office.registrar, document),
        "screen": lambda: actions.screen(office.registrar, document, ticks=dict.fromkeys(CHECKS, True)),
        "propose": lambda: actions.propose(
            office.registrar, document, proposal="拟请副主任阅示，财务科主办。", leader=office.deputy,
            lead_unit=finance, co_units=[general],
        ),
        "instruct": lambda: actions.instruct(office.deputy, document, text="请财务科牵头，按时报送。"),
        "handle": lambda: [
            actions.report_done(office.section_head, document, reply="材料已送财务科。"),
            actions.report_done(office.finance_head, document, reply="总结已经报送。"),
        ],
        "reply": lambda: actions.reply(office.finance_head, document, form="电话", text="已电话告知。"),
    }  # fmt: skip
    while fresh(document).step != step:
        doing[fresh(document).step]()
    return fresh(document)


def circulating(office: SimpleNamespace) -> Document:
    """A document to read, before the first of two readers."""
    document = received(office, "circulate", for_action=False)
    actions.circulate(office.registrar, document, readers=[office.deputy, office.finance_head])
    return fresh(document)


def waiting(document: Document) -> list[str]:
    """Who has it: accounts of persons, names of posts."""
    rows = Assignment.objects.filter(document=document, outcome=Outcome.OPEN).order_by("order", "pk")
    return [row.person.account if row.person else str(row.post) for row in rows]


def text_of(document: Document) -> str:
    return Version.objects.get(document=document, number=fresh(document).version).text
