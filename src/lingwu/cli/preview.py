"""``lingwu preview``: pages as a picture."""

from __future__ import annotations

import re
from pathlib import Path

import click

from lingwu.cli import CLEAN
from lingwu.cli._options import FilePath, chinese_command
from lingwu.errors import WriteError
from lingwu.reporters._suggestions import printable

MOST_PAGES, ACROSS = 8, 4
"""So many pages are shown where none are named, so many of them side by side."""
RANGE = re.compile(r"(\d{1,5})(?:[-—~](\d{1,5}))?")


@chinese_command("preview")
@click.argument("path", metavar="文件", type=FilePath())
@click.option("-o", "--output", type=FilePath(), metavar="文件", help="写到哪里（默认：原名加 .png）。")
@click.option("--pages", default="", metavar="页码", help=f"画哪几页，如 1-3,6（默认：前 {MOST_PAGES} 页）。")
@click.option(
    "--columns", type=click.IntRange(1), default=ACROSS, metavar="数目", help=f"一行并排几页（默认：{ACROSS}）。"
)
@click.option("--dpi", type=click.IntRange(20, 600), default=100, metavar="数目", help="清晰度（默认：100）。")
@click.option("--force", is_flag=True, help="输出文件已存在时覆盖它。")
def preview(*, path: Path, output: Path | None, pages: str, columns: int, dpi: int, force: bool) -> int:
    """把版面画成图：PDF 直接画，.docx、.odt、.doc、.wps 经 LibreOffice；多页并排在一张图里。"""
    from lingwu import formats
    from lingwu.outputs import write_atomically
    from lingwu.preview import count, pdf_of, picture

    target = output or path.with_suffix(".png")
    _refuse(path, target, force)
    name = printable(str(path))
    pdf = pdf_of(formats.bytes_of(path), path.suffix.lower(), name)
    total = count(pdf, name)
    numbers = chosen(pages, total)
    write_atomically(target, picture(pdf, name, numbers, columns, dpi))
    rest = f"（共 {total} 页，用 --pages 另选）" if len(numbers) < total else ""
    click.echo(f"{printable(str(target))}：画了 {len(numbers)} 页{rest}。")
    return CLEAN


def _refuse(path: Path, target: Path, force: bool) -> None:
    """Only a picture is written, so that --force never puts one over the document itself."""
    from lingwu.outputs import refuse_existing

    if target.suffix.lower() != ".png":
        raise WriteError(f"{target} 的后缀名应是 .png。")
    if target.exists() and path.exists() and target.samefile(path):
        raise WriteError(f"{target} 就是要看的文件，不能覆盖；请用 --output 另取名。")
    refuse_existing(target, force)


def chosen(said: str, total: int) -> list[int]:
    """The page numbers that ``said`` names, in its order; the first ones where it names none.

    Raises:
        WriteError: it is no list of pages, or names one that is not there.
    """
    numbers: list[int] = []
    for piece in filter(None, re.split(r"[,，、\s]+", said)):
        match = RANGE.fullmatch(piece)
        if not match:
            raise WriteError(f"--pages 的“{piece}”看不懂，应如 1-3,6。")
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= total:
            raise WriteError(f"没有第 {piece} 页，文件共 {total} 页。")
        numbers += range(first, last + 1)
    return numbers or list(range(1, min(total, MOST_PAGES) + 1))
