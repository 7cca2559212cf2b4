"""What only a notice says: how many come, who is called, what is attached, until when to answer, its own date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lingwu.crossrule import Quote
from lingwu.document import Role
from lingwu.preflight.lines import Labelled
from lingwu.preflight.meeting import Claim, Named
from lingwu.preflight.names import NAME, POST, Who, is_name
from lingwu.preflight.papers import Paper
from lingwu.schedule.clock import When, dates_in
from lingwu.structure.elements import attached, named
from lingwu.text.regexes import compiled

COUNT = (
    r"(?<![约近])(?:共计?|合计|总计|(?:总|参会)人数[为共]?)[：:]?\s?(?P<n>\d{1,4})\s?人"
    r"(?!左右|以内|以上|以下|上下)"
)
ANSWER = r"(?:报送?|反馈|回复|报名|发送?至|提交|登记|回执|传至|交至?|答复)"
BEFORE = rf"(?:前|之前|以前|下班前)[^。；]{{0,60}}?{ANSWER}|{ANSWER}(?:截止)?(?:时间|日期)?(?:为|：|:|至)?"


OF_THE_MEETING = r"回执|报名|名单|参[会加训]|请假|与会|确认|发言|汇报材料|人员"
AFTERWARDS = r"会后|会议结束|落实|贯彻|总结|结业|心得"


def counts_of(paper: Paper, found: Labelled) -> Iterator[Claim[int]]:
    """How many a notice says will come: 共 36 人 in what it says of those who take part."""
    for value in found.values:
        for match in compiled(COUNT).finditer(value.raw):
            yield Claim(paper, value.part(*match.span()), int(match["n"]))


def called_in(paper: Paper, found: Labelled) -> Iterator[Named]:
    """Those that a notice calls by name in what it says of who takes part."""
    for value in found.values:
        at = 0
        for piece in re.split(r"[、，,；;。：:（）()\s]+", value.raw):
            start = value.raw.index(piece, at) if piece else at
            at = start + len(piece)
            match = compiled(rf"(?P<post>[^、]*{POST})?(?P<name>{NAME})(?:同志)?").fullmatch(piece)
            if match and is_name(match["name"]):
                post = value.part(start, start + match.end("post")) if match["post"] else None
                yield Named(paper, Who(value.part(start + match.start("name"), start + match.end("name")), post))


def attachments_of(paper: Paper) -> Iterator[Claim[str]]:
    """What a notice says is attached, without what is attached in the file itself."""
    inside = ["".join(one.name.text) for one in attached(paper.doc)]
    for one in named(paper.doc):
        said = "".join(one.name.text.split()).strip("《》。")
        if said and not any(said in title or title in said for title in inside if len(title) >= 2):
            yield Claim(paper, Quote(paper.doc, one.name.span(0, len(one.name.text))), said)


def deadlines_of(paper: Paper, year: int | None) -> Iterator[Claim[When]]:
    """Until when a notice wants an answer: 请于3月10日前将回执报…, 报名截止时间：3月10日."""
    for line in paper.prose():
        for when in dates_in(line, year):
            behind = paper.doc.text[when.at.span.end : line.span.end]
            before = paper.doc.text[line.span.start : when.at.span.start]
            sentence = re.split(r"[。；]", before)[-1] + when.at.raw + re.split(r"[。；]", behind)[0]
            if re.search(AFTERWARDS, sentence) or not re.search(OF_THE_MEETING, sentence):
                continue
            early = re.match(rf"[^。；]{{0,12}}?(?:{BEFORE})", behind) and "前" in behind[:16]
            if early or re.search(
                r"(?:报名|反馈|回执|报送|回复|提交)[^。；，]{0,6}?(?:截止|时间|日期)[^。；]{0,6}$", before
            ):
                yield Claim(paper, when.at, when)


def issued_of(paper: Paper) -> Iterator[Claim[When]]:
    """The date of the notice itself."""
    for block in paper.doc.blocks:
        if block.role is Role.DATE:
            for when in dates_in(Quote(paper.doc, block.span)):
                yield Claim(paper, when.at, when)
                return
