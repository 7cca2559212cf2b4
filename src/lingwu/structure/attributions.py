"""Whom or what a text names as the source of a quotation, and whether the library says otherwise.

Only a book or a person named directly before the quotation counts, and only books and persons of whom the library
holds lines. A line that stands in several books is right with any of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lingwu.document import Span
from lingwu.structure.quotations import Quotation
from lingwu.structure.sayings import WITHOUT_AUTHOR, Saying, library

REACH = 24
SAYS = r"(?:有云|有言|有载|曾?说过?|云|曰|言|写道|记载|指出|讲|有句话)[：:，,]?$"
BOOK = r"《([^《》]{1,12})》(?:[一-龥]{0,3}篇)?(?:中|里|上)?" + SAYS
PERSON = r"(?<![一-龥])(?:古代?)?([一-龥]{2,3})(?:曾经?|就|有)?(?:说过?|曰|云|言|讲过?|写道)[：:，,]?$"

BOOKS = {
    "老子": "道德经", "易经": "周易", "易传": "周易", "易": "周易", "书经": "尚书", "书": "尚书", "诗": "诗经",
    "孙子": "孙子兵法", "春秋左传": "左传", "左氏春秋": "左传", "兵法": "孙子兵法",
}  # fmt: skip
PERSONS = {
    "王阳明": "王守仁", "郑板桥": "郑燮", "苏东坡": "苏轼", "韩非子": "韩非", "孙子": "孙武", "管子": "管仲",
    "墨子": "墨翟", "朱子": "朱熹", "老聃": "老子", "荀况": "荀子", "庄周": "庄子", "孟轲": "孟子",
}  # fmt: skip
PARTS = {"大学": "礼记", "中庸": "礼记"}
SCHOOL = frozenset(["论语", "大学", "中庸", "礼记", "周易", "尚书", "诗经", "孝经", "左传", "孔子家语"])
"""Books in which Confucius speaks, or of which he is held to be the editor."""


def misnamed(q: Quotation) -> tuple[Span, str] | None:
    """The name that the text gives as the source of ``q``, and the right one; None where they agree."""
    start = q.quote.start if q.quote else q.span.start
    before = q.place.text[max(0, start - REACH) : start].rpartition("\n")[2]
    quoted = q.reading.plain[q.alignment.a : q.alignment.b]
    for regex, wrong in ((BOOK, _wrong_book), (PERSON, _wrong_person)):
        match = re.search(regex, before)
        if match and all(wrong(match.group(1), saying) for saying in _sayings(quoted)):
            at = start - len(before)
            right = q.saying.work if regex is BOOK else q.saying.author
            return Span(at + match.start(1), at + match.end(1)), right
    return None


@lru_cache(maxsize=1024)
def _sayings(plain: str) -> list[Saying]:
    """The sayings of which ``plain`` is a part."""
    return [reading.saying for reading in library().readings if plain in reading.plain]


def _wrong_book(named: str, saying: Saying) -> bool:
    named = BOOKS.get(re.split("[·・]", named)[0], re.split("[·・]", named)[0])
    known = named in WITHOUT_AUTHOR and saying.work in WITHOUT_AUTHOR and saying.work not in ("俗语", "增广贤文")
    return known and named not in (saying.work, PARTS.get(saying.work, ""), "增广贤文", "三字经")


def _wrong_person(named: str, saying: Saying) -> bool:
    named = PERSONS.get(named, named)
    known = named in _persons() and saying.author in _persons()
    return known and named != saying.author and not (named == "孔子" and saying.work in SCHOOL)


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    """The authors of old whose lines the library holds."""
    late = ("现代", "近代", "德国", "俄国")
    return frozenset(r.saying.author for r in library().readings if r.saying.author and r.saying.dynasty not in late)
