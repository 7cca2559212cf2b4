"""Whether a paper is the attachment that a notice names."""

from __future__ import annotations

import re

from lingwu.preflight.papers import Paper, PaperKind

KINDS: tuple[tuple[str, tuple[PaperKind, ...]], ...] = (
    (r"议程|流程|程序|会序", (PaperKind.AGENDA, PaperKind.SCHEDULE)),
    (r"日程|会务安排|行程|时间表", (PaperKind.SCHEDULE, PaperKind.AGENDA)),
    (r"座次|座位|席位", (PaperKind.SEATS,)),
    (r"名单|名册|人员表", (PaperKind.PEOPLE,)),
    (r"回执|报名表", (PaperKind.PEOPLE,)),
    (r"主持词", (PaperKind.SCRIPT,)),
    (r"讲话|发言|汇报|材料", (PaperKind.SPEECH,)),
)
REPLY = r"回执|报名"
ALIKE = 75


def fits(name: str, paper: Paper) -> bool:
    """Whether ``paper`` can be what is attached as ``name``: by its file's name, its title, or its kind."""
    from rapidfuzz.fuzz import ratio

    title = paper.title()
    stem = re.sub(r"^附?件?\d*[.．、_\-\s：:]*", "", re.sub(r"\s", "", paper.stem))
    for own in (stem, title):
        if len(own) >= 2 and (own in name or name in own or ratio(own, name) >= ALIKE):
            return True
    for regex, kinds in KINDS:
        if re.search(regex, name):
            answer = re.search(REPLY, name) is not None
            return paper.kind in kinds and answer == (re.search(REPLY, stem + title) is not None)
    return False
