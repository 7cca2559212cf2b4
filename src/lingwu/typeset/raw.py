"""What a reader hands over: the paragraphs and tables of a draft, before anyone knows which part of it each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lingwu.document import Kind
from lingwu.typeset.matter import Matter
from lingwu.typeset.model import Other, Paragraph, Table

NUMBER_ONLY = re.compile(r"[\s\dXx×—–\-－_~·.,/第页共的／]*")
"""A line of a header or footer that is no more than a page number."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One piece of a draft: ``thing`` with what the file says of it.

    ``level`` and ``style`` are those of the paragraph's style. ``beneath`` are the paragraphs of a table that may turn
    out to be no table at all (a 版头 or 版记 that is set as one).
    """

    thing: Paragraph | Table | Other
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    style: str = ""
    beneath: tuple[Raw, ...] = ()

    @property
    def text(self) -> str:
        """The characters of a paragraph with the number that Word counts before it; nothing for other things."""
        return self.thing.number + self.thing.text if isinstance(self.thing, Paragraph) else ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as read: its pieces in order, its front matter, and what the user is to be told."""

    raws: Sequence[Raw]
    matter: Matter = field(default_factory=Matter)
    notes: tuple[str, ...] = ()
