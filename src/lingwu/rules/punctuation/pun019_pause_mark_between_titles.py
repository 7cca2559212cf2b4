"""标有书名号的并列成分之间通常不用顿号。书名号后面有括号注释时仍用顿号。

一串并列的只提示一处，改时一并去掉；串里还夹着不带书名号的成分时，顿号应当留着，不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Safety, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled

SERIES = r"(?<![、“《])《[^《》\n]{1,40}》(?:、《[^《》\n]{1,40}》)+(?![（(]|、)"


def find(doc: Document) -> Iterator[Hit]:
    text = doc.text
    if "》、《" not in text:
        return
    for match in compiled(SERIES).finditer(text):
        places = [at for at in range(match.start(), match.end()) if text.startswith("》、《", at)]
        yield Hit(Span(places[0] + 1, places[-1] + 2), edits=tuple(Edit(Span(at + 1, at + 2), "") for at in places))


rule = Rule(
    code="PUN019",
    title="书名号之间的顿号",
    basis=Basis("GB/T 15834—2011", "4.5.3.5", Strength.GENERAL),
    message="并列的书名号之间通常不用顿号。",
    find=whole(find),
    severity=Severity.ADVICE,
    safety=Safety.SAFE,
    bad={
        "根据《甲条例》、《乙办法》等规定": "根据《甲条例》《乙办法》等规定",
        "学习《准则》、《条例》。": "学习《准则》《条例》。",
    },
    good=[
        "根据《甲条例》《乙办法》",
        "《甲条例》（2020年修订）、《乙办法》",
        "《甲条例》第三条、《乙办法》第五条",
        "适用《甲法》、《乙法》、行业规定和习惯。",
    ],
)
