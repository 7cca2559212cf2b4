"""引号里面再用引号，外面一层用双引号，里面一层用单引号；再里面一层又用双引号。

引语由“指出”“强调”“说”等引出而忘了后引号时，也按在引语之内提示。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Span, whole
from lingwu.structure.marks import LONGEST, Pair, around, marks, quotes_alone

SPEECH = re.compile(r"(?:说过?|曰|道|指出|强调|写道|云|讲|提出|要求|告诫我们)[：:，,]?$")

ENDED = re.compile("[。！？][^，。；！？“”]{0,8}(?:一要|要|我们|各级)")
FAR = 300
"""An unclosed quotation is not believed to go on for more characters than this."""


def find(doc: Document) -> Iterator[Hit]:
    outer = around(doc)
    for pair in marks(doc).pairs:
        start, end = pair.span.start, pair.span.end
        if pair.open != "“" or len(pair.span) > LONGEST or pair.runs_on or doc.text[start] + doc.text[end - 1] != "“”":
            continue
        if outer[start].open == "“" if start in outer else _in_speech(doc, pair):
            edits = (Edit(Span(start, start + 1), "‘"), Edit(Span(end - 1, end), "’"))
            yield Hit(pair.span, f"‘{pair.inner.of(doc.text)}’", edits=edits)


def _in_speech(doc: Document, pair: Pair) -> bool:
    """Whether a quotation that was never closed is open here: begun by a verb of speech, this pair being short."""
    alone, here = quotes_alone(doc), pair.span.start
    block = doc.block_at(here) if alone and len(pair.inner) <= 16 else None
    first = alone.get(block.span.start, here) if block else here
    if not first < here <= first + FAR or doc.text[first] != "“":
        return False
    return bool(SPEECH.search(doc.text[max(0, first - 8) : first])) and not ENDED.search(doc.text, first, here)


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
