"""Whose speech a paper is, at which occasion, of which day; and whom a host's script calls on, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lingwu.crossrule import Quote
from lingwu.document import Span
from lingwu.preflight.meeting import Claim, Named, Speech
from lingwu.preflight.names import NAME, POST, Who, is_name, who_in
from lingwu.preflight.papers import Paper
from lingwu.schedule.clock import When, dates_in
from lingwu.text.regexes import compiled

HEAD = 7
LONGEST = 40
"""A line that names the speaker is no longer than this."""
CALL = r"(?:请|欢迎|有请|由)[^。；！!，,\n]{0,30}?"
SPEAKS = "讲话|发言|汇报|报告|致[辞词]|通报|宣读|介绍|部署|传达|解读|授课|交流|表态|点评|说明|辅导|讲座"
FOLLOWED = rf"(?=[^。；！!\n]{{0,25}}?(?:{SPEAKS}))"


def speech_of(paper: Paper, known: frozenset[str]) -> Speech:
    """The speech that a paper is; its speaker from the lines below the title, or from the name of the file."""
    length = sum(not char.isspace() for char in paper.doc.text)
    for line in list(paper.lines())[:HEAD]:
        if len(line.raw) > LONGEST or re.search(r"[：:]\s*$|[。！!]", line.raw):
            continue
        if dates_in(line) or re.search(r"讲话|致[辞词]|发言|汇报|材料|报告", line.raw):
            continue
        inner = line.part(1, len(line.raw) - 1) if re.fullmatch(r"[（(].*[）)]", line.raw) else line
        who = who_in(inner, known)
        if who:
            return Speech(paper, who, length)
    return Speech(paper, _by_file(paper, known), length)


def days_of(paper: Paper, year: int | None) -> Iterator[Claim[When]]:
    """The day of a speech: a date alone on one of its first lines."""
    for line in list(paper.lines())[:HEAD]:
        for when in dates_in(line, year):
            rest = line.raw.replace(when.at.raw, "")
            if len("".join(rest.split())) <= 8:
                yield Claim(paper, when.at, when)
                return


def calls_of(paper: Paper, known: frozenset[str]) -> Iterator[Named]:
    """Whom the script calls on to speak, in its order: 下面，请张强同志汇报…"""
    for line in paper.lines():
        for match in re.finditer(CALL, line.raw):
            rest = line.part(match.start(), len(line.raw))
            who = _called(rest, known)
            if who:
                yield Named(paper, who)


def _called(rest: Quote, known: frozenset[str]) -> Who | None:
    clause = re.split(r"[。；！!\n]", rest.raw)[0]
    spots = sorted((clause.index(name), name) for name in known if name in clause)
    if spots:
        at, name = spots[0]
        found = re.match(rf".{{{at + len(name)}}}{FOLLOWED}", clause)
        return who_in(rest.part(0, at + len(name)), frozenset({name})) if found and at <= 34 else None
    match = compiled(
        rf"(?:请|欢迎|由)(?P<post>[^，。；]{{0,24}}?{POST})(?P<name>{NAME})(?:同志|先生|女士)?{FOLLOWED}"
    ).match(clause)
    if match and is_name(match["name"]):
        return Who(rest.part(*match.span("name")), rest.part(*match.span("post")))
    return None


def _by_file(paper: Paper, known: frozenset[str]) -> Who | None:
    """The speaker whom the name of the file names; the place is the first line, as a name of a file has none."""
    names = [name for name in known if name in paper.stem]
    if len(names) != 1:
        return None
    at = paper.doc.text.find(names[0])
    if at < 0:
        return None
    return Who(Quote(paper.doc, Span(at, at + len(names[0]))))
