"""What rules and lists must show of themselves: the same demands for those of Lingwu and those of an office."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import lingwu
from lingwu import own, registry, specimen
from lingwu.checker import Checker
from lingwu.document import Document
from lingwu.edits import apply
from lingwu.errors import ConfigError, because
from lingwu.finding import Finding, Severity
from lingwu.lexicon import COLUMNS, FOLDER, Entry, Lexicon
from lingwu.phrases import HEADER, STANDING, Phrase, load
from lingwu.rule import LaidOut, Rule

MARKS = re.compile("[⟦⟧]")
STATUSES = frozenset({"preview", "stable", "retired"})
LEAST_BAD, LEAST_GOOD = 2, 3


@dataclass(frozen=True, slots=True)
class Remark:
    """What is amiss with a rule or a line of a list. ``text`` is the example it is about; not all remarks ``fail``."""

    said: str
    text: str = ""
    fails: bool = True
    path: str = ""
    line: int = 0


def examples(rule: Rule) -> Iterator[Remark]:
    """What is amiss with the examples of a rule: a bad text yields one finding whose fix mends it, a good one none."""
    checker = Checker(rules=[rule])
    if isinstance(rule.find, LaidOut):
        yield from _layout_examples(rule, checker)
        return
    for text, mended in rule.bad.items():
        try:
            yield from _bad(checker, text, mended)
        except RuleCrash as crash:
            yield Remark(str(crash), text)
    for text in rule.good:
        try:
            found = _findings(checker, text)
        except RuleCrash as crash:
            yield Remark(str(crash), text)
            continue
        if found:
            yield Remark(f"对例“{text}”不该报，却报了：{found[0].message}", text)


def _layout_examples(rule: Rule, checker: Checker) -> Iterator[Remark]:
    """The same for a rule on layout: its examples are changes to the specimen, which by itself is right."""
    for change in ("", *rule.bad, *rule.good):
        try:
            doc = lingwu.read(specimen.made(change), "样张.docx")
            found = _reported(checker, doc, change)
        except (ValueError, KeyError, RuleCrash) as error:
            yield Remark(f"样张的改动“{change}”检验不了：{error}。", change)
            continue
        if change not in rule.bad:
            yield from (Remark(f"样张改为“{change}”不该报，却报了：{one.message}", change) for one in found[:1])
        elif len(found) != 1:
            yield Remark(f"样张改为“{change}”应报一处，却报了 {len(found)} 处。", change)
        elif not specimen.place(change) or not found[0].span.of(doc.text).strip().startswith(
            specimen.place(change)[:4]
        ):
            yield Remark(f"样张改为“{change}”，报的地方不是 ⟦ ⟧ 标出的要素。", change)


def wholeness(rule: Rule) -> Iterator[Remark]:
    """What a rule lacks: a proper code, title, message, basis, explanation, enough examples."""
    if not re.fullmatch(r"[A-Z]{3}\d{3}", rule.code):
        yield Remark(f"代码“{rule.code}”应为三个大写字母加三位数字，如 OWN101。")
    for said, what in ((rule.title, "名称 title"), (rule.message, "理由 message"), (rule.basis.source, "依据 basis"),
                       (rule.explanation, "文件开头的说明（三引号里的话）")):  # fmt: skip
        if not said.strip():
            yield Remark(f"缺少{what}。")
    if rule.title.endswith("。"):
        yield Remark("名称 title 末尾不用句号。")
    if rule.message and not rule.message.endswith(("。", "”", "？")):
        yield Remark("理由 message 应是完整的句子，以句号结尾。")
    if rule.status not in STATUSES:
        yield Remark(f"status 应为 {'、'.join(sorted(STATUSES))} 之一。")
    if len(rule.bad) < LEAST_BAD or len(rule.good) < LEAST_GOOD:
        has = f"错例 {len(rule.bad)} 个，对例 {len(rule.good)} 个"
        yield Remark(f"例子太少：{has}；至少要 {LEAST_BAD} 个错例、{LEAST_GOOD} 个对例。")


def of_entry(entry: Entry) -> Iterator[Remark]:
    """What is amiss with one entry of a word list, by its own sentences."""
    if entry.wrong in entry.right:
        yield Remark(f"错词“{entry.wrong}”同时列作对词。")
    if entry.bad and own.slip_at(entry, entry.bad) is None:
        why = "条件 when、unless 不合" if entry.wrong in entry.bad else f"例句里没有“{entry.wrong}”"
        yield Remark(f"错例“{entry.bad}”查不出来：{why}。", entry.bad)
    if entry.good and own.slip_at(entry, entry.good) is not None:
        yield Remark(f"对例“{entry.good}”不该报，却报了“{entry.wrong}”。", entry.good)


def of_rule_file(path: Path) -> Iterator[Remark]:
    """What is amiss with a rule file of an office.

    Raises:
        ConfigError: the file cannot be loaded or holds no rule.
    """
    rule = registry.rule_in(path)
    remarks = [*wholeness(rule), *examples(rule)]
    if not path.stem.upper().startswith(rule.code):
        remarks.append(Remark(f"文件名应以代码开头，如 {rule.code.lower()}_what.py。"))
    if rule.code in _packaged() or rule.code in own.EXPLANATIONS:
        remarks.append(Remark(f"代码 {rule.code} 与零误自带的规则相同，请另取一个。"))
    lines = _lines_of_texts(path)
    lines[""] = lines.get(rule.code, 1)
    for remark in remarks:
        yield replace(remark, path=str(path), line=lines.get(remark.text, lines[""]))


class RuleCrash(Exception):
    """A rule failed while it was run; the text says how."""


def _findings(checker: Checker, text: str) -> tuple[Finding, ...]:
    return _reported(checker, lingwu.read(text.encode(), "例.txt"), text)


def _reported(checker: Checker, doc: Document, text: str) -> tuple[Finding, ...]:
    report = checker.check(doc)
    if report.notes:
        raise RuleCrash(f"用“{text}”检验时：{''.join(report.notes)}")
    return report.findings


def _bad(checker: Checker, text: str, mended: str | None) -> Iterator[Remark]:
    bare = MARKS.sub("", text)
    found = _findings(checker, bare)
    if len(found) != 1:
        said = "没有查出来" if not found else f"应只报一处，却报了 {len(found)} 处"
        yield Remark(f"错例“{text}”{said}。", text)
    elif mended is None:
        yield from _marked(text, found[0])
    elif not found[0].fixes:
        yield Remark(f"错例“{text}”查出来了，但没有改法。", text)
    else:
        got = apply(bare, found[0].fixes[0].edits)
        if got != mended:
            yield Remark(f"错例“{text}”应改成“{mended}”，却改成了“{got}”。", text)
        elif again := _findings(checker, mended):
            yield Remark(f"改好的“{mended}”又被查出：{again[0].message}", text)


def _marked(text: str, finding: Finding) -> Iterator[Remark]:
    """A bad text without a fix shows its place with ⟦ ⟧."""
    begin, end = text.find("⟦"), text.find("⟧")
    if begin < 0 or end < begin:
        yield Remark(f"错例“{text}”没有改法（None），应用 ⟦ ⟧ 标出该报的地方。", text)
    elif (finding.span.start, finding.span.end) != (begin, end - 1):
        yield Remark(f"错例“{text}”报的地方不是 ⟦ ⟧ 标出的地方。", text)
    elif finding.fixes:
        yield Remark(f"错例“{text}”写明没有改法（None），规则却给了改法。", text)


def of_words(path: Path) -> Iterator[Remark]:
    """What is amiss with a word list of an office.

    Raises:
        ConfigError: the list cannot be read, or a line of it is not as it should be.
    """
    lexicon = Lexicon.load(path)
    rule = own.own_words(lexicon)
    checker, whole = Checker(rules=[rule]), _whole(rule)
    seen: dict[tuple[str, str], int] = {}
    yield from _nothing(path, lexicon.entries)
    for entry, line in zip(lexicon.entries, _lines_of_entries(path), strict=True):
        for remark in (*of_entry(entry), *_in_the_list(checker, entry), *_doubts(whole, entry)):
            yield replace(remark, path=str(path), line=line)
        first = seen.setdefault((entry.wrong, entry.when), line)
        if first != line:
            yield Remark(f"“{entry.wrong}”与第 {first} 行重复，这一行不起作用。", path=str(path), line=line)


def of_sets(path: Path) -> Iterator[Remark]:
    """What is amiss with an office's list of enumerations.

    Raises:
        ConfigError: the list cannot be read, or a line of it is not as it should be.
    """
    listed = own.load_sets(path)
    checker = Checker(rules=[own.own_sets([path])])
    yield from _nothing(path, listed)
    for line, fixed in listed:
        right, wrong = "、".join(fixed.members), "、".join(own.swapped(fixed))
        said = _findings(checker, f"坚持{wrong}。")
        if len(said) != 1 or apply(f"坚持{wrong}。", said[0].fixes[0].edits) != f"坚持{right}。":
            yield Remark(f"试把“{right}”写成“{wrong}”，没有查出来或改得不对。", path=str(path), line=line)
        if again := _findings(checker, f"坚持{right}。"):
            yield Remark(f"“{right}”本身被查出：{again[0].message}", path=str(path), line=line)


def test_of(path: Path) -> Callable[[Path], Iterator[Remark]]:
    """How a ``.tsv`` is tested: as a list of words, of phrases or of enumerations, by its first line.

    Raises:
        ConfigError: the list cannot be read.
    """
    rows = _rows(path)
    cells = [cell.strip() for cell in rows[0][1].split("\t")] if rows else []
    if cells[:1] == [own.SETS_HEADER] or (len(cells) == 2 and cells[1].count("|") >= own.LEAST_MEMBERS - 1):
        return of_sets
    return of_phrases if HEADER in cells[:1] or not any(cell in COLUMNS for cell in cells) else of_words


def _nothing(path: Path, entries: Sequence[object]) -> Iterator[Remark]:
    if not entries:
        yield Remark("表里一条也没有。", fails=False, path=str(path), line=1)


def _in_the_list(checker: Checker, entry: Entry) -> Iterator[Remark]:
    """What the list as a whole says of an entry's sentences."""
    mended = own.mended(entry)
    if not list(of_entry(entry)) and mended is not None and (again := _findings(checker, mended)):
        yield Remark(f"改好的“{mended}”又被这张表查出：{again[0].message}", entry.bad)
    if entry.bad and len(found := _findings(checker, entry.bad)) > 1:
        yield Remark(f"错例“{entry.bad}”应只报一处，却报了 {len(found)} 处。", entry.bad)
    if entry.good and own.slip_at(entry, entry.good) is None and (found := _findings(checker, entry.good)):
        yield Remark(f"对例“{entry.good}”不该报，却报了：{found[0].message}", entry.good)


def _doubts(whole: Checker, entry: Entry) -> Iterator[Remark]:
    """What may be meant so, but is worth a look."""
    if not entry.bad or not entry.good:
        lacks = "和".join(name for name, said in (("错例（bad）", entry.bad), ("对例（good）", entry.good)) if not said)
        yield Remark(f"“{entry.wrong}”没有{lacks}，无从检验。", fails=False)
    if len(entry.wrong) == 1 and not entry.when:
        yield Remark(f"“{entry.wrong}”只有一个字，又没有条件 when，容易误报。", fails=False)
    inside = [word for word in _known_words() if entry.wrong in word and len(word) - len(entry.wrong) in range(1, 7)]
    inside = [word for word in inside if own.slip_at(entry, word) is not None][:3]
    if inside:
        said = "”“".join(inside)
        yield Remark(f"“{entry.wrong}”也在“{said}”里，那里会误报；可在 unless 列写 {'|'.join(inside)}。", fails=False)
    mended = own.mended(entry)
    for finding in _findings(whole, mended) if mended else ():
        yield Remark(f"改好的“{mended}”会被 {finding.code} 查出：{finding.message}", fails=False)


def of_phrases(path: Path) -> Iterator[Remark]:
    """What is amiss with an office's list of phrases.

    Raises:
        ConfigError: the list cannot be read, or a line of it is not as it should be.
    """
    listed = load(path)
    rule = own.own_phrases([path])
    whole, checker = _whole(rule), Checker(rules=[rule])
    seen: dict[str, int] = {}
    yield from _nothing(path, listed)
    for phrase in listed:
        for remark in _of_phrase(phrase, checker, whole):
            yield replace(remark, path=str(path), line=phrase.line)
        first = seen.setdefault(phrase.phrase, phrase.line)
        if first != phrase.line:
            yield Remark(f"“{phrase.phrase}”与第 {first} 行重复。", path=str(path), line=phrase.line)


def _of_phrase(phrase: Phrase, checker: Checker, whole: Checker) -> Iterator[Remark]:
    wrong = own.example(phrase)
    found = _findings(checker, f"要牢记{wrong}，抓好落实。")
    if wrong == phrase.phrase:
        yield Remark(f"“{phrase.phrase}”里没有可以打错的地方，这一行不起作用。")
    elif not found:
        yield Remark(f"试把“{phrase.phrase}”错打成“{wrong}”，没有查出来：可能与允许的说法或别的提法太近。")
    for text in (phrase.phrase, *phrase.variants):
        said = next((f for f in _findings(whole, text) if f.severity is not Severity.ADVICE), None)
        if said:
            ours = said.code == own.PHRASES
            yield Remark(f"“{text}”本身会被 {said.code} 查出：{said.message}", fails=ours)


def _whole(rule: Rule) -> Checker:
    """All rules of Lingwu and one more, those on whole documents left out: an example is no document."""
    families = ("CHR", "WRD", "GRM", "PUN", "NUM", "UNI", "NAM")
    return Checker(rules=[rule, *(known for known in registry.rules() if known.code.startswith(families))])


@lru_cache(maxsize=1)
def _packaged() -> frozenset[str]:
    return frozenset(rule.code for rule in registry.rules())


@lru_cache(maxsize=1)
def _known_words() -> tuple[str, ...]:
    """Words known to be right: those that the lists of Lingwu put in place of wrong ones, and standing phrases."""
    words: dict[str, None] = {}
    for path in sorted(FOLDER.glob("*.tsv")):
        if _rows(path)[0][1].startswith(COLUMNS[0]):
            words |= dict.fromkeys(word for entry in Lexicon.load(path.stem).entries for word in entry.right)
    words |= dict.fromkeys(phrase.phrase for phrase in load(STANDING))
    return tuple(sorted(words, key=lambda word: (len(word), word)))


def _rows(path: Path) -> list[tuple[int, str]]:
    """The lines of a list that say something, with their numbers, as ``Lexicon.load`` counts them."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError) as error:
        raise ConfigError(f"词表 {path} 读不出来（{because(error)}），请检查路径，并存为 UTF-8 编码。") from error
    return [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]


def _lines_of_entries(path: Path) -> Sequence[int]:
    return [number for number, _ in _rows(path)[1:]]


def _lines_of_texts(path: Path) -> dict[str, int]:
    """The line on which each text of a rule file begins."""
    tree = ast.parse(path.read_text(encoding="utf-8-sig"))
    texts: Iterable[ast.Constant] = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value: node.lineno for node in texts if isinstance(node.value, str)}
