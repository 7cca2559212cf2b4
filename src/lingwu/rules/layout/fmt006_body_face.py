"""公文各要素，如无特殊说明，一般用3号仿宋体字；正文即用3号仿宋。

仿宋、仿宋_GB2312、FangSong、方正仿宋_GBK、华文仿宋都是仿宋。只看成句的段落；以“一、”“（一）”开头、标题与正文接排的段落，
整段用黑体、楷体的不报。一处用错与处处用错都只报一条，说明有几段。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import departing, size_name, wanted
from lingwu.gbt9704.geometry import SIZE_3, Face
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import Part, body
from lingwu.structure.outline import item_at


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    face = wanted(Face.FANGSONG, profile.fonts)
    headed = {face, *(wanted(one, profile.fonts) for one in (Face.HEITI, Face.KAITI))}

    def wrong(part: Part) -> str:
        text = part.text.strip()
        faces = headed if item_at(text, 0, len(text)) else {face}
        return "" if any(not departing(part.look, one, SIZE_3) for one in faces) else departing(part.look, face, SIZE_3)

    for hit in gathered(body(doc), wrong):
        yield Hit(hit.span, says={**hit.says, "wanted": f"{face}{size_name(SIZE_3)}"})


rule = Rule(
    code="FMT006",
    title="正文用3号仿宋体",
    basis=Basis("GB/T 9704—2012", "5.2.2、7.3.3", Strength.GENERAL),
    message="正文 {count}用了{measured}，一般应为{wanted}；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦正文⟧：宋体": None, "⟦正文⟧：四号": None, "⟦正文⟧：微软雅黑 小四": None},
    good=[
        "正文：仿宋",
        "正文：FangSong",
        "正文：方正仿宋_GBK",
        "正文：楷体 写“（一）时间。每年3月8日举行。”",
        "附件正文：宋体 四号",
    ],
)
