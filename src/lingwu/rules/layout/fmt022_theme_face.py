"""文件里写明的中文字体被主题字体压过，显示出来的不是写明的字体。

同一处既写了 w:eastAsia（仿宋），又写了 w:eastAsiaTheme（主题字体，常是等线），Word 用的是主题字体。用程序生成的、
从模板改来的文件常有这个毛病：在别人的电脑上字体变了样。只看标题、层次标题和正文。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import face_of
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import Part, parts


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    yield from gathered(parts(doc, Role.TITLE, Role.HEADING, Role.BODY), _wrong)


def _wrong(part: Part) -> str:
    beaten = (run.look for run in part.paragraph.runs if run.look.named)
    said = (
        f"{look.named}，显示的却是{look.chinese}" for look in beaten if face_of(look.named) != face_of(look.chinese)
    )
    return next(said, "")


rule = Rule(
    code="FMT022",
    title="字体被主题字体压过",
    basis=Basis("ECMA-376", "17.3.2.26", Strength.REQUIRED, "eastAsiaTheme 在时不看 eastAsia"),
    message="{count}写明用{measured}（主题字体优先）；" + MEND,
    find=laid_out(_find),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦正文⟧：主题字体": None, "⟦标题⟧：主题字体": None},
    good=["正文：宋体", "正文：等线 主题字体", "抄送机关：主题字体"],
)
