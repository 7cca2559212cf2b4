"""``lingwu office verify-audit``: whether the chain of the audit is whole, and still the one of an earlier anchor."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lingwu_office.site.commands.backup import MANIFEST
from lingwu_office.site.commands.opening import OfficeCommandError, home_option, office_at, require_migrated

if TYPE_CHECKING:
    from lingwu_office.audit.chain import Break

WHOLE, BROKEN = 0, 1


@click.command("verify-audit")
@home_option
@click.option("--anchor", type=click.Path(path_type=Path), metavar="文件", help="再与从前存下的锚点或备份核对。")
@click.option("--write-anchor", type=click.Path(path_type=Path), metavar="文件", help="核对无误后把锚点存成这个文件。")
def verify_audit(*, home: Path, anchor: Path | None, write_anchor: Path | None) -> int:
    """核对留痕：逐条重算摘要，找出改动、缺失、调换。返回值：0 完整，1 有断裂（逐处列出），2 没能核对。"""
    known = read_anchor(anchor) if anchor else None
    with office_at(home):
        require_migrated()
        found = list(breaks_after(known))
        head = anchor_now()
    for broken in found:
        click.echo(broken.said)
    if found:
        click.echo(f"留痕不完整，共 {len(found)} 处。")
        return BROKEN
    if write_anchor:
        _write(write_anchor, head)
    click.echo(f"留痕完整，共 {head['seq']} 条，末条摘要 {head['hash']}。")
    return WHOLE


def breaks_after(anchor: dict[str, Any] | None) -> Iterator[Break]:
    """Every break of the chain, and whether the entry of ``anchor`` is still the one it was."""
    from lingwu_office.audit import chain

    yield from chain.breaks(chain.Anchor(anchor["seq"], anchor["hash"]) if anchor else None)


def anchor_now() -> dict[str, Any]:
    """The last link: its number and its hash. Kept elsewhere, it proves what came before it."""
    from lingwu_office.audit import chain

    return asdict(chain.anchor())


def read_anchor(path: Path) -> dict[str, Any]:
    """The anchor in a file written by ``--write-anchor``, or in the manifest of a backup.

    Raises:
        OfficeCommandError: it holds no anchor.
    """
    try:
        if tarfile.is_tarfile(path):
            with tarfile.open(path) as tar:
                packed = tar.extractfile(MANIFEST)
                read = json.loads(packed.read())["anchor"] if packed else {}
        else:
            read = json.loads(path.read_text(encoding="utf-8"))
        return {"seq": int(read["seq"]), "hash": str(read["hash"])}
    except (OSError, tarfile.TarError, ValueError, KeyError, TypeError) as error:
        raise OfficeCommandError(f"{path} 里读不出锚点；应是 --write-anchor 存下的文件，或一份备份。") from error


def _write(path: Path, head: dict[str, Any]) -> None:
    try:
        path.write_text(json.dumps(head) + "\n", encoding="utf-8")
    except OSError as error:
        raise OfficeCommandError(f"{path} 写不了（{error.strerror}）。") from error
