"""The rules that an office's own lists make: words (OWN001), fixed phrases (OWN002) and enumerations (OWN003)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lingwu.config import Config
from lingwu.document import Span
from lingwu.errors import ConfigError, because
from lingwu.finding import Edit
from lingwu.lexicon import Entry, Lexicon, Scan
from lingwu.phrases import STANDING, Phrase, PhraseFinder, load
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, Swap
from lingwu.structure.enumerations import FixedSet, Sets

WORDS, PHRASES, SETS = "OWN001", "OWN002", "OWN003"
SETS_HEADER = "name"
LEAST_MEMBERS = 3
"""Two words side by side say nothing about their order."""
EXPLANATIONS = {
    WORDS: "本单位自己的词表，写在 lingwu.toml 的 words 里。\n\n"
    "表中“错词”照列出的条件查找，改为“对词”；词表可用 lingwu test-rules 检验。",
    PHRASES: "本单位自己的固定提法，写在 lingwu.toml 的 phrases 里，一行一个。\n\n"
    "文中只错、漏、多一个字，或者有两个字颠倒的，多是录入之误。只差虚词、数字、标点的不报；开头的动词可以换，也不报；\n"
    "提法两端各有一个字不作判断；允许的近似说法列在第二列。提法表可用 lingwu test-rules 检验。",
    SETS: "本单位自己的成组表述，写在 lingwu.toml 的 sets 里，一行一组：叫法，制表符，用“|”依次分开的各项。\n\n"
    "各项都在而次序颠倒，有一项换成了别的，有一项写了两遍，多是录入之误。可用 lingwu test-rules 检验。",
}


@dataclass(frozen=True)
class OwnWords(Swap):
    """Swaps the words of an office's list; some of them are only unwelcome, with nothing to put in their place."""

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits at the given places of words."""
        for hit in super().near(doc, spans):
            note = hit.says["note"]
            told = {
                "should": "是不用的词" if hit.new is None else f"应写作“{hit.new}”" if hit.new else "应删去",
                "note": note if not note or note.endswith(("。", "！", "？", "）")) else f"{note}。",
            }
            yield replace(hit, says=told)


def rules(config: Config) -> Iterator[Rule]:
    """The rules of the lists that ``config`` names.

    Raises:
        ConfigError: a list cannot be read, or a line of it is not as it should be.
    """
    for path in config.paths(config.words):
        yield own_words(Lexicon.load(path))
    if config.phrases:
        yield own_phrases(config.paths(config.phrases))
    if config.sets:
        yield own_sets(config.paths(config.sets))


def own_words(lexicon: Lexicon) -> Rule:
    """The rule that an office's own word list makes."""
    return Rule(
        code=WORDS,
        title="本单位词表",
        basis=Basis("本单位词表", lexicon.name, Strength.CUSTOM),
        message="“{old}”在本单位词表中{should}。{note}",
        find=OwnWords(lexicon),
        bad={entry.bad or entry.wrong: mended(entry) for entry in lexicon.entries},
        good=[entry.good for entry in lexicon.entries if entry.good],
        explanation=EXPLANATIONS[WORDS],
    )


def own_phrases(paths: Sequence[Path]) -> Rule:
    """The one rule that all of an office's lists of phrases make.

    Raises:
        ConfigError: a list cannot be read, or a line of it is not as it should be.
    """
    listed = [phrase for path in paths for phrase in load(path)]
    return Rule(
        code=PHRASES,
        title="本单位固定提法差一字",
        basis=Basis("本单位固定提法", "、".join(path.stem for path in paths), Strength.CUSTOM),
        message="“{old}”处与本单位固定提法“{phrase}”差一处，疑似录入之误。",
        find=PhraseFinder(tuple(paths), right=(STANDING,)),
        severity=Severity.DOUBT,
        bad={example(phrase): phrase.phrase for phrase in listed},
        good=[text for phrase in listed for text in (phrase.phrase, *phrase.variants)],
        explanation=EXPLANATIONS[PHRASES],
    )


@dataclass(frozen=True)
class OwnSets(Sets):
    """The sets of an office's lists."""

    own: tuple[FixedSet, ...] = ()

    @cached_property
    def sets(self) -> tuple[FixedSet, ...]:
        """All sets."""
        return self.own


@dataclass(frozen=True)
class SetFinder:
    """Slips in the sets of an office."""

    sets: OwnSets

    @property
    def anchors(self) -> Sequence[str]:
        """Members with a separator."""
        return self.sets.anchors

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of the whole document."""
        return self.near(doc, [(start, end) for _, start, end in Scan(self.anchors).hits(doc.text)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits among the given places."""
        for slip in self.sets.slips(doc.text, spans):
            span = Span(slip.start, slip.end)
            yield Hit(span, edits=(Edit(span, slip.new),), says={"name": slip.name, "what": slip.what})


def own_sets(paths: Sequence[Path]) -> Rule:
    """The one rule that all of an office's lists of enumerations make.

    Raises:
        ConfigError: a list cannot be read, or a line of it is not as it should be.
    """
    listed = [fixed for path in paths for _, fixed in load_sets(path)]
    return Rule(
        code=SETS,
        title="本单位成组表述的成员和次序",
        basis=Basis("本单位成组表述", "、".join(path.stem for path in paths), Strength.CUSTOM),
        message="本单位“{name}”的固定表述：{what}。",
        find=SetFinder(OwnSets("", tuple(listed))),
        severity=Severity.DOUBT,
        bad={"、".join(swapped(fixed)): "、".join(fixed.members) for fixed in listed},
        good=["、".join(fixed.members) for fixed in listed],
        explanation=EXPLANATIONS[SETS],
    )


def load_sets(path: Path) -> list[tuple[int, FixedSet]]:
    """The sets of a list, each with the number of its line.

    Raises:
        ConfigError: the file cannot be read, or a line is not a name and members parted by ``|``.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError) as error:
        raise ConfigError(f"成组表述表 {path} 读不出来（{because(error)}），请检查路径，并存为 UTF-8 编码。") from error
    rows = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    found = []
    for number, cells in rows[rows[:1] != [] and rows[0][1][0].strip() == SETS_HEADER :]:
        members = tuple(member.strip() for member in cells[-1].split("|"))
        if len(cells) != 2 or not cells[0].strip() or len(members) < LEAST_MEMBERS or not all(members):
            raise ConfigError(
                f"成组表述表 {path} 第 {number} 行应为：叫法、制表符、用 | 依次分开的至少 {LEAST_MEMBERS} 项。"
            )
        found.append((number, FixedSet(cells[0].strip(), members)))
    return found


def swapped(fixed: FixedSet) -> tuple[str, ...]:
    """The members with the last two in the wrong order."""
    *rest, last, end = fixed.members
    return (*rest, end, last)


def mended(entry: Entry) -> str | None:
    """The entry's sentence with the slip as it should be; None where the entry has no right word."""
    if not entry.right:
        return None
    text = entry.bad or entry.wrong
    at = slip_at(entry, text)
    return text if at is None else text[:at] + entry.right[0] + text[at + len(entry.wrong) :]


def slip_at(entry: Entry, text: str) -> int | None:
    """Where the first slip of ``entry`` stands in ``text``; None where there is none."""
    size = len(entry.wrong)
    places = (at for at in range(len(text)) if text.startswith(entry.wrong, at) and entry.holds(text, at, at + size))
    return next(places, None)


def example(phrase: Phrase) -> str:
    """The phrase with two characters near its middle in the wrong order, as one types it in a hurry."""
    text, middle = phrase.phrase, len(phrase.phrase) // 2
    swaps = (text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(middle, len(text) - 2))
    return next((said for said in swaps if said != text), text)
