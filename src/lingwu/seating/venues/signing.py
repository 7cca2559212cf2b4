"""签字仪式: signers at the table, guests at the host's right, assistants at the outer sides, delegations in a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lingwu.seating.venue import GUEST, HOST, Layout, Seat, Shape, laid
from lingwu.seating.venues import _lines

SIDED = "must"
ROLES = ("助签", "签字")
SIZES: Mapping[str, str] = {}
NAMES = {GUEST: "客方", HOST: "主方"}


def build(spec: Mapping[str, Any], rules: Mapping[str, str], counts: Mapping[str, int]) -> Layout:
    """The ceremony as the guests and cameras see it: signers face the viewer."""
    single = rules["form"] == "single"
    opposite = rules["form"] == "opposite"
    seats: list[Seat] = []
    for side in (GUEST, HOST):
        sign = -1 if (side == GUEST) == (rules["upper"] == "right") else 1
        signers, helpers = counts.get(f"{side}签字", 0), counts.get(f"{side}助签", 0)
        hand = "右" if rules["upper"] == "right" else "左"
        for n in range(signers):
            at = 2.2 + 1.4 * n if single else 0.9 + 1.4 * n
            why = f"客方签字人居主方{hand}手（以{hand}为上）" if side == GUEST else "主方签字人"
            seats.append(_seat((side, "签字"), n, (sign * at, 0), why + ("，依次上前签字" if single else "")))
        for n in range(helpers):
            edge = (2.2 if single else 0.9) + 1.4 * max(signers, 1)
            seats.append(_seat((side, "助签"), n, (sign * (edge + 1.2 * n), -0.2), "助签人在签字人外侧，翻页指位"))
        for n in range(counts.get(side, 0)):
            words = f"{NAMES[side]}随员由中间向外{'，面对签字人' if opposite else '，站在签字人身后'}"
            seats.append(_seat((side, ""), n, (sign * (0.55 + 1.1 * n), 2.6 if opposite else -1.7), words))
    wide = max([2.4, *(abs(seat.x) + 0.6 for seat in seats if seat.y == 0 and not single)])
    return laid(
        _lines.joined(seats, 1.5),
        kind="signing",
        title="签字仪式位置图",
        shapes=(Shape("rect", 0, 0.85, 2 * wide if not single else 2.4, 0.5, "签 字 桌"),
                Shape("text", 0, 4.0, 5, 0.5, "来宾、记者席")),
        viewpoint="从来宾席看；签字人面向来宾，其左手在图的右边",
        opposite="从签字人身后看（面向来宾）；签字人的左手在图的左边",
        notes=("旗帜位置请按礼宾部门的要求确认", *_unsigned(counts)),
    )  # fmt: skip


def _unsigned(counts: Mapping[str, int]) -> list[str]:
    sides = "、".join(f"{NAMES[side]}" for side in (GUEST, HOST) if not counts.get(f"{side}签字"))
    return [f"{sides}没有签字人：请在名单的“角色”一栏给签字的人写“签字”（助签的写“助签”）"] if sides else []


def _seat(pool: tuple[str, str], n: int, at: tuple[float, float], why: str) -> Seat:
    (side, role), (x, y) = pool, at
    name = f"{NAMES[side]}{role or '随员'}{n + 1}"
    return Seat(name, f"{name}席" if role else name, x, y, side + role, f"{NAMES[side]}{role}", why=why, short=name)
