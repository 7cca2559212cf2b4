"""The people of an event: who is invited, as the office's own list says it.

A list is an .xlsx, .csv or .toml with Chinese headings in any order; only 姓名 is needed. In TOML each person is a
table ``[[people]]`` with the same words as quoted keys, or with the English names of the fields.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from lingwu.errors import ReadError, because
from lingwu.seating import grids

HEADINGS: Mapping[str, Sequence[str]] = {
    "name": ("姓名", "名字", "人员", "参会人员", "参会人"),
    "unit": ("单位", "工作单位", "所在单位", "部门", "单位名称"),
    "post": ("职务", "职务职称", "职位"),
    "number": ("顺序", "排序", "职务顺序", "名次", "编号", "序号"),
    "level": ("级别", "职级", "职务级别"),
    "body": ("机构", "班子", "系列", "领导班子"),
    "area": ("地区", "行政区划", "区划", "所在地", "地方"),
    "arrival": ("报到顺序", "报到", "报到时间", "签到顺序"),
    "side": ("方", "主客", "方别", "主客方"),
    "role": ("角色", "参会身份", "会议角色", "身份", "任务"),
    "state": ("参会状态", "状态", "参会情况", "是否参会", "回执", "出席情况"),
    "gender": ("性别",),
    "nation": ("民族",),
    "surname": ("姓", "姓氏"),
    "reading": ("读音", "拼音", "姓氏读音"),
    "wheelchair": ("轮椅", "行动不便", "无障碍"),
    "note": ("备注", "说明"),
}
"""The headings of each field, the usual one first."""
FIELDS = {tidy: name for name, words in HEADINGS.items() for tidy in (*words, name)}
ABSENT = ("请假", "不参加", "缺席", "不能参加", "因故", "否", "辞", "婉拒", "取消", "未参会")
PRESENT = ("", "参加", "参会", "出席", "列席", "是", "到会", "已确认", "确认", "待定", "未回复", "代参会")
YES = ("是", "有", "需要", "√", "✓", "1", "y", "yes", "true", "轮椅", "需")
NO = ("", "否", "无", "不需要", "×", "0", "n", "no", "false")


class PeopleError(ReadError):
    """A list of people is not as it should be; the text names every cell that is wrong."""


@dataclass(frozen=True)
class Person:
    """One person as the list has it. ``where`` says the place in the list (“名单.xlsx 第5行”).

    ``number`` is the office's own number (1 first; 0: none). ``side`` is 主 or 客 where there are two sides. ``state``
    is the word of the list (参加, 请假 …). ``twin`` is set where two persons of the list have the same name.
    """

    name: str
    unit: str = ""
    post: str = ""
    number: int = 0
    level: str = ""
    body: str = ""
    area: str = ""
    arrival: str = ""
    side: str = ""
    role: str = ""
    state: str = ""
    gender: str = ""
    nation: str = ""
    surname: str = ""
    reading: str = ""
    wheelchair: bool = False
    note: str = ""
    where: str = field(default="", compare=False)
    twin: bool = False

    @property
    def key(self) -> str:
        """What a plan or a constraint calls this person: the name, with the unit where two have it."""
        return f"{self.name}（{self.unit or self.post or self.where}）" if self.twin else self.name

    @property
    def comes(self) -> bool:
        """Whether the person is to have a seat: nothing in the list says that he or she stays away."""
        return not self.state.startswith(ABSENT)

    def __str__(self) -> str:
        return self.key


def read(path: Path) -> tuple[Person, ...]:
    """The persons of a list, in its order, those who declined among them (see ``Person.comes``).

    Raises:
        PeopleError: cells are missing or wrong; each is named (“第5行“姓名”为空”).
        ReadError: the file cannot be read.
    """
    if path.suffix.lower() == ".toml":
        rows = list(_rows_of_toml(path))
    else:
        found = (list(grids.table(rows, FIELDS, "name")) for rows in grids.sheets(path).values())
        rows = next((rows for rows in found if rows), [])
    if not rows:
        raise PeopleError(f"{path} 里没有找到名单：第一行（或标题下一行）应有“姓名”一栏，下面每人一行。")
    return _persons(rows, path.name)


def from_rows(rows: Iterable[Mapping[str, str]], source: str = "名单") -> tuple[Person, ...]:
    """Persons from rows by heading or field name, as :func:`read` makes them from a file.

    Raises:
        PeopleError: cells are missing or wrong.
    """
    numbered = (grids.Row(number, _fielded(row)) for number, row in enumerate(rows, 1))
    return _persons([row for row in numbered if row.cells], source)


def named(people: Iterable[Person]) -> tuple[Person, ...]:
    """``people``, where those who share a name are told apart by their unit (``twin``)."""
    people = tuple(people)
    counts = Counter(person.name for person in people)
    return tuple(replace(person, twin=counts[person.name] > 1) for person in people)


def find(people: Sequence[Person], said: str) -> Person:
    """The person that ``said`` means: a key, a name that only one has, or 姓名（单位）.

    Raises:
        PeopleError: nobody, or more than one, is called so.
    """
    word = said.replace("(", "（").replace(")", "）").replace(" ", "")
    for test in (lambda p: p.key == word, lambda p: p.name == word, lambda p: f"{p.name}（{p.unit}）" == word):
        hits = [person for person in people if test(person)]
        if len(hits) == 1:
            return hits[0]
        if hits:
            units = "、".join(f"{person.name}（{person.unit or person.post}）" for person in hits)
            raise PeopleError(f"名单里有 {len(hits)} 位“{said}”，请写明是哪一位：{units}。")
    raise PeopleError(f"名单里没有“{said}”，请核对姓名。")


def _persons(rows: Sequence[grids.Row], source: str) -> tuple[Person, ...]:
    wrong: list[str] = []
    people = [person for row in rows if (person := _person(row, source, wrong.append))]
    if wrong:
        shown = "；".join(wrong[:20]) + (f"；另有 {len(wrong) - 20} 处" if len(wrong) > 20 else "")
        raise PeopleError(f"{source}：{shown}。")
    told = named(people)
    seen: dict[str, Person] = {}
    for person in told:
        if person.twin and (other := seen.setdefault(person.key, person)) is not person:
            raise PeopleError(
                f"{other.where}和{person.where.removeprefix(source).strip()}都是“{person.key}”：是同一个人请删去一行；"
                "是两个人请在“单位”里写明科室等，使两人有别。"
            )
    return told


def _person(row: grids.Row, source: str, wrong: Callable[[str], None]) -> Person | None:
    name = spelled(row.get("name"))
    where = f"第{row.number}行"
    if not name:
        if set(row.cells) - {"number", "note"}:
            wrong(f"{where}“姓名”为空")
        return None  # a row with nothing but a number or a remark is a blank form row
    words: dict[str, Any] = {
        item.name: row.get(item.name) for item in fields(Person) if item.type == "str" and item.name != "where"
    }
    number = _number(row.get("number"), lambda said: wrong(f"{where}“{HEADINGS['number'][0]}”{said}"))
    if words["side"] and words["side"][0] not in "主客":
        wrong(f"{where}“方”写作“{words['side']}”，应为“主”或“客”")
    if (state := words["state"]) and not state.startswith((*ABSENT, *PRESENT[1:])):
        wrong(f"{where}“参会状态”写作“{state}”，认不出是否参加，可写：参加、列席、请假、待定")
    flag = row.get("wheelchair").lower()
    if flag not in YES + NO:
        wrong(f"{where}“轮椅”写作“{flag}”，应为“是”或“否”")
    words |= {"name": name, "side": words["side"][:1]}
    return Person(**words, number=number, wheelchair=flag in YES, where=f"{source} {where}")


def spelled(name: str) -> str:
    """A name without the spaces that align it in a list; Latin letters keep single ones."""
    parts = name.split()
    return (" " if name.isascii() else "").join(parts)


def _number(cell: str, wrong: Callable[[str], None]) -> int:
    if not cell:
        return 0
    if cell.isdecimal():
        return int(cell)
    wrong(f"写作“{cell}”，应为整数")
    return 0


def _rows_of_toml(path: Path) -> Iterator[grids.Row]:
    try:
        data = tomllib.loads(grids.bytes_of(path).decode("utf-8-sig"))
    except (UnicodeError, tomllib.TOMLDecodeError) as error:
        raise PeopleError(f"{path} 读不出来：{because(error)}。") from error
    listed = data.get("people", data.get("人员", []))
    if not isinstance(listed, list) or not all(isinstance(row, dict) for row in listed):
        raise PeopleError(f'{path} 里的名单应写成 [[people]]，每人一段，如：[[people]] 下面一行 name = "张伟"。')
    for number, row in enumerate(listed, 1):
        yield grids.Row(number, _fielded({key: _word(value) for key, value in row.items()}))


def _fielded(row: Mapping[str, str]) -> dict[str, str]:
    return {FIELDS.get(grids.tidy(key), key): grids.line(value) for key, value in row.items() if grids.line(value)}


def _word(value: object) -> str:
    return ("是" if value else "否") if isinstance(value, bool) else str(value)
