"""One English word for each term of the office: models and verbs stand in docs/glossary.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps

import lingwu_office
from lingwu_office.audit.action import verbs

GLOSSARY = Path(lingwu_office.__file__).parents[2] / "docs" / "glossary.md"
WORDS = re.compile(r"`([^`]+)`")


def rows() -> list[list[str]]:
    lines = [line for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def in_code() -> set[str]:
    return {word for row in rows() for word in WORDS.findall(row[2])}


MODELS = [model for model in apps.get_models() if model.__module__.startswith("lingwu_office.")]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_model_is_in_the_glossary(model: type) -> None:
    assert model.__name__ in in_code()


@pytest.mark.parametrize("verb", sorted(name for name in verbs if not name.startswith("test.")))
def test_every_verb_is_in_the_glossary(verb: str) -> None:
    assert verb in in_code()


def test_the_glossary_names_no_verb_that_is_not_there() -> None:
    parts = {config.label for config in apps.get_app_configs() if config.name.startswith("lingwu_office.")}
    named = {word for word in in_code() if re.fullmatch(r"[a-z]+\.[a-z_]+", word) and word.partition(".")[0] in parts}
    assert {word for word in named if not _is_module(word)} <= set(verbs)


def _is_module(word: str) -> bool:
    part, _, module = word.partition(".")
    return (Path(lingwu_office.__file__).parent / part / f"{module}.py").exists()


def test_every_row_has_three_cells_and_chinese_first() -> None:
    for row in rows():
        assert len(row) == 3, row
        assert re.search(r"[\u4e00-\u9fff]", row[0]), row
