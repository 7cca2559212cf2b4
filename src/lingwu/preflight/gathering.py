"""Makes one meeting of its papers: every claim that they state, and nothing that they leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lingwu.crossrule import Quote
from lingwu.errors import ConfigError
from lingwu.preflight import lists, notices, speeches
from lingwu.preflight.agendas import ARRIVAL, before_the_meeting, turns_of
from lingwu.preflight.agreeing import same_title
from lingwu.preflight.lines import Labelled, labelled
from lingwu.preflight.meeting import Claim, Invited, Meeting, Named, Turn
from lingwu.preflight.names import Who, abbreviates, who_in
from lingwu.preflight.papers import Paper, PaperKind
from lingwu.preflight.titles import titles_of
from lingwu.schedule import reading, toml
from lingwu.schedule.clock import When, clocks_in, dates_in
from lingwu.schedule.model import Event, Schedule
from lingwu.workdays import Calendar

ORDER = list(PaperKind)
PLANNED = r"(?:定于|拟于|将于|兹定于|订于)"
HELD = r"在(?P<p>[^，。；、（(]{2,40}?)(?:组织)?(?:召开|举行|举办|进行|集中)"
NOT_PLACE = r"[0-9]+[月日时]|全[区市县省校院]|线上|范围内|基础上"
ALIKE = 60
"""From this likeness (per cent) an event of the schedule is taken for the meeting."""


def gather(papers: Sequence[Paper], calendar: Calendar | None = None) -> Meeting:
    """The meeting of ``papers``."""
    ordered = tuple(sorted(papers, key=lambda paper: ORDER.index(paper.kind)))
    invited, notes = _lists(ordered)
    known = frozenset(one.person.name for one in invited)
    made = Meeting(ordered, invited=invited, notes=notes, known=known, year=_year(ordered))
    made = _with_seats(made)
    made = replace(made, titles=[claim for paper in ordered for claim in titles_of(paper)])
    made = _with_agenda(made)
    made = _with_labels(made)
    made = _with_schedules(made, calendar or Calendar.load())
    return _with_speeches(made)


def _year(papers: Sequence[Paper]) -> int | None:
    """The year of the meeting: the one that most papers state alone, of several the first one's (the notice's)."""
    told = [year for year in (reading.only_year(paper.doc) for paper in papers) if year]
    return max(dict.fromkeys(told), key=told.count) if told else None


def _lists(papers: Sequence[Paper]) -> tuple[list[Invited], list[str]]:
    found: list[Invited] = []
    notes: list[str] = []
    for paper in papers:
        if paper.kind is PaperKind.PEOPLE:
            people, said = lists.invited_of(paper)
            found += people
            notes += [f"{paper.file}：{note}" for note in said]
    return [_as_elsewhere(one, found) for one in found], notes


def _as_elsewhere(one: Invited, found: Sequence[Invited]) -> Invited:
    """``one``, as absent where another list (请假名单, 回执) has the same person so."""
    for other in found:
        units = {one.person.unit, other.person.unit} - {""}
        same = other.person.name == one.person.name and len(units) < 2 and other.paper is not one.paper
        if one.person.comes and same and not other.person.comes:
            return replace(one, person=replace(one.person, state=other.person.state), state=other.state or other.name)
    return one


def _with_seats(made: Meeting) -> Meeting:
    seats, cards, own = [], [], []
    for paper in made.papers:
        if paper.kind is PaperKind.SEATS:
            seats += lists.seats_of(paper, made.known)
        elif paper.kind is PaperKind.CARDS:
            cards += lists.cards_of(paper, made.known)
        elif paper.kind is PaperKind.PEOPLE:
            own += list(lists.own_counts_of(paper))
    return replace(made, seats=seats, cards=cards, own_counts=own)


def _with_agenda(made: Meeting) -> Meeting:
    papers = [*made.of(PaperKind.AGENDA), *(paper for paper in made.of(PaperKind.SCHEDULE) if _is_its_own(made, paper))]
    return replace(made, turns=[turn for paper in papers for turn in turns_of(paper, made.known)])


def _is_its_own(made: Meeting, paper: Paper) -> bool:
    """Whether a schedule is that of the meeting alone, with its name as title: an agenda over several days."""
    own = [claim.value for claim in made.titles if claim.paper is paper]
    return any(same_title(name, claim.value) for name in own for claim in made.titles if claim.paper is not paper)


def _with_labels(made: Meeting) -> Meeting:
    """Day, time, place, host and number, from the notice, the agenda and the heads of the other papers."""
    found = _Claims(made.year)
    for paper in made.papers:
        if paper.kind in (PaperKind.NOTICE, PaperKind.AGENDA, PaperKind.SCRIPT, PaperKind.SEATS, PaperKind.CARDS):
            for one in labelled(paper):
                found.take(paper, one, made.known)
        if paper.kind is PaperKind.NOTICE:
            found.planned(paper)
        elif paper.kind in (PaperKind.AGENDA, PaperKind.PEOPLE, PaperKind.SEATS, PaperKind.CARDS):
            found.bracketed(paper)
        if paper.kind is PaperKind.AGENDA:
            found.of_turns([turn for turn in made.turns if turn.paper is paper])
    notice = made.of(PaperKind.NOTICE)
    return replace(
        made, days=found.days, starts=found.starts, ends=found.ends, places=found.places, hosts=found.hosts,
        counts=found.counts, listed=found.listed,
        attachments=[claim for paper in notice for claim in notices.attachments_of(paper)],
        deadlines=[claim for paper in notice for claim in notices.deadlines_of(paper, made.year)],
        issued=[claim for paper in notice for claim in notices.issued_of(paper)],
    )  # fmt: skip


class _Claims:
    """Collects the claims of labelled lines."""

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.days: list[Claim[When]] = []
        self.starts: list[Claim[int]] = []
        self.ends: list[Claim[int]] = []
        self.places: list[Claim[str]] = []
        self.hosts: list[Claim[Who]] = []
        self.counts: list[Claim[int]] = []
        self.listed: list[Named] = []

    def take(self, paper: Paper, one: Labelled, known: frozenset[str]) -> None:
        """What one label says."""
        first = one.values[0]
        if one.label == "time":
            self._time(paper, first)
            if re.search(r"地\s*点", one.said):
                self._place_behind(paper, first)
        elif one.label == "place":
            said = re.split(r"[。；;，,]", first.raw)[0].strip()
            if 2 <= len(said) <= 50 and not clocks_in(first):
                self.places.append(Claim(paper, first.part(0, len(said)), said))
        elif one.label == "host":
            who = who_in(first, known)
            self.hosts += [Claim(paper, who.name, who)] if who else []
        elif one.label == "people" and paper.kind is PaperKind.NOTICE:
            self.counts += notices.counts_of(paper, one)
            self.listed += notices.called_in(paper, one)

    def planned(self, paper: Paper) -> None:
        """定于3月12日上午9:00在第一会议室召开…"""
        for line in paper.prose():
            for match in re.finditer(rf"{PLANNED}[^。；]{{4,120}}?(?:召开|举行|举办|进行|组织|开展)", line.raw):
                piece = line.part(match.start(), match.end())
                self._time(paper, piece)
                self._place_behind(paper, piece)

    def bracketed(self, paper: Paper) -> None:
        """（2026年3月12日） among the first lines of an agenda or a list."""
        for line in paper.head():
            whens = dates_in(line, self.year)
            rest = line.raw.replace(whens[0].at.raw, "") if whens else ""
            if (
                whens
                and len("".join(rest.split())) <= 16
                and not re.search(r"[：:]\s*\S*$", line.raw[: line.raw.find(whens[0].at.raw)])
            ):
                self._time(paper, line)

    def of_turns(self, turns: Sequence[Turn]) -> None:
        """When the parts of the agenda begin and end."""
        proper = [turn for turn in turns if not before_the_meeting(turn)]
        begun = [turn for turn in proper if turn.part.start is not None]
        if begun and begun[0] is proper[0]:
            self.starts.append(Claim(begun[0].paper, begun[0].part.at, begun[0].part.start or 0))
        if proper and proper[-1].part.end is not None:
            self.ends.append(Claim(proper[-1].paper, proper[-1].part.at, proper[-1].part.end))

    def _time(self, paper: Paper, value: Quote) -> None:
        whens = dates_in(value, self.year)
        self.days += [Claim(paper, when.at, when) for when in whens[:1]]
        clocks = [clock for clock in clocks_in(value) if not _of_arrival(clock.at, value)]
        if clocks and len(whens) <= 1:
            self.starts.append(Claim(paper, clocks[0].at, clocks[0].start))
            end = clocks[-1].end
            several = whens and whens[0].last and whens[0].last != whens[0].day
            if end is not None and not several:
                self.ends.append(Claim(paper, clocks[-1].at, end))

    def _place_behind(self, paper: Paper, value: Quote) -> None:
        match = re.search(HELD, value.raw)
        if match and not re.search(NOT_PLACE, match["p"]):
            self.places.append(Claim(paper, value.part(*match.span("p")), match["p"].strip()))


def _of_arrival(at: Quote, value: Quote) -> bool:
    """Whether a time is that of arriving and not of beginning: 8:50前入场, 9:00报到."""
    behind = value.doc.text[at.span.end : min(at.span.end + 6, value.span.end)]
    return re.match(rf"[）)\s]*(?:前|之前|以前|起?(?:{ARRIVAL}|调试|报名|到场|到会))", behind) is not None


def _with_schedules(made: Meeting, calendar: Calendar) -> Meeting:
    """The schedules of the folder; the event that is the meeting adds its own claims."""
    schedules, days, starts, ends, places = [], [*made.days], [*made.starts], [*made.ends], [*made.places]
    notes = [*made.notes]
    for paper in made.of(PaperKind.SCHEDULE, PaperKind.ROOMS):
        try:
            found = _schedule(paper, calendar, made.year)
        except ConfigError as error:
            notes.append(str(error))
            continue
        schedules.append(found)
        own = _is_its_own(made, paper)
        event = _opening(found.events) if own else the_meeting(found.events, made)
        if event:
            claims = _of_event(paper, event)
            days += claims[0]
            starts += claims[1]
            ends += claims[2]
            places += claims[3]
            made = replace(made, titles=[*made.titles, *_title_of(paper, event, made, own)])
    return replace(made, schedules=schedules, days=days, starts=starts, ends=ends, places=places, notes=notes)


def _title_of(paper: Paper, event: Event, made: Meeting, own: bool) -> list[Claim[str]]:
    """The name that a schedule gives to the meeting; a shortened one, as diaries have, is no other name."""
    said = "".join(event.title.text.split())
    same = any(same_title(said, claim.value) for claim in made.titles)
    short = any(abbreviates(said, claim.value) for claim in made.titles)
    return [] if own or (short and not same) else [Claim(paper, event.title, said)]


def _opening(events: Sequence[Event]) -> Event | None:
    """The first event after arrival, with the days from the first to the last, and no end of its own."""
    proper = [event for event in events if event.day and not re.search(ARRIVAL, event.title.text)]
    if not proper:
        return None
    last = max(event.last or event.day for event in proper if event.day)
    return replace(proper[0], last=last if last != proper[0].day else None, end=None)


def the_meeting(events: Sequence[Event], made: Meeting) -> Event | None:
    """The event of a schedule that is the meeting: the one most like its name; the first of several alike."""
    names = [claim.value for claim in made.titles]
    scored = [(max((_likeness(name, event) for name in names), default=0.0), event) for event in events]
    best = max(scored, key=lambda one: one[0], default=(0.0, None))
    return best[1] if best[0] >= ALIKE else None


def _likeness(name: str, event: Event) -> float:
    from rapidfuzz.fuzz import ratio

    title = "".join(event.title.text.split())
    return 100.0 if name in title else ratio(name, title)


def _of_event(
    paper: Paper, event: Event
) -> tuple[list[Claim[When]], list[Claim[int]], list[Claim[int]], list[Claim[str]]]:
    days = []
    if event.day:
        when = When(event.when, event.day, event.last, event.day.month, event.day.day, event.weekday, event.day.year)
        days = [Claim(paper, event.when, when)]
    arrival = re.search(r"签到|报到|入场", event.title.text)
    starts = [Claim(paper, event.clock, event.start)] if event.start is not None and not arrival else []
    ends = [Claim(paper, event.clock, event.end)] if event.end is not None else []
    places = [Claim(paper, event.place, event.place.text)] if event.place else []
    return days, starts, ends, places


def _schedule(paper: Paper, calendar: Calendar, year: int | None) -> Schedule:
    toml_file = paper.doc.meta.get("format") == "toml"
    settings = toml.parsed(Path(paper.path).read_bytes(), paper.path) if toml_file else {}
    return reading.of_document(paper.doc, {"year": year, **settings}, calendar)


def _with_speeches(made: Meeting) -> Meeting:
    days, hosts, called, found = [], [*made.hosts], [], []
    for paper in made.of(PaperKind.SPEECH, PaperKind.SCRIPT):
        days += list(speeches.days_of(paper, made.year))
        if paper.kind is PaperKind.SCRIPT:
            called += list(speeches.calls_of(paper, made.known))
            script = speeches.speech_of(paper, made.known)
            hosts += [Claim(paper, script.who.name, script.who)] if script.who else []
        else:
            found.append(speeches.speech_of(paper, made.known))
    return replace(made, spoken_days=days, hosts=hosts, called=called, speeches=found)


def people_named(made: Meeting) -> Iterator[tuple[Paper, Quote, Quote | None, str]]:
    """Every person that some paper names outside the lists: paper, name, post beside it, and as what."""
    for turn in made.turns:
        if turn.who:
            yield turn.paper, turn.who.name, turn.who.post, "议程发言"
    for claim in made.hosts:
        yield claim.paper, claim.value.name, claim.value.post, "主持"
    for one in made.called:
        yield one.paper, one.who.name, one.who.post, "主持词点名"
    for one in made.listed:
        yield one.paper, one.who.name, one.who.post, "通知点名"
    for speech in made.speeches:
        if speech.who:
            yield speech.paper, speech.who.name, speech.who.post, "讲话稿署名"
    for placed in (*made.seats, *made.cards):
        yield placed.paper, placed.at, placed.post, placed.paper.kind.value
