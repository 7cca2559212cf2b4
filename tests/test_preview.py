"""Pictures of pages: which pages, how they stand, and what cannot be shown."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from command_line import Lingwu, write
from lingwu import preview, specimen
from lingwu.cli.preview import chosen
from lingwu.errors import DamagedFile, UnknownFormat, WriteError

sys.path.append(str(Path(__file__).parent / "formats"))
from samples import pdf

PAGE = [("关于召开会议的通知", 100.0, 700.0, 22.0)]
WIDTH, HEIGHT = 595, 842


def shown(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_one_page_is_the_page_itself() -> None:
    data = preview.picture(pdf(PAGE), "a.pdf", [1], 4, 72)
    assert shown(data).size == (WIDTH, HEIGHT)
    assert shown(data).convert("L").getextrema()[0] != 255  # there is something on it


def test_pages_stand_side_by_side_in_rows() -> None:
    data = preview.picture(pdf(PAGE, PAGE, PAGE), "a.pdf", [1, 2, 3], 2, 72)
    assert shown(data).size == (2 * (WIDTH + preview.GAP) + preview.GAP, 2 * (HEIGHT + preview.GAP) + preview.GAP)
    assert shown(data).getpixel((5, 5)) == preview.GROUND
    assert (
        shown(preview.picture(pdf(PAGE, PAGE), "a.pdf", [2, 1], 9, 36)).width == 2 * (298 + preview.GAP) + preview.GAP
    )


def test_a_picture_that_would_be_huge_is_refused() -> None:
    with pytest.raises(WriteError, match="图太大"):
        preview.picture(pdf(*[PAGE] * 20), "a.pdf", list(range(1, 21)), 4, 600)


def test_broken_and_foreign_files_are_told() -> None:
    with pytest.raises(DamagedFile, match=r"坏\.pdf"):
        preview.count(b"%PDF-1.4 broken", "坏.pdf")
    with pytest.raises(UnknownFormat, match="没有版面可看"):
        preview.pdf_of("一句话。".encode(), ".txt", "a.txt")


@pytest.mark.parametrize(
    ("said", "pages"), [("", [1, 2, 3, 4, 5, 6, 7, 8]), ("2-4,9", [2, 3, 4, 9]), ("3，1", [3, 1]), ("10", [10])]
)
def test_pages_are_chosen(said: str, pages: list[int]) -> None:
    assert chosen(said, 10) == pages


@pytest.mark.parametrize("said", ["0", "11", "4-2", "一", "1-x"])
def test_pages_that_are_none_are_told(said: str) -> None:
    with pytest.raises(WriteError, match=r"--pages|没有第"):
        chosen(said, 10)


def test_the_command_writes_beside_the_file_and_overwrites_nothing(lingwu: Lingwu) -> None:
    write("通知.pdf", pdf(PAGE, PAGE))
    done = lingwu("preview", "通知.pdf", "--dpi", "40")
    assert (done.code, done.out) == (0, "通知.png：画了 2 页。\n")
    again = lingwu("preview", "通知.pdf")
    assert again.code == 2 and "已存在" in again.err
    assert lingwu("preview", "通知.pdf", "-o", "一.png", "--pages", "2", "--force").code == 0
    assert lingwu("preview", "没有.pdf").code == 2


def test_many_pages_are_told(lingwu: Lingwu) -> None:
    write("长.pdf", pdf(*[PAGE] * 9))
    assert "画了 8 页（共 9 页" in lingwu("preview", "长.pdf", "--dpi", "20").out


def test_a_docx_goes_through_libreoffice(soffice: str, lingwu: Lingwu) -> None:
    write("样张.docx", specimen.made())
    assert "画了 3 页" in lingwu("preview", "样张.docx", "--dpi", "40").out
    assert shown(Path("样张.png").read_bytes()).width > 900


def test_without_pillow_the_command_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['PIL'] = None\n"
        "from lingwu import preview\nfrom lingwu.errors import MissingTool\n"
        "try: preview.count(b'%PDF-1.4', 'a.pdf')\nexcept MissingTool as e: print(e)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "lingwu[preview]" in done.stdout


@pytest.mark.parametrize("target", ["稿.pdf", "图.png"])
def test_the_document_itself_is_never_overwritten(lingwu: Lingwu, target: str) -> None:
    Path("稿.pdf").write_bytes(pdf(PAGE))
    Path("图.png").hardlink_to("稿.pdf")
    before = Path("稿.pdf").read_bytes()
    done = lingwu("preview", "稿.pdf", "-o", target, "--force")
    assert done.code == 2 and done.err.strip().endswith("。")
    assert Path("稿.pdf").read_bytes() == before
