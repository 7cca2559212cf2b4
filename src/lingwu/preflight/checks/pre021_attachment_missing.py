"""通知的附件说明列了的附件，文件夹里（或通知后面）应有；名称对不上，或忘了附，收到的人都要来问。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.attaching import fits
from lingwu.preflight.meeting import Meeting


def _find(meeting: Meeting) -> Iterator[Slip]:
    for claim in meeting.attachments:
        if not any(fits(claim.value, paper) for paper in meeting.papers if paper is not claim.paper):
            yield Slip(claim.at)


rule = CrossRule(
    code="PRE021",
    title="通知所列附件没有找到",
    basis=Basis("党政机关公文格式（GB/T 9704—2012）", "7.3.4", Strength.REQUIRED, "附件说明与附件一致"),
    message="通知列了附件“{text}”，文件夹里没有，通知后面也没有附。",
    find=_find,
    bad=[
        [("通知.txt", "2. 参会人员名单", "2. 交通路线图")],
        [("通知.txt", "2. 参会人员名单", "2. 参会人员名单\n　　　　　3. 防汛责任书（样本）")],
    ],
    good=[
        [("通知.txt", "1. 会议议程", "1. 全区春季防汛工作会议议程")],
        [("通知.txt", "1. 会议议程\n　　　　　2. 参会人员名单", "参会人员名单")],
        [("通知.txt", "2. 参会人员名单", "2. 座次表")],
    ],
)
