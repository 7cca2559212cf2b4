"""What a fix makes of the text of its finding, and how text and paths are shown safely."""

from __future__ import annotations

from lingwu.finding import Edit, Finding, Fix


def replacement(text: str, finding: Finding, fix: Fix) -> str | None:
    """What ``fix`` makes of the finding's own text; None where it changes something outside it."""
    if not all(finding.span.covers(edit.span) for edit in fix.edits):
        return None
    pieces: list[str] = []
    at = finding.span.start
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        pieces += (text[at : edit.span.start], edit.new)
        at = edit.span.end
    return "".join((*pieces, text[at : finding.span.end]))


def suggestions(text: str, finding: Finding) -> tuple[list[str], list[tuple[Edit, ...]]]:
    """The replacements of the finding's text, and the edits of those fixes that are no such replacement."""
    told, other = [], []
    for fix in finding.fixes:
        new = replacement(text, finding, fix)
        if new is None:
            other.append(fix.edits)
        elif new not in told:
            told.append(new)
    return told, other


def printable(path: str) -> str:
    """``path`` without the lone surrogates that stand for bytes of a name that is not UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def visible(text: str) -> str:
    """``text`` with a box for each control or zero-width character, so that it is seen and does nothing."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in "\u3000\u00a0" else "□" for char in text)
