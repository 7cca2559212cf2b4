"""``lingwu office restore``: an office made anew from a backup, every digest and the whole chain checked."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import tarfile
import zlib
from pathlib import Path
from typing import Any

import click

from lingwu_office.site.commands.backup import FORMAT, MANIFEST, migrations
from lingwu_office.site.commands.opening import (
    OfficeCommandError,
    fresh_folder,
    home_option,
    make_home,
    office_at,
    progress,
)
from lingwu_office.site.environment import write_environment

UNPACKED = ".restoring"
CHUNK = 1 << 20


@click.command("restore")
@click.argument("source", metavar="备份.tar.gz", type=click.Path(path_type=Path))
@home_option
@click.option(
    "--database", metavar="地址", default="", help="恢复到这个空的 PostgreSQL 库；不写则用文件夹里的 SQLite。"
)
@click.option("--hosts", metavar="主机名", default="", help="用哪些主机名访问，逗号隔开（默认只限本机）。")
@click.option("--https", is_flag=True, help="前面有讲 HTTPS 的反向代理。")
def restore(*, source: Path, home: Path, database: str, hosts: str, https: bool) -> int:
    """恢复：由备份另建一个办公系统，逐个核对摘要和留痕；目标文件夹须是空的，办不成则不留下半截。"""
    if not source.is_file():
        raise OfficeCommandError(f"找不到备份文件 {source}。")
    with fresh_folder(home):
        make_home(home)
        manifest = unpack(source, home / UNPACKED)
        write_environment(home, {"DATABASE_URL": database, "LINGWU_HOSTS": hosts, "LINGWU_HTTPS": "1" if https else ""})
        with office_at(home):
            rows = fill(home / UNPACKED, manifest, source.name)
        shutil.rmtree(home / UNPACKED)
    click.echo(f"已恢复到 {home.resolve()}：{rows} 行，留痕完整（{manifest['anchor']['seq']} 条），原件摘要相符。")
    click.echo(f"启动：lingwu office serve --home {home}")
    return 0


def unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack the backup and hold every member against the digest in its manifest, which is returned.

    Raises:
        OfficeCommandError: it is no backup of an office, is cut off, or a member is not as it was written.
    """
    try:
        with gzip.open(source) as packed, tarfile.open(fileobj=packed, mode="r|") as tar:
            tar.extractall(folder, filter="data")
            while packed.read(CHUNK):  # to the very end, where its check sum stands
                pass
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        form, members = manifest["format"], manifest["members"]
    except (tarfile.TarError, OSError, EOFError, zlib.error, ValueError, KeyError) as error:
        raise OfficeCommandError(f"{source} 不是办公系统的备份，或者已经损坏、不完整。") from error
    if form != FORMAT:
        raise OfficeCommandError(f"{source} 是另一种格式（{form}）的备份，请用做备份的那一版程序恢复。")
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {MANIFEST}
    wrong = sorted(found ^ set(members)) or sorted(
        name for name in members if _digest(folder / name) != members[name]["sha256"]
    )
    if wrong:
        raise OfficeCommandError(f"备份里的 {'、'.join(wrong[:5])} 与备份时的摘要不符，共 {len(wrong)} 处，没有恢复。")
    progress(f"  {len(members)} 个部分的摘要都相符")
    return manifest


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def fill(folder: Path, manifest: dict[str, Any], name: str) -> int:
    """Fill the empty office at work from the unpacked backup, check it, and say so in its audit. How many rows.

    Raises:
        OfficeCommandError: another version made the backup, the database is not empty, or something does not hold.
    """
    from django.conf import settings
    from django.db import transaction

    from lingwu_office.audit import chain
    from lingwu_office.audit.models import EntryKind
    from lingwu_office.people.models import Person
    from lingwu_office.site.commands.actions_restoring import load_rows
    from lingwu_office.site.commands.founding import upgrade
    from lingwu_office.site.search.keeping import rebuild

    upgrade()
    if Person.objects.exists():
        raise OfficeCommandError("要恢复到的数据库不是空的；请另建一个空库，用 --database 指明。")
    if migrations() != manifest["migrations"]:
        made_by = manifest.get("lingwu", "")
        raise OfficeCommandError(f"备份是另一版程序（{made_by}）做的，请用那一版恢复，再运行 lingwu office migrate。")
    if (folder / "files").exists():
        shutil.copytree(folder / "files", settings.HOME / "files", dirs_exist_ok=True)
    with transaction.atomic():
        rows = load_rows(folder / "data")
        _check(manifest)
        rebuild()
        chain.append(EntryKind.VERB, None, "site.restore", "恢复", reason=name)
    return rows


def _check(manifest: dict[str, Any]) -> None:
    from lingwu_office.files.models import StoredFile
    from lingwu_office.files.storing import open_file
    from lingwu_office.site.commands.verifying import breaks_after

    broken = [found.said for found in breaks_after(manifest["anchor"])]
    if broken:
        raise OfficeCommandError(f"备份里的留痕不完整，没有恢复：{broken[0]}共 {len(broken)} 处。")
    for stored in StoredFile.objects.exclude(digest__in=manifest["damaged"]).iterator():
        open_file(stored)  # raises where it is not what it was
    for digest in manifest["damaged"]:
        progress(f"  原件 {digest} 备份时已经损坏，没有恢复；请从以前的备份中找回。")
    progress("  留痕和原件核对无误")
