"""报告不得夹带请示事项：不在报告里“恳请拨付经费”“请予批准”“请批示”。

报告只汇报工作、反映情况、回复询问，上级不必答复；要上级批准、拨款、解决问题，另写请示。“妥否，请批示”之类的结尾另有提示；“请予审议”
“请审阅”“请批转”，转述已经办过的事（“已请市财政局拨付”），都不在此列。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Role, Rule, Severity, Span, whole
from lingwu.structure.elements import main_blocks
from lingwu.structure.kinds import DocumentKind, kind_of
from lingwu.structure.routing import addressee

BEGINS = r"(?:(?<=[。；])|(?<=报告，)|^[ 　]*|(?<=，)(?=恳请|敬请|特请))(?:为此，|因此，|鉴于此，|现|特)?"
ASKS = r"(?:恳请|敬请|特请|请求(?=上级|省|市|县|区|州|领导|局|厅)|请(?!求|示))"
WHO = r"(?:上级|省|自治区|市|县|区|州|国务院|各位领导|领导|局|厅|党组|党委|集团|公司|编办|财政)?[^，。；：“”]{0,8}?"
ACTS = "(?:批准|审批|批复|批示|拨付|拨款|追加|增拨|解决)"
WHAT = f"(?:(?:予以|给予|尽快|及时|帮助|协调)?{ACTS}|(?:予以|给予|大力)支持|予支持)"
REGEX = f"{BEGINS}(?P<x>{ASKS}{WHO}{WHAT})(?!情况|流程|事项的|后|前|的)"


def _find(doc: Document) -> Iterator[Hit]:
    if kind_of(doc) is not DocumentKind.REPORT or addressee(doc) is None:
        return
    regex = re.compile(REGEX, re.MULTILINE)
    for block in main_blocks(doc):
        if block.role is Role.BODY and len(block.span) < 2000:
            for match in regex.finditer(doc.text, block.span.start, block.span.end):
                yield Hit(Span(*match.span("x")))


rule = Rule(
    code="STR051",
    title="报告中的请求",
    basis=Basis("党政机关公文处理工作条例", "第十五条（四）", note="不得在报告等非请示性公文中夹带请示事项"),
    message="报告不得夹带请示事项，“{old}”宜另行请示。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "关于防汛工作的报告\n市人民政府：\n堤防破损两处。⟦恳请市财政拨付⟧修缮经费50万元。\n示范局\n2024年3月8日": None,
        "关于供水的报告\n市人民政府：\n为保障供水，⟦恳请市政府追加⟧经费80万元。\n示范局\n2024年3月8日": None,
        "关于灾情的报告\n省应急管理厅：\n缺帐篷20顶。为此，⟦请予支持⟧。\n示范局\n2024年3月8日": None,
    },
    good=[
        "关于防汛工作的报告\n市人民政府：\n我局已请市财政局拨付经费，并督促使用。\n特此报告。\n示范局\n2024年3月8日",
        "关于追加经费的请示\n市人民政府：\n恳请市财政拨付经费50万元。\n妥否，请批示。\n示范局\n2024年3月8日",
        "政府工作报告\n各位代表：\n请予审议，请大家支持。",
        "关于办理建议的报告\n市人大常委会：\n请求解决停车难的建议已办结。\n特此报告。\n示范局\n2024年3月8日",
        "关于收费情况的报告\n市人民政府：\n请求批准的流程已简化。\n特此报告。\n示范局\n2024年3月8日",
    ],
)
