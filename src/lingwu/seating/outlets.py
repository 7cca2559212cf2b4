"""What is written of a plan, by the suffix of the file: .svg and .pdf pictures, .xlsx and .toml plans."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lingwu.errors import WriteError
from lingwu.seating import drawing, plan, printing, rules, sheets
from lingwu.seating.people import Person
from lingwu.seating.plan import Plan
from lingwu.seating.venue import Layout


@dataclass(frozen=True)
class Printed:
    """A plan with all that its papers need: the venue, who was invited, who moved, the paper (empty: by size)."""

    plan: Plan
    layout: Layout
    people: Sequence[Person] = ()
    moved: Collection[str] = ()
    paper: str = ""

    @property
    def rules(self) -> list[str]:
        """The rules in force, in words."""
        kind = self.layout.kind
        return rules.told(kind, rules.settled(kind, self.plan.scheme.rules), self.plan.scheme.order)


def svg(printed: Printed, opposite: bool = False) -> str:
    """The plan as one picture."""
    return drawing.svg(
        printed.plan, printed.layout, printed.rules, printed.paper, opposite=opposite, moved=printed.moved
    )


def _pdf(printed: Printed) -> bytes:
    return printing.pictures([svg(printed), svg(printed, opposite=True)])


OUTLETS: Mapping[str, Callable[[Printed], bytes]] = {
    ".svg": lambda printed: svg(printed).encode(),
    ".pdf": _pdf,
    ".xlsx": lambda printed: sheets.workbook(printed.plan, printed.rules, printed.people),
    ".toml": lambda printed: plan.to_toml(printed.plan).encode(),
}
"""The bytes of each form; a .pdf has a second page that is turned round."""
WHOLE = ("座次图.pdf", "座次图.svg", "座次表.xlsx")
"""What goes into a folder."""


def targets(output: Path) -> list[Path]:
    """The files that ``output`` stands for: itself, or the usual three where it is a folder.

    Raises:
        WriteError: the suffix is none of those that can be written.
    """
    if output.is_dir():
        return [output / name for name in WHOLE]
    if output.suffix.lower() not in OUTLETS:
        raise WriteError(f"{output} 的后缀写不了；可用的有：{'、'.join(OUTLETS)}，或已有的文件夹。")
    return [output]


def written(printed: Printed, target: Path) -> bytes:
    """The bytes for ``target`` by its suffix."""
    return OUTLETS[target.suffix.lower()](printed)
