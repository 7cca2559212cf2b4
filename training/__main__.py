"""``python -m training FILE… --out FOLDER``: trains the spelling model; see README.md."""

from __future__ import annotations

import datetime
import random
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click
import numpy as np
from rich.console import Console

from lingwu.spelling import judge
from lingwu.spelling.counts import LONGEST
from lingwu.spelling.features import Knowledge
from lingwu.spelling.model import Model
from lingwu.spelling.network import Reader
from lingwu.spelling.ranker import Ranker
from lingwu.spelling.sheet import Vocabulary
from training import counting, likeness, ranking, reader, texts
from training.noise import Noise, word_counts

FONT = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
SEED = 7
HELD, STRANGE, LACKING = 11_000, 15_000, 6_000
"""So many sentences held back by chance, of the strangest, and for each large file so many judged with counts that lack
it, are spoilt for the judgements; a sixth of them is kept for calibration."""
READ = ("held", "strange")
"""The sentences that the reader has not seen; the others had a part in its training."""
LARGE = 0.1
"""A file with at least this share of the text is large."""


class Course:
    """One run of the pipeline, step by step, with the time that each took."""

    def __init__(
        self,
        files: Sequence[Path],
        font: Path,
        strokes: Path,
        parts: Path | None,
        dictionary: Mapping[str, int],
        characters: str = "",
    ) -> None:
        self.console = Console(stderr=True)
        self.began = time.monotonic()
        self.texts = texts.read(files, SEED)
        self.vocabulary = Vocabulary(characters) if characters else counting.vocabulary(self.texts.lines())
        self.streams = {name: counting.stream(lines, self.vocabulary) for name, lines in self.texts.learned.items()}
        self.dictionary = dictionary
        self.more = counting.words(dictionary, self.vocabulary)
        self.say(f"{sum(map(len, self.streams.values())):,} characters, {len(self.vocabulary)} different ones")
        self.words = word_counts(list(self.texts.lines()))
        han = [c for c in self.vocabulary.characters if likeness.HAN.fullmatch(c)]
        self.alike = likeness.shapes("".join(han), font, strokes, parts)
        self.close = likeness.closeness("".join(han), font, strokes)
        self.say("words and shapes")

    def say(self, what: str) -> None:
        """A line of progress."""
        self.console.print(f"[dim]{time.monotonic() - self.began:6.0f} s[/] {what}")

    def knowledge(self, names: Sequence[str], read: Reader | None = None) -> Knowledge:
        """What the model would know from the files ``names`` alone."""
        stream = np.concatenate([self.streams[name] for name in names])
        singles = np.bincount(stream, minlength=len(self.vocabulary)).astype(np.float32)
        confusions = likeness.confusions(self.vocabulary, singles, self.words, self.alike, self.close)
        return Knowledge(self.vocabulary, counting.counts(stream, self.more), singles, confusions, read)

    def all_counted(self, knowledge: Knowledge) -> Knowledge:
        """The same knowledge with the counts of all texts: what was held back for the judgements need not stay so."""
        stream = counting.stream([line for lines in self.texts.all().values() for line in lines], self.vocabulary)
        singles = np.bincount(stream, minlength=len(self.vocabulary)).astype(np.float32)
        return replace(knowledge, counts=counting.counts(stream, self.more), singles=singles)

    def reader(self, setting: str, minutes: float, confusions: likeness.Confusions) -> Reader:
        """A trained reader."""
        stream = np.concatenate(list(self.streams.values()))
        lessons = reader.Lessons(stream, self.vocabulary, confusions, np.random.default_rng(SEED))
        return Reader.of(reader.train(lessons, reader.SETTINGS[setting], minutes, self.say, SEED))

    def spoilt(self, confusions: likeness.Confusions) -> dict[str, ranking.Pairs]:
        """Sentences that nothing was learned from, shuffled, some with slips: under ``held`` and ``strange`` those
        to be judged with all that was learned, by the name of a large file those to be judged with counts that lack
        it."""
        chance = random.Random(SEED)  # noqa: S311
        noise = Noise(confusions, self.vocabulary, self.words, chance, self.dictionary)
        found = {
            "held": _some(self.texts.held.values(), HELD, chance),
            "strange": _some(self.texts.strange.values(), STRANGE, chance),
        }
        sizes = {name: len(stream) for name, stream in self.streams.items()}
        for name in (name for name, size in sizes.items() if LARGE * sum(sizes.values()) <= size < sum(sizes.values())):
            found[name] = _some((self.texts.held[name], self.texts.strange[name]), LACKING, chance)
        return {name: [(noise.spoil(each), each) for each in some] for name, some in found.items()}


def _some(parts: Iterable[Sequence[str]], many: int, chance: random.Random) -> list[str]:
    found = [sentence for lines in parts for sentence in texts.sentences(lines)]
    chance.shuffle(found)
    return found[:many]


def judged(course: Course, knowledge: Knowledge) -> tuple[judge.Judge, dict[str, float]]:
    """Trains both judgements. The first one also on text judged with counts that lack a file, so that it knows what
    strange text looks like; the second one only on text that the reader has not seen."""
    learned: dict[str, list[ranking.Rows]] = {}
    fresh, sound, sizes = {}, [], []
    for name, pairs in course.spoilt(knowledge.confusions).items():
        knows = knowledge
        if name in course.streams:
            knows = course.knowledge([other for other in course.streams if other != name])
            knows = replace(knows, confusions=knowledge.confusions)
        cut = len(pairs) * 5 // 6
        learned[name] = [ranking.rows(knows, part) for part in (pairs[: cut // 2], pairs[cut // 2 : cut])]
        fresh[name] = ranking.rows(knows, pairs[cut:])
        clean = np.array([spoiled == truth for spoiled, truth in pairs[cut:]])
        if name in READ:
            sound.append(clean)
            sizes.append(max(1, int(clean.sum())))
        course.say(f"rows {name}")
    first = _first(learned, fresh)
    course.say("first judgement")
    both, last, tests = judge.Judge(first), first, [fresh[name] for name in READ]
    if knowledge.reader:
        tests = [ranking.read(rows, first, knowledge, knowledge.reader) for rows in tests]
        lessons = _lessons(learned, fresh, knowledge, knowledge.reader)
        last = ranking.calibrated(ranking.train(lessons, ranking.SECOND), ranking.join(tests))
        both = judge.Judge(first, last)
        course.say("second judgement")
    judged_sound = [ranking.only(rows, which[rows.sentence]) for rows, which in zip(tests, sound, strict=True)]
    return both, ranking.thresholds(last, judged_sound, sizes)


def _first(learned: Mapping[str, Sequence[ranking.Rows]], fresh: Mapping[str, ranking.Rows]) -> Ranker:
    every = ranking.join([part for halves in learned.values() for part in halves])
    return ranking.calibrated(ranking.train(every), ranking.join(list(fresh.values())))


def _lessons(
    learned: Mapping[str, Sequence[ranking.Rows]], fresh: Mapping[str, ranking.Rows], knows: Knowledge, reader: Reader
) -> ranking.Rows:
    """What the second judgement learns from: each half of the sentences with what a first judgement says that was
    trained without it, for of those that it was trained on it is too sure."""
    lessons = []
    for half in range(2):
        others = {name: [part for at, part in enumerate(each) if at != half] for name, each in learned.items()}
        first = _first(others, fresh)
        lessons += [ranking.read(learned[name][half], first, knows, reader) for name in READ]
    return ranking.join(lessons)


def _dictionary(path: Path | None) -> dict[str, int]:
    lines = path.read_text(encoding="utf-8").splitlines() if path else []
    rows = (line.split() for line in lines)
    return {row[0]: int(row[1]) for row in rows if len(row) > 1 and 1 < len(row[0]) <= LONGEST and int(row[1]) > 1}


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="the model's folder")
@click.option("--strokes", required=True, type=click.Path(exists=True, path_type=Path), help="character, tab, strokes")
@click.option("--parts", type=click.Path(exists=True, path_type=Path), help="character, tab, description by its parts")
@click.option(
    "--dictionary", type=click.Path(exists=True, path_type=Path), help="words and their counts, also rare ones"
)
@click.option("--font", default=FONT, type=click.Path(exists=True, path_type=Path), help="a font with all characters")
@click.option("--setting", type=click.Choice(list(reader.SETTINGS)), help="train a reader of this size")
@click.option("--minutes", default=90.0, help="how long the reader is trained")
@click.option(
    "--keep", type=click.Path(dir_okay=False, path_type=Path), help="the reader's weights: read if there, else written"
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
    course = Course(files, font, strokes, parts, _dictionary(dictionary), str(kept.pop("vocabulary", "")))
    knowledge = course.knowledge(list(course.streams))
    course.say("counts")
    read = Reader.of(kept) if kept else None
    if setting and not read:
        read = course.reader(setting, minutes, knowledge.confusions)
        if keep:
            np.savez(keep, vocabulary=np.array(course.vocabulary.characters), **dict(read.arrays))
    knowledge = replace(knowledge, reader=read)
    both, least = judged(course, knowledge)
    knowledge = course.all_counted(knowledge)
    card = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "texts": {name: sum(map(len, lines)) for name, lines in course.texts.all().items()},
        "reader": f"{sum(array.size for array in read.arrays.values()):,} numbers" if read else None,
        "seed": SEED,
    }
    Model(knowledge, both, least, card).save(out)
    course.say(f"written to {out}; thresholds {least}")


if __name__ == "__main__":
    main()
