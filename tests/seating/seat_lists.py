"""Lists of made-up persons for the tests of seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lingwu.seating import people
from lingwu.seating.people import Person

FAMILIES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
GIVEN = ["建国", "明", "志强", "秀英", "文", "海燕", "一鸣", "德华", "静"]


def named(*names: str, **columns: str) -> tuple[Person, ...]:
    """Persons of these names, in this order; ``columns`` are the same for all."""
    return people.from_rows([{"姓名": name, **columns} for name in names])


def crowd(count: int, roles: Mapping[int, str] | None = None, sided: bool = False) -> tuple[Person, ...]:
    """So many different persons; with ``sided`` every other one is a guest."""
    rows = []
    for n in range(count):
        name = FAMILIES[n % len(FAMILIES)] + GIVEN[n // len(FAMILIES) % len(GIVEN)]
        side = "客" if n % 2 else "主"
        number = n // (len(FAMILIES) * len(GIVEN))
        name += "甲乙丙丁戊己庚辛"[number : number + 1] * (number > 0)
        rows.append({"姓名": name, "单位": f"第{n // 7 + 1}局", "职务": "局长", "顺序": str(n + 1),
                     "方": side if sided else "", "角色": (roles or {}).get(n, "")})  # fmt: skip
    return people.from_rows(rows)


def without(persons: tuple[Person, ...], *names: str) -> tuple[Person, ...]:
    """``persons``, of whom those of these names do not come."""
    return tuple(replace(person, state="请假") if person.name in names else person for person in persons)
