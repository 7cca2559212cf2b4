"""标题里的发文机关与署名应当一致。

标题是“示范市人民政府关于……的通知”，署名却是“示范市人民政府办公室”，多是套用旧稿。标题没有发文机关名称的、联合行文的、署名是
规范化简称的，不提示。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, whole
from lingwu.structure.elements import line_of, main_blocks, title

ORGAN = r"[一-鿿]{2,20}?(?:人民政府|委员会|办公室|办公厅|厅|局|部|委|院|办|公司|中心|会)"


def _find(doc: Document) -> Iterator[Hit]:
    match = re.match(f"({ORGAN})关于", title(doc).text)
    if not match:
        return
    signed = [block for block in main_blocks(doc) if block.role is Role.ISSUER]
    if len(signed) != 1:
        return
    name = line_of(doc, signed[0])
    ours, theirs = match[1], name.text
    grown = theirs.startswith(ours) and theirs.removeprefix(ours) in ("办公室", "办公厅")
    shrunk = ours.startswith(theirs) and ours.removeprefix(theirs) in ("办公室", "办公厅")
    if grown or shrunk:
        yield Hit(name.span(0, len(theirs)), ours, says={"title": ours})


rule = Rule(
    code="CON008",
    title="署名与标题的发文机关不一",
    basis=Basis("党政机关公文处理工作条例", "第九条（七）、（十二）", note="标题和署名的发文机关应当一致"),
    message="标题的发文机关是“{title}”，署名是“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示范市人民政府关于防汛的通知\n各县区：\n请执行。\n示范市人民政府办公室\n2024年3月8日": (
            "示范市人民政府关于防汛的通知\n各县区：\n请执行。\n示范市人民政府\n2024年3月8日"
        ),
        "示范市人民政府办公室关于防汛的通知\n各县区：\n请执行。\n示范市人民政府\n2024年3月8日": (
            "示范市人民政府办公室关于防汛的通知\n各县区：\n请执行。\n示范市人民政府办公室\n2024年3月8日"
        ),
    },
    good=[
        "示范市人民政府关于防汛的通知\n各县区：\n请执行。\n示范市人民政府\n2024年3月8日",
        "关于防汛的通知\n各县区：\n请执行。\n示范市人民政府办公室\n2024年3月8日",
        "示范市财政局关于防汛的通知\n各县区：\n请执行。\n示范市财政局\n示范市审计局\n2024年3月8日",
    ],
)
