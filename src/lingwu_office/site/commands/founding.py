"""``lingwu office init`` and ``migrate``: an office is made, or brought up to this version of the program."""

from __future__ import annotations

import os
import secrets
import string
import sys
from collections.abc import Mapping
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
)
from lingwu_office.site.environment import write_environment

ADMINISTRATORS = {"system": "系统管理员", "security": "安全管理员", "audit": "审计管理员"}
LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are taken for one another on paper."""


@click.command("init")
@home_option
@click.option("--name", metavar="全称", help="单位全称，如 滨河区人民政府办公室；不写则询问。")
@click.option("--short-name", metavar="简称", default="", help="单位简称，如 区政府办。")
@click.option("--system", metavar="账号=姓名", default="system=系统管理员", help="系统管理员的账号和姓名。")
@click.option("--security", metavar="账号=姓名", default="security=安全管理员", help="安全管理员的账号和姓名。")
@click.option("--audit", metavar="账号=姓名", default="audit=审计管理员", help="审计管理员的账号和姓名。")
@click.option("--database", metavar="地址", default="", help="PostgreSQL 的地址；不写则用文件夹里的 SQLite。")
@click.option("--hosts", metavar="主机名", default="", help="用哪些主机名访问，逗号隔开（默认只限本机）。")
@click.option("--https", is_flag=True, help="前面有讲 HTTPS 的反向代理。")
def init(
    *, home: Path, name: str | None, short_name: str, system: str, security: str, audit: str, database: str,
    hosts: str, https: bool,
) -> int:  # fmt: skip
    """新建一个办公系统：建库，设系统、安全、审计三名管理员，各给一个只显示一次的初始口令。"""
    name = name or _asked("单位全称")
    accounts = _accounts({"system": system, "security": security, "audit": audit})
    url = database or os.environ.get("DATABASE_URL", "")
    if holds_office(home):
        raise OfficeCommandError(f"{home} 里已经有一个办公系统；要另建一个，请换一个文件夹。")
    with fresh_folder(home):
        make_home(home)
        write_environment(home, {"DATABASE_URL": url, "LINGWU_HOSTS": hosts, "LINGWU_HTTPS": "1" if https else ""})
        with office_at(home):
            passwords = prepare(name, short_name, accounts)
    click.echo(f"{name}的办公系统已建在 {home.resolve()}。三名管理员的初始口令只显示这一次，首次登录须改：")
    for role, (account, person) in accounts.items():
        click.echo(f"  {ADMINISTRATORS[role]}　{person}　账号 {account}　口令 {passwords[role]}")
    click.echo(f"启动：lingwu office serve --home {home}")
    return 0


def prepare(
    name: str,
    short_name: str,
    accounts: Mapping[str, tuple[str, str]],
    passwords: Mapping[str, str] | None = None,
    *,
    demo: bool = False,
) -> Mapping[str, str]:
    """The database of a new office with its roles, flows and three administrators; their passwords by role,
    made here where none are given.

    Raises:
        Invalid: somebody is in the database already.
    """
    from lingwu_office.access.roles import load_roles
    from lingwu_office.documents.flows import load_flows
    from lingwu_office.people.models import Unit
    from lingwu_office.site.commands.actions_founding import found

    upgrade()
    load_roles()
    load_flows()
    passwords = passwords or {role: one_time_password() for role in accounts}
    unit = Unit(name=name, short_name=short_name)
    found(None, unit, administrators=accounts, passwords=passwords, demo=demo)
    return passwords


def upgrade() -> None:
    """Bring the database to the state that this version of the program works with."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


@click.command("migrate")
@home_option
def migrate(*, home: Path) -> int:
    """升级程序后，把数据库升到这一版（先备份）；已是这一版则什么也不做。"""
    with office_at(home):
        from lingwu_office.access.roles import load_roles
        from lingwu_office.documents.flows import load_flows

        progress("正在升级数据库……")
        upgrade()
        load_roles()
        load_flows()
    click.echo("数据库已是这一版，新版增加的角色和流程也已补上；单位自己改过的不动。")
    return 0


def one_time_password() -> str:
    """Sixteen letters, digits and a mark, easy to copy from paper."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(15))
    return letters[:5] + "-" + letters[5:10] + "-" + letters[10:] + secrets.choice(string.digits[2:])


def _asked(what: str) -> str:
    if not sys.stdin.isatty():
        raise OfficeCommandError(f"请用 --name 写明{what}，如 --name 滨河区人民政府办公室。")
    said: str = click.prompt(what)
    return said


def _accounts(said: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    made = {}
    for role, words in said.items():
        account, given, person = (part.strip() for part in words.partition("="))
        if not (account and given and person):
            raise OfficeCommandError(f"--{role} 应写成 账号=姓名，如 --{role} zhangwei=张伟，现为“{words}”。")
        made[role] = (account, person)
    if len({account for account, _ in made.values()}) < len(made):
        raise OfficeCommandError("三名管理员的账号不能相同：系统、安全、审计须由三个人分别担任。")
    return made
