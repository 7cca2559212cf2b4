"""Who may do each verb of documents: tried by nobody, an outsider, persons near to the right one, and him."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from lingwu_office.audit.action import verbs
from lingwu_office.documents import actions
from lingwu_office.documents.actions_incoming import CHECKS
from lingwu_office.documents.flows import flow_for
from lingwu_office.documents.models import Assignment, Document
from lingwu_office.documents.tests.scenes import BETTER, at, circulating, drafted, received
from lingwu_office.files.models import StoredFile
from lingwu_office.foundation.testing import Scene, VerbTests


def outgoing(step: str, right: str, similar: list[str], /, **given: Any) -> Any:
    return lambda office: Scene(at(office, step), getattr(office, right), _persons(office, similar), given)


def incoming(step: str, right: str, similar: list[str], /, **given: Any) -> Any:
    return lambda office: Scene(received(office, step), getattr(office, right), _persons(office, similar), given)


def _persons(office: SimpleNamespace, names: list[str]) -> list[Any]:
    return [getattr(office, name) for name in names]


def _take_in(office: SimpleNamespace) -> Scene:
    document = drafted(office)
    aside = actions.save_text(office.drafter, document, text=BETTER, base=0)
    return Scene(document, office.drafter, [office.colleague, office.section_head], {"aside": aside, "text": BETTER})


def _attach(office: SimpleNamespace) -> Scene:
    file = StoredFile.objects.create(digest="a" * 64, size=3, suffix=".docx", stored_by=office.drafter)
    return Scene(
        drafted(office), office.drafter, [office.colleague, office.registrar], {"stored_file": file, "name": "名单"}
    )


def _detach(office: SimpleNamespace) -> Scene:
    made = _attach(office)
    attached = actions.attach(office.drafter, cast(Document, made.thing), **made.given)
    return Scene(made.thing, office.drafter, made.similar, {"attachment": attached, "reason": "有误"})


def _person(step: str, right: str, similar: list[str], /, **given: Any) -> Any:
    return lambda office: Scene(
        at(office, step), getattr(office, right), _persons(office, similar), {"person": office.finance_clerk, **given}
    )


def _acknowledge(office: SimpleNamespace) -> Scene:
    document = at(office, "archive")
    row = document.distributions.get(unit=office.units["财务科"])
    return Scene(document, office.finance_clerk, [office.drafter, office.checker], {"distribution": row})


def _instruct(office: SimpleNamespace) -> Scene:
    return Scene(
        received(office, "instruct"), office.deputy, [office.principal, office.finance_head], {"text": "请财务科办理。"}
    )


def _propose(office: SimpleNamespace) -> Scene:
    given = {"proposal": "请阅示", "leader": office.deputy, "lead_unit": office.units["财务科"]}
    return Scene(received(office, "propose"), office.registrar, [office.checker, office.deputy], given)


def _circulate(office: SimpleNamespace) -> Scene:
    readers = {"readers": [office.principal]}
    return Scene(received(office, "handle"), office.registrar, [office.finance_head, office.deputy], readers)


def _skip_reader(office: SimpleNamespace) -> Scene:
    document = circulating(office)
    row = document.assignments.get(person=office.deputy)
    given = {"assignment": row, "reason": "出差"}
    return Scene(document, office.registrar, [office.deputy, office.finance_head, office.checker], given)


def _waiting(document: Document) -> Assignment:
    return Assignment.objects.filter(document=document, outcome="").earliest("pk")


def _remind(office: SimpleNamespace) -> Scene:
    document = received(office, "handle")
    given = {"assignment": _waiting(document), "text": "请抓紧。"}
    return Scene(document, office.registrar, [office.finance_clerk, office.checker], given)


def _answer_reminder(office: SimpleNamespace) -> Scene:
    made = _remind(office)
    reminder = actions.remind(office.registrar, cast(Document, made.thing), **made.given)
    given = {"reminder": reminder, "answer": "今天办完"}
    return Scene(made.thing, office.finance_head, [office.section_head, office.finance_clerk], given)


def _change_flow(office: SimpleNamespace) -> Scene:
    flow = flow_for("out", "通知")
    assert flow is not None
    return Scene(flow, office.system, [office.principal, office.registrar, office.security], {"kinds": ["通知"]})


def _draft(office: SimpleNamespace) -> Scene:
    given = {"title": "区政府办关于值班的通知", "kind": "通知"}
    return Scene(office.top, office.drafter, [office.system, office.auditor, office.security], given)


def _receive(office: SimpleNamespace) -> Scene:
    given = {"title": "关于某事的函", "source": "某局"}
    return Scene(office.top, office.registrar, [office.drafter, office.checker, office.principal, office.system], given)


def _number_void(office: SimpleNamespace) -> Scene:
    return Scene(at(office, "print_seal"), office.registrar, [office.checker, office.principal], {"reason": "错号"})


ADMINISTRATORS = ["system", "security", "auditor"]
SEAL = {"seal": "区政府办", "copies": 3, "approved_by": "主任"}
SCENES = {
    "documents.draft": _draft,
    "documents.save_text": outgoing(
        "draft", "drafter", ["colleague", "section_head", *ADMINISTRATORS], text=BETTER, base=1
    ),
    "documents.take_in": _take_in,
    "documents.change_elements": outgoing("draft", "drafter", ["colleague", "registrar"], addressees="各镇"),
    "documents.attach": _attach,
    "documents.detach": _detach,
    "documents.plan_step": outgoing("draft", "drafter", ["colleague", "principal"], step="sign", to=None),
    "documents.submit": outgoing("draft", "drafter", ["colleague", "section_head", "system"]),
    "documents.pass_on": outgoing("review", "section_head", ["drafter", "finance_head", "colleague"], opinion="同意"),
    "documents.send_back": outgoing("review", "section_head", ["drafter", "finance_head", "checker"], reason="重拟"),
    "documents.withdraw": outgoing("check", "drafter", ["colleague", "section_head", "checker"], reason="有误"),
    "documents.add_reviewer": _person("check", "checker", ["drafter", "registrar"], reason="涉及经费"),
    "documents.hand_on": _person("check", "checker", ["section_head", "registrar"], reason="出差"),
    "documents.see": outgoing("review", "section_head", ["drafter", "finance_head"]),
    "documents.sign": outgoing("sign", "principal", ["deputy", "checker", "section_head"], opinion="同意"),
    "documents.number": outgoing("number", "registrar", ["checker", "principal", "drafter"]),
    "documents.void_number": _number_void,
    "documents.seal": outgoing("print_seal", "registrar", ["checker", "principal"], **SEAL),
    "documents.distribute": outgoing(
        "distribute", "registrar", ["checker", "drafter"], recipients=[{"recipient": "财务科"}]
    ),
    "documents.acknowledge": _acknowledge,
    "documents.archive": outgoing("archive", "registrar", ["checker", "drafter"], retention="永久"),
    "documents.void": outgoing("draft", "drafter", ["colleague", "section_head"], reason="不发了"),
    "documents.receive": _receive,
    "documents.register": incoming("register", "registrar", ["checker", "drafter", "system"]),
    "documents.screen": incoming("screen", "registrar", ["checker", "deputy"], ticks=dict.fromkeys(CHECKS, True)),
    "documents.propose": _propose,
    "documents.instruct": _instruct,
    "documents.circulate": _circulate,
    "documents.skip_reader": _skip_reader,
    "documents.mark_read": lambda office: Scene(
        circulating(office), office.deputy, [office.finance_head, office.checker]
    ),
    "documents.remind": _remind,
    "documents.answer_reminder": _answer_reminder,
    "documents.report_done": incoming("handle", "section_head", ["deputy", "finance_clerk"], reply="已办"),
    "documents.reply": incoming("reply", "finance_head", ["section_head", "finance_clerk"], form="电话", text="已告知"),
    "documents.change_flow": _change_flow,
}


class TestVerbs(VerbTests):
    verbs, duty, scenes = verbs, "documents", SCENES


def test_actions_and_verbs_are_the_same() -> None:
    named = {f"documents.{name}" for name in actions.__all__}
    assert named == {name for name in verbs if name.startswith("documents.")}
