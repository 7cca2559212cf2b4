"""The documents that geometry is measured on: one of each of the 15 kinds, with bodies of three lengths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "typeset"
KINDS = ("决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函",
         "纪要")  # fmt: skip
LENGTHS = {"短": 0, "一页": 500, "十页": 6000}
"""How many characters are added to the body."""
FENCE = re.compile(r"---\n.*?\n---\n", re.DOTALL)
SENTENCES = (
    "各级各部门要充分认识这项工作的重要意义，切实把思想和行动统一到决策部署上来，加强组织领导，明确任务分工，压实工作责任。",
    "要坚持问题导向和目标导向相结合，深入基层开展调查研究，广泛听取群众意见，认真梳理存在的突出问题，逐项提出解决办法。",
    "要建立健全长效机制，完善制度措施，强化监督检查，对工作推进不力的要及时提醒督促，对弄虚作假的要严肃追究有关人员责任。",
    "要加强宣传引导，及时总结推广基层的好经验好做法，营造良好氛围，形成齐抓共管、协同推进的工作格局，确保各项任务落到实处。",
    "要统筹安排人员力量和工作经费，合理安排进度，做好与其他重点工作的衔接，避免重复布置、多头检查，切实减轻基层工作负担。",
)
"""Characters and marks of full width only, so that every full line of them holds 28."""
SENTENCES_A_PARAGRAPH = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: its kind, the name of its length, and its text as Markdown with front matter."""

    kind: str
    length: str
    text: str

    @property
    def name(self) -> str:
        """What the draft is called in the table."""
        return f"{self.kind}-{self.length}"


def drafts() -> Iterator[Draft]:
    """All drafts, kind by kind."""
    for kind in KINDS:
        text = (EXAMPLES / f"{kind}.md").read_text(encoding="utf-8")
        for length, characters in LENGTHS.items():
            yield Draft(kind, length, lengthened(text, characters))


def lengthened(text: str, characters: int) -> str:
    """``text`` with paragraphs of so many characters in all behind the first paragraph of its body."""
    head = FENCE.match(text)
    start = head.end() if head else 0
    first = next(match for match in re.finditer(r"[^\n]{30,}[。：]\n", text[start:]) if match[0][0] not in "#|")
    at = start + first.end()
    added: list[str] = []
    sentences = cycle(SENTENCES)
    while sum(map(len, added)) < characters:
        added.append("".join(next(sentences) for _ in range(SENTENCES_A_PARAGRAPH)))
    return text[:at] + "".join(f"\n{paragraph}\n" for paragraph in added) + text[at:]
