"""Writes a paper as a PDF through Typst."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lingwu.errors import MissingTool, WriteError
from lingwu.gbt9704.fonts import Choice, choose
from lingwu.gbt9704.geometry import Face
from lingwu.gbt9704.profile import Profile
from lingwu.typeset.layout import Setting
from lingwu.typeset.model import Other, Paper, Paragraph, Table
from lingwu.typeset.pdf.pictures import Pictures
from lingwu.typeset.pdf.source import Source

MISSING = (
    '排成 PDF 需要 typst 组件，请安装：pip install "lingwu[typeset]"；也可先排成 .docx，再用 Word 或 WPS 另存为 PDF。'
)


def write(paper: Paper, profile: Profile) -> tuple[bytes, list[str]]:
    """The bytes of a PDF of ``paper``, and one note for each face that another font stands in for.

    Raises:
        MissingTool: Typst is not installed. WriteError: the paper holds what a PDF cannot show, or no font is there.
    """
    made, notes = _compiled(paper, profile, format="pdf")
    return made[0], notes


def pictures(paper: Paper, profile: Profile, ppi: int) -> list[bytes]:
    """The pages of ``paper`` as .png, ``ppi`` pixels to an inch.

    Raises:
        MissingTool, WriteError: as ``write``.
    """
    return _compiled(paper, profile, format="png", ppi=ppi)[0]


def _compiled(paper: Paper, profile: Profile, **wanted: Any) -> tuple[list[bytes], list[str]]:
    try:
        import typst
    except ImportError as error:
        raise MissingTool(MISSING) from error
    refuse(paper)
    choices = _choices(profile, typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families())
    beside = Pictures()
    writer = Source(paper, Setting(profile, profile.glyphs(), None), choices, beside)
    source = writer.text().encode()
    try:
        with tempfile.TemporaryDirectory(prefix="lingwu-") as folder:
            for name, data in beside.files.items():
                Path(folder, name).write_bytes(data)
            main = Path(folder, "main.typ")
            main.write_bytes(source)
            made = typst.compile(main, root=folder, **wanted)
    except (typst.TypstError, RuntimeError) as error:  # the latter for a picture that is none
        raise WriteError(f"排成 PDF 时出错（{error}），请改排成 .docx，再用 Word 或 WPS 另存为 PDF。") from error
    notes = list(_notes(choices[face] for face in Face if face in writer.used))
    return (made if isinstance(made, list) else [made]), notes


def refuse(paper: Paper) -> None:
    """Nothing is left out of print silently.

    Raises:
        WriteError: the paper holds something that only a .docx can keep.
    """
    found = list(dict.fromkeys(_others(paper)))
    if found:
        raise WriteError(
            f"文件里有{'、'.join(found)}，PDF 排版还不能照原样排入，为免丢失内容没有生成；"
            "请先排成 .docx，再用 Word 或 WPS 另存为 PDF。"
        )


def _others(paper: Paper) -> Iterator[str]:
    for item in paper.items:
        if isinstance(item, Other):
            yield item.what
        elif isinstance(item, Table):
            cells = (cell for row in item.rows for cell in row if cell)
            yield from _within([paragraph for cell in cells for paragraph in cell.paragraphs])
        else:
            yield from _within([item])


def _within(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    return (piece.other for paragraph in paragraphs for piece in paragraph.pieces if piece.other)


def _choices(profile: Profile, installed: Sequence[str]) -> dict[Face, Choice]:
    choices = {face: choose(face, installed, profile.fonts.get(face.value, "")) for face in Face}
    missing = [face.value for face, choice in choices.items() if not choice.family]
    if missing:
        raise WriteError(
            f"没有找到可以排{'、'.join(missing)}的中文字体，不能生成 PDF；"
            "请安装字体（lingwu fonts 可查看），或改排成 .docx。"
        )
    return choices


def _notes(choices: Iterable[Choice]) -> Iterator[str]:
    for choice in choices:
        if not choice.exact:
            yield f"没有安装{choice.face.value}，用“{choice.family}”代替。"
