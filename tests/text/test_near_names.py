"""Names that are one character off."""

from __future__ import annotations

import pytest

from lingwu.text.near_names import NearNames, one_apart

NAMES = NearNames(("国家市场监督管理总局", "中国科学技术协会"), frozenset({"国家市场监督管理局"}))


def misses(text: str) -> list[tuple[str, str]]:
    places = [(at, at + len(half)) for half in NAMES.halves for at in range(len(text)) if text.startswith(half, at)]
    return [(text[miss.start : miss.end], miss.name) for miss in NAMES.misses(text, places)]


@pytest.mark.parametrize(
    ("said", "right"),
    [("甲乙丙", "甲丁丙"), ("甲乙丙", "甲丙"), ("甲丙", "甲乙丙"), ("甲丙乙丁", "甲乙丙丁")],
)
def test_one_apart(said: str, right: str) -> None:
    assert one_apart(said, right)


@pytest.mark.parametrize(
    ("said", "right"), [("甲乙", "甲乙"), ("甲乙丙丁", "甲"), ("甲乙丙丁", "甲丁丙乙"), ("", "甲乙")]
)
def test_not_one_apart(said: str, right: str) -> None:
    assert not one_apart(said, right)


def test_near_misses_are_found_in_either_half() -> None:
    assert misses("报国家市场监管管理总局和中国科学技木协会。") == [
        ("国家市场监管管理总局", "国家市场监督管理总局"),
        ("中国科学技木协会", "中国科学技术协会"),
    ]


def test_right_and_known_names_are_left_alone() -> None:
    assert not misses("国家市场监督管理总局、国家市场监督管理局、省市场监督管理总局、中国科学协会")
