"""Names of files as people give them: what is taken, and what is refused in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from lingwu_office.foundation.errors import Invalid

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".doc": "application/msword",
        ".wps": "application/vnd.ms-works",
        ".odt": "application/vnd.oasis.opendocument.text",
        ".ofd": "application/ofd",
        ".pdf": "application/pdf",
        ".txt": "text/plain; charset=utf-8",
        ".md": "text/plain; charset=utf-8",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".png": "image/png",
        ".jpg": "image/jpeg",
    }
)
"""Suffixes that the office takes in, with the types it gives them out as."""
ALIASES = {".jpeg": ".jpg"}
LONGEST = 120
FORBIDDEN = re.compile(r'[<>:"/\\|?*&\'`]')


def checked(name: str) -> str:
    """``name`` as it may be kept and shown.

    Raises:
        Invalid: it holds a path, a script, control or direction characters, is too long, or has a suffix not taken in.
    """
    name = unicodedata.normalize("NFC", name)
    hidden = [char for char in name if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    if hidden:
        raise Invalid(f"文件名里有看不见的控制字符（U+{ord(hidden[0]):04X}），不能存入，请改名后再传。")
    name = name.strip()
    found = FORBIDDEN.search(name)
    if found or ".." in name or name.startswith("."):
        bad = found[0] if found else ".." if ".." in name else "."
        raise Invalid(f"文件名里有不能用的字符“{bad}”（像是路径或脚本），不能存入，请改名后再传。")
    if not name or len(name) > LONGEST:
        raise Invalid(f"文件名应有1至{LONGEST}个字，请改名后再传。")
    suffix_of(name)
    return name


def suffix_of(name: str) -> str:
    """The suffix of ``name``, small, with its dot, as ``SUFFIXES`` has it.

    Raises:
        Invalid: files of this suffix are not taken in.
    """
    suffix = PurePosixPath(name).suffix.lower()
    suffix = ALIASES.get(suffix, suffix)
    if suffix not in SUFFIXES:
        raise Invalid(f"不收后缀为“{suffix or '（无）'}”的文件；可收：{'、'.join(SUFFIXES)}。")
    return suffix
