"""Two texts made from one become one again."""

from __future__ import annotations

import random

import pytest

from lingwu_office.documents.text_merge import merge

BASE = "一\n二\n三\n四\n五"


@pytest.mark.parametrize(
    ("now", "aside", "text", "both"),
    [
        (BASE, BASE, BASE, 0),
        ("一甲\n二\n三\n四\n五", BASE, "一甲\n二\n三\n四\n五", 0),
        (BASE, "一\n二\n三\n四\n五乙", "一\n二\n三\n四\n五乙", 0),
        ("一甲\n二\n三\n四\n五", "一\n二\n三\n四\n五乙", "一甲\n二\n三\n四\n五乙", 0),
        ("一甲\n二\n三\n四\n五", "一\n二乙\n三\n四\n五", "一甲\n二乙\n三\n四\n五", 0),
        ("一\n二\n三甲\n四\n五", "一\n二\n三乙\n四\n五", "一\n二\n三甲\n三乙\n四\n五", 1),
        ("一\n二\n三同\n四\n五", "一\n二\n三同\n四\n五", "一\n二\n三同\n四\n五", 0),
        ("一\n二\n三\n四\n五\n甲", "一\n二\n三\n四\n五\n乙", "一\n二\n三\n四\n五\n甲\n乙", 1),
        ("一\n三\n四\n五", "一\n二\n三\n四\n五\n六", "一\n三\n四\n五\n六", 0),
        ("一\n三\n四\n五", "一\n二乙\n三\n四\n五", "一\n二乙\n三\n四\n五", 1),
        ("", BASE + "\n六", BASE + "\n六", 1),
    ],
)
def test_merged(now: str, aside: str, text: str, both: int) -> None:
    merged = merge(BASE, now, aside)
    assert (merged.text, merged.both) == (text, both)


def test_without_a_base_both_are_kept() -> None:
    assert merge("", "甲", "乙").text == "甲\n乙"


@pytest.mark.parametrize("seed", range(60))
def test_nothing_that_somebody_wrote_is_lost(seed: int) -> None:
    dice = random.Random(seed)
    base = [f"第{number}段" for number in range(dice.randint(0, 10))]

    def edited(mark: str) -> list[str]:
        lines = [f"{line}{mark}" if dice.random() < 0.3 else line for line in base if dice.random() < 0.9]
        for number in range(dice.randint(0, 3)):
            lines.insert(dice.randint(0, len(lines)), f"新{mark}{number}")
        return lines

    now, aside = edited("甲"), edited("乙")
    text = merge("\n".join(base), "\n".join(now), "\n".join(aside)).text.split("\n")
    written = {line for line in now + aside if line not in base}
    assert written <= set(text)
    assert set(text) - {""} <= set(now) | set(aside)
    assert merge("\n".join(base), "\n".join(now), "\n".join(base)).text == "\n".join(now)
    assert merge("\n".join(base), "\n".join(base), "\n".join(aside)).text == "\n".join(aside)
