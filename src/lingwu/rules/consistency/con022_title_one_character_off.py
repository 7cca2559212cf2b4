"""同一个文件的名称前后差一个字：多处写《关于加强档案管理的意见》，一处写成《关于加强挡案管理的意见》。

只看十字以上、差一个音近形近的字、少的一方远少于多的一方的。
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.lookalikes import one_slip
from lingwu.text.regexes import compiled

TITLE = r"《([^《》\n]{8,80})》"
MOST = 2000


def _find(doc: Document) -> Iterator[Hit]:
    if "》" not in doc.text:
        return
    places: dict[str, list[int]] = defaultdict(list)
    for match in compiled(TITLE).finditer(doc.text):
        places[match[1]].append(match.start(1))
    counts = Counter({name: len(found) for name, found in places.items()})
    halves: dict[str, list[str]] = defaultdict(list)
    for name, count in counts.most_common(MOST):
        half = len(name) // 2
        keys = (f"{len(name)}{name[:half]}", f"{len(name)}{name[half:]}")
        known = [other for key in keys for other in halves[key][:20] if one_slip(name, other) >= 0]
        if known and counts[known[0]] >= 2 * count:
            for start in places[name]:
                yield Hit(Span(start, start + len(name)), known[0])
        for key in keys:
            halves[key].append(name)


rule = Rule(
    code="CON022",
    title="文件名称前后差一字",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "文件名称前后一致"),
    message="本文多处写《{new}》，这里是《{old}》，差一个字，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "按《示范市档案管理工作办法》办，依《示范市档案管理工作办法》查，据《示范市挡案管理工作办法》改。": (
            "按《示范市档案管理工作办法》办，依《示范市档案管理工作办法》查，据《示范市档案管理工作办法》改。"
        ),
        "学习《示范市财政资金监督规定》，宣传《示范市财政资金监督规定》，落实《示范市财政资金监都规定》。": (
            "学习《示范市财政资金监督规定》，宣传《示范市财政资金监督规定》，落实《示范市财政资金监督规定》。"
        ),
    },
    good=[
        "按《示范市档案管理工作办法》办，依《示范市档案管理工作办法》查，据《示范县档案管理工作办法》改。",
        "按《示范市档案管理办法》（2023年）和《示范市档案管理办法》（2024年）办。",
        "按《示范市档案管理工作办法》办，依《示范市挡案管理工作办法》查。",
    ],
)
