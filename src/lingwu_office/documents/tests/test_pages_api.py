"""The API: the same verbs and policies by token, and no answer that its own description does not allow."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from lingwu_office.audit.action import verbs
from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.documents.actions_incoming import CHECKS
from lingwu_office.documents.api import api
from lingwu_office.documents.models import Document, Flow
from lingwu_office.documents.tests import scenes
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.actions_tokens import issue_token, person_of, revoke_token
from lingwu_office.people.models import ApiToken, Person

SCHEMA: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema()))


class Program:
    """A program with somebody's token; every answer is held against the description of the API."""

    def __init__(self, person: Person | None) -> None:
        until = timezone.localdate() + timedelta(days=30)
        token = issue_token(person, person, name="测试", until=until)[1] if person else "lingwu_nobody"
        self.client = Client(headers={"authorization": f"Bearer {token}"}, enforce_csrf_checks=True)

    def get(self, path: str, **query: Any) -> Any:
        return self._held("get", path, self.client.get(f"/api{path}", query))

    def post(self, path: str, given: Any = None) -> Any:
        data = json.dumps({} if given is None else given)
        return self._held("post", path, self.client.post(f"/api{path}", data, content_type="application/json"))

    def upload(self, path: str, query: str, **files: Any) -> Any:
        return self._held("post", path, self.client.post(f"/api{path}?{query}", files))

    def _held(self, method: str, path: str, answer: Any) -> Any:
        described = SCHEMA["paths"][f"/api{re.sub('/[0-9]+', '/{pk}', path)}"][method]["responses"]
        assert str(answer.status_code) in described, (path, answer.status_code, answer.content.decode())
        schema = described[str(answer.status_code)]["content"]["application/json"]["schema"]
        whole = {**schema, "components": SCHEMA["components"]}
        checker = jsonschema.Draft202012Validator(whole, format_checker=jsonschema.FormatChecker())
        checker.validate(answer.json())
        return answer


def test_every_verb_has_an_endpoint() -> None:
    described = {way["operationId"] for ways in SCHEMA["paths"].values() for way in ways.values()}
    registered = {name for name in verbs if name.startswith("documents.")}
    assert registered
    assert registered <= described
    assert not {name for name in described if name.startswith("documents.")} - registered


def test_a_document_sent_goes_all_the_way(office: SimpleNamespace) -> None:
    drafter = Program(office.drafter)
    title = "滨河区人民政府办公室关于召开防汛工作会议的通知"
    given = {"unit": office.units["综合科"].pk, "title": title, "kind": "通知",
             "addressees": "各镇人民政府", "code": "滨政办发", "text": scenes.TEXT, "附注": "此件公开发布"}  # fmt: skip
    answer = drafter.post("/documents", given)
    assert answer.status_code == 201
    pk = answer.json()["document"]["id"]
    walk: list[tuple[str, str, dict[str, Any]]] = [
        ("drafter", "change_elements", {"copies": 20}),
        ("drafter", "save_text", {"text": scenes.BETTER, "base": 1}),
        ("drafter", "submit", {"opinion": "请审"}),
        ("section_head", "see", {}),
        ("section_head", "pass_on", {"opinion": "同意"}),
        ("checker", "plan_step", {"step": "sign", "to": [f"person:{office.deputy.pk}"]}),
        ("checker", "pass_on", {"to": [f"person:{office.finance_head.pk}"]}),
        ("finance_head", "pass_on", {"opinion": "同意会签"}),
        ("deputy", "sign", {"opinion": "同意"}),
        ("checker", "pass_on", {}),
        ("registrar", "number", {}),
        ("registrar", "void_number", {"reason": "编重了"}),
        ("registrar", "number", {}),
        ("registrar", "seal", {"seal": "滨河区人民政府办公室", "copies": 20, "approved_by": "主任"}),
        ("registrar", "distribute", {"recipients": [{"recipient": "财务科", "copies": 2}]}),
        ("registrar", "archive", {"retention": "定期10年"}),
    ]
    for who, verb, taken in walk:
        answer = Program(getattr(office, who)).post(f"/documents/{pk}/{verb}", taken)
        assert answer.status_code == 200, (verb, answer.json())
    document = Document.objects.get(pk=pk)
    assert (document.state, document.title, document.signatory) == ("done", given["title"], office.deputy.name)
    assert document.document_number.endswith("2号")
    whole = Program(office.registrar).get(f"/documents/{pk}").json()
    assert [part["opinion"] for part in whole["parts"] if part["step"] == "countersign"] == ["同意会签"]
    assert whole["form"]["附注"] == "此件公开发布"
    assert drafter.get(f"/documents/{pk}/text").json() == {"version": 2, "text": scenes.BETTER}


def test_a_document_received_goes_all_the_way(office: SimpleNamespace) -> None:
    registrar, finance = Program(office.registrar), office.units["财务科"]
    given = {"unit": office.top.pk, "title": "关于报送总结的通知", "source": "滨江市人民政府办公室", "copies": 3,
             "source_date": "2026-03-02", "for_action": True}  # fmt: skip
    answer = registrar.post("/documents/receive", given)
    pk = answer.json()["document"]["id"]
    assert Document.objects.get(pk=pk).copies == 3
    answer = registrar.upload(f"/documents/{pk}/attach", "use=来文原件", file=SimpleUploadedFile("来文.txt", b"abc"))
    assert answer.status_code == 200
    walk: list[tuple[str, str, dict[str, Any]]] = [
        ("registrar", "register", {"urgency": "加急"}),
        ("registrar", "screen", {"ticks": dict.fromkeys(CHECKS, True)}),
        ("registrar", "propose", {"proposal": "拟请阅示。", "leader": [f"person:{office.deputy.pk}"],
                                  "lead_unit": finance.pk, "co_units": []}),
        ("registrar", "circulate", {"readers": [office.principal.pk]}),
        ("principal", "mark_read", {"opinion": "已阅"}),
        ("deputy", "instruct", {"text": "请财务科办。", "to_unit": finance.pk, "due_at": "2099-01-05"}),
        ("finance_head", "report_done", {"reply": "已经报送。"}),
        ("finance_head", "reply", {"form": "电话", "text": "已告知。"}),
        ("registrar", "archive", {"retention": "永久"}),
    ]  # fmt: skip
    for who, verb, taken in walk:
        answer = Program(getattr(office, who)).post(f"/documents/{pk}/{verb}", taken)
        assert answer.status_code == 200, (verb, answer.json())
    assert Document.objects.get(pk=pk).urgency == "加急"


@pytest.mark.parametrize(
    ("path", "given", "status", "said"),
    [
        ("send_back", {"reason": "", "to_step": "draft"}, 400, "退回原因"),
        ("send_back", {}, 422, "reason"),
        ("send_back", {"reason": "改", "to_step": "sky"}, 400, "退到"),
        ("send_back", {"reason": 5}, 422, "reason"),
        ("hand_on", {"person": "person:999999", "reason": "出差"}, 400, "转给谁办"),
        ("sign", {"opinion": "同意"}, 403, "会签"),
        ("number", {}, 403, ""),
        ("detach", {"attachment": 999, "reason": "错"}, 400, "附件"),
        ("remind", {"assignment": 1, "text": "快", "extra": 1}, 422, "extra"),
    ],
)
def test_what_does_not_fit_is_said_in_chinese(
    office: SimpleNamespace, path: str, given: dict[str, Any], status: int, said: str
) -> None:
    document = scenes.countersigning(office)
    answer = Program(office.finance_head).post(f"/documents/{document.pk}/{path}", given)
    assert (answer.status_code, said in answer.json()["detail"]) == (status, True), answer.json()
    assert re.search(r"[\u4e00-\u9fff]", answer.json()["detail"])


def test_signed_elements_stay(office: SimpleNamespace) -> None:
    document = scenes.at(office, "recheck")
    answer = Program(office.checker).post(f"/documents/{document.pk}/change_elements", {"title": "另一个标题的通知"})
    assert answer.status_code == 400
    assert scenes.fresh(document).title == document.title


def test_broken_json_is_said(office: SimpleNamespace) -> None:
    document = scenes.drafted(office)
    program = Program(office.drafter)
    answer = program.client.post(f"/api/documents/{document.pk}/submit", "{", content_type="application/json")
    assert answer.status_code == 400
    assert answer.json() == {"detail": "请求内容不是正确的 JSON。"}


@pytest.mark.parametrize("who", ["outsider", "finance_clerk", "system", "security", "auditor"])
def test_what_one_may_not_see_is_not_there(office: SimpleNamespace, who: str) -> None:
    document = scenes.at(office, "review")
    program = Program(getattr(office, who))
    assert program.get("/documents").json() == {"count": 0, "items": []}
    assert program.get("/assignments").json() == []
    for path in ("", "/text"):
        answer = program.get(f"/documents/{document.pk}{path}")
        assert answer.status_code == 404
        assert document.title not in answer.content.decode()
    assert program.post(f"/documents/{document.pk}/pass_on", {}).status_code == 404
    assert program.get("/documents/999999").json() == program.get(f"/documents/{document.pk}").json()


def test_lists(office: SimpleNamespace) -> None:
    document = scenes.at(office, "review")
    program = Program(office.section_head)
    page = program.get("/documents", direction="out", title="防汛").json()
    assert [row["id"] for row in page["items"]] == [document.pk]
    assert program.get("/documents", direction="in").json()["count"] == 0
    assert [row["document"]["id"] for row in program.get("/assignments").json()] == [document.pk]
    assert {row["name"] for row in program.get("/units").json()} == {"滨河区人民政府办公室", "综合科", "财务科"}
    names = {row["name"] for row in program.get("/persons").json()}
    assert office.deputy.name in names
    assert not names & {office.system.name, office.auditor.name, office.outsider.name}


def test_flows_are_changed_by_the_system_administrator_only(office: SimpleNamespace) -> None:
    flow = Flow.objects.get(name="发文·一般")
    assert Program(office.drafter).post(f"/flows/{flow.pk}", {"active": False}).status_code == 403
    answer = Program(office.system).post(f"/flows/{flow.pk}", {"steps": flow.steps[1:]})
    assert answer.status_code == 400
    assert "起草" in answer.json()["detail"]
    assert Program(office.system).post(f"/flows/{flow.pk}", {"active": False}).json()["active"] is False
    assert Program(office.system).post("/flows/99999", {}).status_code == 404


def test_reading_by_token_is_recorded(office: SimpleNamespace) -> None:
    document = scenes.at(office, "review")
    Program(office.section_head).get(f"/documents/{document.pk}")
    assert Entry.objects.filter(kind=EntryKind.VIEWING, person=office.section_head).count() == 1


def test_tokens_end(office: SimpleNamespace) -> None:
    until = timezone.localdate() + timedelta(days=1)
    token, plain = issue_token(office.drafter, office.drafter, name="档案系统", until=until)
    assert plain not in str(list(ApiToken.objects.values()))
    assert person_of(plain) == office.drafter
    assert ApiToken.objects.get().last_used is not None
    revoke_token(office.security, token)
    assert person_of(plain) is None
    assert Program(None).get("/documents").status_code == 401
    _, late = issue_token(office.drafter, office.drafter, name="过期", until=until)
    ApiToken.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert person_of(late) is None
    _, gone = issue_token(office.drafter, office.drafter, name="离岗", until=until)
    Person.objects.filter(pk=office.drafter.pk).update(is_active=False)
    assert person_of(gone) is None


def test_tokens_are_for_oneself(office: SimpleNamespace) -> None:
    until = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused):
        issue_token(office.security, office.drafter, name="冒用", until=until)
    token, _ = issue_token(office.drafter, office.drafter, name="自用", until=until)
    with pytest.raises(Refused):
        revoke_token(office.colleague, token)
    for name, day in (("", until), ("自用", timezone.localdate() + timedelta(days=500))):
        with pytest.raises(Invalid):
            issue_token(office.drafter, office.drafter, name=name, until=day)


def test_the_page_of_tokens(office: SimpleNamespace, signed_in: Any) -> None:
    client, until = signed_in(office.drafter), timezone.localdate() + timedelta(days=9)
    page = client.post("/people/tokens/", {"name": "<b>取数</b>", "until": until.isoformat()}).content.decode()
    plain = re.search(r"<code>(lingwu_\S+?)</code>", page)
    assert plain
    assert person_of(plain[1]) == office.drafter
    assert "&lt;b&gt;取数" in page
    assert plain[1] not in client.get("/people/tokens/").content.decode()
    assert client.post("/people/tokens/", {"name": "", "until": "2020-01-01"}).status_code == 400
    token = ApiToken.objects.get()
    assert signed_in(office.colleague).post(f"/people/tokens/{token.pk}/revoke/").status_code == 403
    assert client.post(f"/people/tokens/{token.pk}/revoke/").status_code == 302
    assert person_of(plain[1]) is None


def test_the_description_needs_no_other_machine(office: SimpleNamespace, signed_in: Any) -> None:
    assert Client().get("/api/docs").status_code == 302
    page = signed_in(office.drafter).get("/api/docs").content.decode()
    assert "swagger-ui-bundle.js" in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    assert signed_in(office.drafter).get("/api/openapi.json").json()["info"]["title"] == "零误办公接口"
