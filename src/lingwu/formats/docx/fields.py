"""Fields made of w:fldChar: where each begins, where its result begins, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from lingwu.formats.docx.names import Element, local, tag_beside, value

FREE = ("HYPERLINK", "FORMTEXT")
"""Fields whose result is the author's own text: it can be edited and stays as edited."""
GONE = frozenset({"del", "moveFrom"})


@dataclass(slots=True)
class Field:
    """One complex field; ``shown`` once its result has begun."""

    begin: Element
    instruction: str = ""
    shown: bool = False

    @property
    def locked(self) -> bool:
        """Whether Word works out the result itself, so that an edit there would not last."""
        return not self.instruction.lstrip().upper().startswith(FREE)


def whole_fields(story: Element) -> frozenset[Element]:
    """The w:fldChar of ``story`` that belong to fields with a beginning and an end; others are to be passed over."""
    opened: list[list[Element]] = []
    whole: list[Element] = []
    for char in story.iter(tag_beside(story, "fldChar")):
        if _is_gone(char):
            continue
        kind = value(char, "fldCharType")
        if kind == "begin":
            opened.append([char])
        elif opened and kind in {"separate", "end"}:
            opened[-1].append(char)
            if kind == "end":
                whole += opened.pop()
    return frozenset(whole)


def is_free(instruction: str) -> bool:
    """Whether the result of a field with this instruction is the author's own text."""
    return instruction.lstrip().upper().startswith(FREE)


def _is_gone(el: Element) -> bool:
    return any(local(above.tag) in GONE for above in el.iterancestors())
