"""公文标题由发文机关名称、事由和文种组成，末尾应有文种。

“关于进一步加强防汛工作”“关于2024年防汛的安排”缺文种。只看用“关于”引出事由、又有主送机关的标题；“方案”“办法”“讲话”等事务文书的名称不
提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, whole
from lingwu.structure.elements import KINDS, title

OTHER = (
    "方案", "办法", "规定", "细则", "条例", "讲话", "总结", "要点", "规划", "计划", "答复", "说明", "汇报", "材料", "声明", "倡议书", "建议",
    "简报", "提案", "书", "信", "稿", "表", "措施", "解释", "规则", "制度", "指南", "电", "安排", "情况", "申请", "预案", "提示", "章程", "标准", "意见稿",
    "公示", "启事", "致辞", "发言", "提纲", "讲稿", "回复", "考察", "调研", "草案", "议程", "名单", "交办单", "督办单", "单",
)  # fmt: skip


def _find(doc: Document) -> Iterator[Hit]:
    line = title(doc)
    bare = line.text.rstrip("。").removesuffix("》")
    while bare.endswith(("）", ")")) and max(bare.rfind("（"), bare.rfind("(")) > 0:
        bare = bare[: max(bare.rfind("（"), bare.rfind("("))]
    if "关于" not in bare[:20] or bare.endswith(KINDS + OTHER) or len(bare) < 6:
        return
    if any(block.role is Role.ADDRESSEE for block in doc.blocks[:12]):
        end = len(bare)
        yield Hit(line.span(max(0, end - 4), end))


rule = Rule(
    code="STR022",
    title="标题缺文种",
    basis=Basis("党政机关公文处理工作条例", "第九条（七）"),
    message="标题以“{old}”结尾，似缺文种（如“的通知”“的请示”“的函”）。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示范局关于进一步加强⟦防汛工作⟧\n各科室：\n请执行。": None,
        "关于召开全市防汛⟦工作会议⟧\n各县区：\n请参加。": None,
    },
    good=[
        "示范局关于进一步加强防汛工作的通知\n各科室：\n请执行。",
        "关于防汛工作的意见（试行）\n各科室：\n请执行。",
        "关于防汛工作的发言\n各位代表：\n现在开会。",
        "关于正确看待成绩\n一、不骄傲\n要谦虚。",
    ],
)
