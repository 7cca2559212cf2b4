"""Short names that a document defines for itself: …（以下简称“甲”）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lingwu.document import Document, Span

_DEFINED = (
    r"[（(](?:以下|下文|下)(?:统|简|并|合)?称(?:为|作)?[：:]?(?P<open>[“《])?"
    r"(?P<short>[^“”《》（）()，。；\r\n]{1,20})(?:[”》])?[）)]"
)


@dataclass(frozen=True, slots=True)
class Shortened:
    """``short`` is the short name at ``span``; ``full`` the title in 《》 right before it (empty where there is none).

    ``titled`` tells that the short name itself stands in 《》; ``end`` is where the definition ends.
    """

    short: str
    span: Span
    full: str
    titled: bool
    end: int


def shortened(doc: Document) -> tuple[Shortened, ...]:
    """The definitions of short names in ``doc``, in order, worked out once for it."""
    return doc.derive(_shortened)


def _shortened(doc: Document) -> tuple[Shortened, ...]:
    return tuple(_each(doc.text)) if "称" in doc.text else ()


def _each(text: str) -> Iterator[Shortened]:
    for match in re.compile(_DEFINED).finditer(text):
        yield Shortened(
            match["short"], Span(*match.span("short")), _full(text, match.start()), match["open"] == "《", match.end()
        )


def _full(text: str, end: int) -> str:
    if end and text[end - 1] == "》":
        start = text.rfind("《", max(0, end - 80), end)
        return text[start + 1 : end - 1] if start >= 0 else ""
    return ""
