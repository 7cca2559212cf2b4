"""The office's own originals (引文原文): folders of texts that quotations are compared with.

A folder is indexed once, into ``.lingwu-index`` inside it: the texts one after another, all their runs of four
characters in order, and a list of the files. The index is made anew when a file has changed, and is mapped into memory
for searching, so that ten million characters cost little memory and a quotation takes milliseconds.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import mmap
import sys
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from lingwu.config import Config
from lingwu.errors import ConfigError, ReadError, because
from lingwu.text.grams import Buckets, candidates, runs
from lingwu.text.passages import SHORTEST, Match, characters, match_at, nearest_of
from lingwu.text.toml_lists import with_item

INDEX = ".lingwu-index"
VERSION = 1
ENCODING = "utf-16-le"
"""Two bytes for each character; the few beyond the first plane are written as one other character."""

SPACING = "\n"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Original:
    """One file of the folder: its name in it, how to tell whether it has changed, and where its text begins."""

    name: str
    size: int
    modified: int
    digest: str
    start: int
    length: int


def add(folder: Path, config_path: Path, progress: Progress | None = None) -> str:
    """Index ``folder`` and name it in the lingwu.toml at ``config_path``; returns a sentence for the user.

    ``progress`` is told how many files of how many are done.

    Raises:
        ConfigError: the folder holds no text, or the index or the settings cannot be written.
    """
    if not folder.is_dir():
        raise ConfigError(f"文件夹 {folder} 不存在，请检查路径。")
    skipped = build(folder, progress)
    with Library(folder) as library:
        count, total = len(library.files), library.characters
    named = _named(folder, config_path)
    left = f"；有 {len(skipped)} 个文件读不出来，未收入：{'、'.join(skipped[:5])}" if skipped else ""
    return f"已为 {folder} 建好引文索引：{count} 个文件，{total} 字{left}。{named}"


def build(folder: Path, progress: Progress | None = None) -> list[str]:
    """Make the index of ``folder``; returns the names of files that could not be read.

    Raises:
        ConfigError: the folder holds no text, or the index cannot be written.
    """
    paths = list(_paths(folder))
    buckets, files, skipped = Buckets(), list[Original](), list[str]()
    try:
        (folder / INDEX).mkdir(exist_ok=True)
        with (folder / INDEX / "text.new").open("wb") as texts:
            start = 0
            for done, path in enumerate(paths):
                try:
                    file, text = _read(folder, path, start)
                except ReadError:
                    skipped.append(path.name)
                    continue
                files.append(file)
                texts.write((text + SPACING).encode(ENCODING))
                buckets.add(runs(text, start))
                start += len(text) + len(SPACING)
                if progress:
                    progress(done + 1, len(paths))
        if not files:
            raise ConfigError(f"文件夹 {folder} 里没有能读的文件，请放入 .txt、.md、.docx 等文件。")
        _finish(folder / INDEX, buckets, files)
    except OSError as error:
        raise ConfigError(f"引文索引写不进 {folder / INDEX}（{because(error)}），请检查文件夹权限。") from error
    return skipped


def _finish(index: Path, buckets: Buckets, files: Sequence[Original]) -> None:
    with (index / "runs.new").open("wb") as out:
        buckets.write(out)
    said = {"version": VERSION, "order": sys.byteorder, "files": [asdict(file) for file in files]}
    (index / "files.new").write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    for name, last in (("text.new", "text.bin"), ("runs.new", "runs.bin"), ("files.new", "files.json")):
        (index / name).replace(index / last)


def _paths(folder: Path) -> Iterator[Path]:
    known = tuple(importlib.import_module("lingwu.formats").suffixes())  # formats stand above this module
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if path.suffix.lower() in known and not hidden and path.is_file():
            yield path


def _read(folder: Path, path: Path, start: int) -> tuple[Original, str]:
    text: str = importlib.import_module("lingwu.formats").read(path).text
    text = "".join(char if char < "\U00010000" else "〓" for char in text) if max(text) > "\uffff" else text
    state = path.stat()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    name = path.relative_to(folder).as_posix()
    return Original(name, state.st_size, state.st_mtime_ns, digest, start, len(text)), text


class Library:
    """The originals of one folder, indexed anew where its files have changed; to be closed after use.

    Raises:
        ConfigError: the folder is gone, or its index cannot be made or read.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise ConfigError(f"引文原文的文件夹 {folder} 不存在，请改正 lingwu.toml 里的 originals。")
        self.folder = folder
        if not _fresh(folder):
            build(folder)
        said = json.loads((folder / INDEX / "files.json").read_text(encoding="utf-8"))
        self.files = tuple(Original(**file) for file in said["files"])
        self._text, self._numbers = _mapped(folder / INDEX / "text.bin"), _mapped(folder / INDEX / "runs.bin")
        self._runs = memoryview(self._numbers).cast("Q")

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def characters(self) -> int:
        """How many characters, marks included, all files hold."""
        return sum(file.length for file in self.files)

    def nearest(self, quotation: str) -> Match | None:
        """The passage that ``quotation`` (with its marks) comes from, if one is near; the likest where several are."""
        plain = characters(quotation)
        if len(plain) < SHORTEST:
            return None
        return nearest_of(self._match(plain, i, offset) for i, offset in candidates(self._runs, plain))

    def close(self) -> None:
        """Let go of the files."""
        self._runs.release()
        for mapped in (self._text, self._numbers):
            if isinstance(mapped, mmap.mmap):
                mapped.close()

    def _match(self, plain: str, i: int, offset: int) -> Match | None:
        file = self.files[bisect_right(self.files, offset, key=lambda original: original.start) - 1]
        start = max(file.start, offset - 2 * i - 30)
        stop = min(file.start + file.length, offset + 2 * (len(plain) - i) + 30)
        window = bytes(self._text[2 * start : 2 * stop]).decode(ENCODING, "replace")
        return match_at(plain, window, i, offset - start, file.name)


def _mapped(path: Path) -> mmap.mmap | bytes:
    with path.open("rb") as file:  # an empty file cannot be mapped
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if path.stat().st_size else b""


def _fresh(folder: Path) -> bool:
    """Whether the index is there and no file has come, gone or changed since."""
    try:
        said: Mapping[str, Any] = json.loads((folder / INDEX / "files.json").read_text(encoding="utf-8"))
        if (said["version"], said["order"]) != (VERSION, sys.byteorder):
            return False
        known = {file["name"]: Original(**file) for file in said["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    here = {path.relative_to(folder).as_posix(): path for path in _paths(folder)}
    return all(name in here for name in known) and all(_same(path, known.get(name)) for name, path in here.items())


def _same(path: Path, known: Original | None) -> bool:
    if known is None:
        return False
    state = path.stat()
    if (state.st_size, state.st_mtime_ns) == (known.size, known.modified):
        return True
    return state.st_size == known.size and hashlib.sha256(path.read_bytes()).hexdigest() == known.digest


def _named(folder: Path, config_path: Path) -> str:
    """Name ``folder`` in the settings and say so."""
    old = config_path.read_text(encoding="utf-8-sig") if config_path.exists() else ""
    place, root = folder.resolve(), config_path.resolve().parent
    name = place.relative_to(root).as_posix() if place.is_relative_to(root) else place.as_posix()
    listed = Config.load(config_path).originals if config_path.exists() else ()
    if any((root / entry).resolve() == place for entry in listed):
        return f"{config_path} 里已有这个文件夹。"
    new = with_item(old, "originals", name)
    if tomllib.loads(new) != {**tomllib.loads(old), "originals": [*listed, name]}:
        raise ConfigError(f'配置文件 {config_path} 改不了，请手工加上：originals = ["{name}"]。')
    try:
        config_path.write_text(new, encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"配置文件 {config_path} 写不了（{because(error)}），请检查权限。") from error
    return f"已记进 {config_path}，以后检查时引文会与它对照。"
