"""``python -m training FILE… --out FOLDER``: trains the spelling model; see README.md."""

from __future__ import annotations

import datetime
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import numpy as np
from rich.console import Console

from lingwu.spelling.features import Knowledge
from lingwu.spelling.model import Model
from lingwu.spelling.network import Encoder
from lingwu.spelling.sheet import Vocabulary
from training import counting, encoder, likeness, ranking, texts
from training.noise import Noise, word_counts

FONT = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
SEED = 7
SENTENCES = 36_000
"""So many held-back sentences are spoilt for the ranker; a fifth of them is kept for calibration."""


class Course:
    """One run of the pipeline, step by step, with the time that each took."""

    def __init__(self, files: Sequence[Path], font: Path, strokes: Path, characters: str = "") -> None:
        self.console = Console(stderr=True)
        self.began = time.monotonic()
        self.texts = texts.read(files, SEED)
        self.vocabulary = Vocabulary(characters) if characters else counting.vocabulary(self.texts.lines())
        self.streams = {name: counting.stream(lines, self.vocabulary) for name, lines in self.texts.learned.items()}
        self.say(f"{sum(map(len, self.streams.values())):,} characters, {len(self.vocabulary)} different ones")
        self.words = word_counts(list(self.texts.lines()))
        han = [c for c in self.vocabulary.characters if likeness.HAN.fullmatch(c)]
        self.alike = likeness.shapes("".join(han), font, strokes)
        self.say("words and shapes")

    def say(self, what: str) -> None:
        """A line of progress."""
        self.console.print(f"[dim]{time.monotonic() - self.began:6.0f} s[/] {what}")

    def knowledge(self, names: Sequence[str], read: Encoder | None = None) -> Knowledge:
        """What the model would know from the files ``names`` alone."""
        stream = np.concatenate([self.streams[name] for name in names])
        singles = np.bincount(stream, minlength=len(self.vocabulary)).astype(np.float32)
        confusions = likeness.confusions(self.vocabulary, singles, self.words, self.alike)
        return Knowledge(self.vocabulary, counting.counts(stream), singles, confusions, read)

    def encoder(self, setting: str, minutes: float, confusions: likeness.Confusions) -> Encoder:
        """A trained encoder."""
        stream = np.concatenate(list(self.streams.values()))
        lessons = encoder.Lessons(stream, self.vocabulary, confusions, np.random.default_rng(SEED))
        return Encoder.of(encoder.train(lessons, encoder.SETTINGS[setting], minutes, self.say, SEED))

    def spoilt(self, confusions: likeness.Confusions) -> dict[str, list[tuple[str, str]]]:
        """Held-back sentences by file, some with slips, in the proportion of the files."""
        chance = random.Random(SEED)  # noqa: S311
        noise = Noise(confusions, self.vocabulary, self.words, chance)
        pools = {name: texts.sentences(lines) for name, lines in self.texts.held.items()}
        total = sum(map(len, pools.values()))
        found = {}
        for name, pool in pools.items():
            chance.shuffle(pool)
            some = pool[: max(1, round(SENTENCES * len(pool) / total))]
            found[name] = [(noise.spoil(sentence), sentence) for sentence in some]
        return found


def judge(course: Course, knowledge: Knowledge) -> tuple[ranking.Ranker, dict[str, float]]:
    """Trains the ranker: on text like that learned, and, where there are several files, on each file with counts that
    leave it out, so that the ranker knows what strange text looks like."""
    spoilt = course.spoilt(knowledge.confusions)
    parts, clean, sizes, fresh = [], [], [], []
    for name, pairs in spoilt.items():
        others = [other for other in course.streams if other != name]
        cut, near = len(pairs) * 4 // 5, len(pairs) * (3 if others else 4) // 5
        blind = course.knowledge(others, knowledge.encoder) if others else knowledge
        parts += [ranking.rows(knowledge, pairs[:near])]
        parts += [ranking.rows(blind, pairs[near:cut])] if others else []
        for knows in (knowledge, blind)[: 2 if others else 1]:
            kept = pairs[cut:]
            held = ranking.rows(knows, kept)
            fresh.append(held)
            sound = np.array([spoiled == truth for spoiled, truth in kept])
            clean.append(_only(held, sound[held.sentence]))
            sizes.append(max(1, int(sound.sum())))
        course.say(f"rows of {name}")
    ranker = ranking.calibrated(ranking.train(ranking.join(parts)), ranking.join(fresh))
    course.say("ranker")
    return ranker, ranking.thresholds(ranker, clean, sizes)


def _only(rows: ranking.Rows, which: Any) -> ranking.Rows:
    return ranking.Rows(rows.features[which], rows.right[which], rows.kind[which], rows.sentence[which])


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="the model's folder")
@click.option("--strokes", required=True, type=click.Path(exists=True, path_type=Path), help="character, tab, strokes")
@click.option("--font", default=FONT, type=click.Path(exists=True, path_type=Path), help="a font with all characters")
@click.option("--setting", type=click.Choice(list(encoder.SETTINGS)), help="train an encoder of this size")
@click.option("--minutes", default=90.0, help="how long the encoder is trained")
@click.option(
    "--keep", type=click.Path(dir_okay=False, path_type=Path), help="the encoder's weights: read if there, else written"
)
def main(
    files: tuple[Path, ...],
    out: Path,
    strokes: Path,
    font: Path,
    setting: str | None,
    minutes: float,
    keep: Path | None,
) -> None:
    """Trains the spelling model on plain text FILES of one paragraph a line and writes it into a folder."""
    kept = dict(np.load(keep)) if keep and keep.exists() else {}
    course = Course(files, font, strokes, str(kept.pop("vocabulary", "")))
    knowledge = course.knowledge(list(course.streams))
    course.say("counts")
    read = Encoder.of(kept) if kept else None
    if setting and not read:
        read = course.encoder(setting, minutes, knowledge.confusions)
        if keep:
            np.savez(keep, vocabulary=np.array(course.vocabulary.characters), **dict(read.arrays))
    knowledge = replace(knowledge, encoder=read)
    ranker, least = judge(course, knowledge)
    card = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "texts": {name: len(stream) for name, stream in course.streams.items()},
        "encoder": setting if read else None,
        "seed": SEED,
    }
    Model(knowledge, ranker, least, card).save(out)
    course.say(f"written to {out}; thresholds {least}")


if __name__ == "__main__":
    main()
