"""The verdict as a panel of the HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from lingwu.reporters import Checked
from lingwu.reporters._statistics import CAUTION, HEADS, cells, conclusion, measure, remarks, totals, verdict_of
from lingwu.verdict import Verdict, together


def panel(said: Verdict, title: str) -> Iterator[str]:
    """The table of one account, with how it was counted below."""
    yield f'<div class="verdict">\n<h3>{escape(title)}</h3>\n<p class="rate">{escape(conclusion(said))}</p>'
    yield f"<table>\n<thead>{_row('th', HEADS)}</thead>\n<tbody>"
    for row in said.rows:
        yield _row("td", cells(row))
    yield f"</tbody>\n<tfoot>{_row('td', totals(said))}</tfoot>\n</table>"
    notes = (f"{measure(said)}。", *remarks(said), *CAUTION)
    yield f'<p class="how">{"".join(map(escape, notes))}</p>\n</div>'


def overall(files: Sequence[Checked]) -> Iterator[str]:
    """The panel of all files together, where there are several."""
    verdicts = [said for one in files if (said := verdict_of(one))]
    if len(verdicts) > 1:
        yield '<section class="file wrap">'
        yield from panel(together(verdicts), f"差错统计：全部 {len(verdicts)} 个文件")
        yield "</section>"


def _row(tag: str, said: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in said)}</tr>"
