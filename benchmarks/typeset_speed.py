"""How long 200 pages take as .docx and as .pdf, on one core; reading the draft is counted too."""

from __future__ import annotations

import time

import lingwu
from lingwu.typeset.composing import typeset

PAGES = 200
LINE = "各级各部门要提高政治站位，强化责任担当，切实把各项工作抓实抓细，确保2026年全年目标任务圆满完成。"


def draft(pages: int) -> str:
    """A text that fills so many pages: headings, run-in headings and body, 22 lines of 28 characters a page."""
    parts = ["关于印发工作要点的通知", "各单位："]
    for number in range(1, pages * 2 + 1):
        parts += ["一、总体要求", f"（一）加强领导。{LINE * 2}", LINE * 4]
        parts += [f"1.第{number}项任务", LINE]
    return "\n".join(parts)


def main() -> None:
    """Print the seconds and the pages of each."""
    data = draft(PAGES).encode()
    for suffix in (".docx", ".pdf"):
        start = time.process_time()
        made = typeset(lingwu.read(data, "要点.txt"), suffix).data
        spent = time.process_time() - start
        pages = f"{_pages(made)} pages" if suffix == ".pdf" else "the same draft"
        print(f"{suffix}: {spent:.2f} s of one core, {pages}, {len(made) // 1024} KB")


def _pages(data: bytes) -> int:
    import pypdfium2  # type: ignore[import-untyped]

    return len(pypdfium2.PdfDocument(data))


if __name__ == "__main__":
    main()
