"""Names of autonomous areas: the one that a text means."""

from __future__ import annotations

import pytest

from lingwu.structure.autonomous_areas import LEVELS, misnamed
from lingwu.structure.facts import table


def meant(text: str) -> str | None:
    """The right name for the area that ``text`` ends with; None where it is right as it is."""
    found = misnamed(text, len(text) - 3, len(text))
    return found[1] if found else None


@pytest.mark.parametrize("name", [row["name"] for row in table("areas") if row["name"].endswith(LEVELS)])
def test_right_names_are_right(name: str) -> None:
    assert meant(name) is None
    assert meant("贵州省" + name) is None


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("新疆自治区", "新疆维吾尔自治区"),
        ("宁夏回民自治区", "宁夏回族自治区"),
        ("四川省凉山彝自治州", "凉山彝族自治州"),
        ("文山苗族壮族自治州", "文山壮族苗族自治州"),
        ("镇宁苗族布依族自治县", "镇宁布依族苗族自治县"),
        ("内蒙自治区", "内蒙古自治区"),
    ],
)
def test_near_misses_are_known(said: str, right: str) -> None:
    assert meant(said) == right


@pytest.mark.parametrize(
    "said", ["自治区", "本自治区", "新疆、西藏等自治区", "湘西自治州", "广西僮族自治区", "某某自治县"]
)
def test_other_words_are_left_alone(said: str) -> None:
    assert meant(said) is None
