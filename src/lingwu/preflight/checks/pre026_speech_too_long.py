"""讲话稿按每分钟 200 字估算，比议程给的时间长出一半以上，提醒一声。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.meeting import Meeting

PACE = 200
"""Characters a minute, as speeches are read out."""


def _find(meeting: Meeting) -> Iterator[Slip]:
    for speech in meeting.speeches:
        for turn in meeting.turns:
            length = turn.part.length
            if speech.who and turn.who and turn.who.text == speech.who.text and length and length > 0:
                needed = round(speech.length / PACE)
                if needed > 1.5 * length and needed - length >= 3:
                    says = {
                        "chars": str(speech.length),
                        "needed": str(needed),
                        "length": str(length),
                        "who": turn.who.text,
                    }
                    yield Slip(speech.who.name, (turn.part.at,), says)


rule = CrossRule(
    code="PRE026",
    title="讲话稿比议程的时间长",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="一般每分钟读 180 至 220 字"),
    message="“{who}”的稿子约 {chars} 字，按每分钟 200 字要 {needed} 分钟，议程（{other}）只有 {length} 分钟。",
    find=_find,
    severity=Severity.ADVICE,
    bad=[
        [("讲话稿-王建国.txt", "　　值班值守要到岗到人，险情报告要及时准确。", "　　值班值守要到岗到人，险情报告要及时准确。\n" + "".join(
            f"　　第{at}个街道要把巡查责任落实到每一段堤防、每一座水库、每一处低洼地带，记录当天的水位和雨量，按时报送。\n" for at in range(1, 210)))],
    ],
    good=[
        [("议程.txt", "10:00—10:30　区长王建国讲话", "10:00　区长王建国讲话")],
    ],
)  # fmt: skip
