"""Only verbs write: rows change in ``actions*.py``, in the chain of the audit, and in what says that it loads."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import lingwu_office

ROOT = Path(lingwu_office.__file__).parent
WRITES = {
    "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "acreate",
    "asave", "adelete", "aupdate", "abulk_create", "abulk_update",
}  # fmt: skip
LINKS = {"set", "add", "remove", "clear"}
"""Of a relation they write too; of a set or a list they do not, so they count on names of relations only."""
RELATIONS = {"posts", "duties"}
NOT_ROWS = {"super", "book", "backend"}
"""Whose method of that name writes no row: a model's own ``save`` goes on to its base, a workbook is saved to memory,
the index of the search is made as a table."""


def allowed(path: Path) -> bool:
    """Whether rows are written in this file."""
    inside = path.relative_to(ROOT)
    return (
        path.name.startswith("actions")
        or inside == Path("audit/chain.py")
        or path.name == "conftest.py"
        or {"tests", "migrations", "demo"} & set(inside.parts[:-1]) != set()
    )


def receiver(call: ast.Call) -> str:
    """The last name before the method: ``objects`` of ``Entry.objects.create``."""
    assert isinstance(call.func, ast.Attribute)
    value = call.func.value
    while isinstance(value, ast.Call):
        value = value.func
    if isinstance(value, ast.Attribute):
        return value.attr
    return value.id if isinstance(value, ast.Name) else ""


def writes(tree: ast.AST, function: str = "") -> list[tuple[int, str]]:
    """Line and method of each call that writes a row, but in functions that say so: ``load_…``, ``create_user``."""
    found = []
    for node in ast.iter_child_nodes(tree):
        here = node.name if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else function
        if here.startswith("load_") or here == "create_user":
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            method, of = node.func.attr, receiver(node)
            of_a_dict = method == "update" and bool(node.args)  # rows are updated by keywords only
            if (method in WRITES and of not in NOT_ROWS and not of_a_dict) or (method in LINKS and of in RELATIONS):
                found.append((node.lineno, f"{of}.{method}"))
        found += writes(node, here)
    return found


FILES = sorted(path for path in ROOT.rglob("*.py") if not allowed(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_written_but_by_a_verb(path: Path) -> None:
    assert writes(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("line", "seen"),
    [("thing.save()", True), ("Entry.objects.create(a=1)", True), ("Entry.objects.filter(a=1).update(a=2)", True),
     ("post.duties.add(duty)", True), ("Authenticator.objects.filter(user=x).delete()", True),
     ("rows.update(**fields)", True), ("found.add(1)", False), ("digest.update(b'')", False),
     ("def load_roles():\n    Role.objects.get_or_create()", False),
     ("def loader():\n    Role.objects.get_or_create()", True)],
)  # fmt: skip
def test_the_test_sees_what_writes(line: str, seen: bool) -> None:
    assert bool(writes(ast.parse(line))) is seen


def test_the_test_looks_at_every_part() -> None:
    parts = {path.relative_to(ROOT).parts[0] for path in FILES}
    assert {"access", "audit", "documents", "files", "foundation", "people", "proofreading", "site"} <= parts
