"""Puts an item into a list of a TOML file as a person would: everything else, comments too, stays as it is."""

from __future__ import annotations

import re

TOKEN = re.compile(r'"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[\[\]]')
TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def with_item(text: str, key: str, item: str) -> str:
    """``text`` with ``item`` added to the top-level list ``key``, which is made where there is none."""
    quoted = '"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"'
    head = _head(text)
    found = re.search(rf"^[ \t]*{re.escape(key)}[ \t]*=[ \t]*\[", text[:head], re.MULTILINE)
    if not found:
        before, after = text[:head], text[head:]
        lead = "\n" if before and not before.endswith("\n") else ""
        gap = "\n" if after else ""
        return f"{before}{lead}{key} = [{quoted}]\n{gap}{after}"
    close = _closing(text, found.end())
    inside = text[found.end() : close]
    bare = TOKEN.sub(_blank_comment, inside).rstrip()
    at = found.end() + len(bare)
    comma = "," if bare and not bare.endswith(",") else ""
    if "\n" in inside:
        line = text.index("\n", at)
        return f"{text[:at]}{comma}{text[at:line]}\n    {quoted},{text[line:]}"
    return f"{text[:at]}{comma}{' ' if bare else ''}{quoted}{text[at:]}"


def _blank_comment(match: re.Match[str]) -> str:
    return " " * len(match.group()) if match.group().startswith("#") else match.group()


def _head(text: str) -> int:
    """Where the first table begins: keys before it are top-level ones. Lists over several lines are stepped over."""
    at = 0
    while True:
        table = TABLE.search(text, at)
        if not table:
            return len(text)
        opened = re.compile(r"^[ \t]*[\w\"'-]+[ \t]*=[ \t]*\[", re.MULTILINE).search(text, at, table.end())
        if not opened:
            return table.start()
        at = _closing(text, opened.end()) + 1


def _closing(text: str, at: int) -> int:
    """Where the bracket closes that is open at ``at``."""
    depth = 1
    for token in TOKEN.finditer(text, at):
        depth += {"[": 1, "]": -1}.get(token.group(), 0)
        if depth == 0:
            return token.start()
    return len(text)
