"""``lingwu typeset``: lay out a draft."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

import lingwu
from lingwu.cli import CLEAN
from lingwu.cli._options import FilePath, chinese_command
from lingwu.config import Config
from lingwu.document import Document
from lingwu.errors import WriteError
from lingwu.finding import Safety
from lingwu.outputs import refuse_existing, write_atomically
from lingwu.reporters._columns import columns
from lingwu.reporters._suggestions import printable

EPILOG = "返回值：0 排好，2 没能排或命令有误。文字一个不改；要连同可以直接改的差错一起改，请加 --fix。"


@chinese_command("typeset", EPILOG)
@click.argument("path", metavar="草稿", type=FilePath())
@click.option(
    "-o", "--output", "outputs", type=FilePath(), multiple=True, metavar="文件",
    help="成文写到哪里，.docx 或 .pdf，可给多个（默认：草稿.成文.docx）。",
)  # fmt: skip
@click.option(
    "--set", "said", metavar="键=值", multiple=True, help="补上草稿里没有的要素，如 --set 发文字号=×政发〔2026〕1号。"
)
@click.option("--explain-structure", is_flag=True, help="只显示每一段被当作什么要素，不写文件。")
@click.option("--fix", is_flag=True, help="先改好不变意思的差错，再排版。")
@click.option(
    "--config", type=FilePath(), metavar="文件", help="用这个配置文件的 [typeset]，不再向上寻找 lingwu.toml。"
)
@click.option("--force", is_flag=True, help="输出文件已存在时覆盖它。")
@click.option("--quiet", is_flag=True, help="不显示小结和提示。")
@click.option("--debug", is_flag=True, help="程序内部出错时显示详情。")
def typeset(
    *, path: Path, outputs: Sequence[Path], said: Sequence[str], explain_structure: bool, fix: bool,
    config: Path | None, force: bool, quiet: bool, debug: bool,
) -> int:  # fmt: skip
    """排版：把 .docx、.md、.txt 草稿排成符合 GB/T 9704—2012 的公文（.docx 或 .pdf），原文件不动。"""
    from lingwu.gbt9704.profile import Profile
    from lingwu.typeset import composing
    from lingwu.typeset.matter import from_options

    settings = Config.load(config) if config else Config.find(path)
    matter, profile = from_options(said), Profile.of(settings.typeset)
    doc = lingwu.read(path)
    if fix:
        doc = _mended(doc, settings)
    if explain_structure:
        _explain(composing.explained(composing.paper_of(doc, matter)))
        return CLEAN
    targets = outputs or [path.with_name(f"{path.stem}.成文.docx")]
    for target in targets:
        _refuse(path, target, composing.SUFFIXES, force)
    made = [(target, composing.typeset(doc, target.suffix.lower(), matter, profile)) for target in targets]
    for target, done in made:
        write_atomically(target, done.data)
        if not quiet:
            click.echo(f"{printable(str(path))} → {printable(str(target))}：已排版。")
    for note in dict.fromkeys(note for _, done in made for note in done.notes):
        if not quiet:
            click.echo(f"提示：{printable(note)}", err=True)
    return CLEAN


def _refuse(path: Path, target: Path, suffixes: Sequence[str], force: bool) -> None:
    if target.suffix.lower() not in suffixes:
        raise WriteError(f"{target} 的后缀名应是 {' 或 '.join(suffixes)}。")
    if target.exists() and path.exists() and target.samefile(path):
        raise WriteError(f"{target} 就是草稿本身，不能覆盖；请用 --output 另取名。")
    refuse_existing(target, force)


def _mended(doc: Document, settings: Config) -> Document:
    """The draft with the fixes that cannot change its meaning."""
    fixed = lingwu.fix(doc, safety=Safety.SAFE, config=settings)
    return lingwu.read(lingwu.write(doc, fixed, "clean"), str(doc.meta.get("path", "")))


def _explain(rows: Iterable[tuple[str, str]]) -> None:
    found = list(rows)
    room = max(columns(name) for name, _ in found) + 2
    for name, text in found:
        fill = " " * (room - columns(name))
        styled = click.style(name, fg="cyan") if sys.stdout.isatty() else name
        click.echo(f"{styled}{fill}{printable(text)}")
