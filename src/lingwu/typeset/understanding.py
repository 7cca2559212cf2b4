"""Which part of an official document each paragraph of a draft is.

``structure.roles`` tells the 公文要素; here is added what only a layout needs: the mark of an order or of minutes, what
stands under a title, who speaks, the post of who signs, the list of those present, the titles of attachments and
tables, and headings that run into their paragraph. A file that was typeset already says it by its styles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lingwu.document import Block, Document, Kind, Role, Span
from lingwu.structure.kinds import DocumentKind, kind_of
from lingwu.structure.outline import LEVELS, Style, item_at
from lingwu.structure.roles import with_roles
from lingwu.text.regexes import compiled
from lingwu.typeset.model import HEAD, IMPRINT, Form, Item, Paragraph, Part
from lingwu.typeset.raw import Raw

PARTS = {
    Role.COPY_NUMBER: Part.COPY_NUMBER, Role.SECRECY: Part.SECRECY, Role.URGENCY: Part.URGENCY,
    Role.ISSUER_MARK: Part.MARK, Role.DOCUMENT_NUMBER: Part.NUMBER, Role.SIGNATORY: Part.SIGNATORY,
    Role.TITLE: Part.TITLE, Role.ADDRESSEE: Part.ADDRESSEE, Role.HEADING: Part.HEADING, Role.BODY: Part.BODY,
    Role.ATTACHMENT_NOTE: Part.ATTACHMENT_NOTE, Role.ISSUER: Part.ISSUER, Role.DATE: Part.DATE, Role.NOTE: Part.NOTE,
    Role.ATTACHMENT: Part.ATTACHMENT, Role.COPY_TO: Part.COPY_TO, Role.PRINTING: Part.PRINTING,
}  # fmt: skip
STYLES = {f"公文{part.value}": part for part in Part}
"""The names of the paragraph styles of a typeset .docx. Headings bear Word's own names instead."""
HEADINGS = {f"heading {level}": f"公文{Part.HEADING.value}" for level in range(1, 5)}
ATTENDANCE = r"(?:出\s*席|请\s*假|缺\s*席|列\s*席|参\s*加|参会|与会)(?:人员|单位|人)?\s*[：:].*"
BRACKETED = r"[（(〔].{2,60}[）)〕]|\d{4}年\d{1,2}月(?:\d{1,2}日)?"
CAPTION = (
    r"(?:附?表|续表)\s*[\d一二三四五六七八九十]+(?:[-—.．]\d+)?(?:[\s　：:].{0,40})?"
    r"|.{2,30}(?:表|一览|明细|清单|名单|安排)"
)
POSTS = (
    "主席", "总理", "省长", "市长", "县长", "区长", "州长", "盟长", "旗长", "乡长", "镇长", "部长", "厅长", "局长",
    "主任", "署长", "行长", "院长", "检察长", "书记", "会长", "校长", "总经理", "董事长",
)  # fmt: skip
POST = rf"(?:{'|'.join('[　 ]*'.join(post) for post in POSTS)})[\s　]+\S.{{0,12}}"
PRINTED = r".{2,40}?[\s　]*\d{4}年\d{1,2}月\d{1,2}日\s*印\s*发?"
EDITED = r"\S{2,30}(?:[ \t]{2,}|　+)\d{4}年\d{1,2}月\d{1,2}日"
NUMBERED = (
    r"(?:\d{4}年)?第\s*[\d×]{1,4}\s*[号次期]|[（(〔\[][\d×]{4}[〕\])）]\s*第?\s*[\d×]{1,4}\s*[号次期]"
    r"|第?[一二三四五六七八九十百]{1,5}[号次期]"
)
SALUTATION = r"(?:尊敬的|各位|同志们|朋友们|同学们|战友们|女士们).{0,40}[：:！!，,]"
LONGEST_LEAD = 32
LONGEST_TITLE = 60
LONGEST_MARK = 40
LOOKED_AT = 8
"""How many pieces at the head of a draft may hold its 版头."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The items of a draft with their parts, and the form they have."""

    items: tuple[Item, ...]
    form: Form


def understand(raws: Sequence[Raw]) -> Understood:
    """The part of every piece of a draft, in its order."""
    raws = [flat for index, raw in enumerate(raws) for flat in _flattened(raw, index)]
    if any(_given(raw) for raw in raws):  # typeset before: Word's own headings are headings of the same level
        raws = [replace(raw, style=HEADINGS.get(raw.style.lower(), raw.style)) for raw in raws]
    doc = with_roles(_document(raws))
    parts = [_given(raw) or PARTS[block.role] for raw, block in zip(raws, doc.blocks, strict=True)]
    reader = _Reader(raws, parts, doc)
    return Understood(tuple(reader.items()), reader.form)


def form_of(form: Form, marks: Sequence[str]) -> Form:
    """The form that the 发文机关标志 tells: that of an order and of minutes ends so, that of a letter has no 文件."""
    mark = marks[-1].rstrip() if marks else ""
    if mark.endswith(("令", "纪要")):
        return Form.ORDER if mark.endswith("令") else Form.MINUTES
    return Form.DOCUMENT if mark.endswith("文件") and form is Form.LETTER else form


def _document(raws: Sequence[Raw]) -> Document:
    """The draft as a document with one block for each piece, empty ones too."""
    pieces, blocks, at = [], [], 0
    for raw in raws:
        said = raw.text.replace("\v", " ").replace("\f", " ")
        kind = raw.kind if isinstance(raw.thing, Paragraph) else Kind.CELL
        blocks.append(Block(Span(at, at + len(said)), kind, level=raw.level, style=raw.style))
        pieces.append(said)
        at += len(said) + 1
    return Document("\n".join(pieces), tuple(blocks))


def _given(raw: Raw) -> Part | None:
    return STYLES.get(raw.style)


def _flattened(raw: Raw, index: int) -> Iterator[Raw]:
    """The pieces of a table that is none: a 版头 or 版记 set as a table."""
    under = [one for one in raw.beneath if one.text.strip()]
    known = bool(under) and all(_given(one) in {*HEAD, *IMPRINT} for one in under)
    printed = compiled(PRINTED)
    imprint = 0 < len(under) <= 12 and all(
        one.text.strip().startswith(("抄送", "主送", "分送")) or printed.fullmatch(one.text.strip()) for one in under
    )
    numbered = any("号" in one.text and "〔" in one.text for one in under)
    head = index < LOOKED_AT and 0 < len(under) <= 6 and numbered and all(len(one.text) < LONGEST_MARK for one in under)
    if known or imprint or head:
        yield from under
    else:
        yield raw


class _Reader:
    """Goes over the parts once more, with the whole document in view."""

    def __init__(self, raws: Sequence[Raw], parts: list[Part], doc: Document) -> None:
        self.raws, self.parts, self.doc = raws, parts, doc
        self.texts = [raw.text.strip() for raw in raws]
        self.shown = [index for index, text in enumerate(self.texts) if text]
        self.kind = kind_of(doc)
        self._mark()
        self._number()
        self.form = self._form()
        self._head()
        self._body()
        self._tail()

    def items(self) -> Iterator[Item]:
        """The things with their parts, levels and leads."""
        leads = self._leads()
        for index, raw in enumerate(self.raws):
            thing, part = raw.thing, self.parts[index]
            if not isinstance(thing, Paragraph):
                yield thing
                continue
            level, lead = leads.get(index, (0, 0))
            level = self._level(raw, self.texts[index]) if part is Part.HEADING else level
            yield replace(thing, part=part, level=level, lead=lead)

    def _leads(self) -> dict[int, tuple[int, int]]:
        """Headings that run into their paragraphs; where one item of a list has none, none of them has."""
        found: dict[int, tuple[int, int]] = {}
        lists: dict[Style, list[int]] = {}
        for index in [*self.shown, -1]:
            text, thing = (self.texts[index], self.raws[index].thing) if index >= 0 else ("", None)
            item = item_at(text, 0, len(text)) if text else None
            if index < 0 or self.parts[index] is not Part.BODY or (item and item.style is Style.CHINESE):
                self._settle(lists.pop(Style.CHINESE_BRACKETS, []), found)
            if index < 0 or self.parts[index] in (Part.ATTACHMENT, Part.ATTACHMENT_TITLE):
                self._settle(lists.pop(Style.CHINESE, []), found)
            if item and isinstance(thing, Paragraph) and self.parts[index] is Part.BODY:
                lists.setdefault(item.style, []).append(index)
                found[index] = _lead(text, thing)
        return {index: lead for index, lead in found.items() if lead[1]}

    @staticmethod
    def _settle(run: Sequence[int], found: dict[int, tuple[int, int]]) -> None:
        if not all(found[index][1] for index in run):
            found.update(dict.fromkeys(run, (0, 0)))

    def _level(self, raw: Raw, text: str) -> int:
        item = item_at(text, 0, len(text))
        if item and item.style in LEVELS and item.style is not Style.CIRCLED:
            return min(LEVELS[item.style], 4)
        return min(max(raw.level - 1 if raw.kind is Kind.HEADING and not _given(raw) else raw.level, 1), 4)

    def _mark(self) -> None:
        """An order and minutes bear their kind in the mark, and with it no title: 青云市人民政府令, ××会议纪要."""
        heads = [
            i for i in self.shown[:LOOKED_AT] if self.parts[i] not in (Part.COPY_NUMBER, Part.SECRECY, Part.URGENCY)
        ]
        if not heads or any(_given(raw) for raw in self.raws):
            return
        if self._is_mark(heads[:2]) and compiled(NUMBERED).fullmatch("".join(self.texts[i] for i in heads[2:3])):
            self.parts[heads[0]] = self.parts[heads[1]] = Part.MARK
            return
        first, text = heads[0], self.texts[heads[0]]
        second = self.texts[heads[1]] if len(heads) > 1 else ""
        numbered = compiled(NUMBERED).match(second) is not None or "〔" in second
        ends = text.endswith(("令", "纪要")) and "关于" not in text and len(text) <= LONGEST_MARK
        if ends and self.parts[first] in (Part.TITLE, Part.BODY, Part.MARK) and (numbered or text.endswith("纪要")):
            self.parts[first] = Part.MARK
        if text.endswith("文件") and len(text) <= LONGEST_MARK and self.parts[first] in (Part.TITLE, Part.BODY):
            self.parts[first] = Part.MARK

    def _is_mark(self, lines: Sequence[int]) -> bool:
        """Whether two lines are one mark: the organ, and 令 or 纪要 with what meeting it was."""
        said = [self.texts[i] for i in lines]
        free = all(self.parts[i] in (Part.TITLE, Part.BODY, Part.MARK) for i in lines)
        short = "关于" not in "".join(said) and all(len(text) <= LONGEST_MARK for text in said)
        return free and short and len(said) == 2 and said[0][-1].isalpha() and said[1].endswith(("令", "纪要"))

    def _number(self) -> None:
        """第46次 under the mark of minutes, 第58号 under that of an order; below, who edited the minutes and when."""
        for index, before in zip(self.shown[1:LOOKED_AT], self.shown, strict=False):
            free = self.parts[index] in (Part.TITLE, Part.BODY, Part.UNDER_TITLE)
            if self.parts[before] is Part.MARK and free and compiled(NUMBERED).fullmatch(self.texts[index]):
                self.parts[index] = Part.NUMBER
            elif self.parts[before] is Part.NUMBER and free and compiled(EDITED).fullmatch(self.texts[index]):
                self.parts[index] = Part.UNDER_TITLE

    def _form(self) -> Form:
        form = Form.SPEECH if self.kind is DocumentKind.SPEECH else Form.DOCUMENT
        form = Form.LETTER if self.kind is DocumentKind.LETTER else form
        return form_of(form, [self.texts[i] for i in self.shown if self.parts[i] is Part.MARK])

    def _head(self) -> None:
        """What stands between the title and the text: a bracketed note, a date, the one who speaks."""
        titled = False
        for index in self.shown:
            part, text = self.parts[index], self.texts[index]
            titled = titled or part is Part.TITLE
            if part in (Part.ADDRESSEE, Part.HEADING, Part.ATTACHMENT_NOTE, Part.ATTACHMENT):
                return
            if not titled or part in (Part.TITLE, Part.NUMBER) or _given(self.raws[index]):
                continue
            if part in (Part.DATE, Part.NOTE) or compiled(BRACKETED).fullmatch(text):
                self.parts[index] = Part.UNDER_TITLE
            elif part is Part.ISSUER or (self.form is Form.SPEECH and part is Part.BODY and self._is_speaker(index)):
                self.parts[index] = Part.SPEAKER
            elif self.form is Form.SPEECH and compiled(SALUTATION).fullmatch(text):
                self.parts[index] = Part.ADDRESSEE
            else:
                return

    def _is_speaker(self, index: int) -> bool:
        text = self.texts[index]
        return len(text) <= 24 and text[-1] not in "。！？：:，；" and item_at(text, 0, len(text)) is None

    def _body(self) -> None:
        ended = False
        for index, above in zip(self.shown, [-1, *self.shown], strict=False):
            part, text = self.parts[index], self.texts[index]
            ended = ended or part in (Part.DATE, Part.ATTACHMENT)
            if _given(self.raws[index]):
                continue
            if (part is Part.TITLE and ended) or (part is Part.BODY and self._names_attachment(index, above)):
                self.parts[index] = Part.ATTACHMENT_TITLE
            elif part is Part.BODY:
                self._of_body(index, text)

    def _names_attachment(self, index: int, above: int) -> bool:
        """A short line right below 附件 alone on its line."""
        text = self.texts[index]
        below = above >= 0 and self.parts[above] is Part.ATTACHMENT and len(self.texts[above]) < 6
        return (
            below and len(text) <= LONGEST_TITLE and text[-1] not in "。！？：，；" and not item_at(text, 0, len(text))
        )

    def _of_body(self, index: int, text: str) -> None:
        table = index + 1 < len(self.raws) and not isinstance(self.raws[index + 1].thing, Paragraph)
        if table and len(text) <= LONGEST_LEAD and compiled(CAPTION).fullmatch(text):
            self.parts[index] = Part.CAPTION
        elif self.form is Form.MINUTES and compiled(ATTENDANCE).fullmatch(text):
            self.parts[index] = Part.ATTENDANCE

    def _tail(self) -> None:
        """The post and name of who signs, above the date; the 版记 where a table or a style did not tell it."""
        for before, index in zip(self.shown, self.shown[1:], strict=False):
            if self.parts[index] is not Part.DATE or _given(self.raws[before]):
                continue
            if self.parts[before] in (Part.ISSUER, Part.BODY) and compiled(POST).fullmatch(self.texts[before]):
                self.parts[before] = Part.POST


def _lead(text: str, paragraph: Paragraph) -> tuple[int, int]:
    """The level of the heading that runs into a paragraph and how many of its characters belong to it."""
    item = item_at(text, 0, len(text))
    if item is None or item.style not in (Style.CHINESE, Style.CHINESE_BRACKETS):
        return 0, 0
    end = text.find("。")
    rest = text[item.span.end : end]
    if not 0 < end <= LONGEST_LEAD or end == len(text) - 1 or sum(rest.count(mark) for mark in "，；：") > 1:
        return 0, 0
    shown = paragraph.text
    blanks = len(shown) - len(shown.lstrip())
    return LEVELS[item.style], max(end + 1 - len(paragraph.number) + blanks, 0)
