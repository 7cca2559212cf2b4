"""结尾用语应当与行文方向相合：请示用“妥否，请批示”，函用“请函复”“特此函达”，下行的通知、意见才用“请遵照执行”。

函、通知、通报、批复以“妥否，请批示”收尾，是把请示写成了别的文种（非请示性公文不得夹带请示事项）；请示、报告以“请遵照执行”收尾，
是对上级用了下行的口气；请示以“请予函复”收尾，是把上级当成了不相隶属的机关。只看正文的最后一段。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.kinds import DocumentKind, kind_of, name_of
from lingwu.structure.routing import closing

ASKING = r"(?:妥否|当否|可否|是否妥当)，[恳敬]?请(?:予以|予|领导)?(?:批示|审批|指示)"
ORDERING = r"(?:请|望|希)(?!批转|转发)[^，。；]{0,8}(?:遵照执行|遵照办理|贯彻执行|严格执行)(?=。?$)"
REPLYING = r"请(?:予以|予|尽快|及时)?函复(?=。?$)"
OBEYING = r"请[^，。；]{0,8}遵照执行(?=。?$)"
ANSWERED = r"^(?:特)?此复(?=。?$)"
NOT_ASKING = ((ASKING, "请示"), (ANSWERED, "批复"))
WRONG = {
    DocumentKind.LETTER: ((ASKING, "请示"), (OBEYING, "下行文")),
    DocumentKind.NOTICE: NOT_ASKING,
    DocumentKind.CIRCULAR: NOT_ASKING,
    DocumentKind.REPLY: ((ASKING, "请示"),),
    DocumentKind.REPORT: ((ORDERING, "下行文"), (ANSWERED, "批复")),
    DocumentKind.REQUEST: ((ORDERING, "下行文"), (REPLYING, "函"), (ANSWERED, "批复")),
}
PASSED_ON = ("印发", "转发", "同意")
"""A 函 that passes on what was approved above may ask to carry it out."""


def _find(doc: Document) -> Iterator[Hit]:
    kind = kind_of(doc)
    last = closing(doc) if kind in WRONG else None
    if kind is None or last is None:
        return
    for regex, whose in WRONG[kind]:
        match = re.search(regex, last.text)
        if match and not (regex == OBEYING and any(word in name_of(doc) for word in PASSED_ON)):
            yield Hit(last.span(*match.span()), says={"kind": kind, "whose": whose})
            return


rule = Rule(
    code="STR050",
    title="结尾用语与行文方向不合",
    basis=Basis("党政机关公文处理工作条例", "第八条、第十五条（四）", Strength.CUSTOM, "结尾用语随文种和行文方向"),
    message="标题的文种是“{kind}”，“{old}”是{whose}的结尾，请核对文种或改结尾。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于商请划拨用地的函\n市自然资源局：\n请予支持。⟦妥否，请批示⟧。\n示范局\n2024年3月8日": None,
        "关于购置车辆的请示\n市人民政府：\n拟购置两辆车。⟦请遵照执行⟧。\n示范局\n2024年3月8日": None,
        "关于协助检查的函\n市公安局：\n请协助检查。\n以上事项⟦请遵照执行⟧。\n示范局\n2024年3月8日": None,
        "关于停电的通知\n各科室：\n周六停电。\n⟦此复⟧。\n示范局\n2024年3月8日": None,
        "关于核定编制的请示\n市委编办：\n拟增编两名。\n当否，⟦请予函复⟧。\n示范局\n2024年3月8日": None,
    },
    good=[
        "关于商请划拨用地的函\n市自然资源局：\n妥否，请函复。\n示范局\n2024年3月8日",
        "关于购置车辆的请示\n市人民政府：\n各科室对经费规定要严格执行。\n妥否，请批示。\n示范局\n2024年3月8日",
        "关于印发示范章程的函\n各成员单位：\n现印发给你们，请遵照执行。\n示范局\n2024年3月8日",
        "关于印发章程的通知\n各科室：\n文中写“妥否，请批示”的，改用请示。\n请遵照执行。\n示范局\n2024年3月8日",
        "关于防汛工作的报告\n市人民政府：\n各级各部门对预案都能严格执行。\n特此报告。\n示范局\n2024年3月8日",
        "关于治理山塘的请示\n市人民政府：\n以上请示如无不妥，请批转各县区贯彻执行。\n示范局\n2024年3月8日",
    ],
)
