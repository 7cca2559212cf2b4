"""文首标了密级的文件，不得在非涉密计算机上起草、传递和存储。

单独成行的“机密★5年”“秘密”等是密级标志。看到它就提醒：请确认本机和传递渠道符合保密要求；公开、转发前须先解密或者确定不属于国家秘密。
正文里谈到“保守秘密”“机密文件”不在此列。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, whole


def _find(doc: Document) -> Iterator[Hit]:
    return (Hit(block.span) for block in doc.blocks if block.role is Role.SECRECY)


rule = Rule(
    code="SEC001",
    title="文首有密级标志",
    basis=Basis("中华人民共和国保守国家秘密法", "", note="涉密文件不得在非涉密信息系统中处理"),
    message="文首标有密级“{old}”，请确认本机符合保密要求；公开或转发前须先解密。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "⟦机密★5年⟧\n关于甲的通知\n各科室：\n请执行。": None,
        "000012\n⟦秘密★1年⟧\n特急\n关于甲的通知\n各科室：\n请执行。": None,
    },
    good=["要保守国家秘密。", "关于加强机密文件管理的通知\n各科室：\n请执行。", "秘密级文件应当登记。\n请执行。"],
)
