"""A text with the elements of its form around it, as the checker is to see it, and the way back to each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TEXT = ""
"""The name of the piece that is the text itself."""
BEFORE = ("紧急程度", "发文字号", "签发人", "标题", "主送")
AFTER = ("署名", "成文日期", "附注", "抄送")
FIELDS: Mapping[str, str] = {
    "urgency": "紧急程度", "document_number": "发文字号", "title": "标题", "addressees": "主送", "issuer": "署名",
    "copies_to": "抄送",
}  # fmt: skip
"""Fields of a thing with elements in columns, by what they are on paper."""
UPWARD = ("请示", "报告")
"""Kinds that name their 签发人 (article 9(6) of the 条例)."""
EDGE = 15
"""Lines at the head and at the end of a text that are searched for elements already written there."""
BLANK = re.compile(r"\s+")


@dataclass(frozen=True)
class Piece:
    """Where an element, or the text, stands in the whole: ``start:end`` in code points."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Composed:
    """The whole that is checked, and its pieces in order."""

    whole: str
    pieces: tuple[Piece, ...]

    def piece_at(self, position: int) -> Piece:
        """The piece in which ``position`` of the whole stands (what is added between two belongs to the first)."""
        return [piece for piece in self.pieces if piece.start <= position][-1]


def elements_of(thing: object) -> dict[str, str]:
    """The elements that ``thing`` holds in its fields, by their names on paper; empty ones left out."""
    found = {name: str(getattr(thing, field, "") or "") for field, name in FIELDS.items()}
    if getattr(thing, "kind", "") in UPWARD:
        found["签发人"] = str(getattr(thing, "signatory", "") or "")
    day = getattr(thing, "signed_on", None)
    found["成文日期"] = f"{day.year}年{day.month}月{day.day}日" if day else ""
    form = getattr(thing, "form", None) or {}
    found["附注"] = str(form.get("附注", "") or "")
    return {name: value.strip() for name, value in found.items() if value.strip()}


def composed(text: str, form: Mapping[str, str]) -> Composed:
    """``text`` with those elements of ``form`` (by their names on paper) that it does not say itself."""
    lines = text.split("\n")
    head, end = "\n".join(lines[:EDGE]), "\n".join(lines[-EDGE:])
    before = [(name, form[name]) for name in BEFORE if form.get(name) and not _says(head, form[name])]
    after = [(name, form[name]) for name in AFTER if form.get(name) and not _says(end, form[name])]
    if not form.get(
        "成文日期"
    ):  # a draft is signed and dated later: its issuer alone would be a signature without a day
        after = [(name, value) for name, value in after if name != "署名"]
    parts = [*before, (TEXT, text), *after]
    return _joined(parts)


def _joined(parts: Sequence[tuple[str, str]]) -> Composed:
    whole, pieces = "", []
    for name, value in parts:
        lead, tail = _wording(name, value)
        start = len(whole) + len(lead)
        pieces.append(Piece(name, start, start + len(value)))
        whole += lead + value + tail + "\n"
    return Composed(whole.removesuffix("\n"), tuple(pieces))


def _wording(name: str, value: str) -> tuple[str, str]:
    """What an element has before and after it on paper."""
    if name == "签发人":
        return "签发人：", ""
    if name == "主送":
        return "", "" if value.endswith(("：", ":")) else "："
    if name == "抄送":
        return "抄送：", "" if value.endswith("。") else "。"
    return ("", "") if name != "附注" or value.startswith(("（", "(")) else ("（", "）")


def _says(part: str, value: str) -> bool:
    return BLANK.sub("", value) in BLANK.sub("", part)
