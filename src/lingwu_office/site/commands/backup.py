"""``lingwu office backup``: all that an office holds, as it was at one moment, in one file."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tarfile
import tempfile
from dataclasses import dataclass, field
from io import BufferedRandom, BufferedReader
from pathlib import Path
from typing import Any

import click

from lingwu_office.site.commands.opening import OfficeCommandError, home_option, office_at, progress, require_migrated

FORMAT = 1
MANIFEST = "manifest.json"


@click.command("backup")
@click.argument("target", metavar="备份.tar.gz", type=click.Path(path_type=Path))
@home_option
@click.option("--force", is_flag=True, help="备份文件已存在时覆盖它。")
def backup(*, target: Path, home: Path, force: bool) -> int:
    """备份：数据库、原件和留痕锚点存成一个文件；办公系统不用停，SQLite 和 PostgreSQL 的备份可以互相恢复。"""
    if target.exists() and not force:
        raise OfficeCommandError(f"{target} 已存在，不覆盖；要覆盖请加 --force。")
    with office_at(home):
        require_migrated()
        made = write_backup(target)
    click.echo(
        f"已备份到 {target}（{target.stat().st_size // 1024 + 1} KB）：{made.rows} 行、{made.files} 个原件，"
        f"留痕至第{made.anchor['seq']}条。"
    )
    for digest in made.damaged:
        click.echo(f"原件 {digest} 不在了，或者被改动过，没有备份；请从以前的备份中找回。")
    return bool(made.damaged)


class ChangedOriginal(Exception):
    """A file is no longer what it was when it was stored."""


@dataclass
class Package:
    """A backup while it is written: the tar, and what its manifest will say of each member."""

    tar: tarfile.TarFile
    members: dict[str, dict[str, Any]] = field(default_factory=dict)
    rows: int = 0
    files: int = 0
    anchor: dict[str, Any] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)

    def add(self, name: str, opened: BufferedReader | BufferedRandom, wanted: str = "") -> None:
        """Add the file as a member, noting its SHA-256 and size.

        Raises:
            ChangedOriginal: it is another digest than the one ``wanted``.
        """
        opened.seek(0, os.SEEK_END)
        info = tarfile.TarInfo(name)
        info.size, info.mode = opened.tell(), 0o600
        opened.seek(0)
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
        if wanted and digest != wanted:
            raise ChangedOriginal(name)
        opened.seek(0)
        self.tar.addfile(info, opened)
        self.members[name] = {"sha256": digest, "size": info.size}


def write_backup(target: Path) -> Package:
    """Write the backup beside ``target``, onto the disk, and only then under its name.

    Raises:
        OfficeCommandError: the file cannot be written.
    """
    from lingwu_office.audit import chain
    from lingwu_office.audit.models import EntryKind

    chain.append(EntryKind.EXPORT, None, "site.backup", "备份", reason=target.name)
    part = target.with_name(f".{target.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            with gzip.GzipFile(fileobj=out, mode="wb", mtime=0, filename="") as packed, _tar(packed) as tar:
                made = _filled(Package(tar))
            out.flush()
            os.fsync(out.fileno())
        part.replace(target)
        _keep_name(target)
    except OSError as error:
        raise OfficeCommandError(f"{target} 写不了（{error.strerror}），请检查文件夹权限和磁盘空间。") from error
    finally:
        part.unlink(missing_ok=True)
    return made


def _tar(packed: gzip.GzipFile) -> tarfile.TarFile:
    return tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT)


def _keep_name(target: Path) -> None:
    """The folder's entry onto the disk as well; not every system can do that with a folder."""
    if os.name == "posix":
        folder = os.open(target.resolve().parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _filled(package: Package) -> Package:
    from lingwu_office.audit.models import ChainHead
    from lingwu_office.files.models import StoredFile
    from lingwu_office.site.commands.tables import kept_models, lines_of, one_moment, told

    with one_moment():
        head = ChainHead.objects.get(pk=1)
        package.anchor = {"seq": head.seq, "hash": head.hash}
        for model in kept_models():
            with tempfile.TemporaryFile() as lines:
                count = sum(bool(lines.write(line)) for line in lines_of(model))
                package.add(f"data/{model._meta.label_lower}.jsonl", lines)
            package.rows += count
            if count:
                progress(told(model, count))
        applied = migrations()
        files = [(stored.digest, stored.suffix) for stored in StoredFile.objects.order_by("pk")]
    _add_files(package, files)
    progress(f"  原件 {package.files} 个")
    _add_manifest(package, applied)
    return package


def _add_files(package: Package, files: list[tuple[str, str]]) -> None:
    """Add the originals of the rows; one that is no longer as it was stored is told of, and the rest kept."""
    from lingwu_office.files.storing import folder, path_of

    for digest, suffix in files:
        path = path_of(digest, suffix)
        try:
            with path.open("rb") as opened:
                package.add(f"files/{path.relative_to(folder()).as_posix()}", opened, digest)
        except (FileNotFoundError, ChangedOriginal):
            package.damaged.append(digest)
        else:
            package.files += 1


def _add_manifest(package: Package, applied: list[str]) -> None:
    from django.utils import timezone

    import lingwu

    manifest = {
        "format": FORMAT, "lingwu": lingwu.__version__, "at": timezone.now().isoformat(), "migrations": applied,
        "anchor": package.anchor, "members": package.members, "damaged": package.damaged,
    }  # fmt: skip
    with tempfile.TemporaryFile() as written:
        written.write(json.dumps(manifest, ensure_ascii=False, indent=1).encode())
        package.add(MANIFEST, written)


def migrations() -> list[str]:
    """The migrations of the database, ``app.name``, in order of names."""
    from django.db.migrations.recorder import MigrationRecorder

    rows = MigrationRecorder.Migration.objects.values_list("app", "name")
    return sorted(f"{app}.{name}" for app, name in rows)
