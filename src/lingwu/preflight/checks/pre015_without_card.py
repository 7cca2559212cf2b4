"""要来的人（至少发言的人）都应有席卡。席卡只做了一部分（不到六成）的，只看发言的人；没有席卡文件就不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import near
from lingwu.preflight.papers import PaperKind


def _find(meeting: Meeting) -> Iterator[Slip]:
    carded = frozenset(one.name for one in meeting.cards)
    cards = tuple(paper.whole() for paper in meeting.of(PaperKind.CARDS))
    speaking = {turn.who.text for turn in meeting.turns if turn.who}
    all_carded = len(carded) >= 0.6 * len(meeting.coming)
    for one in meeting.coming if carded else ():
        name = one.person.name
        if name not in carded and (all_carded or name in speaking) and not near(name, carded - meeting.known):
            yield Slip(one.name, cards[:1])


rule = CrossRule(
    code="PRE015",
    title="没有席卡",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="“{text}”要来参会，{file}里没有席卡。",
    find=_find,
    bad=[
        [("席卡.txt", "周志华\n", "")],
        [("席卡.txt", "李红梅\n", "")],
    ],
    good=[
        [("席卡.txt", "张立强\n周志华\n", "张立强\n周志华（区水利局）\n")],
        [("席卡.txt", "孙丽\n吴海涛\n郑晓燕\n", "吴海涛\n郑晓燕\n孙丽\n")],
    ],
)
