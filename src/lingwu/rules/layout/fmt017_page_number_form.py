"""页码一般用4号半角宋体阿拉伯数字，数字左右各放一条一字线：— 1 —。

“- 1 -”“－1－”“第1页”“1”都不合。本单位在 lingwu.toml 里另定页码写法的，按所定的查。
"""

import re
from collections.abc import Iterator

from lingwu.gbt9704.faces import face_of, is_known, size_name, wanted
from lingwu.gbt9704.geometry import PAGE_NUMBER_SIZE, Face
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import about_page
from lingwu.structure.layout import PageNumber

BLANKS = re.compile(r"\s+")


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    form = profile.page_number.replace("{}", "#")
    face = wanted(Face.SONGTI, profile.fonts)
    for one in layout.numbers:
        said = [*_form(one, form), *_look(one, face)]
        if said:
            shown = f"{face}{size_name(PAGE_NUMBER_SIZE)}、“{form.replace('#', '1')}”"
            yield from about_page(doc, measured="、".join(said), wanted=shown)
            return


def _form(one: PageNumber, form: str) -> Iterator[str]:
    if BLANKS.sub("", one.form) != BLANKS.sub("", form):
        yield f"写作“{one.form.replace('#', '1')}”"


def _look(one: PageNumber, face: str) -> Iterator[str]:
    other = is_known(one.look.latin) and face_of(one.look.latin) != face
    if other or one.look.size != PAGE_NUMBER_SIZE:
        yield f"用了{face_of(one.look.latin) + ' ' if other else ''}{size_name(one.look.size)}"


rule = Rule(
    code="FMT017",
    title="页码的写法与字体",
    basis=Basis("GB/T 9704—2012", "7.5", Strength.GENERAL),
    message="页码{measured}，一般应为{wanted}；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦页码⟧：写“- # -”": None, "⟦页码⟧：五号": None, "⟦页码⟧：西文Calibri": None, "⟦页码⟧：写“第#页”": None},
    good=["页码：写“—#—”", "页码：西文SimSun", "页码：写“　— # —　”"],
)
