"""Nothing that somebody typed becomes markup, on any page, for anybody; nothing inline runs anywhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

import lingwu_office
from attacks.world import World, addresses, client_of, forms_in, is_page
from lingwu_office.documents.forms_verbs import MAKERS
from lingwu_office.documents.queries import may_now
from lingwu_office.site.search.keeping import refresh

MARK = "'\"></textarea></script><x7 onx7=1>{{x7}}"
"""Breaks out of an attribute, a text area and a script, and begins an element that no page has."""
KEPT = re.compile(
    r"\.(?:account|password|digest|hash|previous_hash|verb|thing|kind|direction|step|state|outcome|use|urgency|suffix"
    r"|administration|subject|fingerprint|severity|retention|severity)$"
)
"""Fields that no form takes as they are typed: keys, digests, choices."""
READERS = ("drafter", "section_head", "registrar", "principal", "finance_head", "system", "security", "auditor")


def poison() -> int:
    """Put the mark into every text of every row, as much as each holds; how many fields took it."""
    taken = 0
    labels = {"access", "people", "files", "proofreading", "documents", "audit"}
    for model in apps.get_models():
        if model._meta.app_label in labels:
            taken += sum(_poisoned(model, field) for field in model._meta.concrete_fields)
    return taken


def _poisoned(model: Any, field: Any) -> int:
    if KEPT.search(f".{field.name}") or field.choices or not isinstance(field, (models.CharField, models.TextField)):
        return 0
    if field.unique:
        rows = [(row.pk, f"{MARK}{row.pk}") for row in model._base_manager.all()]
        return sum(model._base_manager.filter(pk=pk).update(**{field.name: said}) for pk, said in rows)
    said = MARK[: field.max_length] if field.max_length else MARK
    try:
        with transaction.atomic():
            return int(model._base_manager.update(**{field.name: said}))
    except IntegrityError:  # names of series are unique together
        return 0


def poison_elements(world: World) -> None:
    """The elements without a column, the steps of flows, and what the log says of changes."""
    for document in world.documents.values():
        document.refresh_from_db()
        document.form = {**dict.fromkeys(document.form, MARK), MARK: MARK, "答复": {"方式": MARK, "内容": MARK}}
        document.save()
        flow = document.flow
        flow.steps = [{**step, "title": MARK} for step in flow.steps]
        flow.save()
    entries: Any = apps.get_model("audit", "Entry")._base_manager
    entries.update(before={MARK: MARK, "title": MARK}, after={MARK: {MARK: [MARK]}})
    refresh(list(world.documents.values()))


def harm(content: bytes) -> list[str]:
    """What in a page the mark became, and whatever is inline."""
    page = lxml.html.document_fromstring(content)
    found = []
    for one in page.iter():
        if not isinstance(one.tag, str):
            found += ["comment"] if "x7" in (one.text or "") else []
            continue
        names = [name for name in map(str, one.attrib) if name.startswith(("on", "x7", "hx-on")) or name == "style"]
        ways = [str(value) for name, value in one.attrib.items() if name in LEADING and _leads_out(str(value))]
        runs = one.tag == "script" and one.get("type") != "application/json"
        inline = one.tag == "style" or (runs and (one.text or "").strip())
        found += [*names, *ways, *([str(one.tag)] if one.tag == "x7" or inline else [])]
    return found


LEADING = ("href", "src", "action", "formaction", "hx-get", "hx-post", "xlink:href", "data", "poster")


def _leads_out(address: str) -> bool:
    return bool(re.match(r"\s*(?:[a-z]+:|//)", address, re.IGNORECASE)) and not address.startswith("data:image/svg+xml")


@pytest.mark.parametrize("who", READERS)
def test_nothing_typed_becomes_markup(world: World, who: str) -> None:
    person = getattr(world.office, who)
    able = {pk: {name.partition(".")[2] for name, _, _ in may_now(person, document)}
            for pk, document in ((document.pk, document) for document in world.documents.values())}  # fmt: skip
    assert poison() > 150
    poison_elements(world)
    client, shown = client_of(type(person).objects.get(pk=person.pk)), 0
    for address in [
        *pages_of(addresses(world), able),
        "/search/?q=x7",
        "/documents/outgoing/?sort=number&text=" + MARK,
    ]:
        answer = client.get(address)
        assert answer.status_code < 500, (address, answer.status_code)
        if is_page(answer):
            assert not harm(answer.content), (address, harm(answer.content))
            shown += b"x7" in answer.content
    assert shown > 10, "没有一页显示了这些文字，测试不成立。"


def pages_of(found: list[str], able: dict[int, set[str]]) -> list[str]:
    """The addresses worth asking: no API, the forms of those verbs that can be done, few entries of the log."""
    kept = []
    for address in found:
        act = re.fullmatch(r"/documents/(\d+)/(\w+)/", address)
        if act and act[2] in MAKERS and act[2] not in able[int(act[1])]:
            continue
        entry = re.fullmatch(r"/audit/(\d+)/", address)
        if not address.startswith("/api/") and (entry is None or int(entry[1]) % 9 == 0):
            kept.append(address)
    return kept


@pytest.mark.parametrize("who", ["drafter", "registrar", "system", "security"])
def test_what_is_refused_comes_back_as_text(world: World, who: str) -> None:
    """Every form, sent with the mark in every field: shown again, or done, and never as markup."""
    client = client_of(getattr(world.office, who))
    sent = 0
    for address in addresses(world):
        if address.startswith(("/api/", "/audit/")):
            continue
        answer = client.get(address)
        if answer.status_code != 200 or not is_page(answer):
            continue
        for action, typed in forms_in(answer.content, address, MARK):
            answer = client.post(action, typed, follow=True)
            assert answer.status_code < 500, (action, typed)
            if is_page(answer):
                assert not harm(answer.content), (action, harm(answer.content))
            sent += 1
    assert sent >= 4


def test_templates_hold_nothing_inline() -> None:
    """No handler, style or script within a page, and nothing that switches the escaping off."""
    root = Path(lingwu_office.__file__).parent
    wrong = re.compile(r"\son\w+\s*=|\sstyle\s*=|<style|hx-on|javascript:|\|\s*safe\b|autoescape\s+off|safeseq")
    pages = list(root.rglob("*.html"))
    assert len(pages) > 50
    found = {str(path): wrong.findall(path.read_text("utf-8")) for path in pages}
    assert not {path: hits for path, hits in found.items() if hits}
    script = re.compile(r"<script(?![^>]*\bsrc=)")
    assert not [path for path in pages if script.search(path.read_text("utf-8"))]
    code = [path for path in root.rglob("*.py") if "tests" not in path.parts]
    assert not [path for path in code if re.search(r"mark_safe|SafeString\(|\bhtml_safe", path.read_text("utf-8"))]


def test_scripts_write_text_and_no_markup() -> None:
    """What the office's own scripts show of a text they set as text; nothing is evaluated."""
    scripts = [*(Path(lingwu_office.__file__).parent / "site/static").glob("*.js")]
    assert scripts
    wrong = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setTimeout\(['\"]"
    )
    assert not {path.name: hits for path in scripts if (hits := wrong.findall(path.read_text("utf-8")))}
