"""On which page of a .docx the text ends, near enough to know whether 版记 needs a page of its own.

Word alone lays out a .docx; this counts lines as it would: 28 characters to a line, 22 lines to a page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from lingwu.gbt9704 import geometry as g
from lingwu.typeset.layout import Placed, Setting, is_joint
from lingwu.typeset.model import IMPRINT, Paper, Paragraph, Part, Table, width

ROW = 6.5
"""The height of a line in a table, in mm."""
DOUBT = 1.5
"""Where the text ends so many lines from the edge of a page, its page is not certain."""


def imprint_apart(laid: Sequence[Placed], paper: Paper, setting: Setting) -> bool:
    """Whether 版记 stands on an even page of its own: the text ends on an odd one, or leaves too little room (7.4)."""
    imprint = [now for now in laid if isinstance(now.item, Paragraph) and now.item.part in IMPRINT]
    if len(imprint) in (0, len(laid)) or not paper.duplex:
        return False
    page, y = _end([now for now in laid[: -len(imprint)] if not _beside(now, paper)], setting)
    wanted = sum(_lines(now, setting) for now in imprint) * setting.line + 1
    free = setting.profile.height - y
    if page % 2:
        return y > DOUBT * setting.line or page == 1
    return free < wanted - DOUBT * setting.line


def _beside(now: Placed, paper: Paper) -> bool:
    """Whether an item is the 文件 that stands beside the names of several organs."""
    marks = paper.of(Part.MARK)
    return is_joint([item.text for item in marks]) and now.item is marks[-1]


def _end(laid: Sequence[Placed], setting: Setting) -> tuple[int, float]:
    """The page on which the text ends, and how far down, in mm from the top of the type area."""
    page, y, full = 1, 0.0, setting.profile.height + 0.1
    for index, now in enumerate(laid):
        following = laid[index + 1].item if index + 1 < len(laid) else None
        if now.at is not None or (now.shape.keep and isinstance(following, Table) and following.wide):
            continue  # in a place of its own, or on the page of a wide table
        if isinstance(now.item, Table) and now.item.wide:  # pages of its own
            page, y = page + (y > 0 or page > 1) + 1, 0.0
            continue
        if now.new_page and (y or page > 1):
            page, y = page + 1, 0.0
        y += now.before if y or page == 1 else 0.0
        box, lines, below = _size(now, setting)
        together = lines * box + (_kept(laid, index + 1, setting) if now.shape.keep else 0.0)
        if now.shape.keep and full - y < together <= full:
            page, y = page + 1, 0.0
        for _ in range(lines):
            if y + box > full:
                page, y = page + 1, 0.0
            y += box
        y += below
    return page, y


def _kept(laid: Sequence[Placed], index: int, setting: Setting) -> float:
    """The height of what stays on the page of the item before ``index``."""
    height = 0.0
    for now in laid[index:]:
        box, lines, below = _size(now, setting)
        height += now.before + (lines * box + below if now.shape.keep else box)
        if not now.shape.keep:
            break
    return height


def _size(now: Placed, setting: Setting) -> tuple[float, int, float]:
    """The height of a line of an item, how many it has, and what stands under them."""
    if not isinstance(now.item, Paragraph):
        return (*_table(now, setting), 0.0)
    below = now.rule + g.SEPARATOR_THICKNESS if now.rule is not None else 0.0
    below += sum(piece.picture.height for piece in now.item.pieces if piece.picture)
    return now.box, _lines(now, setting), below


def _lines(now: Placed, setting: Setting) -> int:
    item = now.item
    if not isinstance(item, Paragraph):
        return 1
    if now.breaks:
        return len(now.breaks) + 1
    shape, profile = now.shape, setting.profile
    size = shape.size / g.SIZE_3
    room = (profile.characters - shape.left - shape.right) / size
    wide = width(item.number + item.text) + shape.first / size
    return max(1, math.ceil(wide / max(room, 1.0)))


def _table(now: Placed, setting: Setting) -> tuple[float, int]:
    """The height of a row's line, and how many such lines a table takes."""
    if not isinstance(now.item, Table):
        return setting.line, 1
    total, lines = sum(now.item.widths), 0
    scale = min(1.0, setting.profile.width / total) * g.MM / g.TABLE_SIZE
    for row in now.item.rows:
        heights = [
            sum(max(1, math.ceil(width(one.text) / max(room * scale * cell.across - 1, 1))) for one in cell.paragraphs)
            for cell, room in zip(row, now.item.widths, strict=False) if cell
        ]  # fmt: skip
        lines += max(heights, default=1)
    return ROW, lines
