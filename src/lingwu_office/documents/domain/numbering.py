"""Numbers: one series for each 代字 and year, each number once, none left out, voided ones kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

RECEIVED = "收"
"""The series of documents received."""
ARCHIVE = "档"
"""How the series of the archive begin, one for each 保管期限."""
RETENTIONS = {"永久": "Y", "定期30年": "D30", "定期10年": "D10"}
"""保管期限 with their codes (机关文件材料归档范围和文书档案保管期限规定；DA/T 22)."""


@dataclass(frozen=True, slots=True)
class Book:
    """A series as it stands: ``last`` is the last number given, ``voided`` those that no longer count."""

    code: str
    year: int
    last: int = 0
    voided: frozenset[int] = frozenset()


def give(book: Book) -> tuple[Book, int]:
    """The next number and the book after it; a voided number is not given again."""
    return replace(book, last=book.last + 1), book.last + 1


def void(book: Book, number: int) -> Book:
    """The book with ``number`` voided. Raises ValueError where it was not given or is voided already."""
    if not 1 <= number <= book.last or number in book.voided:
        raise ValueError(f"{written(book.code, book.year, number)}没有发出过，或者已经作废。")
    return replace(book, voided=book.voided | {number})


def written(code: str, year: int, number: int) -> str:
    """滨政办发〔2026〕5号: full year in 〔〕, no 第, no leading zero (GB/T 9704—2012 7.2.5)."""
    return f"{code}〔{year}〕{number}号"


def archived(year: int, retention: str, number: int) -> str:
    """2026-D30-0005."""
    return f"{year}-{RETENTIONS[retention]}-{number:04d}"


def retention_of(said: str) -> str:
    """永久, 定期30年 or 定期10年; 30年 and 10年 are understood. Raises ValueError for others."""
    word = said.strip() if said.strip() in RETENTIONS else f"定期{said.strip()}"
    if word not in RETENTIONS:
        raise ValueError(f"保管期限应是{'、'.join(RETENTIONS)}之一，现为“{said}”。")
    return word


def fault_of_code(code: str) -> str:
    """What is wrong with a 代字, in one sentence; empty where nothing is."""
    if not code:
        return "还没有填机关代字，不能编号。"
    if not re.fullmatch(r"[\u4e00-\u9fff]{1,19}", code) or code == RECEIVED or code.startswith(ARCHIVE):
        return f"机关代字“{code}”应全是汉字，如“滨政办发”。"
    return ""
