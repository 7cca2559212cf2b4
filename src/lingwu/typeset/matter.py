"""Front matter: what a draft's text cannot say of its document (发文机关标志, 签发人, 抄送 …).

It is given as YAML between two lines of --- at the head of a text file, as custom properties of a .docx, or as options.
All values are strings or lists of strings, written as they are to be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lingwu.errors import LingwuError
from lingwu.typeset.model import Form, Part, Sealing

FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
OPENED = re.compile(r"\ufeff?---[ \t]*\r?\n[ \t]*([^\s:：]{1,12})[ \t]*[:：]")
"""What front matter begins with: where nothing closes it, it would be taken for text."""
SETTINGS: Mapping[str, tuple[str, ...]] = {
    "版式": tuple(Form),
    "印章": tuple(Sealing),
    "双面": ("是", "否"),
}
"""Keys that say how to lay out, with the values they take."""
ELEMENTS: Mapping[str, Part] = {
    "份号": Part.COPY_NUMBER, "密级": Part.SECRECY, "紧急程度": Part.URGENCY, "发文机关标志": Part.MARK,
    "发文字号": Part.NUMBER, "签发人": Part.SIGNATORY, "标题": Part.TITLE, "主送": Part.ADDRESSEE,
    "附件": Part.ATTACHMENT_NOTE, "署名": Part.ISSUER, "签发人职务": Part.POST, "成文日期": Part.DATE,
    "附注": Part.NOTE, "出席": Part.ATTENDANCE, "请假": Part.ATTENDANCE, "列席": Part.ATTENDANCE,
    "抄送": Part.COPY_TO, "印发机关": Part.PRINTING, "印发日期": Part.PRINTING, "讲话人": Part.SPEAKER,
}  # fmt: skip
"""Keys that are elements of the document, with what they become."""
ALIASES = {"密级和保密期限": "密级", "令号": "发文字号", "主送机关": "主送", "抄送机关": "抄送", "发文机关署名": "署名"}
KEYS = (*ELEMENTS, *SETTINGS)


class MatterError(LingwuError):
    """The front matter cannot be understood."""


@dataclass(frozen=True)
class Matter:
    """What was given, by key; every value is a tuple of strings that are not empty."""

    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, said: Mapping[str, Any], where: str) -> Matter:
        """The matter in a mapping of keys to strings or lists of strings.

        Raises:
            MatterError: a key is not known, or a value is not one that its key takes.
        """
        found: dict[str, tuple[str, ...]] = {}
        for name, value in said.items():
            key = ALIASES.get(str(name).strip(), str(name).strip())
            values = tuple(_strings(value, key, where))
            if key not in KEYS:
                raise MatterError(f"{where}里的“{key}”不认识；可用的有：{'、'.join(KEYS)}。")
            if key in SETTINGS and values and values[0] not in SETTINGS[key]:
                raise MatterError(f"{where}里“{key}”应是{'、'.join(SETTINGS[key])}之一，不能是“{values[0]}”。")
            if values:
                found[key] = values
        return cls(found)

    def first(self, key: str) -> str:
        """The first value of ``key``, or nothing."""
        return next(iter(self.said.get(key, ())), "")

    def over(self, other: Matter) -> Matter:
        """This matter, with that of ``other`` where this one says nothing."""
        return Matter({**other.said, **self.said})


def split(text: str) -> tuple[Matter, int]:
    """The front matter at the head of ``text`` and where what follows it begins (0 where there is none).

    Raises:
        MatterError: it is not YAML, not a list of keys with values, or not closed.
    """
    match = FENCE.match(text)
    if match is None:
        opened = OPENED.match(text)
        if opened and ALIASES.get(opened[1], opened[1]) in KEYS:
            raise MatterError("文首的设置没有写完：后面还要有一行 ---，才到正文。")
        return Matter(), 0
    import yaml

    try:
        said = yaml.load(match[1], Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but strings, lists and mappings
    except yaml.YAMLError as error:
        at = getattr(error, "problem_mark", None)
        line = f"第 {at.line + 2} 行" if at else ""
        raise MatterError(
            f"文首的设置（两行 --- 之间）{line}写法不对，应是一行一项，如“发文字号: ×政发〔2026〕1号”。"
        ) from error
    if said in (None, ""):
        return Matter(), match.end()
    if not isinstance(said, dict):
        raise MatterError("文首的设置（两行 --- 之间）应是一行一项，如“发文字号: ×政发〔2026〕1号”。")
    return Matter.of(said, "文首的设置"), match.end()


def from_options(said: Iterable[str]) -> Matter:
    """The matter in options of the form 键=值; a key given several times is a list.

    Raises:
        MatterError: an option has no =, or a key is not known.
    """
    found: dict[str, list[str]] = {}
    for option in said:
        key, equals, value = option.partition("=")
        if not equals:
            raise MatterError(f"“{option}”应写成 键=值，如 --set 发文字号=×政发〔2026〕1号。")
        found.setdefault(key.strip(), []).append(value.strip())
    return Matter.of(found, "选项 --set ")


def _strings(value: Any, key: str, where: str) -> Iterable[str]:
    values = value if isinstance(value, list) else [value]
    for one in values:
        if not isinstance(one, str):
            raise MatterError(f"{where}里“{key}”应是一段文字，或一列文字。")
        if one.strip():
            yield one.strip()
