"""引号成对使用，有前引号就有后引号。

一段话里前后引号配不上对时，指出落单的那一个。引文分成几段时，每段开头都用前引号，只在最后一段末尾用后引号，不算
落单。漏掉的那一半该补在哪里，要看引文到哪里为止；只有位置明显时才给出改法。
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Span, whole
from lingwu.structure.marks import marks
from lingwu.text.regexes import compiled

SPEECH = r"(?:说过?|曰|道|指出|强调|写道|云|要求|告诫我们)[：:，,]$"
OWN_WORDS = r"[^，。；！？“”]{0,8}(?:一要|要|我们|各级)"
TWIN = {"“": "’", "‘": "”"}
MANY = 6
"""With more lone quotes than this in one paragraph nothing can be told of where the others belong."""


def find(doc: Document) -> Iterator[Hit]:
    for hit in _lone(doc):
        yield replace(hit, says=hit.says or {"what": f"这里的引号“{hit.span.of(doc.text)}”"})


def _lone(doc: Document) -> Iterator[Hit]:
    lone = [at for at in marks(doc).alone if doc.text[at] in "“”‘’"]
    for end, group in groupby(lone, key=lambda at: _end(doc, at)):
        places = list(group)
        block = doc.block_at(places[0])
        if len(places) > MANY or block is None:
            yield from (Hit(Span(at, at + 1)) for at in places)
        elif '"' not in doc.text[places[0] : end]:
            yield from _in_block(doc, block.span, places)


def _end(doc: Document, at: int) -> int:
    block = doc.block_at(at)
    return block.span.end if block else at


def _in_block(doc: Document, block: Span, places: list[int]) -> Iterator[Hit]:
    skip = -1
    for at, after in zip(places, [*places[1:], -1], strict=True):
        if at == skip:
            continue
        if after > 0 and doc.text[after] == TWIN.get(doc.text[at]):
            skip = after
            yield Hit(Span(after, after + 1), {"“": "”", "‘": "’"}[doc.text[at]])
        else:
            yield _hit(doc, block, at)


def _hit(doc: Document, block: Span, at: int) -> Hit:
    """The lone mark; where the other one plainly goes at the beginning or the end of the paragraph, with that."""
    text, here = doc.text, Span(at, at + 1)
    end = _end_of_speech(text, block, at) if text[at] == "“" else 0
    if end:
        return Hit(
            Span(end - 1, end), edits=(Edit(Span(end, end), "”"),), says={"what": "前面的引语到这里疑已说完，前引号"}
        )
    if text[at] not in "“”" or sum(text.count(mark, block.start, block.end) for mark in "“”") > 1:
        return Hit(here)
    if text[at] == "“" and text[at - 1 : at] in ("：", ":") and text[block.end - 1] in "。！？":
        one = not any(mark in "。！？" for mark in text[at : block.end - 1])
        return Hit(here, edits=(Edit(Span(block.end, block.end), "”"),)) if one else Hit(here)
    if text[at] == "”" and text[at - 1] in "。！？":
        start = _start_of_quotation(text, block.start, at)
        return Hit(here, edits=(Edit(Span(start, start), "“"),)) if start else Hit(here)
    return Hit(here)


def _end_of_speech(text: str, block: Span, at: int) -> int:
    """Behind the sentence with which a quotation begun at ``at`` by a verb of speech plainly ends, or 0.

    Plainly: other quotations are typed inside its first sentence, and what follows that is the writer's own again.
    """
    before, stop = text[max(block.start, at - 8) : at], block.end
    ends = [place for place in (text.find(mark, at, stop) for mark in "。！？") if place > 0]
    end = min(ends, default=-1) + 1
    inside = text[at + 1 : end]
    if (
        not end
        or not compiled(SPEECH).search(before)
        or inside.count("“") < 1
        or inside.count("“") != inside.count("”")
    ):
        return 0
    return end if end == stop or compiled(OWN_WORDS).match(text, end, stop) else 0


def _start_of_quotation(text: str, start: int, at: int) -> int:
    """Where the quotation that ends at ``at`` plainly begins: behind a colon, or behind a short leading sentence; or 0."""
    stops = [place for place in range(start, at - 1) if text[place] in "。！？："]
    if not stops or (len(stops) > 1 and text[stops[-1]] != "："):
        return 0
    return stops[-1] + 1 if text[stops[-1]] == "：" or stops[-1] - start <= 12 else 0


rule = Rule(
    code="PUN045",
    title="引号不成对",
    basis=Basis("GB/T 15834—2011", "4.8"),
    message="{what}没有与它配对的另一半。",
    find=whole(find),
    bad={
        "老话说：“打铁还需自身硬。": "老话说：“打铁还需自身硬。”",
        "坚持“两手抓’的方针": "坚持“两手抓”的方针",
        "二要勤学习。书山有路勤为径，学海无涯苦作舟。”要持之以恒。": "二要勤学习。“书山有路勤为径，学海无涯苦作舟。”要持之以恒。",
        "会议强调，“要防止“破窗效应”，抓早抓小。各级要照办。": "会议强调，“要防止“破窗效应”，抓早抓小。”各级要照办。",
        "落实⟦“⟧三个第一的要求，推进改革。": None,
    },
    good=[
        "老话说：“打铁还需自身硬。”",
        "他说：“第一段。\n“第二段。\n“第三段。”",
        "It’s OK，可以。",
        "“大江东去，\n浪淘尽。”",
    ],
)
