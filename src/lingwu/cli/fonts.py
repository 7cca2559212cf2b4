"""``lingwu fonts``: the faces that the standard names, what is installed, what stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType

import click

from lingwu.cli import CLEAN
from lingwu.cli._options import FilePath, chinese_command
from lingwu.cli._rules import settings
from lingwu.gbt9704.fonts import NAMES, Choice, same_face
from lingwu.gbt9704.geometry import Face
from lingwu.reporters._columns import columns
from lingwu.reporters._suggestions import printable
from lingwu.typeset.installed import Family

USES = MappingProxyType(
    {
        Face.FANGSONG: "正文",
        Face.HEITI: "一级标题、密级、“附件”",
        Face.KAITI: "二级标题、签发人姓名",
        Face.XIAOBIAOSONG: "标题、发文机关标志",
        Face.SONGTI: "页码",
    }
)
HINT = (
    "没装的字体不影响 .docx：文件里写的是标准的字体名，在装有这些字体的电脑上显示和打印都对。\n"
    "PDF 用替代字体排，字形不是标准要求的；正式印发前，请把字体文件装进系统字体文件夹再排。"
)


@chinese_command("fonts")
@click.option("--config", type=FilePath(), metavar="文件", help="连同这个配置文件里的（默认：就近的 lingwu.toml）。")
@click.option("--all", "everything", is_flag=True, help="另列出本机装的全部字体。")
def fonts(config: Path | None, everything: bool) -> int:
    """列出国家标准要求的字体：本机装了哪些、叫什么名字、没装的用什么替代。"""
    from lingwu.gbt9704.profile import Profile
    from lingwu.typeset.installed import choices, installed

    found = installed()
    chosen = choices(Profile.of(settings(config, ()).typeset), found)
    for line in table(chosen, found):
        click.echo(line)
    if not all(choice.exact for choice in chosen):
        click.echo(f"\n{HINT}")
    if everything:
        click.echo(f"\n本机共有 {len(found)} 种字体：")
        for family in found:
            click.echo(f"  {printable(family.name)}\t{printable(family.path)}".rstrip())
    return CLEAN


def table(chosen: Sequence[Choice], found: Sequence[Family]) -> Iterator[str]:
    """One row for each face: what it is for, which of its families are installed, what a PDF is set in."""
    rows = [("字体", "用在", "本机已装", "排 PDF 用"), *(_row(choice, found) for choice in chosen)]
    widths = [max(columns(row[at], 2) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(
            cell + " " * (width - columns(cell, 2)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()


def _row(choice: Choice, found: Sequence[Family]) -> tuple[str, ...]:
    names = [family.name for family in found if same_face(family.name, NAMES[choice.face][0])]
    used = choice.family if choice.exact else f"{choice.family}（替代）"
    shown = used if choice.family else "没有可用的中文字体"
    return choice.face.value, USES[choice.face], "、".join(names) or "未装", shown
