"""涉密公文应当标注份号。

份号是公文印制份数的顺序号，标在版头左上角第一行，用6位阿拉伯数字；标了密级而没有份号，无法逐份清点。只看版头齐全（有发文机关标志或发文字
号）的文件。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, whole
from lingwu.structure.routing import head_has


def _find(doc: Document) -> Iterator[Hit]:
    mark = next((block for block in doc.blocks[:16] if block.role is Role.SECRECY), None)
    if mark is None or head_has(doc, Role.COPY_NUMBER) or not head_has(doc, Role.ISSUER_MARK):
        return
    if "份号" not in doc.text and not re.search(r"^[ 　№]*\d{6}[ 　]*$", doc.text, re.MULTILINE):
        yield Hit(mark.span)


rule = Rule(
    code="STR065",
    title="涉密公文缺份号",
    basis=Basis("党政机关公文处理工作条例", "第九条（一）", note="涉密公文应当标注份号"),
    message="标有密级“{old}”的公文应当在左上角第一行标注份号，如“000001”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "⟦机密★5年⟧\n示范局文件\n示发〔2024〕8号\n关于甲的通知\n各科室：\n请执行。": None,
        "⟦秘密★1年⟧\n特急\n示范市人民政府文件\n示政发〔2024〕8号\n关于甲的通知\n各科室：\n请执行。": None,
    },
    good=[
        "000012\n机密★5年\n示范局文件\n示发〔2024〕8号\n关于甲的通知\n各科室：\n请执行。",
        "机密★5年\n关于甲的通知\n各科室：\n请执行。",
        "示范局文件\n示发〔2024〕8号\n关于甲的通知\n各科室：\n机密文件要登记。",
    ],
)
