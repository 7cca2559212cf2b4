"""The shape of the office, kept by machines: what it takes of Lingwu, how verbs are reached, what is written down."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.urls import NoReverseMatch, reverse

import lingwu
from lingwu_office.access.pages import ACTS as OF_ACCESS
from lingwu_office.access.roles import default_roles
from lingwu_office.audit.action import verbs
from lingwu_office.documents.api import api
from lingwu_office.documents.forms_verbs import MAKERS, QUIET
from lingwu_office.people.acts import ACTS as OF_PEOPLE
from lingwu_office.site.commands import commands

ROOT = Path(__file__).resolve().parents[1]
OFFICE = ROOT / "src" / "lingwu_office"
PARTS = ("foundation", "audit", "access", "people", "files", "proofreading", "documents", "site")
MODULES = sorted(path for path in OFFICE.rglob("*.py") if "tests" not in path.parts)
DEPLOY = (ROOT / "docs" / "guides" / "deploy.md").read_text(encoding="utf-8")

EVERYBODY = {"lingwu.workdays.Calendar", "lingwu.LingwuError", "lingwu.__version__"}
"""What any part takes of Lingwu, besides its named errors."""
READING = {f"lingwu.{name}" for name in ("read", "ReadError", "Document", "Kind", "Role")}
"""What ``files`` takes besides: a file is read before it is kept, to look for a mark of secrecy. Nothing is checked."""
TYPESETTING = {"lingwu.typeset.composing", "lingwu.typeset.matter.Matter"}
CHECKING = {f"lingwu.{name}" for name in lingwu.__all__}
TAKEN: Mapping[str, set[str]] = {"files": READING, "proofreading": CHECKING | TYPESETTING}


def taken(tree: ast.AST) -> Iterator[str]:
    """The names of Lingwu that a module uses, in full: ``lingwu.read``, ``lingwu.workdays.Calendar``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "lingwu":
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("lingwu."))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "lingwu":
            yield f"lingwu.{node.attr}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(OFFICE)))
def test_a_part_takes_of_lingwu_only_public_names_and_only_proofreading_checks(path: Path) -> None:
    part = path.relative_to(OFFICE).parts[0]
    allowed = EVERYBODY | TAKEN.get(part, set())
    used = set(taken(ast.parse(path.read_text(encoding="utf-8"))))
    assert {name for name in used - allowed if not name.startswith("lingwu.errors.")} == set()


def test_the_test_sees_who_checks() -> None:
    seen = set(taken(ast.parse("import lingwu\nimport lingwu.checker\nfrom lingwu.rule import Rule\nlingwu.check('')")))
    assert seen == {"lingwu.checker", "lingwu.rule.Rule", "lingwu.check"}
    used = {name for path in MODULES for name in taken(ast.parse(path.read_text(encoding="utf-8")))}
    assert used >= TYPESETTING | {"lingwu.read", "lingwu.Checker", "lingwu.workdays.Calendar"}


def test_domains_run_without_django() -> None:
    names = [".".join(path.relative_to(ROOT / "src").with_suffix("").parts) for path in OFFICE.glob("*/domain/*.py")]
    assert names
    code = f"import sys, importlib; [importlib.import_module(n) for n in {names}]; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_part_says_what_it_is() -> None:
    folders = {path.name for path in OFFICE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(PARTS)
    for part in PARTS:
        text = (OFFICE / part / "README.md").read_text(encoding="utf-8")
        named = set(re.findall(r"`([a-z_]+\.(?:py|toml))`", text))
        there = {path.name for path in (OFFICE / part).rglob("*") if path.suffix in (".py", ".toml")}
        assert named, part
        assert named <= there, f"{part} names files that are not there: {sorted(named - there)}"


def run_django(home: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """``django-admin`` over a new office in ``home``."""
    (home / "secret.key").write_text(os.urandom(48).hex(), encoding="ascii")
    given = {key: value for key, value in os.environ.items() if not key.startswith(("LINGWU_", "DATABASE_", "DJANGO_"))}
    given |= {"LINGWU_HOME": str(home), "DJANGO_SETTINGS_MODULE": "lingwu_office.site.settings"} | environment
    command = [sys.executable, "-m", "django", *args]
    return subprocess.run(command, env=given, capture_output=True, text=True, check=False, timeout=120)


def test_the_tables_are_as_the_models_say(tmp_path: Path) -> None:
    done = run_django(tmp_path, "makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_office_behind_https_passes_the_check_for_deployment(tmp_path: Path) -> None:
    done = run_django(tmp_path, "check", "--deploy", "--fail-level", "WARNING", LINGWU_HTTPS="1", LINGWU_HOSTS="office")
    assert done.returncode == 0, done.stderr


def settings_asked_for() -> set[str]:
    """The names of the environment that the office reads."""
    found = (re.findall(r"os\.environ(?:\.get\(|\[)\"([A-Z_]+)\"", path.read_text("utf-8")) for path in MODULES)
    return {name for names in found for name in names} - {"DJANGO_SETTINGS_MODULE"}


def test_every_setting_is_in_the_guide_and_no_other() -> None:
    asked = settings_asked_for()
    assert {"LINGWU_HOME", "DATABASE_URL", "LINGWU_HTTPS"} <= asked
    assert {name for name in asked if f"`{name}" not in DEPLOY} == set()
    assert set(re.findall(r"LINGWU_[A-Z_]+", DEPLOY)) <= asked
    said = ast.get_docstring(ast.parse((OFFICE / "site" / "settings.py").read_text(encoding="utf-8"))) or ""
    assert {name for name in asked if name not in said} == set()


def test_every_command_is_in_the_guide() -> None:
    assert {one.name for one in commands if f"office {one.name}" not in DEPLOY} == set()


OWN_PAGES = {
    "audit.verify": "audit:verify", "audit.export": "audit:export",
    "documents.change_flow": "documents:flow", "documents.draft": "documents:new",
    "documents.receive": "documents:receive", "files.store": "documents:upload",
    "people.change_password": "account_change_password", "people.import_people": "people:import",
    "people.issue_token": "people:tokens", "people.revoke_token": "people:token_revoke",
    "proofreading.accept": "proofreading:decide", "proofreading.dismiss": "documents:judge",
    "proofreading.propose": "proofreading:propose", "proofreading.reject": "proofreading:decide",
    "proofreading.undo_dismissal": "documents:judge",
}  # fmt: skip
"""Verbs with a page of their own, by the names of addresses; others have the page of all verbs of their part."""
ON_THE_MACHINE = {"site.found", "site.mark_demo"}
"""Verbs of commands, before anybody can sign in."""


def office_verbs() -> list[str]:
    """All verbs but those that tests register."""
    return sorted(name for name, verb in verbs.items() if ".tests." not in verb.run.__module__)


def reached(name: str) -> bool:
    """Whether some address has this name, whatever it takes."""
    for given in ([], [1], ["xlsx"], [1, "accept"]):
        try:
            return bool(reverse(name, args=given))
        except NoReverseMatch:
            continue
    return False


@pytest.mark.parametrize("verb", office_verbs())
def test_every_verb_has_a_page(verb: str) -> None:
    on_documents = {f"documents.{name}" for name in set(MAKERS) - QUIET} | {"documents.see"}
    if OWN_PAGES.get(verb):
        assert reached(OWN_PAGES[verb]), f"{OWN_PAGES[verb]} is no address"
    else:
        assert verb in on_documents | set(OF_PEOPLE) | set(OF_ACCESS) | ON_THE_MACHINE


def test_every_verb_on_documents_has_an_endpoint_and_every_endpoint_a_verb() -> None:
    described = api.get_openapi_schema()["paths"]
    posted = {methods["post"]["operationId"] for methods in described.values() if "post" in methods}
    assert posted == {verb for verb in office_verbs() if verb.startswith("documents.")}


def test_every_model_has_a_chinese_name() -> None:
    models = [model for model in apps.get_models() if model.__module__.startswith("lingwu_office.")]
    assert len(models) > 15
    assert [model.__name__ for model in models if str(model._meta.verbose_name).isascii()] == []


def test_every_verb_says_who_may_in_chinese() -> None:
    for name in office_verbs():
        verb = verbs[name]
        assert re.search(r"[\u4e00-\u9fff]", verb.title), name
        assert verb.may.__name__.startswith("may"), f"{name}: {verb.may.__name__}"


def test_the_worked_example_of_a_verb_is_the_code() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = page.partition("## Add a verb of the office")[2].partition("\n## ")[0]
    quoted = [
        line.strip() for block in re.findall(r"```python\n(.*?)```", section, re.DOTALL) for line in block.splitlines()
    ]
    there = "\n".join(path.read_text(encoding="utf-8") for path in (OFFICE / "documents").rglob("*.py"))
    assert len(quoted) > 5
    assert [line for line in quoted if f"{line}\n" not in there] == []


@pytest.mark.parametrize("role", default_roles(), ids=lambda role: role["name"])
def test_a_role_opens_what_it_says(role: dict[str, Any]) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    asked = set(re.findall(r"(?:by_role|\.role)\([^()]*\"([a-z]+\.[a-z_]+)\"", code))
    assert len(asked) > 30
    named = {pattern for pattern in role["verbs"] if "*" not in pattern}
    assert named <= asked, f"no policy asks for {sorted(named - asked)}"
