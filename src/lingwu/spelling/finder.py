"""The shape of the spelling rules: what the speller finds, as hits of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lingwu.config import Config
from lingwu.document import Document, Span
from lingwu.errors import ConfigError
from lingwu.finding import Hit
from lingwu.lexicon import Lexicon

if TYPE_CHECKING:
    from lingwu.spelling.speller import Slip, Speller

BESIDE = 4
"""Characters on either side that a message shows around the slip."""


@dataclass(frozen=True)
class Spelled:
    """A finder that reports slips of the given ``sorts``; ``known`` are words of the office that are never one."""

    sorts: tuple[str, ...]
    known: tuple[str, ...] = ()
    second: tuple[tuple[str, str], ...] = ()
    root: Path = Path()

    def configured(self, config: Config) -> Spelled:
        """The same finder with the words that ``config`` accepts, those of its own lists, and its second judge."""
        lists = (Lexicon.load(path) for path in config.paths(config.words))
        own = [word for lexicon in lists for entry in lexicon.entries for word in entry.right]
        known = tuple(sorted({*config.accept, *own}))
        return Spelled(self.sorts, known, tuple(sorted(config.spelling.items())), config.root)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The slips of ``doc``; both rules look at the same ones, found once."""
        for slip in doc.derive(speller(self.known, self.second, self.root).of_document):
            if slip.sort in self.sorts:
                yield _hit(doc.text, slip)


@lru_cache(maxsize=4)
def speller(
    known: tuple[str, ...] = (),
    second: tuple[tuple[str, str], ...] = (),
    root: Path = Path(),
) -> Speller:
    """The speller with the model that comes with Lingwu, made once for each set of known words and second judge.

    The model and NumPy are loaded here, so that whoever does not use spelling does not wait for them.

    Raises:
        ConfigError: the extra ``spelling`` is not installed, or the second judge cannot be used.
    """
    try:
        from lingwu.spelling.model import packaged
        from lingwu.spelling.opinion import opinion
        from lingwu.spelling.speller import Speller
    except ImportError as error:
        raise ConfigError("要查真词错字，请先安装所需的部件：pip install 'lingwu[spelling]'。") from error

    return Speller(packaged(), known, opinion(dict(second), root))


def _hit(text: str, slip: Slip) -> Hit:
    left = text[max(0, slip.start - BESIDE) : slip.start].rpartition("\n")[2]
    right = text[slip.end : slip.end + BESIDE].partition("\n")[0]
    says: dict[str, Any] = {
        "was": f"{left}{text[slip.start : slip.end]}{right}",
        "reads": f"{left}{slip.new}{right}",
        "chance": f"{slip.probability:.0%}",
    }
    return Hit(Span(slip.start, slip.end), slip.new, says=says)
