"""引文前所写的出处与名句库所载不同，如把《孟子》的话写作《论语》，把老子的话写作孔子说。

只查紧挨在引文前的书名、人名（“《论语》有云：”“孔子曰：”），且库中既有那部书、那个人，又有这句话时才提示；
一句话见于几部书的，写哪一部都不算错。后人转述前人的话，请自行核对。
"""

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength
from lingwu.structure.attributions import misnamed
from lingwu.structure.quotations import Quotation, Quotes


def _judge(doc: Document, quotation: Quotation) -> Hit | None:
    q = quotation
    wrong = misnamed(q) if q.whole and q.alignment.matched >= 7 and len(q.differences) < 2 else None
    return Hit(wrong[0], wrong[1], says={"source": q.saying.source, "original": q.original}) if wrong else None


rule = Rule(
    code="QUO003",
    title="名句的出处",
    basis=Basis("所引原文", strength=Strength.RECOMMENDED, note="引文出处宜与原书核对"),
    message="“{original}”出自{source}，此处写作“{old}”，请核对。",
    find=Quotes(_judge),
    severity=Severity.DOUBT,
    bad={
        "《论语》有云：“生于忧患而死于安乐也。”": "《孟子》有云：“生于忧患而死于安乐也。”",
        "孟子说：“工欲善其事，必先利其器。”": "孔子说：“工欲善其事，必先利其器。”",
        "孔子曰：“知人者智，自知者明。”": "老子曰：“知人者智，自知者明。”",
    },
    good=[
        "《孟子》有云：“生于忧患而死于安乐也。”",
        "《礼记》有云：“博学之，审问之，慎思之，明辨之，笃行之。”",
        "孔子说：“好学近乎知，力行近乎仁，知耻近乎勇。”",
        "老子说：“道可道，非常道。”",
        "范仲淹写道“先天下之忧而忧，后天下之乐而乐”，孟子早说过类似的话。",
    ],
)
