"""The overview of a meeting: what each file was taken for and says of it, and where each person stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from lingwu.preflight.agreeing import same_day, same_number, same_room, same_title
from lingwu.preflight.meeting import Claim, Meeting, first, odd_ones
from lingwu.preflight.names import bare
from lingwu.reporters import Cell, Overview, Sheet
from lingwu.schedule.model import clock

MOST_PEOPLE = 400
"""A table of more persons than this is no overview: those without a remark are left out."""
SAYS = "same"


def overview(meeting: Meeting, notes: Sequence[str] = ()) -> Overview:
    """What the reporters show above the findings."""
    title = first(meeting.titles)
    sheets = [_files(meeting), _facts(meeting)]
    people = _people(meeting)
    if people.rows:
        sheets.append(people)
    return Overview(
        "会前总检",
        title.value if title else f"{len(meeting.papers)} 个文件",
        tuple(sheets),
        tuple(dict.fromkeys(notes)),
    )


def _files(meeting: Meeting) -> Sheet:
    rows = tuple((Cell(paper.file), Cell(paper.kind.value), Cell(paper.why)) for paper in meeting.papers)
    return Sheet("认出的文件", ("文件", "认作", "依据"), rows)


def _facts(meeting: Meeting) -> Sheet:
    columns: tuple[tuple[str, Sequence[Claim[Any]], Callable[[Any, Any], bool], Callable[[Any], str]], ...] = (
        ("会议名称", meeting.titles, same_title, str),
        ("日期", [*meeting.days, *meeting.spoken_days], same_day, lambda when: when.said),
        ("开始", meeting.starts, same_number, clock),
        ("结束", meeting.ends, same_number, clock),
        ("地点", meeting.places, same_room, str),
        ("主持人", meeting.hosts, lambda one, other: one.text == other.text, lambda who: who.text),
        ("人数", _counts(meeting), same_number, str),
    )
    told = [column for column in columns if column[1]]
    odd = {id(claim) for _, claims, same, _ in told for claim, _ in odd_ones(claims, same)}
    rows = []
    for paper in meeting.papers:
        cells = [_cell([claim for claim in claims if claim.paper is paper], odd, said) for _, claims, _, said in told]
        if any(cell.text for cell in cells):
            rows.append((Cell(paper.file), *cells))
    return Sheet("各文件怎么说", ("文件", *(column[0] for column in told)), tuple(rows))


def _cell(claims: Sequence[Claim[Any]], odd: set[int], said: Callable[[Any], str]) -> Cell:
    """What one paper says; of several claims the odd one."""
    if not claims:
        return Cell("")
    strange = [claim for claim in claims if id(claim) in odd]
    return Cell(said((strange or claims)[0].value), "odd" if strange else SAYS)


def _counts(meeting: Meeting) -> list[Claim[int]]:
    listed = {id(one.paper): one.paper for one in meeting.invited}
    own = [Claim(paper, paper.whole(), sum(one.paper is paper for one in meeting.coming)) for paper in listed.values()]
    return [*meeting.counts, *own] if meeting.counts else []


def _people(meeting: Meeting) -> Sheet:
    """One row a person: on the list, speaking, seated, carded, with a speech."""
    columns = _columns(meeting)
    if not meeting.invited or not columns:
        return Sheet("", (), ())
    names = list(
        dict.fromkeys([*(one.person.name for one in meeting.invited), *(n for _, found, _ in columns for n in found)])
    )
    rows = list(_rows(meeting, names, columns))
    if len(rows) > MOST_PEOPLE:
        rows = [row for row in rows if any(cell.state in ("odd", "lacks") for cell in row)]
    return Sheet("人员对照", ("姓名", "单位和职务", "名单", *(head for head, _, _ in columns)), tuple(rows))


def _columns(meeting: Meeting) -> list[tuple[str, set[str], bool]]:
    """Each further place where names stand: its head, the names, and whether all who come should be there."""
    whole = meeting.whole_plan()
    carded = {one.name for one in meeting.cards}
    found = [
        ("议程发言", {turn.who.text for turn in meeting.turns if turn.who}, False),
        ("讲话稿", {speech.who.text for speech in meeting.speeches if speech.who}, False),
        ("座次", {one.name for one in meeting.seats}, whole),
        ("席卡", carded, len(carded) >= 0.6 * max(1, len(meeting.coming))),
    ]
    return [column for column in found if column[1]]


def _rows(
    meeting: Meeting, names: Iterable[str], columns: Sequence[tuple[str, set[str], bool]]
) -> Iterator[tuple[Cell, ...]]:
    for name in names:
        found = [one for one in meeting.invited if one.person.name == name]
        here = found[0] if found else None
        comes = bool(here and here.person.comes)
        state = Cell("未列", "lacks") if not here else Cell(here.person.state or "列入", SAYS if comes else "")
        about = f"{here.person.unit}　{here.person.post}".strip("　") if here else ""
        cells = [
            _mark(bare(name) in there, all_there and comes, here is not None and not comes)
            for _, there, all_there in columns
        ]
        yield Cell(name), Cell(about), state, *cells


def _mark(there: bool, should: bool, away: bool) -> Cell:
    if there:
        return Cell("✓", "odd" if away else SAYS)
    return Cell("缺", "lacks") if should else Cell("")
