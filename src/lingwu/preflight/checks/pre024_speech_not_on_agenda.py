"""有讲话稿（发言、汇报材料）的人，应在议程里有发言。没有议程、议程没有写人名的不看；主持人不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import Who, near, unit_of
from lingwu.preflight.papers import PaperKind


def _find(meeting: Meeting) -> Iterator[Slip]:
    speaking = frozenset(turn.who.text for turn in meeting.turns if turn.who)
    hosts = {claim.value.text for claim in meeting.hosts}
    agendas = tuple(paper.whole() for paper in meeting.of(PaperKind.AGENDA))
    for speech in meeting.speeches if speaking else ():
        strangers = speaking - meeting.known
        if speech.who is None or speech.who.text in speaking | hosts or _unit_speaks(meeting, speech.who):
            continue
        if not near(speech.who.text, strangers) and not near(speech.who.text, meeting.known):
            yield Slip(speech.who.name, agendas[:1])


def _unit_speaks(meeting: Meeting, who: Who) -> bool:
    """Whether the agenda lets the unit of the speaker speak, without a name (区水利局负责人汇报)."""
    one = meeting.person(who.text)
    units = {unit_of(who.post.text) if who.post else "", one.person.unit if one else ""}
    unnamed = "".join(turn.part.title.text + (turn.part.speaker.text if turn.part.speaker else "")
                      for turn in meeting.turns if not turn.who)  # fmt: skip
    return any(len(unit) >= 3 and unit[-3:] in unnamed for unit in units)


rule = CrossRule(
    code="PRE024",
    title="讲话稿的人不在议程",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="有“{text}”的讲话稿，{file}上没有他（她）的发言。",
    find=_find,
    bad=[
        [("汇报材料-周志华.txt", "区水利局局长　周志华", "城关街道办事处主任　孙丽")],
        [("讲话稿-王建国.txt", "王建国\n", "郑晓燕\n")],
    ],
    good=[
        [("讲话稿-王建国.txt", "王建国\n", "李红梅\n")],
        [("讲话稿-王建国.txt", "王建国\n", "区长　王建国\n")],
    ],
)
