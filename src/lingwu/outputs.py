"""Writing results: under which name, whole or not at all, and never over what someone else made."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from lingwu.errors import WriteError, because


def beside(path: Path, mode: str) -> Path:
    """The output beside ``path``: 讲话稿.reviewed.docx for changes to be judged, 讲话稿.fixed.docx for a clean text."""
    what = "fixed" if mode == "clean" else "reviewed"
    return path.with_name(f"{path.stem}.{what}{path.suffix}")


def refuse_existing(target: Path, force: bool) -> None:
    """Nothing is overwritten unless asked.

    Raises:
        WriteError: ``target`` exists and ``force`` is false, or it is a folder.
    """
    if os.path.isdir(target):  # noqa: PTH112 - unlike Path's, it never raises
        raise WriteError(f"{target} 是文件夹，不能写成文件。")
    if os.path.exists(target) and not force:  # noqa: PTH110
        raise WriteError(f"{target} 已存在，没有覆盖；要覆盖请加 --force，或用 --output 另取名。")


def refuse_inputs(target: Path, inputs: Iterable[Path]) -> None:
    """What was read is not written over, not even when asked to overwrite.

    Raises:
        WriteError: ``target`` is one of ``inputs``.
    """
    if os.path.exists(target) and any(os.path.exists(path) and target.samefile(path) for path in inputs):  # noqa: PTH110
        raise WriteError(f"{target} 就是输入的文件，不能覆盖；请用 --output 另取名。")


def write_atomically(target: Path, data: bytes) -> None:
    """Write ``data`` so that ``target`` is never seen half-written; a link is followed, its mode is kept.

    Raises:
        WriteError: the place cannot be written.
    """
    shown, target = target, Path(os.path.realpath(target))
    draft = target.with_name(f".lingwu-{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o7777)
        draft.replace(target)
    except OSError as error:
        with suppress(
            OSError
        ):  # where the folder is closed there is no draft either; the first error is the one to tell
            draft.unlink(missing_ok=True)
        raise WriteError(f"{shown} 写不了（{because(error)}），请检查文件夹权限和磁盘空间。") from error


def back_up(path: Path, data: bytes) -> Path:
    """Keep ``data``, the present bytes of ``path``, beside it as ``.bak`` (``.bak2`` … where that is taken).

    Raises:
        WriteError: the folder cannot be written.
    """
    number = 1
    while True:
        copy = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            with copy.open("xb") as file:
                file.write(data)
            return copy
        except FileExistsError:
            number += 1
        except OSError as error:
            raise WriteError(f"备份 {copy} 写不了（{because(error)}），原文件未动。") from error
