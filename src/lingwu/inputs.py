"""Which files a command is to look at: files, folders walked, standard input."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from glob import glob
from pathlib import Path

from lingwu.errors import because

STDIN = "-"
WILD = frozenset("*?")
HERE = os.curdir + os.sep
OUTPUTS = (".reviewed", ".fixed")
"""What the names of Lingwu's own outputs carry before their suffix."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a path, or bytes already read (standard input) under a name. ``error``: why it is none."""

    path: str
    data: bytes | None = None
    name: str = ""
    error: str = ""

    @property
    def folder(self) -> Path:
        """Where to look for the office's settings."""
        return Path(self.name or self.path).parent

    def size(self) -> int:
        """How many bytes there are to read; 0 where it cannot be told."""
        try:
            return len(self.data) if self.data is not None else Path(self.path).stat().st_size
        except OSError:
            return 0


def gather(
    paths: Iterable[str], suffixes: Callable[[], Sequence[str]], stdin: bytes = b"", name: str = ""
) -> list[Source]:
    """All inputs that ``paths`` name, each once, in order; ``stdin`` are the bytes for ``-``, ``name`` their name.

    A file named itself is taken whatever its suffix, from a folder only files of ``suffixes``, asked for only then.
    """
    found: dict[str, Source] = {}
    for path in paths:
        if path == STDIN:
            found[path] = Source(STDIN, stdin, name)
        elif os.path.isdir(path):  # noqa: PTH112 - unlike Path's, it never raises
            readable = "、".join(suffixes())
            nothing = Source(path, error=f"文件夹 {path} 里没有可查的文件（可读：{readable}）。")
            found |= {source.path: source for source in list(walk(path, suffixes())) or [nothing]}
        else:
            found |= {source.path: source for source in _matching(path)}
    return list(found.values())


def _matching(path: str) -> Iterator[Source]:
    """The file ``path``; where there is none of that name, the files that it matches as a pattern (*.docx).

    Most shells put in the files themselves, that of Windows leaves it to the command.
    """
    if not WILD.intersection(path) or os.path.lexists(path):
        yield Source(path)
        return
    matches = sorted(match for match in glob(path) if os.path.isfile(match))  # noqa: PTH113, PTH207 - a str is wanted
    yield from map(Source, matches)
    if not matches:
        yield Source(path, error=f"没有与 {path} 相符的文件，请检查路径和文件名。")


def walk(folder: str, suffixes: Sequence[str]) -> Iterator[Source]:
    """The files of ``suffixes`` in and below ``folder``, without hidden ones, lock files and Lingwu's own outputs.

    A folder that cannot be opened is a source with an error. Links to folders are not followed.
    """
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a Path for each of very many names is slow
            wanted = suffix.lower() in suffixes and not name.startswith((".", "~$"))
            if wanted and not stem.endswith(OUTPUTS):
                yield Source(os.path.join(place, name).removeprefix(HERE))  # noqa: PTH118
    for error in closed:
        path = str(error.filename).removeprefix(HERE)
        yield Source(path, error=f"文件夹 {path} 打不开（{because(error)}），其中的文件没有查。")
