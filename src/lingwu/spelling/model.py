"""The model as files: what training writes and the speller reads. Plain arrays, nothing that runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.counts import Counts
from lingwu.spelling.features import Knowledge
from lingwu.spelling.judge import Judge
from lingwu.spelling.network import Reader
from lingwu.spelling.proposals import Confusions
from lingwu.spelling.ranker import Ranker
from lingwu.spelling.sheet import Vocabulary

FOLDER = Path(__file__).parent / "model"
CARD, COUNTS, ARRAYS = "card.json", "counts.npy", "arrays.npz"
CONFUSIONS = ("first", "alike", "ways", "close", "readings", "sounds", "words", "fillers")


@dataclass(frozen=True)
class Model:
    """Knowledge, judgement, and how sure a judgement must be before it is spoken.

    ``thresholds`` maps a kind of slip (``replaced``, ``missing``, ``extra``) to the least probability. ``card`` tells
    what the model was made of and what it reached.
    """

    knowledge: Knowledge
    judge: Judge
    thresholds: Mapping[str, float]
    card: Mapping[str, Any]

    def save(self, folder: Path) -> None:
        """Writes the three files of the model into ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        know = self.knowledge
        np.save(folder / COUNTS, know.counts.cells)
        arrays: dict[str, NDArray[Any]] = {
            "segments": np.array([know.counts.segments, know.counts.width]),
            "characters": np.frombuffer(know.vocabulary.characters.encode("utf-32-le"), np.uint32),
            "singles": know.singles,
        }
        arrays |= {f"confusions/{name}": getattr(know.confusions, name) for name in CONFUSIONS}
        arrays |= {f"first/{name}": array for name, array in self.judge.first.arrays().items()}
        if self.judge.second:
            arrays |= {f"second/{name}": array for name, array in self.judge.second.arrays().items()}
        if know.reader:
            arrays |= {f"reader/{name}": array for name, array in know.reader.arrays.items()}
        np.savez_compressed(folder / ARRAYS, allow_pickle=False, **arrays)
        card = {**self.card, "thresholds": dict(self.thresholds)}
        (folder / CARD).write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Model:
        """Reads what ``save`` wrote. The counts stay on disk and come into memory as they are asked for."""
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        cells = np.load(folder / COUNTS, mmap_mode="r")
        with np.load(folder / ARRAYS) as arrays:
            held = {name: arrays[name] for name in arrays.files}
        segments, width = held["segments"].tolist()
        confusions = Confusions(*(held[f"confusions/{name}"] for name in CONFUSIONS))
        reader = _below(held, "reader/")
        knowledge = Knowledge(
            vocabulary=Vocabulary(held["characters"].tobytes().decode("utf-32-le")),
            counts=Counts(cells, segments, width),
            singles=held["singles"],
            confusions=confusions,
            reader=Reader.of(reader) if reader else None,
        )
        second = _below(held, "second/")
        judge = Judge(Ranker.of(_below(held, "first/")), Ranker.of(second) if second else None)
        return cls(knowledge, judge, card["thresholds"], card)


def _below(arrays: Mapping[str, NDArray[Any]], prefix: str) -> dict[str, NDArray[Any]]:
    return {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}


@lru_cache(maxsize=1)
def packaged() -> Model:
    """The model that comes with Lingwu, read once."""
    return Model.load()
