"""标题的事由应当与文种相合。

“关于申请拨付经费的报告”是请求批准，应用请示；“关于商请支持的通知”是商洽工作，应用函；“关于同意……的请示”是答复，应用批复或函；
“关于请求……的通知”是向上请求，应用请示或函。讲办理情况的报告（“关于申请事项办理情况的报告”）不提示。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.elements import title
from lingwu.structure.kinds import DocumentKind, kind_of, name_of

DONE = ("情况", "结果", "进展", "落实", "答复", "说明", "办法", "程序", "流程", "指南", "工作", "审查")
ACTS = r"(?:拨付|拨给|追加|增加|增拨|解决|批准|审批|核拨|核增|给予|调整|减免|划拨|购置|安排|设立|成立|立项|支持)"
MONEY = r"(?=[^的]{0,16}(?:经费|资金|补助|编制|用地|指标|拨款)的报告$)"
DUE = (
    (DocumentKind.REPORT, rf"关于(?:申请|请求|恳请|请予|报请){ACTS}", "请示"),
    (DocumentKind.REPORT, rf"关于(?:申请|请求|恳请|请予){MONEY}", "请示"),
    (DocumentKind.NOTICE, rf"关于(?:请求(?!书|权|事项)|恳请|商请|请予){ACTS}?", "函或请示"),
    (DocumentKind.CIRCULAR, r"关于(?:请求(?!书|权|事项)|恳请|商请|请予)", "函或请示"),
    (DocumentKind.REQUEST, r"关于(?:商请|同意)", "函或批复"),
    (DocumentKind.REPORT, r"关于商请", "函"),
    (DocumentKind.REPLY, r"关于(?:请求|恳请|商请)", "请示或函"),
)


def _find(doc: Document) -> Iterator[Hit]:
    kind, name = kind_of(doc), name_of(doc)
    if kind is None or "《" in name or any(word in name for word in ("转发", "印发")):
        return
    for ours, regex, due in DUE:
        match = re.search(regex, name) if ours is kind else None
        if match and not any(word in name[match.end() :] for word in DONE):
            yield Hit(title(doc).span(*match.span()), says={"kind": kind, "due": due})
            return


rule = Rule(
    code="STR075",
    title="标题事由与文种不合",
    basis=Basis("党政机关公文处理工作条例", "第八条"),
    message="标题的事由是“{old}……”，文种却是“{kind}”，似应用{due}。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示范局⟦关于申请拨付⟧防汛经费的报告\n市财政局：\n需要经费50万元。\n示范局\n2024年3月8日": None,
        "示范局⟦关于申请⟧办公经费的报告\n市财政局：\n需要经费5万元。\n示范局\n2024年3月8日": None,
        "示范局⟦关于商请支持⟧防汛演练的通知\n市气象局：\n请派员参加。\n示范局\n2024年3月8日": None,
        "示范局⟦关于同意⟧建设档案馆的请示\n市档案局：\n同意建设。\n示范局\n2024年3月8日": None,
    },
    good=[
        "示范局关于申请拨付防汛经费的请示\n市财政局：\n需要经费50万元。\n示范局\n2024年3月8日",
        "示范局关于申请拨付经费办理情况的报告\n市财政局：\n情况如下。\n示范局\n2024年3月8日",
        "示范局关于申请专项资金的通知\n各科室：\n请申报。\n示范局\n2024年3月8日",
        "示范局关于转发《关于商请支持演练的函》的通知\n各科室：\n请执行。\n示范局\n2024年3月8日",
        "示范局关于批准设立示范基地的请示\n市人民政府：\n妥否，请批示。\n示范局\n2024年3月8日",
    ],
)
