"""The shape of the house, kept by machines: size limits, names, reasons for dependencies."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import lingwu

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(path for folder in ("src", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "core", "lib", "extras"}


def functions() -> Iterator[tuple[str, int]]:
    """Each function of src with its lines, docstring not counted."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                doc = node.body[0] if ast.get_docstring(node) else None
                spent = (doc.end_lineno or 0) - doc.lineno + 1 if doc else 0
                yield f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1 - spent


def test_no_file_is_too_long() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert not {str(path): length for path, length in lengths.items() if length >= 400}


def test_no_function_is_too_long_and_nine_in_ten_are_short() -> None:
    lengths = dict(functions())
    assert not {name: length for name, length in lengths.items() if length >= 40}
    assert sum(length < 25 for length in lengths.values()) >= 0.9 * len(lengths)


def test_no_drawers() -> None:
    assert not [path for path in SOURCES if DRAWERS & {*path.parts[len(ROOT.parts) :], path.stem}]


def test_every_dependency_has_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if re.match(r'\s+"[A-Za-z0-9_-]+>=', line) or "requires = [" in line]
    assert wanted
    assert not [line for line in wanted if "  # " not in line and " # " not in line]


def test_pins_have_hashes_and_no_address() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        names = re.findall(r"^([A-Za-z0-9._-]+)==", text, re.MULTILINE)
        assert names
        assert len(re.findall(r"^[A-Za-z0-9._-]+==\S+ \\\n    --hash=sha256:", text, re.MULTILINE)) == len(names)
        assert "http" not in text
        assert "index" not in text


def test_pins_cover_what_pyproject_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    pinned = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8").lower()
    for line in wanted:
        name = re.split(r"[><=\[]", line)[0].lower().replace("_", "-")
        assert f"\n{name}==" in pinned, name


def test_public_names_are_exact() -> None:
    assert sorted(lingwu.__all__) == sorted(set(lingwu.__all__))
    assert all(hasattr(lingwu, name) for name in lingwu.__all__)


def test_unfinished_work_is_not_committed() -> None:
    marks = re.compile(r"\b(?:TODO|FIXME|XXX)\b(?!X)")
    files = [path for path in (ROOT / "src").rglob("*.py") if "rules" not in path.parts]
    assert not [str(path) for path in files if marks.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("heavy", ["rich", "lxml", "rapidfuzz", "concurrent.futures", "importlib.metadata.metadata"])
def test_importing_lingwu_is_light(heavy: str) -> None:
    code = f"import sys, lingwu; lingwu.check('一句话。'); sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
