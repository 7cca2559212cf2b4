"""文件夹里混进了别的会的文件：讲话稿、议程、名单标题里的会议名称与这次会议完全不同。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.agreeing import other_meeting, same_title
from lingwu.preflight.meeting import Meeting, odd_ones


def _find(meeting: Meeting) -> Iterator[Slip]:
    for claim, usual in odd_ones(meeting.titles, same_title):
        if other_meeting(claim.value, usual.value):
            yield Slip(claim.at, (usual.at,))


rule = CrossRule(
    code="PRE007",
    title="像是别的会的文件",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="这里写的是“{text}”，这次会议（{file}）是“{other}”，是否放错了文件，或是从旧稿改来没有改全？",
    find=_find,
    bad=[
        [("讲话稿-王建国.txt", "在全区春季防汛工作会议上", "在全市招商引资推进大会上")],
        [("名单.csv", "全区春季防汛工作会议参会人员名单", "第四届读书节启动仪式参会人员名单")],
    ],
    good=[
        [("讲话稿-王建国.txt", "在全区春季防汛工作会议上的讲话", "讲话提纲")],
        [("名单.csv", "全区春季防汛工作会议参会人员名单", "参会人员名单")],
    ],
)
