"""联合行文只用主办机关的发文字号，不并列几个机关的文号。

两个以上机关联合发文，版头里只标一个发文字号。看文首标题之前（或标题下一行）并列着两个文号的；正文里引用的文号不看。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, whole

NUMBER = r"[一-鿿]{2,12}〔(?:19|20)\d\d〕\d{1,5}号"
HEAD = frozenset({Role.DOCUMENT_NUMBER, Role.ISSUER_MARK, Role.TITLE, Role.BODY, Role.SIGNATORY})


def _find(doc: Document) -> Iterator[Hit]:
    found: list[Span] = []
    for block in doc.blocks[:12]:
        if block.role is Role.ADDRESSEE or len(block.span) > 60:
            break
        line = block.span.of(doc.text)
        numbers = [*re.finditer(NUMBER, line)]
        bare = re.sub(NUMBER, "", line).strip(" 　\t、，")
        if numbers and not bare and block.role in HEAD:
            found += [Span(block.span.start + match.start(), block.span.start + match.end()) for match in numbers]
    if len(found) == 2 and found[0].of(doc.text) != found[1].of(doc.text):
        yield Hit(found[1])


rule = Rule(
    code="STR080",
    title="联合行文的发文字号",
    basis=Basis("党政机关公文处理工作条例", "第九条（五）", note="联合行文时，使用主办机关的发文字号"),
    message="文首已有一个发文字号，“{old}”多余；联合行文只用主办机关的发文字号。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示财发〔2024〕8号　⟦示审发〔2024〕6号⟧\n关于清理账户的通知\n各县区：\n请执行。": None,
        "示财发〔2024〕8号\n⟦示教发〔2024〕6号⟧\n关于发放补助的通知\n各县区：\n请执行。": None,
    },
    good=[
        "示财发〔2024〕8号\n关于清理账户的通知\n各县区：\n请执行。",
        "关于清理账户的通知\n各县区：\n示财发〔2024〕8号\n示审发〔2024〕6号\n以上文件废止。",
        "示财发〔2024〕8号\n关于转发示审发〔2024〕6号文件的通知\n各县区：\n请执行。",
    ],
)
