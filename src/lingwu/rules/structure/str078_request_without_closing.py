"""请示以请求批示、批准的话收尾，如“妥否，请批示”“以上请示，请予批准”。

没有结尾的请求，看不出要上级做什么，也容易与报告相混。只看署名、成文日期齐全，最后一段没有“请”“批”“恳”“望”这些字的。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.kinds import DocumentKind, kind_of
from lingwu.structure.routing import closing, dated, signed

ASKING = ("请", "批", "恳", "望", "妥否", "当否", "可否", "是否")


def _find(doc: Document) -> Iterator[Hit]:
    if kind_of(doc) is not DocumentKind.REQUEST or not signed(doc) or dated(doc) is None:
        return
    last = closing(doc)
    if last and not last.text.startswith(("特此", "专此")) and not any(word in last.text for word in ASKING):
        yield Hit(last.span(max(0, len(last.text) - 12), len(last.text)))


rule = Rule(
    code="STR078",
    title="请示缺结尾用语",
    basis=Basis("党政机关公文处理工作条例", "第八条（十一）", Strength.CUSTOM, "请示适用于向上级机关请求指示、批准"),
    message="请示末尾没有请求批示、批准的话，一般写“妥否，请批示”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "关于追加经费的请示\n市人民政府：\n⟦拟追加经费50万元。⟧\n示范局\n2024年3月8日": None,
        "关于购置设备的请示\n市人民政府：\n需要购置设备。\n⟦共三台。⟧\n附件：清单\n示范局\n2024年3月8日": None,
    },
    good=[
        "关于追加经费的请示\n市人民政府：\n拟追加经费。\n妥否，请批示。\n示范局\n2024年3月8日",
        "关于追加经费的请示\n市人民政府：\n拟追加经费。\n特此请示\n示范局\n2024年3月8日",
        "关于追加经费的报告\n市人民政府：\n已追加经费。\n示范局\n2024年3月8日",
    ],
)
