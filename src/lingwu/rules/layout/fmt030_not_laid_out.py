"""公文草稿还没有按国家标准排过版：页边距、标题字体、正文字体没有一样合。

这样的文件只报这一条，不逐项说；定稿后用 lingwu typeset 一次排好。只要有一样合（例如正文已用仿宋），就逐项检查，不报这一条。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import face_of, number, size_name
from lingwu.rule import Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import about_page
from lingwu.structure.layout import Part, body, parts


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    said = [
        f"纸张 {number(page.width)}×{number(page.height)}、天头 {number(page.top)}、订口 {number(page.left)} 毫米"
        for page in layout.pages[:1]
    ]
    said += [f"标题{_told(part)}" for part in parts(doc, Role.TITLE)[:1]]
    said += [f"正文{_told(part)}" for part in body(doc)[:1]]
    yield from about_page(doc, measured="，".join(said))


def _told(part: Part) -> str:
    return f"{face_of(part.look.chinese)}{size_name(part.look.size)}"


rule = Rule(
    code="FMT030",
    title="尚未按国家标准排版",
    basis=Basis("GB/T 9704—2012", "5、7", Strength.GENERAL),
    message="这份公文还没有按国家标准排版（{measured}）；定稿后可用 lingwu typeset 排好。",
    find=laid_out(_find, drafts=True),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={
        "页面：上25.4 下25.4 左31.8 右31.8；⟦标题⟧：黑体；正文：宋体 五号；发文机关标志：删去": None,
        "页面：宽215.9 高279.4 上25.4 左25.4；⟦标题⟧：等线；正文：等线；发文机关标志：删去；分隔线：删去": None,
    },
    good=[
        "正文：宋体",
        "页面：上25.4 左31.8；标题：黑体；正文：宋体",
        "页面：上25.4 左31.8；标题：黑体；发文机关标志：删去",
        "标题：黑体；正文：宋体；发文机关标志：删去",
    ],
)
