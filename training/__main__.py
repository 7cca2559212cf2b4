"""``python -m training FILE… --out FOLDER``: trains the spelling model; see README.md."""

from __future__ import annotations

import datetime
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import numpy as np
from rich.console import Console

from lingwu.spelling import judge
from lingwu.spelling.features import Knowledge
from lingwu.spelling.model import Model
from lingwu.spelling.network import Encoder
from lingwu.spelling.sheet import Vocabulary
from training import counting, encoder, likeness, ranking, texts
from training.noise import Noise, word_counts

FONT = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
SEED = 7
SENTENCES = 26_000
"""So many held-back sentences are spoilt for the judgements; a sixth of them is kept for calibration."""
STRANGE, LARGE = 0.5, 0.1
"""This share of them is judged with counts that lack a file, one of those with at least this share of the text."""


class Course:
    """One run of the pipeline, step by step, with the time that each took."""

    def __init__(
        self,
        files: Sequence[Path],
        font: Path,
        strokes: Path,
        parts: Path | None = None,
        characters: str = "",
    ) -> None:
        self.console = Console(stderr=True)
        self.began = time.monotonic()
        self.texts = texts.read(files, SEED)
        self.vocabulary = Vocabulary(characters) if characters else counting.vocabulary(self.texts.lines())
        self.streams = {name: counting.stream(lines, self.vocabulary) for name, lines in self.texts.learned.items()}
        self.say(f"{sum(map(len, self.streams.values())):,} characters, {len(self.vocabulary)} different ones")
        self.words = word_counts(list(self.texts.lines()))
        han = [c for c in self.vocabulary.characters if likeness.HAN.fullmatch(c)]
        self.alike = likeness.shapes("".join(han), font, strokes, parts)
        self.close = likeness.closeness("".join(han), font, strokes)
        self.say("words and shapes")

    def say(self, what: str) -> None:
        """A line of progress."""
        self.console.print(f"[dim]{time.monotonic() - self.began:6.0f} s[/] {what}")

    def knowledge(self, names: Sequence[str], read: Encoder | None = None) -> Knowledge:
        """What the model would know from the files ``names`` alone."""
        stream = np.concatenate([self.streams[name] for name in names])
        singles = np.bincount(stream, minlength=len(self.vocabulary)).astype(np.float32)
        confusions = likeness.confusions(self.vocabulary, singles, self.words, self.alike, self.close)
        return Knowledge(self.vocabulary, counting.counts(stream), singles, confusions, read)

    def encoder(self, setting: str, minutes: float, confusions: likeness.Confusions) -> Encoder:
        """A trained encoder."""
        stream = np.concatenate(list(self.streams.values()))
        lessons = encoder.Lessons(stream, self.vocabulary, confusions, np.random.default_rng(SEED))
        return Encoder.of(encoder.train(lessons, encoder.SETTINGS[setting], minutes, self.say, SEED))

    def spoilt(self, confusions: likeness.Confusions, dictionary: Mapping[str, int]) -> dict[str, ranking.Pairs]:
        """Held-back sentences, shuffled, some with slips, by the file that the counts which judge them leave out; those
        under "" are judged with all counts."""
        chance = random.Random(SEED)  # noqa: S311
        noise = Noise(confusions, self.vocabulary, self.words, chance, dictionary)
        held = [sentence for lines in self.texts.held.values() for sentence in texts.sentences(lines)]
        chance.shuffle(held)
        sizes = {name: len(stream) for name, stream in self.streams.items()}
        large = [name for name, size in sizes.items() if LARGE * sum(sizes.values()) <= size < sum(sizes.values())]
        found: dict[str, list[tuple[str, str]]] = {name: [] for name in ("", *large)}
        for sentence in held[:SENTENCES]:
            strange = large and chance.random() < STRANGE
            left_out = chance.choices(large, [sizes[name] for name in large])[0] if strange else ""
            found[left_out].append((noise.spoil(sentence), sentence))
        return found


def judged(course: Course, knowledge: Knowledge, dictionary: Mapping[str, int]) -> tuple[judge.Judge, dict[str, float]]:
    """Trains both judgements: on text like that learned, and on text judged with counts that leave a file out, so that
    they know what strange text looks like."""
    learned, fresh, clean, sizes = [], [], [], []
    for left_out, pairs in course.spoilt(knowledge.confusions, dictionary).items():
        knows = course.knowledge([n for n in course.streams if n != left_out]) if left_out else knowledge
        knows = replace(knows, confusions=knowledge.confusions)
        cut = len(pairs) * 5 // 6
        learned.append(ranking.rows(knows, pairs[:cut]))
        fresh.append(ranking.rows(knows, pairs[cut:]))
        clean.append(np.array([spoiled == truth for spoiled, truth in pairs[cut:]]))
        sizes.append(max(1, int(clean[-1].sum())))
        course.say(f"rows without {left_out or 'nothing'}")
    first = ranking.calibrated(ranking.train(ranking.join(learned)), ranking.join(fresh))
    course.say("first judgement")
    both, last = judge.Judge(first), first
    if knowledge.encoder:
        quick = encoder.Quick.of(knowledge.encoder.arrays)
        learned = [ranking.read(rows, first, quick) for rows in learned]
        fresh = [ranking.read(rows, first, quick) for rows in fresh]
        last = ranking.calibrated(ranking.train(ranking.join(learned)), ranking.join(fresh))
        both = judge.Judge(first, last)
        course.say("second judgement")
    sound = [_only(rows, which[rows.sentence]) for rows, which in zip(fresh, clean, strict=True)]
    return both, ranking.thresholds(last, sound, sizes)


def _only(rows: ranking.Rows, which: Any) -> ranking.Rows:
    return ranking.Rows(rows.features[which], rows.right[which], rows.kind[which], rows.sentence[which])


def _dictionary(path: Path | None) -> dict[str, int]:
    lines = path.read_text(encoding="utf-8").splitlines() if path else []
    rows = (line.split() for line in lines)
    return {row[0]: int(row[1]) for row in rows if len(row) > 1 and 1 < len(row[0]) < 5 and int(row[1]) > 1}


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="the model's folder")
@click.option("--strokes", required=True, type=click.Path(exists=True, path_type=Path), help="character, tab, strokes")
@click.option("--parts", type=click.Path(exists=True, path_type=Path), help="character, tab, description by its parts")
@click.option(
    "--dictionary", type=click.Path(exists=True, path_type=Path), help="word and count, for rare words as slips"
)
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
    parts: Path | None,
    dictionary: Path | None,
    font: Path,
    setting: str | None,
    minutes: float,
    keep: Path | None,
) -> None:
    """Trains the spelling model on plain text FILES of one paragraph a line and writes it into a folder."""
    kept = dict(np.load(keep)) if keep and keep.exists() else {}
    course = Course(files, font, strokes, parts, str(kept.pop("vocabulary", "")))
    knowledge = course.knowledge(list(course.streams))
    course.say("counts")
    read = Encoder.of(kept) if kept else None
    if setting and not read:
        read = course.encoder(setting, minutes, knowledge.confusions)
        if keep:
            np.savez(keep, vocabulary=np.array(course.vocabulary.characters), **dict(read.arrays))
    knowledge = replace(knowledge, encoder=read)
    both, least = judged(course, knowledge, _dictionary(dictionary))
    card = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "texts": {name: len(stream) for name, stream in course.streams.items()},
        "encoder": setting if read else None,
        "seed": SEED,
    }
    Model(knowledge, both, least, card).save(out)
    course.say(f"written to {out}; thresholds {least}")


if __name__ == "__main__":
    main()
