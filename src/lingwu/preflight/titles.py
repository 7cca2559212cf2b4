"""The name of the meeting, as the titles of its papers hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lingwu.crossrule import Quote
from lingwu.document import Span
from lingwu.preflight.meeting import Claim
from lingwu.preflight.papers import Paper, PaperKind
from lingwu.text.regexes import compiled

EVENT = r"(?:会议|大会|例会|年会|[一-龥]会|论坛|培训班?|活动|仪式|演练|讲座|讲堂|比赛|竞赛|运动会|研讨班|座谈)"
CALLED = rf"(?:召开|举行|举办|组织|开展|参加|组织开展|做好)(?P<t>.{{3,60}}?{EVENT})(?=(?:的|有关|筹备|相关)|$)"
INVITED = rf"(?:关于)?(?:邀请|诚邀).{{0,20}}?(?:参加|出席)(?P<t>.{{3,60}}?{EVENT})的"
SPOKEN = rf"在(?P<t>.{{3,60}}?{EVENT})(?:开幕式|闭幕式)?上(?:的)?"
PLANNED = rf"(?:定于|拟于|将于)[^。]{{4,80}}?(?:召开|举行|举办)(?P<t>[^。，；、：]{{4,60}}?{EVENT})(?=[。，；（(])"
TAILS = {
    PaperKind.AGENDA: r"(?:会议|大会)?(?:议程|流程|程序|日程|会序|安排)(?:安排|表)?",
    PaperKind.SCHEDULE: r"(?:会务|工作)?(?:日程|安排|时间表|行程)(?:安排|表)?",
    PaperKind.PEOPLE: (
        r"(?:参[会加训]|与会|出席|列席|受邀|邀请)?(?:人员|领导|嘉宾|代表|教师|学员|单位)?"
        r"(?:名单|名册|花名册|回执|报名表|签到表|回执汇总表?)"
    ),
    PaperKind.SEATS: r"(?:主席台|会场|会议)?(?:座次|座位|席位|座席)(?:安排)?(?:表|图|安排|名单)?",
    PaperKind.CARDS: r"(?:席卡|桌签|桌牌|台签|座签|席签)(?:名单|打印稿|清单|内容)?",
    PaperKind.SCRIPT: r"(?:会议)?(?:主持词|主持稿|串词)",
}
BRACKETED = r"[（(][^（）()]{1,30}[）)]$"
LEAST = 5
"""A name of fewer characters (会议, 培训会) is not one that can be held against another."""


def titles_of(paper: Paper) -> Iterator[Claim[str]]:
    """The name of the meeting in the title of a paper; none where the title does not hold one."""
    if paper.kind is PaperKind.NOTICE:
        yield from _of_notice(paper)
    elif paper.kind is PaperKind.SPEECH:
        yield from _of_speech(paper)
    elif paper.kind in TAILS:
        yield from _before_tail(paper, TAILS[paper.kind])


def _of_notice(paper: Paper) -> Iterator[Claim[str]]:
    quote, text = _joined(paper.head()[:4])
    for regex in (INVITED, CALLED):
        match = compiled(regex).search(text)
        if match:
            yield _claim(paper, quote, match["t"])
            break
    for line in paper.prose():
        match = compiled(PLANNED).search(line.raw)
        if match:
            yield Claim(paper, line.part(*match.span("t")), _bare(match["t"]))


def _of_speech(paper: Paper) -> Iterator[Claim[str]]:
    quote, text = _joined(paper.head()[:3])
    match = compiled(SPOKEN).search(text)
    if match:
        yield _claim(paper, quote, match["t"])


def _before_tail(paper: Paper, tail: str) -> Iterator[Claim[str]]:
    """The title without 议程, 参会人员名单 …; over two lines where it is broken so."""
    head = [line for line in paper.head()[:3] if not re.search(r"[：:]", line.raw)]
    for size in (1, 2, 3):
        quote, text = _joined(head[:size])
        text = compiled(BRACKETED).sub("", text)
        match = compiled(rf"(?P<t>.{{2,60}}?{EVENT})(?:{tail})").fullmatch(text)
        if match and len(match["t"]) >= LEAST:
            yield _claim(paper, quote, match["t"])
            return


def _joined(lines: Sequence[Quote]) -> tuple[Quote | None, str]:
    """Lines as one quote and one text without blanks."""
    if not lines:
        return None, ""
    quote = Quote(lines[0].doc, Span(lines[0].span.start, lines[-1].span.end))
    return quote, "".join(quote.raw.split())


def _claim(paper: Paper, quote: Quote | None, text: str) -> Claim[str]:
    """The claim of the name ``text`` that stands in ``quote``, perhaps over several lines."""
    assert quote is not None  # noqa: S101 - a match was found in it
    kept = [(at, char) for at, char in enumerate(quote.raw) if not char.isspace()]
    start = "".join(char for _, char in kept).index(text)
    return Claim(paper, quote.part(kept[start][0], kept[start + len(text) - 1][0] + 1), _bare(text))


def _bare(title: str) -> str:
    return "".join(title.split()).strip("“”《》")
