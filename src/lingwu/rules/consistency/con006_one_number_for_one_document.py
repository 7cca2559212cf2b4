"""同一个文件在文中的发文字号应当一致。

前面写“《示范办法》（示政发〔2023〕8号）”，后面写“《示范办法》（示政发〔2024〕8号）”，必有一处写错；反过来，同一个字号后面跟着两个不同的
名称，也要核对。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, whole

CITED = r"《(?P<name>[^《》\r\n]{4,120})》[（(](?P<number>[一-鿿]{2,12}[〔\[［]\d{4}[〕\]］]\d{1,5}号)[）)]"


def _find(doc: Document) -> Iterator[Hit]:
    if "》（" not in doc.text or "〕" not in doc.text:
        return
    numbers: dict[str, str] = {}
    names: dict[str, str] = {}
    for match in re.compile(CITED).finditer(doc.text):
        name, number = match["name"], match["number"]
        if numbers.get(name, number) != number:
            yield Hit(Span(*match.span("number")), says={"said": f"前面《{name}》的发文字号是“{numbers[name]}”"})
        elif not _same(names.get(number, name), name):
            yield Hit(Span(*match.span("name")), says={"said": f"前面“{number}”的名称是《{names[number]}》"})
        numbers.setdefault(name, number)
        names.setdefault(number, name)


def _same(ours: str, theirs: str) -> bool:
    """Whether two names are one but for the name of the organ before 关于."""
    return ours.endswith(theirs) or theirs.endswith(ours)


rule = Rule(
    code="CON006",
    title="文件名称与字号前后不一",
    basis=Basis("党政机关公文处理工作条例", "第二十条（四）", note="引文应当准确"),
    message="{said}，与这里的“{old}”不一致，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "按《示范办法》（示政发〔2023〕8号）办。依《示范办法》（⟦示政发〔2024〕8号⟧）办。": None,
        "按《防汛办法》（示政发〔2023〕8号）办。依《⟦抗旱办法⟧》（示政发〔2023〕8号）办。": None,
    },
    good=[
        "按《示范办法》（示政发〔2023〕8号）办。依《示范办法》（示政发〔2023〕8号）办。",
        "按《防汛办法》（示政发〔2023〕8号）和《抗旱办法》（示政发〔2023〕9号）办。",
        "见《示范办法》（2023年版）。",
    ],
)
