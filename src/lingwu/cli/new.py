"""``lingwu new``: a skeleton to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

import lingwu
from lingwu.cli import CLEAN
from lingwu.cli._options import FilePath, chinese_command
from lingwu.config import Config
from lingwu.errors import LingwuError, WriteError
from lingwu.outputs import refuse_existing, write_atomically
from lingwu.reporters._suggestions import printable

EPILOG = "返回值：0 写好，2 没能写或命令有误。“×”处请按实际填写。"
SUFFIXES = (".docx", ".md", ".pdf")


@chinese_command("new", EPILOG)
@click.argument("kind", metavar="[文种]", default="")
@click.option(
    "-o", "--output", type=FilePath(), metavar="文件", help="写到哪里，.docx、.md 或 .pdf（默认：文种.docx）。"
)
@click.option(
    "--set", "said", metavar="键=值", multiple=True, help="填好的要素，如 --set 发文机关标志=×县人民政府文件。"
)
@click.option(
    "--config", type=FilePath(), metavar="文件", help="用这个配置文件的 [typeset]，不再向上寻找 lingwu.toml。"
)
@click.option("--force", is_flag=True, help="输出文件已存在时覆盖它。")
def new(*, kind: str, output: Path | None, said: Sequence[str], config: Path | None, force: bool) -> int:
    """起稿：写出一个文种的样稿，格式已排好，填空即可；不写文种时列出可用的。"""
    from lingwu.typeset import skeletons

    if not kind:
        click.echo("可用的有：" + "、".join(skeletons.names()) + "。例如：lingwu new 通知")
        return CLEAN
    if kind not in skeletons.names():
        raise LingwuError(f"没有“{kind}”的样稿；可用的有：{'、'.join(skeletons.names())}。")
    target = output or Path(f"{kind}.docx")
    if target.suffix.lower() not in SUFFIXES:
        raise WriteError(f"{target} 的后缀名应是 {'、'.join(SUFFIXES)} 之一。")
    refuse_existing(target, force)
    settings = Config.load(config) if config else Config.find(target)
    write_atomically(target, _made(skeletons.text(kind), target.suffix.lower(), said, settings))
    click.echo(f"已写出 {printable(str(target))}，“×”处请按实际填写。")
    return CLEAN


def _made(text: str, suffix: str, said: Sequence[str], settings: Config) -> bytes:
    from lingwu.gbt9704.profile import Profile
    from lingwu.typeset import composing, skeletons
    from lingwu.typeset.matter import from_options

    matter = from_options(said)
    if suffix == ".md":
        return skeletons.with_matter(text, matter).encode()
    doc = lingwu.read(text.encode(), "样稿.md")
    return composing.typeset(doc, suffix, matter, Profile.of(settings.typeset)).data
