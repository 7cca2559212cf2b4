"""PDF through typst: pages that are SVG pictures, and pages of its own markup. Fonts are those of the machine."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from lingwu.errors import MissingTool, WriteError
from lingwu.seating.drawing import PAPERS


def pictures(pages: Sequence[str]) -> bytes:
    """A PDF whose pages are the SVG ``pages``, each as large as it says.

    Raises:
        MissingTool: typst is not installed. WriteError: it cannot make the pages.
    """
    lines = []
    for number, page in enumerate(pages):
        width, height = next(size for size in PAPERS.values() if f'width="{size[0]:g}mm"' in page[:200])
        lines.append(f'#page(width: {width}mm, height: {height}mm, margin: 0mm)[#image("{number}.svg", width: 100%)]')
    return made("\n".join(lines), {f"{number}.svg": page for number, page in enumerate(pages)})


def made(markup: str, files: dict[str, str] | None = None) -> bytes:
    """The PDF of typst ``markup`` beside which ``files`` lie.

    Raises:
        MissingTool: typst is not installed. WriteError: it cannot make the pages.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingTool(
            '生成 PDF 需要 typst，请安装：pip install "lingwu[seats]"；也可以改用 .svg 或 .docx。'
        ) from error
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (files or {}).items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        main = Path(folder) / "main.typ"
        main.write_text(markup, encoding="utf-8")
        try:
            return bytes(typst.compile(str(main)))
        except RuntimeError as error:
            raise WriteError(f"PDF 没能生成（{error}）；也可以改用 .svg 或 .docx。") from error


def quoted(text: str) -> str:
    """A text as typst writes it: whatever stands in it, it is only text."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
