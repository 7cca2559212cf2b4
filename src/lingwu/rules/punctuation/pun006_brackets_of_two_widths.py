"""一对圆括号的前后两半应当同宽，不能一半全角、一半半角。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Safety, Span, Strength, whole
from lingwu.structure.marks import marks

WIDE = {"(": "（", ")": "）"}


def find(doc: Document) -> Iterator[Hit]:
    text = doc.text
    if "(" not in text and ")" not in text:
        return
    for pair in marks(doc).pairs:
        first, last = pair.span.start, pair.span.end - 1
        if pair.open == "（" and not pair.runs_on and (text[first] in WIDE) != (text[last] in WIDE):
            at = first if text[first] in WIDE else last
            yield Hit(Span(at, at + 1), WIDE[text[at]])


rule = Rule(
    code="PUN006",
    title="括号一半全角一半半角",
    basis=Basis("GB/T 15834—2011", "4.9", Strength.RECOMMENDED),
    message="这一对括号一半全角、一半半角，“{old}”应写作“{new}”。",
    find=whole(find),
    safety=Safety.SAFE,
    bad={
        "县级以上人民政府（含县级)应当": "县级以上人民政府（含县级）应当",
        "有关部门(不含垂直管理部门）参加": "有关部门（不含垂直管理部门）参加",
    },
    good=["县级以上人民政府（含县级）应当", "包括：1）调研；2)督导。", "f(x)=1（常数）"],
)
