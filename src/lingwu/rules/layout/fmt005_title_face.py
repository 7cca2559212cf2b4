"""标题一般用2号小标宋体字。

方正小标宋_GBK、方正小标宋简体、FZXiaoBiaoSong-B05 是同一种字，都算；华文中宋、黑体、加粗的宋体不是。副标题可用别的字，
所以只要有一行标题合，就不报。
"""

from collections.abc import Iterator

from lingwu.rule import MEND, Basis, Document, Hit, House, Layout, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.faces import departing, size_name
from lingwu.structure.layout import parts
from lingwu.typeset.geometry import TITLE_SIZE, Face


def _find(doc: Document, layout: Layout, house: House) -> Iterator[Hit]:
    face, size = house.face(Role.TITLE, Face.XIAOBIAOSONG), house.size(Role.TITLE, TITLE_SIZE)
    titles = parts(doc, Role.TITLE)
    if all(departing(part.look, face, size) for part in titles):
        for hit in gathered(titles[:1], lambda part: departing(part.look, face, size)):
            yield Hit(hit.span, says={**hit.says, "wanted": f"{face}{size_name(size)}"})


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
