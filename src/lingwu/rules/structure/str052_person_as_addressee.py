"""请示、报告主送机关，不主送个人。

除上级机关负责人直接交办的事项外，不得以本机关名义向上级机关负责人报送公文，所以主送“王市长”“市领导”的，应改为机关名称，由机关按程序
送领导批示。交办事项可以直报，由人判断。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.kinds import DocumentKind, kind_of
from lingwu.structure.routing import addressee

POSTS = (
    "省长", "市长", "县长", "区长", "州长", "镇长", "乡长", "厅长", "局长", "处长", "部长", "书记", "主任", "院长", "校长", "董事长", "总经理",
    "总裁", "领导", "同志", "科长", "行长", "主席", "秘书长",
)  # fmt: skip


def _find(doc: Document) -> Iterator[Hit]:
    if kind_of(doc) not in (DocumentKind.REQUEST, DocumentKind.REPORT):
        return
    line = addressee(doc)
    name = line.text.rstrip("：:，,！!") if line else ""
    if line and name.endswith(POSTS) and not name.startswith(("各位", "同志")):
        yield Hit(line.span(0, len(name)))


rule = Rule(
    code="STR052",
    title="请示、报告主送个人",
    basis=Basis("党政机关公文处理工作条例", "第十五条（五）"),
    message="除直接交办的事项外，请示、报告不主送领导个人，“{old}”应改为机关名称。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于追加经费的请示\n⟦王市长⟧：\n妥否，请批示。": None,
        "关于防汛工作的报告\n⟦尊敬的李书记⟧：\n情况如下。特此报告。": None,
        "关于购置设备的请示\n⟦局领导⟧：\n妥否，请批示。": None,
    },
    good=[
        "关于追加经费的请示\n市人民政府：\n请王市长阅示。\n妥否，请批示。",
        "政府工作报告\n各位领导：\n现在报告工作。",
        "关于召开会议的通知\n各科室主任：\n请参加。",
        "关于购置设备的请示\n市委书记办公会议办公室：\n妥否，请批示。",
    ],
)
