"""TOML files as documents of tables: each list of tables one table, each value a cell that knows its line."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lingwu.document import Document
from lingwu.errors import DamagedFile, NoText, because
from lingwu.formats._cells import Sheets

HEADER = re.compile(r"\s*\[\[\s*([^\[\]]+?)\s*\]\]")
SINGLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
KEY = re.compile(r"\s*(?:\"([^\"\n]+)\"|'([^'\n]+)'|([\w\u4e00-\u9fff-]+))\s*=")
AGENDA = ("agenda", "议程")
JOINT = "、"
Lines = Mapping[tuple[str, int, str], int]


def parsed(data: bytes, path: str) -> dict[str, Any]:
    """The values of a TOML file.

    Raises:
        DamagedFile: it is not UTF-8 or not TOML; the text says in which line.
    """
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeError, tomllib.TOMLDecodeError) as error:
        raise DamagedFile(f"{path} 读不出来：{because(error)}。") from error


def document(data: bytes, path: str) -> Document:
    """The tables of a TOML file as a document.

    Raises:
        DamagedFile: it is not TOML. NoText: no list of tables is in it.
    """
    values = parsed(data, path)
    lines = _lines(data.decode("utf-8-sig"))
    sheets = Sheets()
    for name, rows in values.items():
        if isinstance(rows, list) and rows and all(isinstance(row, dict) for row in rows):
            _add(sheets, name, rows, lines)
            nested = list(_agendas(name, rows))
            if nested:
                _add(sheets, *_flat(nested), lines)
        elif isinstance(rows, str):
            sheets.named([[(rows, _line(lines, ("", 0, name)))]], [name])
    if not sheets.cells:
        raise NoText(f"{path} 里没有可查的内容，应有 [[event]] 这样成段的条目。")
    made = sheets.document()
    digest = hashlib.sha256(data).hexdigest()
    return replace(made, meta={**made.meta, "path": path, "format": "toml", "digest": digest}, _memo={})


def _add(sheets: Sheets, name: str, rows: Sequence[Mapping[str, Any]], lines: Lines) -> None:
    keys = dict.fromkeys(key for row in rows for key in row)
    heads = [key for key in keys if key not in AGENDA and not key.startswith("\0")]
    table: list[list[tuple[str, str] | None]] = []
    for at, row in enumerate(rows):
        where = (row.get("\0of", name), row.get("\0at", at))
        texts = [_said(row.get(key)) for key in heads]
        table.append(
            [(text, _line(lines, (*where, key))) if text else None for key, text in zip(heads, texts, strict=True)]
        )
    sheets.named(table, heads)


def _agendas(name: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The parts of all agendas with the title of their event; keys behind NUL say where they stand."""
    count = 0
    for row in rows:
        title = next((str(row[key]) for key in ("title", "名称", "活动", "会议") if key in row), "")
        for key in AGENDA:
            for part in row.get(key, ()):
                yield {"of": title, **part, "\0of": f"{name}.{key}", "\0at": count}
                count += 1


def _flat(rows: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    return str(rows[0]["\0of"]), rows


def _lines(text: str) -> Lines:
    """For each list of tables, number of the table in it and key, the line that the key stands on."""
    found: dict[tuple[str, int, str], int] = {}
    counts: dict[str, int] = defaultdict(lambda: -1)
    name = ""
    for number, line in enumerate(text.splitlines(), 1):
        header, single = HEADER.match(line), SINGLE.match(line)
        if header:
            name = header[1].replace('"', "")
            counts[name] += 1
            found[(name, counts[name], "")] = number
        elif single:
            name = single[1]
        elif key := KEY.match(line):
            said = next(word for word in key.groups() if word)
            found.setdefault((name, max(counts[name], 0), said), number)
    return found


def _line(lines: Lines, place: tuple[str, int, str]) -> str:
    number = lines.get(place) or lines.get((place[0], place[1], ""))
    return f"第{number}行" if number else f"{place[2]}"


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return JOINT.join(_said(one) for one in value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if hasattr(value, "isoformat"):
        from lingwu.formats.xlsx import said

        return said(value)
    return " ".join(str(value).split())
