"""中文里的引号用“ ”，不用直引号。

成对的直引号按先后换成前引号和后引号；一段里的直引号不成对时只提示，不代改。程序代码和全外文的引语不在此列。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Span, Strength, whole
from lingwu.structure.marks import alone_in

CHINESE = re.compile("[\u4e00-\u9fff]")
STRAIGHT = re.compile('["＂]')


def find(doc: Document) -> Iterator[Hit]:
    if '"' not in doc.text and "＂" not in doc.text:
        return
    for block in doc.blocks:
        places = [match.start() for match in STRAIGHT.finditer(doc.text, block.span.start, block.span.end)]
        if places and CHINESE.search(doc.text, block.span.start, block.span.end):
            yield from _in_block(doc, block.span, places)


def _in_block(doc: Document, block: Span, places: list[int]) -> Iterator[Hit]:
    text = doc.text
    lone = [at for at in alone_in(doc, block) if text[at] in "“”"]
    if len(places) == len(lone) == 1:
        new = "”" if text[lone[0]] == "“" else "“"
        if (lone[0] < places[0]) == (new == "”"):
            yield Hit(Span(places[0], places[0] + 1), new)
            return
    if len(places) % 2 or lone:
        yield from (Hit(Span(at, at + 1)) for at in places if not text[at - 1 : at].isdigit())
        return
    for start, end in zip(places[::2], places[1::2], strict=True):
        if CHINESE.search(text, max(block.start, start - 1), min(block.end, end + 2)):
            edits = (Edit(Span(start, start + 1), "“"), Edit(Span(end, end + 1), "”"))
            yield Hit(Span(start, end + 1), f"“{text[start + 1 : end]}”", edits=edits)


rule = Rule(
    code="PUN009",
    title="直引号",
    basis=Basis("GB/T 15834—2011", "4.8", Strength.RECOMMENDED),
    message="中文里的引号应用“ ”，不用直引号。",
    find=whole(find),
    bad={
        '推进"放管服"改革。': "推进“放管服”改革。",
        '落实“一岗双责"要求。': "落实“一岗双责”要求。",
        '他说：⟦"⟧要把工作抓实。': None,
    },
    good=["推进“放管服”改革。", '<a href="x">', '屏幕为32"。'],
)
