"""正文各段的行距应一致：一行是一个汉字加3号汉字高度的 7/8，每面行数一定，行距不能一段一个样。

从别处粘贴来的段落常带着自己的行距。只比较写明固定值的正文段落。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import number
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered, usual_pitch
from lingwu.structure.layout import Part, body

TOLERANCE = 0.3


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    text = [part for part in body(doc) if part.paragraph.pitch]
    usual = usual_pitch(text)

    def wrong(part: Part) -> str:
        same = abs(part.paragraph.pitch - usual) <= TOLERANCE
        return "" if same else f"{number(part.paragraph.pitch)} 磅"

    for hit in gathered(text, wrong):
        yield Hit(hit.span, says={**hit.says, "usual": number(usual)})


rule = Rule(
    code="FMT015",
    title="正文行距一致",
    basis=Basis("GB/T 9704—2012", "3.2、5.2.3", Strength.GENERAL),
    message="正文 {count}行距为{measured}，其余为 {usual} 磅，应一致；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"正文：行距28；⟦正文二⟧：行距20": None, "⟦正文三⟧：行距24": None},
    good=["正文：行距28", "一级标题：行距36", "正文：行距28；正文二：行距28.2"],
)
