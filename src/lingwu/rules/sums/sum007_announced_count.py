"""说了几条，就应列出几条：“抓好三项工作：一是……二是……”只列到“二是”，或一直列到“四是”，都要核对。"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import parse_chinese
from lingwu.text.regexes import compiled

ORDINALS = "一二三四五六七八九十"
REACH = 4000
SAID = (
    r"(?P<x>[二两三四五六七八九2-9])(?<![第之十百几每\d.].)(?:个|大|项|点|条|件|方面)(?:主要|重点|重要|突出|具体|基本|关键)?"
    r"(?:方面|工作|问题|要求|意见|建议|任务|措施|举措|特点|原因|事项|事|原则|体会|经验|不足|短板|重点)?的?(?:工作|问题|内容|要求|意见|任务|体会)?"
    r"[：:。]\s*(?P<first>一是|（一）|第一，|其一，)"
)


def _marks(kind: str, number: int) -> str:
    """How the ``number``-th item (from 0) begins where the first begins with ``kind``."""
    return kind.replace("一", ORDINALS[number], 1)


def _items(doc: Document, start: int, kind: str) -> int:
    """How many items follow one another from ``start``; paragraphs that begin with the next one are followed."""
    index = bisect_right(doc.blocks, start, key=lambda block: block.span.start) - 1
    count, at, end = 1, start + len(kind), _end(doc, index, start + len(kind), kind)
    while count < 10:
        found = doc.text.find(_marks(kind, count), at, end)
        if found < 0:
            index += 1
            if index >= len(doc.blocks) or not _begins(doc, index, _marks(kind, count)):
                break
            found = doc.text.index(_marks(kind, count), doc.blocks[index].span.start)
            end = _end(doc, index, found, kind)
        count, at = count + 1, found + len(kind)
    return count


def _end(doc: Document, index: int, at: int, kind: str) -> int:
    """Where the items of one paragraph end: with it, or where another list begins."""
    end = min(doc.blocks[index].span.end, at + REACH)
    other = doc.text.find(kind, at, end)
    return end if other < 0 else other


def _begins(doc: Document, index: int, mark: str) -> bool:
    return doc.blocks[index].span.of(doc.text).lstrip(" \u3000").startswith(mark)


def _announced(match: re.Match[str]) -> int:
    said = match["x"]
    return int(said) if said.isdecimal() else parse_chinese(said) or 0


def _find(doc: Document) -> Iterator[Hit]:
    if not any(mark in doc.text for mark in ("一是", "（一）", "第一，", "其一，")):
        return
    for match in compiled(SAID).finditer(doc.text):
        count = _items(doc, match.start("first"), match["first"])
        if 2 <= count < 10 and count != _announced(match):
            right = str(count) if match["x"].isdecimal() else "零一两三四五六七八九"[count]
            yield Hit(Span(*match.span("x")), right, says={"count": str(count)})


rule = Rule(
    code="SUM007",
    title="所说条数与所列条数不符",
    basis=Basis("公文通行写法", strength=Strength.CUSTOM, note="总述的条数与分述一致"),
    message="这里说“{old}”，后面列了{count}条，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "要抓好三项工作：一是抓学习；二是抓整改。": "要抓好两项工作：一是抓学习；二是抓整改。",
        "提三点要求。一是要快；二是要准；三是要细；四是要实。": "提四点要求。一是要快；二是要准；三是要细；四是要实。",
    },
    good=[
        "要抓好两项工作：一是抓学习；二是抓整改。",
        "提三点要求：一是要快。\n二是要准。\n三是要细。",
        "第三项工作：一是抓学习；二是抓整改。",
        "三个方面工作都有进展，一是学习，二是整改。",
        "抓好两项工作：一是学习；二是整改。提三点要求：一是快；二是准；三是细。",
    ],
)
