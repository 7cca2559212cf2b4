"""引号内的话与本单位引文原文库中的一段很接近而不全同：漏字、多字或错字。

原文库用 lingwu originals add 文件夹 建立；引文少于十个字、与原文差得多（八个字里差一个以上）的不查，
标点不同不算。与库中任何一处全同的，不报。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lingwu.originals import Library
from lingwu.rule import Basis, Document, Edit, Hit, Rule, Severity, Span, Strength
from lingwu.structure.marks import QUOTES, marks
from lingwu.text.grams import WORD
from lingwu.text.passages import SHORTEST, Match, nearest_in, nearest_of

SAMPLE = (
    "零误的引文原文库示例：凡引用本单位已经印发的文件，须逐字核对原件，不得凭记忆转述，也不得从他人稿件中辗转抄录。"
)
"""What the examples below are compared with, where the office has named no folder."""


@dataclass(frozen=True)
class _OwnOriginals:
    folders: tuple[Path, ...] = ()
    _open: dict[Path, Library] = field(default_factory=dict, repr=False, compare=False)

    def configured(self, config: Any) -> Any:
        return _OwnOriginals(tuple(config.paths(config.originals)))

    def __call__(self, doc: Document) -> Iterator[Hit]:
        for pair in marks(doc).pairs:
            if pair.open in QUOTES and len(pair.inner) >= SHORTEST:
                yield from self._hits(doc, pair.inner)

    def _hits(self, doc: Document, inner: Span) -> Iterator[Hit]:
        at = [i for word in WORD.finditer(doc.text, inner.start, inner.end) for i in range(*word.span())]
        if len(at) < SHORTEST:
            return
        match = nearest_of(self._matches("".join(doc.text[i] for i in at)))
        if match and match.differences:
            edits = tuple(_edit(match, at, n) for n in range(len(match.differences)))
            span = Span(
                min(at[max(0, d.x - 1)] if d.x == d.y else at[d.x] for d in match.differences), edits[-1].span.end
            )
            yield Hit(span, edits=edits, says={"passage": match.passage, "source": match.source})

    def _matches(self, characters: str) -> Iterable[Match | None]:
        if not self.folders:
            return [nearest_in(SAMPLE, characters, "示例")]
        return [self._library(folder).nearest(characters) for folder in self.folders]

    def _library(self, folder: Path) -> Library:
        if folder not in self._open:
            self._open[folder] = Library(folder)
        return self._open[folder]


def _edit(match: Match, at: list[int], n: int) -> Edit:
    d = match.differences[n]
    where = Span(at[d.x], at[d.y - 1] + 1) if d.x < d.y else Span(at[d.x - 1] + 1, at[d.x - 1] + 1)
    return Edit(where, match.characters[d.a : d.b])


rule = Rule(
    code="QUO004",
    title="引文与本单位原文库不符",
    basis=Basis("本单位引文原文库", strength=Strength.CUSTOM),
    message="“{old}”处疑与原文不符，《{source}》中作“{passage}”，请核对。",
    find=_OwnOriginals(),
    severity=Severity.DOUBT,
    bad={
        "文件要求“须逐字核实原件，不得凭记忆转述”。": "文件要求“须逐字核对原件，不得凭记忆转述”。",
        "办法写明“凡引用本单位印发的文件，须逐字核对原件”。": "办法写明“凡引用本单位已经印发的文件，须逐字核对原件”。",
    },
    good=[
        "文件要求“须逐字核对原件，不得凭记忆转述”。",
        "须逐字核实原件，不得凭记忆转述。",
        "会议提出“逐字逐句核对原文，不凭印象改稿”。",
    ],
)
