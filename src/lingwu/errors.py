"""Named errors: each is one Chinese sentence that says what is wrong, where, and what to do."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from types import MappingProxyType


class LingwuError(Exception):
    """The base of all errors that a user can cause; ``str(error)`` is the sentence to show."""


class ConfigError(LingwuError):
    """The office's lingwu.toml, a word list or a rule file is not as it should be."""


class ReadError(LingwuError):
    """A file cannot be read as a document."""


class MissingFile(ReadError):
    """The path does not exist, is not a file, or may not be opened."""


class EmptyFile(ReadError):
    """The file has no bytes in it."""


class UnknownFormat(ReadError):
    """The bytes are of no format that Lingwu reads, or not of the format that the suffix says."""


class DamagedFile(ReadError):
    """The bytes are of a known format but broken."""


class EncryptedFile(ReadError):
    """The file is protected by a password."""


class OversizedFile(ReadError):
    """The file unpacks to more than any document would (a zip bomb or an XML bomb)."""


class UnsafeFile(ReadError):
    """The file carries an XML entity or document type, which no office program writes."""


class NoText(ReadError):
    """The file can be opened but holds no text (a scan)."""


class MissingTool(ReadError):
    """Reading this format needs a program or package that is not installed."""


class WriteError(LingwuError):
    """The result cannot be written in the wanted form."""


REASONS: Mapping[int | None, str] = MappingProxyType(
    {
        errno.ENOENT: "找不到",
        errno.ENOTDIR: "找不到",
        errno.EISDIR: "是文件夹",
        errno.EACCES: "没有权限",
        errno.EPERM: "没有权限",
        errno.EROFS: "磁盘是只读的",
        errno.ENOSPC: "磁盘满了",
        errno.EDQUOT: "磁盘配额用完了",
        errno.ENAMETOOLONG: "路径太长",
        errno.ELOOP: "链接绕成了圈",
        errno.EIO: "磁盘读写出错",
        errno.EMFILE: "同时打开的文件太多",
    }
)


def because(error: Exception) -> str:
    """Why something failed, in a few Chinese words; the system's own words only where there are no better ones."""
    if isinstance(error, OSError):
        return REASONS.get(error.errno, error.strerror or str(error))
    if isinstance(error, UnicodeError):
        return "不是 UTF-8 编码"
    if isinstance(error, SyntaxError):
        return f"第 {error.lineno} 行有语法错误：{error.msg}"
    if isinstance(error, ValueError) and (place := re.search(r"line (\d+),? column (\d+)|end of document", str(error))):
        # JSON and TOML both say so where they cannot go on
        return f"第 {place[1]} 行第 {place[2]} 列写法不对" if place[1] else "末尾不完整，可能少了引号或括号"
    if isinstance(error, KeyError | TypeError):
        return "内容不是应有的样子"
    return f"{type(error).__name__}: {error}"
