"""Draws the pictures in docs/pictures/seating/: one plan for each kind of venue, a change, and cards.

python docs/pictures/seating.py
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import typst

from lingwu.seating import arrange, cards, outlets, people
from lingwu.seating.people import Person
from lingwu.seating.plan import Constraint, Scheme, Seated

HERE = Path(__file__).with_suffix("")
FAMILIES = "陈欧李王孔方林张赵钱孙周吴郑何吕施曹严金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭鲁韦马苗凤"
GIVEN = ("建华", "明", "修文", "德", "一鸣", "志远")
NAMES = [family + GIVEN[n % len(GIVEN)] for n, family in enumerate(FAMILIES)]
LONG = "阿卜杜热合曼·买买提"
SCHEMES: Mapping[str, tuple[Scheme, int, dict[int, str]]] = {
    "rostrum": (Scheme("全市经济工作会议", {"kind": "rostrum", "rows": [7, 8], "podium": True}, {"even": "A"}), 15, {}),
    "hall": (
        Scheme("全市经济工作会议", {"kind": "hall", "blocks": [4, 8, 4], "rows": 4},
               constraints=(Constraint("wheelchair", (), "1排1座"), Constraint("pin", (NAMES[8],), "1排8座"))), 42, {},
    ),
    "ring": (Scheme("座谈会", {"kind": "ring", "far": 5}), 15, {12: "列席", 13: "列席", 14: "汇报"}),
    "table": (Scheme("友好城市会谈", {"kind": "table"}, {"upper": "right"}), 12, {10: "翻译", 11: "翻译"}),
    "banquet": (Scheme("商务工作餐", {"kind": "banquet", "seats": 10}), 10, {}),
    "sofa": (Scheme("会见外宾", {"kind": "sofa"}, {"upper": "right"}), 12, {10: "翻译", 11: "翻译"}),
    "photo": (Scheme("", {"kind": "photo", "rows": [9, 11, 12]}), 31, {}),
    "signing": (Scheme("合作协议", {"kind": "signing"}), 12, {0: "签字", 1: "签字", 2: "助签", 3: "助签"}),
    "car": (Scheme("调研", {"kind": "car", "cars": ["sedan", "mpv", "bus"], "rows": 4}), 16, {3: "秘书"}),
}  # fmt: skip
"""For each kind: the scheme, how many persons, and the roles of some."""


def listed(count: int, roles: Mapping[int, str], sided: bool) -> tuple[Person, ...]:
    """So many made-up persons."""
    rows = (
        {"姓名": LONG if n == 11 else NAMES[n], "职务": "局长", "顺序": str(n + 1), "角色": roles.get(n, ""),
         "方": ("客" if n % 2 else "主") if sided else ""}
        for n in range(count)
    )  # fmt: skip
    return people.from_rows(rows)


def save(name: str, markup: str, files: Mapping[str, str], ppi: int) -> None:
    """The first page of ``markup`` as a small picture."""
    with tempfile.TemporaryDirectory() as folder:
        for file, text in {**files, "main.typ": markup}.items():
            (Path(folder) / file).write_text(text, encoding="utf-8")
        pages: Any = typst.compile(str(Path(folder) / "main.typ"), format="png", ppi=ppi)
    (HERE / f"{name}.png").write_bytes(pages[0] if isinstance(pages, list) else pages)
    print(f"{name}.png")


def save_plan(name: str, printed: outlets.Printed) -> None:
    """A plan on its paper."""
    paper = "width: 297mm, height: 210mm, margin: 0mm"
    drawn = outlets.svg(replace(printed, paper="A4"))
    save(name, f'#set page({paper})\n#image("plan.svg", width: 100%)', {"plan.svg": drawn}, 72)


def main() -> None:
    """Draw all pictures."""
    HERE.mkdir(exist_ok=True)
    for name, (scheme, count, roles) in SCHEMES.items():
        persons = listed(count, roles, scheme.venue["kind"] in {"table", "banquet", "sofa", "signing"})
        made = arrange.arrange(scheme, persons)
        save_plan(name, outlets.Printed(made.plan, made.layout, persons))
    scheme, count, _ = SCHEMES["rostrum"]
    persons = listed(count, {}, False)
    away = tuple(replace(person, state="请假") if person.name == NAMES[8] else person for person in persons)
    after = arrange.change(arrange.arrange(scheme, persons).plan, away)
    moved = {move.key for move in after.moves if move.after}
    save_plan("change", outlets.Printed(after.plan, after.layout, away, moved))
    names = [Seated(name, name=name, unit="市财政局") for name in ("张伟", "陈建华", "欧阳修文", LONG)]
    save("cards", cards.markup(cards.faces(names, 100, 70, with_unit=True)), {}, 50)


if __name__ == "__main__":
    main()
