"""冒号后面列出的文件，件数应与冒号前面所说的相同：“建立制度3项：《甲办法》《乙办法》”只列了两项。

只数一句之内列完的书名号；有“等”字、还列了别的东西的不看。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import parse
from lingwu.text.regexes import compiled

TITLE = r"《[^《》\n]{2,60}》(?:[（(][^（）()\n]{1,40}[）)])?[^，。；：、《》“”\n]{0,10}、?"
SAID = (
    r"(?<![第十百几之\d.数余])(?P<x>[一二两三四五六七八九十]|[1-9]|1\d)(?P<c>部|个|项|件|份|篇|种)"
    rf"(?P<n>[^，。；：《》\n]{{0,16}})[:：](?P<list>(?:{TITLE}){{2,20}})(?=[。；\n]|$)"
)
UNSURE = r"》[^《]{0,10}等|其中|以及其|配套"


def _find(doc: Document) -> Iterator[Hit]:
    if "：《" not in doc.text and ":《" not in doc.text:
        return
    for match in compiled(SAID).finditer(doc.text):
        said, listed = parse(match["x"]), match["list"].count("《")
        if said is not None and said != listed and not compiled(UNSURE).search(match["list"]):
            yield Hit(Span(match.start("x"), match.end("c")), says={"listed": str(listed)})


rule = Rule(
    code="SUM029",
    title="冒号后文件的件数",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "列举的文件与所说的件数一致"),
    message="这里说“{old}”，后面列了{listed}件，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "建立健全制度⟦6项⟧：《接待办法》《合同办法》《审批办法》。": None,
        "对⟦3件⟧文件的条款予以修改：《审批办法》第八条、《供水办法》第十二条。": None,
    },
    good=[
        "建立健全制度3项：《接待办法》《合同办法》《审批办法》。",
        "建立健全制度6项：《接待办法》《合同办法》等。",
        "第一项：《接待办法》《合同办法》。",
        "学习两个文件：《接待办法》和《合同办法》。",
    ],
)
