"""What labelled lines say: 会议时间：…, 地点：…, 主持人：…; the label's value on its own line or on the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lingwu.crossrule import Quote
from lingwu.preflight.papers import Paper
from lingwu.text.regexes import compiled

NUMBER = r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})?[）)、.．]?\s*"
WHAT = r"(?:会议|活动|培训|开会|召开|举办|大会|演练|论坛|讲座|开班|仪式|座谈|学习|班会|家长会)?"
LABELS = {
    "time": rf"{WHAT}(?:开始|起止)?(?:时\s*间|日\s*期)(?:(?:、|和|及|与)(?:地\s*点|方式|形式|会期))?(?:安排)?",
    "place": rf"{WHAT}(?:地\s*点|会\s*场|地\s*址)(?:及形式|和形式|安排)?",
    "host": rf"{WHAT}(?:主\s*持\s*人?|主持领导)",
    "people": (
        rf"{WHAT}(?:参\s*[加会]|与会|出席|参训|列席)(?:会议)?"
        r"(?:人\s*员|对象|范围|领导|单位|代表)?(?:[和及]要求|及分组)?"
    ),
}
"""How each label reads, its number and colon not counted."""
SENTENCE_END = "。；;"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what stands behind it (over the lines up to the next label, one quote a line)."""

    label: str
    said: str
    values: tuple[Quote, ...]


def labelled(paper: Paper) -> Iterator[Labelled]:
    """The labelled lines of a paper, those in two cells of a table among them."""
    lines = list(paper.lines())
    for at, line in enumerate(lines):
        for name, regex in LABELS.items():
            match = compiled(rf"{NUMBER}(?P<label>{regex})\s*(?P<colon>[：:。]|为[：:]?|是|[　\s]+(?=\S)|$)").match(
                line.raw
            )
            if not match:
                continue
            rest = line.part(match.end(), len(line.span))
            if match["colon"].strip() and rest.span:
                yield Labelled(name, match["label"], (_trimmed(rest), *_more(lines, at + 1, name)))
            elif not rest.span or not match["colon"].strip():
                following = [rest] if rest.span else []
                values = (*map(_trimmed, following), *_more(lines, at + 1, name))
                if values and (rest.span or _is_heading(line.raw, match)):
                    yield Labelled(name, match["label"], values)
            break


def _is_heading(text: str, match: re.Match[str]) -> bool:
    """Whether the label is all that the line says: a heading, or the first cell of two."""
    return match.end() >= len(text.rstrip("。"))


def _more(lines: Sequence[Quote], at: int, label: str) -> Iterator[Quote]:
    """The lines that go on with what a label began."""
    most = 14 if label == "people" else 1
    for line in lines[at : at + most]:
        if compiled(r"(?:[一二三四五六七八九十]{1,3}、|附件|联系人|[^。，]{0,10}[：:]\s*$)").match(line.raw):
            return
        if any(compiled(rf"{NUMBER}(?:{regex})\s*(?:[：:]|$)").match(line.raw) for regex in LABELS.values()):
            return
        yield line


def _trimmed(quote: Quote) -> Quote:
    said = quote.raw
    start = len(said) - len(said.lstrip())
    return quote.part(start, max(start, len(said.rstrip())))
