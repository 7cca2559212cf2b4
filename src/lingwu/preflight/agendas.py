"""The parts of an agenda with who speaks in each: from a table, or from lines that begin with a time or a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lingwu.crossrule import Quote
from lingwu.preflight.lines import LABELS, NUMBER
from lingwu.preflight.meeting import Turn
from lingwu.preflight.names import Who, speaker_in, who_in
from lingwu.preflight.papers import Paper
from lingwu.schedule.clock import clocks_in, minutes_in
from lingwu.schedule.model import Part
from lingwu.schedule.table import parts, tables
from lingwu.text.regexes import compiled

ITEM = r"(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]|第[一二三四五六七八九十]{1,3}[项、]|[①-⑳])\s*"
ARRIVAL = r"签到|报到|入场|集合|会前|候会|暖场|检票|领取资料|参会人员就座|就座"


def turns_of(paper: Paper, known: frozenset[str]) -> list[Turn]:
    """The parts of the agenda of a paper, in its order; none where it has no agenda."""
    rows = [row for table in tables(paper.doc) for row in table if table]
    made = [_with_speaker(paper, part, known) for part in parts(rows)]
    timed = [turn for turn in made if turn.part.start is not None or turn.part.minutes is not None or turn.who]
    return made if timed else list(_from_lines(paper, known))


def before_the_meeting(turn: Turn) -> bool:
    """Whether a part comes before the meeting proper: 签到, 入场."""
    return re.search(ARRIVAL, turn.part.title.text) is not None


def _with_speaker(paper: Paper, part: Part, known: frozenset[str]) -> Turn:
    who = who_in(part.speaker, known) if part.speaker else None
    return Turn(paper, part, who or (None if part.speaker else speaker_in(part.title, known)))


def _from_lines(paper: Paper, known: frozenset[str]) -> Iterator[Turn]:
    for line in paper.prose():
        if any(compiled(rf"{NUMBER}(?:{regex})\s*[：:]").match(line.raw) for regex in LABELS.values()):
            continue
        found = clocks_in(line)
        lead = compiled(rf"(?:{ITEM})?").match(line.raw)
        at = line.span.start + (lead.end() if lead else 0)
        timed = found and found[0].at.span.start <= at + 6
        if not timed and not (lead and lead.group()):
            continue
        clock = found[0] if found else None
        length = minutes_in(line)
        where = clock.at if clock else length[1] if length else line
        title = _title(line, clock.at.span.end - line.span.start if timed and clock else lead.end() if lead else 0)
        start, end = (clock.start, clock.end) if clock else (None, None)
        part = Part(title, where, start, end, None if clock and clock.end else length[0] if length else None)
        yield Turn(paper, part, speaker_in(line, known) or who_in_brackets(title, known))


def who_in_brackets(title: Quote, known: frozenset[str]) -> Who | None:
    """The speaker that a line names behind its matter: 通报防汛形势（张强）, 通报防汛形势　张强."""
    said = title.raw
    match = re.search(r"[（(](?P<who>[^（）()]{2,30})[）)]\s*$|[\s　：:—]+(?P<bare>\S{2,30})$", said)
    if not match:
        return None
    name = "who" if match["who"] else "bare"
    return who_in(title.part(*match.span(name)), known)


def _title(line: Quote, start: int) -> Quote:
    said = line.raw
    while start < len(said) and said[start] in " 　\t：:，,、）)-—～~":
        start += 1
    return line.part(min(start, max(len(said) - 1, 0)), len(said))
