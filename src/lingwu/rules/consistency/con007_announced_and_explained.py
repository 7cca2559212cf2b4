"""先总说、后分说的两个词应当前后相同。

总说“坚持从严从细”，分说却是““从严”就是……”“求细”就是……”，“求细”与“从细”对不上。只看四字并列语由两个两字词组成、后面用“就是”“就要”“即”分别
解释、其中一个相同、另一个只差一个字的。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole

EXPLAINED = r"“(?P<term>[一-鿿]{2})”[，]?(?:就是|就要|就得|即是|即|是指|意味着)"


def _find(doc: Document) -> Iterator[Hit]:
    if "”就" not in doc.text and "”即" not in doc.text and "”是指" not in doc.text:
        return
    explained = re.compile(EXPLAINED)
    for block in doc.blocks:
        terms = list(explained.finditer(doc.text, block.span.start, block.span.end))
        if 2 <= len(terms) <= 6:
            yield from _unlike(doc.text[block.span.start : terms[0].start()], terms)


def _unlike(before: str, terms: list[re.Match[str]]) -> Iterator[Hit]:
    """A term whose fellow was announced as half of a phrase of four, while the other half differs by a character."""
    words = [match["term"] for match in terms]
    for match, fellow in zip(terms, [*words[1:], words[0]], strict=True):
        term = match["term"]
        at = before.rfind(fellow)
        if at < 0 or term in before:
            continue
        for half in (before[at + 2 : at + 4], before[max(0, at - 2) : at]):
            alike = len(half) == 2 and sum(a == b for a, b in zip(half, term, strict=True)) == 1
            if alike and half not in words:
                yield Hit(Span(*match.span("term")), half)
                break


rule = Rule(
    code="CON007",
    title="总说与分说用词不一",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "总说与分说用词一致"),
    message="前面总说用“{new}”，这里分说用“{old}”，应当一致。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "要坚持求真务实。“求真”就是不说假话；“求实”就是不做虚功。": "要坚持求真务实。“求真”就是不说假话；“务实”就是不做虚功。",
        "要做到能快能准。“能快”就是不拖；“求准”就是不错。": "要做到能快能准。“能快”就是不拖；“能准”就是不错。",
    },
    good=[
        "要坚持求真务实。“求真”就是不说假话；“务实”就是不做虚功。",
        "“快”就是不拖；“准”就是不错。",
        "要坚持求真务实。“公开”就是晒出来；“公正”就是一碗水端平。",
        "要做到公开公正。“公正”就是不偏；“公平”就是不倚；“公开”就是不瞒。",
    ],
)
