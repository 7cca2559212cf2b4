"""标题一般用2号小标宋体字。

方正小标宋_GBK、方正小标宋简体、FZXiaoBiaoSong-B05 是同一种字，都算；华文中宋、黑体、加粗的宋体不是。副标题可用别的字，
所以只要有一行标题合，就不报。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import departing, size_name, wanted
from lingwu.gbt9704.geometry import TITLE_SIZE, Face
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import parts


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    face = wanted(Face.XIAOBIAOSONG, profile.fonts)
    titles = parts(doc, Role.TITLE)
    if all(departing(part.look, face, TITLE_SIZE) for part in titles):
        for hit in gathered(titles[:1], lambda part: departing(part.look, face, TITLE_SIZE)):
            yield Hit(hit.span, says={**hit.says, "wanted": f"{face}{size_name(TITLE_SIZE)}"})


rule = Rule(
    code="FMT005",
    title="标题用2号小标宋体",
    basis=Basis("GB/T 9704—2012", "7.3.1", Strength.GENERAL),
    message="标题用了{measured}，一般应为{wanted}；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦标题⟧：宋体 加粗": None, "⟦标题⟧：小二": None, "⟦标题⟧：黑体 三号": None},
    good=["标题：方正小标宋简体", "标题：FZXiaoBiaoSong-B05S", "标题：方正小标宋_GBK 二号", "附件标题：宋体"],
)
