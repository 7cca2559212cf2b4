"""``lingwu office demo``: a fictional office with people and documents, to try things out."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from lingwu_office.site.commands.opening import (
    OfficeCommandError,
    fresh_folder,
    holds_office,
    home_option,
    make_home,
    office_at,
    progress,
    require_migrated,
)
from lingwu_office.site.commands.serving import HOST, PORT, THREADS, address_of, listen, run
from lingwu_office.site.environment import FILE, write_environment

READY = "demo.ready"
"""Written last: without it the office was not made to the end, and is made anew."""
DEMO = "LINGWU_DEMO"
OWN = ("office.sqlite3*", "files", "static", "secret.key", READY, FILE)
"""What a demo keeps in its folder."""


@click.command("demo")
@home_option
@click.option("--port", type=click.IntRange(0, 65535), metavar="端口", help=f"端口（默认 {PORT}，被占用则另选）。")
@click.option("--fresh", is_flag=True, help="删去上次试用的数据，重新建立。")
def demo(*, home: Path, port: int | None, fresh: bool) -> int:
    """试用：建一个虚构的办公室（机构、人员、各种状态的公文），在浏览器里打开。再次运行则接着用原来的数据。"""
    if holds_office(home) and not is_demo(home):
        raise OfficeCommandError(f"{home} 里是一个真的办公系统，不能当作演示；请用 --home 另指一个文件夹。")
    os.environ[DEMO] = "1"
    os.environ.pop("DATABASE_URL", None)
    with alone(home):
        listening = listen(HOST, port) if port is not None else listen_somewhere()
        if fresh or not (home / READY).exists():
            build(home)
        with office_at(home):
            require_migrated()
            click.echo(welcome(address_of(listening)))
            run(listening, THREADS)
    return 0


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Nobody else runs the demo of this folder meanwhile (where the system has locks on files).

    Raises:
        OfficeCommandError: somebody does.
    """
    home.parent.mkdir(parents=True, exist_ok=True)
    with home.with_name(f".{home.name}.lock").open("w") as lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            progress("这台机器不能给文件夹上锁，请不要同时开两个演示。")
        except OSError as error:
            raise OfficeCommandError("这个演示已经在另一个窗口里运行；请先停止它，或用 --home 另指文件夹。") from error
        yield


def is_demo(home: Path) -> bool:
    """Whether the office of this folder is a fictional one."""
    path = home / FILE
    return path.exists() and f"{DEMO}=1" in path.read_text(encoding="utf-8").splitlines()


def build(home: Path) -> None:
    """Make the fictional office in ``home``; what was left of an earlier one goes."""
    clear(home)
    with fresh_folder(home):
        make_home(home)
        write_environment(home, {DEMO: "1"})
        progress("正在建立虚构的滨河区人民政府办公室……")
        with office_at(home):
            from lingwu_office.site.demo.making import make_office

            made = make_office()
        (home / READY).write_text("", encoding="utf-8")
    progress(f"已有机构 {made.units} 个、岗位 {made.posts} 个、人员 {made.persons} 名、公文 {made.documents} 件。")


def clear(home: Path) -> None:
    """Delete what an earlier demo left in ``home``; nothing that is not the demo's own."""
    for name in OWN if is_demo(home) else ():
        for path in home.glob(name):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def listen_somewhere() -> socket.socket:
    """The usual port, or any that is free."""
    try:
        return listen(HOST, PORT)
    except OfficeCommandError:
        progress(f"端口 {PORT} 已被占用，另选一个。")
        return listen(HOST, 0)


def welcome(address: str) -> str:
    """Where to look and as whom to sign in."""
    from lingwu_office.people.models import Person, Tenure
    from lingwu_office.site.demo.peopling import PASSWORD, description

    posts: dict[int, str] = {}
    for tenure in Tenure.objects.on().select_related("post__unit"):
        posts.setdefault(tenure.person_id, str(tenure.post))
    titles = {"system": "系统管理员", "security": "安全管理员", "audit": "审计管理员"}
    admins = {words.split()[0]: titles[kind] for kind, words in description()["administrators"].items()}
    lines = [f"  {person.account:<14}{person.name}　{posts.get(person.pk) or admins.get(person.account, '尚未定岗')}"
             for person in Person.objects.filter(demo=True).order_by("pk")]  # fmt: skip
    head = ["", f"演示账号（口令都是 {PASSWORD}，离开演示便不能登录）："]
    foot = ["", f"请用浏览器打开 {address}　按 Ctrl-C 停止；下次运行接着用这些数据。"]
    return "\n".join([*head, *lines, *foot])
