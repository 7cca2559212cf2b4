"""Files on disk, each once under its digest: taking one in, and reading it back."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from lingwu_office.files import secrecy
from lingwu_office.files.inspecting import inspect
from lingwu_office.files.models import StoredFile
from lingwu_office.files.names import checked, suffix_of
from lingwu_office.foundation.errors import Invalid

CHUNK = 1024 * 1024


@dataclass(frozen=True)
class Incoming:
    """A file that has passed the door and waits under a temporary name."""

    path: Path
    digest: str
    size: int
    suffix: str
    name: str


def folder() -> Path:
    """Where the files of the office lie."""
    return Path(settings.HOME) / "files"


def path_of(digest: str, suffix: str) -> Path:
    """Where the file of this digest lies, or would."""
    return folder() / digest[:2] / f"{digest}{suffix}"


@contextmanager
def incoming(name: str, content: bytes | Iterable[bytes]) -> Iterator[Incoming]:
    """``content`` on disk under a temporary name, inspected; gone at the end unless it was put in its place.

    Raises:
        Invalid: the name, the size or the content is refused. Refused: it bears a mark of secrecy.
    """
    name = checked(name)
    secrecy.refuse_marked(name.rpartition(".")[0], what="这个文件")
    waiting = folder() / "incoming"
    waiting.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=waiting)
    path = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as target:
            digest, size = _written(target.fileno(), [content] if isinstance(content, bytes) else content)
        suffix = suffix_of(name)
        inspect(path.read_bytes(), suffix)
        yield Incoming(path, digest, size, suffix, name)
    finally:
        path.unlink(missing_ok=True)


def _written(handle: int, chunks: Iterable[bytes]) -> tuple[str, int]:
    """The digest and the size of what was written and is on the disk now."""
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        size += len(chunk)
        if size > settings.UPLOAD_LIMIT:
            raise Invalid(f"文件超过{settings.UPLOAD_LIMIT // 2**20}MB，没有存入；请拆分或压缩图片后再传。")
        digest.update(chunk)
        view = memoryview(chunk)
        while view:
            view = view[os.write(handle, view) :]
    os.fsync(handle)
    return digest.hexdigest(), size


def put_in_place(given: Incoming, suffix: str) -> None:
    """Move the file to where its digest says (``suffix`` as its row has it); there is never half a file there."""
    target = path_of(given.digest, suffix)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    given.path.replace(target)
    if hasattr(os, "O_DIRECTORY"):  # Windows keeps its folders by itself
        handle = os.open(target.parent, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def open_file(stored: StoredFile) -> bytes:
    """The bytes of a stored file, unchanged since it was stored.

    Raises:
        Invalid: the file is missing on the disk, or was changed there.
    """
    path = path_of(stored.digest, stored.suffix)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Invalid("原件在磁盘上找不到了，请联系系统管理员从备份恢复。") from error
    if hashlib.sha256(data).hexdigest() != stored.digest:
        raise Invalid("原件与入库时的摘要不符，可能已损坏，请联系系统管理员从备份恢复。")
    return data
