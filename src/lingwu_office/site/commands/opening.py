"""Opening an office from the command line: its home, its settings, and its errors as one sentence."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from lingwu import LingwuError
from lingwu_office.site.environment import FILE, PRIVATE_FOLDER, write_private

KEY = "secret.key"
KEY_BYTES = 48


class OfficeCommandError(LingwuError):
    """What a command of the office could not do, in one Chinese sentence."""


def home_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds ``--home``: the folder of the office."""
    return click.option(
        "--home",
        type=click.Path(path_type=Path),
        metavar="文件夹",
        default=lambda: Path(os.environ.get("LINGWU_HOME", "office")),
        help="办公系统的数据放在哪个文件夹（默认：环境变量 LINGWU_HOME，没有则是 office）。",
    )(function)


def holds_office(home: Path) -> bool:
    """Whether an office was made in this folder."""
    return (home / KEY).exists() or (home / FILE).exists()


def make_home(home: Path) -> None:
    """The folder of a new office with its secret key, for its owner only.

    Raises:
        OfficeCommandError: the folder cannot be made, or an office is in it already.
    """
    if holds_office(home):
        raise OfficeCommandError(f"{home} 里已经有一个办公系统；要另建一个，请换一个文件夹。")
    try:
        home.mkdir(parents=True, exist_ok=True)
        home.chmod(PRIVATE_FOLDER)
        write_private(home / KEY, os.urandom(KEY_BYTES).hex() + "\n")
    except OSError as error:
        raise OfficeCommandError(f"{home} 建不了（{error.strerror}），请检查路径和权限。") from error


@contextmanager
def fresh_folder(home: Path) -> Iterator[None]:
    """A folder that is empty before, and again where what is done with it fails.

    Raises:
        OfficeCommandError: something is in it.
    """
    existed = home.exists()
    if existed and (not home.is_dir() or any(home.iterdir())):
        raise OfficeCommandError(f"{home} 不是空文件夹，不在里面建立；请另指一个新的文件夹。")
    try:
        yield
    except BaseException:
        for path in home.iterdir() if home.exists() else ():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if home.exists() and not existed:
            home.rmdir()
        raise


@contextmanager
def office_at(home: Path, *, new: bool = False) -> Iterator[None]:
    """The office of ``home`` as the one at work in this process, its errors as sentences.

    Raises:
        OfficeCommandError: there is no office (unless ``new``), its database does not answer, or a verb said no.
    """
    if not new and not holds_office(home):
        raise OfficeCommandError(f"{home} 里没有办公系统；请用 --home 指明文件夹，或先运行 lingwu office init。")
    os.umask(0o077)  # what is written from here on is for the owner of the office only
    os.environ["LINGWU_HOME"] = str(home.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "lingwu_office.site.settings"
    import django
    from django.db import Error

    from lingwu_office.foundation.errors import OfficeError

    try:
        django.setup()
    except ValueError as error:  # from reading the settings, before there is anything else to go wrong
        raise OfficeCommandError(f"环境变量或 {home / FILE} 里的设置有误：{error}") from error
    try:
        yield
    except OfficeError as error:
        raise OfficeCommandError(str(error)) from error
    except Error as error:
        raise OfficeCommandError(
            f"数据库没有应答或出错（{_first_line(error)}），请检查 DATABASE_URL 和磁盘。"
        ) from error


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def require_migrated() -> None:
    """Raises:
    OfficeCommandError: the database is older than the program, or empty.
    """
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise OfficeCommandError("数据库还没有升级到这一版，请先备份，再运行 lingwu office migrate。")


def progress(said: str) -> None:
    """One line on stderr about what is being done."""
    click.echo(said, err=True)
