"""引用法律、行政法规应当写准名称。

名称与现有的法律、行政法规都不相同，而与其中唯一一部只差一个字，或只多“管理”二字、“法”与“条例”之别，多是写错。地方性法规
（带省、市名称）、草案、外国和我国香港、澳门、台湾地区的法律不在对照之列。对照表不是全部法规，所以只提示核对。
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.citations import PREFIX, bare, citations, laws

SHORTEST = 4
ENDINGS = ("法", "条例")
ISSUED = r"日[^，。；]{0,12}(?:公布|发布|批准|通过|颁布|施行)的《$"
REPEALED = r"[^。；\n]{0,50}废止"


def _find(doc: Document) -> Iterator[Hit]:
    for cited in citations(doc):
        name = bare(cited.name)
        if len(name) < SHORTEST or name in laws() or not cited.name.startswith(PREFIX) or _was_law(doc, cited.span):
            continue
        near = _near(name)
        if near:
            yield Hit(cited.span, PREFIX + near)


def _was_law(doc: Document, span: Span) -> bool:
    """Whether the sentence tells of a law of former times: one that is repealed, or that was issued on a day."""
    before, after = doc.text[max(0, span.start - 24) : span.start], doc.text[span.end : span.end + 60]
    return bool(re.search(ISSUED, before) or re.match(REPEALED, after))


@lru_cache(maxsize=4096)
def _near(name: str) -> str:
    """The one law whose name is next to ``name``; nothing where there are several or none."""
    found = {law for law in _spellings(name) if law in laws() and laws()[law].prefixed and not laws()[law].repealed}
    return found.pop() if len(found) == 1 else ""


def _spellings(name: str) -> Iterator[str]:
    for ending, other in (ENDINGS, ENDINGS[::-1]):
        if name.endswith(ending):
            yield name.removesuffix(ending) + other
    if "管理" in name:
        yield name.replace("管理", "", 1)
    yield from (law for law in laws() if abs(len(law) - len(name)) <= 1 and _one_apart(law, name))


def _one_apart(ours: str, theirs: str) -> bool:
    """Whether one character put in, taken out or replaced makes the one the other."""
    if ours == theirs:
        return False
    left = 0
    while left < min(len(ours), len(theirs)) and ours[left] == theirs[left]:
        left += 1
    right = 0
    while right < min(len(ours), len(theirs)) - left and ours[-1 - right] == theirs[-1 - right]:
        right += 1
    return max(len(ours), len(theirs)) - left - right == 1


rule = Rule(
    code="LAW001",
    title="法律法规的名称",
    basis=Basis("党政机关公文处理工作条例", "第二十条（四）", Strength.REQUIRED, "引文应当准确"),
    message="没有查到《{old}》，是否为《{new}》？",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "依照《中华人民共和国安全生产管理法》的规定": "依照《中华人民共和国安全生产法》的规定",
        "根据《中华人民共和国招投标法》组织招标": "根据《中华人民共和国招标投标法》组织招标",
        "依据《中华人民共和国政府信息公开法》答复": "依据《中华人民共和国政府信息公开条例》答复",
    },
    good=[
        "依照《中华人民共和国安全生产法》的规定",
        "依照《示范省安全生产条例》的规定",
        "《中华人民共和国示范事项管理促进法（草案）》",
        "依照《安全生产法》和《生产安全法》",
        "本法自2026年1月1日起施行，《中华人民共和国安全生产管理法》同时废止。",
        "1988年11月30日国务院发布的《中华人民共和国审计条例》共三十八条。",
    ],
)
