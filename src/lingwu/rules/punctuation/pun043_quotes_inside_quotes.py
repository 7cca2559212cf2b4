"""引号里面再用引号，外面一层用双引号，里面一层用单引号；再里面一层又用双引号。

引语由“指出”“强调”“说”等引出而忘了后引号时，也按在引语之内提示。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Span, whole
from lingwu.structure.marks import Pair, alone_in, around, marks

SPEECH = re.compile(r"(?:说过?|曰|道|指出|强调|写道|云|讲|提出|要求|告诫我们)[：:，,]?$")


def find(doc: Document) -> Iterator[Hit]:
    outer = around(doc)
    for pair in marks(doc).pairs:
        start, end = pair.span.start, pair.span.end
        if pair.open != "“" or pair.runs_on or doc.text[start] + doc.text[end - 1] != "“”":
            continue
        if outer[start].open == "“" if start in outer else _in_speech(doc, pair):
            edits = (Edit(Span(start, start + 1), "‘"), Edit(Span(end - 1, end), "’"))
            yield Hit(pair.span, f"‘{pair.inner.of(doc.text)}’", edits=edits)


def _in_speech(doc: Document, pair: Pair) -> bool:
    """Whether a quotation that was never closed is open here: begun by a verb of speech, this pair being short."""
    if not marks(doc).alone or len(pair.inner) > 16:
        return False
    block = doc.block_at(pair.span.start)
    lone = alone_in(doc, block.span) if block else ()
    first = next((at for at in lone if doc.text[at] in "“”"), len(doc.text))
    return first < pair.span.start and doc.text[first] == "“" and _still_open(doc.text, first, pair.span.start)


def _still_open(text: str, first: int, here: int) -> bool:
    ended = re.search("[。！？][^，。；！？“”]{0,8}(?:一要|要|我们|各级)", text[first:here])
    return bool(SPEECH.search(text[max(0, first - 8) : first])) and not ended


rule = Rule(
    code="PUN043",
    title="引号套引号",
    basis=Basis("GB/T 15834—2011", "4.8.3.4"),
    message="引号里面的引号应用单引号，写作“{new}”。",
    find=whole(find),
    bad={
        "他说：“要落实“一岗双责”要求。”": "他说：“要落实‘一岗双责’要求。”",
        "会议强调，“要防止“破窗效应”，抓早抓小。": "会议强调，“要防止‘破窗效应’，抓早抓小。",
    },
    good=[
        "他说：“要落实‘一岗双责’要求。”",
        "落实“三个第一，推进“一网通办”改革。",
        "“两手抓”“两手硬”",
        "他说：“第一段。\n“第二段。”",
    ],
)
