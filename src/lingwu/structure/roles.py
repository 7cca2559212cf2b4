"""Gives each block of an official document its role in the terms of GB/T 9704—2012.

One pass: the head (版头, 标题, 主送机关) until the text begins, the text, then its end (附件说明, 署名, 版记).
A line that stands alone as 附件 begins a new head, for the attachment has a title of its own. Roles and levels that a
reader has given already stay.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from lingwu.document import Block, Document, Kind, Role
from lingwu.structure.outline import LEVELS, NUMBERED, Item, Style, item_at

LONGEST_TITLE = 60
LONGEST_HEADING = 40
LONGEST_LINE = 240
"""A longer line is body text at once (a list of 主送机关 may run on for some lines)."""
LONGEST_SPEAKER = 20
HEAD_LINES = 12
TITLE_STYLES = frozenset({"title", "subtitle", "标题", "副标题", "公文标题", "文件标题", "大标题"})
STYLE = "公文"
STYLED = {**{role.value: role for role in Role}, "密级和保密期限": Role.SECRECY, "附件标题": Role.TITLE}
"""What stands after 公文 in the name of a style, as ``lingwu typeset`` and templates of offices name them."""
MOST_TITLE_LINES = 6
MOST_ISSUERS = 6

_YEAR = r"(?:\d{2,4}|[〇○Oo零一二三四五六七八九]{2,4}|[\d×XxＸ]{4})"
_DATE = (
    rf"{_YEAR}[ 　]?年[ 　]?[\d一二三四五六七八九十×XxＸ]{{0,3}}[ 　]?月"
    r"(?:[ 　]?[\d一二三四五六七八九十×XxＸ]{0,3}[ 　]?[日号])?"
)
_NUMERIC_DATE = r"(?:19|20)\d{2}[./．-]\d{1,2}[./．-]\d{1,2}"
_KINDS = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
    "|方案|办法|规定|细则|条例|讲话|总结|要点|规划|计划"
)
_PATTERNS = {
    "COPY_NUMBER": r"(?:№|No\.?|份号[：:])?\s*\d{6}",
    "SECRECY": r"(?:密\s*级[：:]\s*)?(?:绝\s*密|机\s*密|秘\s*密)"
    r"(?:\s*[★☆*＊]?\s*(?:长期|\d+\s*(?:年|个月|天))|\s*[★☆*＊])?",
    "URGENCY": r"(?:紧急程度[：:]\s*)?(?:特\s*提|特\s*急|加\s*急|平\s*急|急\s*件|特急件|加急件|紧\s*急|火\s*急)",
    "DOCUMENT_NUMBER": r"[一-鿿×XＸA-Za-z]{1,16}\s*[〔\[［【(（﹝]\s*[\d×Xx]{2,4}\s*[〕\]］】)）﹞]\s*"
    r"第?\s*[\d×Xx]+\s*号"
    r"(?:\s*签\s*发\s*人\s*[：:].{0,20})?|第\s*\d{1,4}\s*号",
    "SIGNATORY": r"签\s*发\s*人\s*[：:].{0,30}",
    "ATTACHMENT_NOTE": r"附\s*件\s*[：:].*\S.*|附\s*[：:]\s*\S.*",
    "ATTACHMENT": r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[：:]?|附",
    "NUMBERED_NOTE": r"附\s*件\s*[0-9一二三四五六七八九十]{1,3}\s*[：:、.．]\s*\S.*",
    "COPY_TO": r"(?:抄\s*[送报发]|主\s*送)\s*[：:].*",
    "PRINTING": rf".{{2,40}}?\s*{_DATE}\s*印\s*发?|共?\s*印\s*[\dXx×]+\s*份",
    "DATE": rf"(?:[（(]\s*)?(?:{_DATE}|{_NUMERIC_DATE})(?:\s*[）)])?",
    "NOTE": r"[（(][^（）()]{2,80}[）)]|此件(?:主动|依申请)?公开(?:发布)?|此件不予公开",
}
_HEADLESS = frozenset({Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.DOCUMENT_NUMBER, Role.SIGNATORY})
_ADDRESSED = (
    r"(?:省|市|县|区|州|盟|旗|乡|镇|村|局|委|部|厅|办|院|所|站|队|公司|单位|机关|机构|政府|代表|同志|委员|先生|女士|朋友|领导|来宾|学校|大学|学院|中心|集团"
    r"|处|科|室|会|社|团|组|群众|居民|业主|同学|老师|部门|企业|法院|银行|党组|党委|支部|们|处长|局长|主任|书记|市长|县长|银行|医院|街道|基地|客户|家长|考生)"
    r"(?:[（(][^（）()]{1,40}[）)])?"
)
_SALUTATION = r"(?:尊敬的.{1,40}|各位.{1,30}|(?:全体|亲爱的)?.{0,12}(?:同志|朋友|战友|同学|代表|委员|来宾|领导)们?)"
_ENDS = "。！？；：，、…!?;:,"
_CLOSINGS = ("特此", "专此", "此复", "妥否", "当否", "可否", "以上")
"""A short line that begins so closes the text, even where its full stop is missing: it names no organ."""


def with_roles(doc: Document) -> Document:
    """``doc`` with the role of each block worked out from its place, wording and style."""
    if not doc.blocks:
        return doc
    blocks = [_styled(block) for block in doc.blocks]
    _Reader(doc.text, blocks).read()
    return replace(doc, blocks=tuple(blocks), _memo={})


def _styled(block: Block) -> Block:
    """A block whose style is named after an element of official documents is that element."""
    role = STYLED.get(block.style.removeprefix(STYLE)) if block.style.startswith(STYLE) else None
    return replace(block, role=role) if role and block.role is Role.BODY else block


@lru_cache(maxsize=1)
def _elements() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{regex})" for name, regex in _PATTERNS.items()))


@lru_cache(maxsize=1)
def _dated() -> re.Pattern[str]:
    return re.compile(_DATE)


@lru_cache(maxsize=1)
def _stamped() -> re.Pattern[str]:
    """What drafts write behind the name of an organ where its seal will be."""
    return re.compile(r"[ 　]*[（(](?:盖|公|印)?章[）)]$")


@lru_cache(maxsize=1)
def _address() -> re.Pattern[str]:
    return re.compile(f"(?:.{{1,200}}?)?{_ADDRESSED}[：:]|{_SALUTATION}[：:！!，,]")


@lru_cache(maxsize=1)
def _named_title() -> re.Pattern[str]:
    return re.compile(f".{{0,40}}(?:关于|在).{{2,80}}(?:{_KINDS})。?|.{{2,30}}(?:{_KINDS})")


def _trimmed(text: str, block: Block) -> str:
    return text[block.span.start : block.span.end].strip().strip("\ufeff\u200b 　")


class _Reader:
    """Goes over the blocks once and changes their roles in place."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text, self.blocks = text, blocks
        self.lines = [
            index for index, block in enumerate(blocks)
            if block.kind in NUMBERED and _trimmed(text, block)
        ]  # fmt: skip
        self.head = True
        self.titles = 0
        self.dated = -9
        self.noted = False

    def read(self) -> None:
        for position, index in enumerate(self.lines):
            block = self.blocks[index]
            if block.role is not Role.BODY:
                self.head = self.head and block.role in _HEADLESS | {Role.TITLE, Role.ISSUER_MARK}
            elif len(block.span) > LONGEST_LINE and block.kind is Kind.PARAGRAPH:
                self.head = self.noted = False
            else:
                self._line(position, index, self._at(position))

    def _line(self, position: int, index: int, line: str) -> None:
        if self.head and self.blocks[index].style.strip().lower() in TITLE_STYLES:
            self.titles += 1
            self._give(index, Role.TITLE)
            return
        item = item_at(line, 0, len(line))
        match = None if item else _elements().fullmatch(line)
        name = match.lastgroup if match else None
        if self._element(position, index, line, name or ""):
            return
        if self.noted and item and item.style is Style.ARABIC and len(line) <= LONGEST_TITLE:
            self._give(index, Role.ATTACHMENT_NOTE)
            return
        self.noted = False
        if self.head and self._in_head(position, index, line, item):
            return
        if self.blocks[index].kind is Kind.HEADING or self._is_heading(position, line, item):
            self._give(index, Role.HEADING, self.blocks[index].level or (LEVELS.get(item.style, 0) if item else 0))
        elif position - self.dated in (1, 2, 3) and self._opens_part(position, line, item):
            self._give(index, Role.TITLE)
            self.head, self.titles = True, 1

    def _element(self, position: int, index: int, line: str, name: str) -> bool:
        """Give a line that has the form of an element its role, where its place allows that."""
        if name in ("ATTACHMENT_NOTE", "NUMBERED_NOTE"):
            return self._note_attachment(position, index, name)
        if name == "ATTACHMENT":
            return self._attachment(position, index, line)
        if name == "DATE":
            return self._date(position, index, line)
        if name and Role[name] in _HEADLESS:
            return self._above(position, index, Role[name])
        return bool(name) and self._below(position, index, line, name)

    def _above(self, position: int, index: int, role: Role) -> bool:
        """What stands above the title (版头)."""
        if not self.head or position >= HEAD_LINES:
            return False
        if role is Role.DOCUMENT_NUMBER and position and self.titles < 2:
            self._mark_issuer(position - 1)
        return self._give(index, role)

    def _below(self, position: int, index: int, line: str, name: str) -> bool:
        """What stands below the date (附注, 版记)."""
        if name == "COPY_TO":
            return self._give(index, Role.COPY_TO if line[0] == "抄" else Role.ADDRESSEE)
        if name == "PRINTING" and (self.dated >= 0 or not self.head):
            return self._give(index, Role.PRINTING)
        if name == "NOTE" and 0 < position - self.dated <= 2:
            self.dated = position
            return self._give(index, Role.NOTE)
        return False

    def _attachment(self, position: int, index: int, line: str) -> bool:
        """附件 alone on its line: a new head begins, unless the names of the attachments follow it as a list."""
        if line[-1] in "：:" and self._item_follows(position):
            self.noted = True
            return self._give(index, Role.ATTACHMENT_NOTE)
        self.head, self.titles = True, 0
        return self._give(index, Role.ATTACHMENT)

    def _note_attachment(self, position: int, index: int, name: str) -> bool:
        """附件：… belongs to the end of the text; 附件1：… there too, but after the date it begins an attachment."""
        if self.head and position:
            return False
        if name == "NUMBERED_NOTE" and not (self.noted or self._ends_soon(position)):
            if self.dated < 0:
                return False
            self.head, self.titles = True, 1
            return self._give(index, Role.ATTACHMENT)
        self.noted = True
        return self._give(index, Role.ATTACHMENT_NOTE)

    def _ends_soon(self, position: int) -> bool:
        """Whether a date stands alone on one of the next few lines."""
        return any(
            (match := _elements().fullmatch(self._at(near))) is not None and match.lastgroup == "DATE"
            for near in range(position + 1, min(position + 10, len(self.lines)))
            if len(self.blocks[self.lines[near]].span) < LONGEST_TITLE
        )

    def _item_follows(self, position: int) -> bool:
        line = self._at(position + 1)
        item = item_at(line, 0, len(line))
        return item is not None and item.style is Style.ARABIC and len(line) <= LONGEST_TITLE

    def _at(self, position: int) -> str:
        if not 0 <= position < len(self.lines):
            return ""
        return _trimmed(self.text, self.blocks[self.lines[position]])

    def _date(self, position: int, index: int, line: str) -> bool:
        if not self.head and line[0] in "（(":
            return False
        if not self.head:
            self._sign(position)
            self.dated = position
            self.noted = False
        return self._give(index, Role.DATE) if not self.head or self.titles else False

    def _sign(self, position: int) -> None:
        """The short lines before the date that end in no mark are the names of those who issue the document."""
        for near in range(position - 1, max(position - 1 - MOST_ISSUERS, -1), -1):
            index, line = self.lines[near], _stamped().sub("", self._at(near))
            free = bool(line) and self.blocks[index].role is Role.BODY and self.blocks[index].kind is Kind.PARAGRAPH
            if not free or len(line) > LONGEST_HEADING or line[-1] in _ENDS + "）)”》" or item_at(line, 0, len(line)):
                return
            if line.startswith(_CLOSINGS):
                return
            self._give(index, Role.ISSUER)

    def _mark_issuer(self, position: int) -> None:
        index, line = self.lines[position], self._at(position)
        if self.blocks[index].role not in (Role.BODY, Role.TITLE) or "关于" in line or len(line) > LONGEST_HEADING:
            return
        if line.endswith(("文件", "政府", "委员会", "办公室", "厅", "局", "部", "会", "院", "公司")):
            self.titles = 0
            self._give(index, Role.ISSUER_MARK)

    def _in_head(self, position: int, index: int, line: str, item: Item | None) -> bool:
        """Title, subtitle and address; anything else ends the head."""
        if item is None and line[-1] in "：:！!，," and _address().fullmatch(line):
            self.head = False
            return self._give(index, Role.ADDRESSEE)
        if item is None and self.titles < MOST_TITLE_LINES and self._is_title(position, line):
            if len(line) <= LONGEST_SPEAKER and self._names_speaker(position):
                return self._give(index, Role.ISSUER)
            self.titles += 1
            return self._give(index, Role.TITLE)
        self.head = self.head and item is None and len(line) <= LONGEST_TITLE and line[0] in "（(—-"
        return False

    def _is_title(self, position: int, line: str) -> bool:
        if len(line) > LONGEST_TITLE or line[0] in "（(" or (self.titles and _dated().match(line)):
            return False
        if line.startswith(("——", "--")):
            return self.titles > 0
        if _named_title().fullmatch(line):
            return len(self.lines) > 1 or "关于" in line
        if line[-1] in _ENDS or len(self.lines) == 1 or "。" in line:
            return False
        known = [self.blocks[self.lines[near]].role for near in range(max(0, position - 4), position)]
        if Role.DATE in known or Role.ADDRESSEE in known:
            return False
        return self._text_follows(position)

    def _names_speaker(self, position: int) -> bool:
        """Whether the line stands where a speech names the one who gives it."""
        before, after = self._at(position - 1), self._at(position + 1)
        if before.startswith(("——", "--")):
            return True
        return before.endswith(("讲话", "致辞", "发言", "汇报", "报告")) and after.startswith(
            ("（", "(", "同志们", "各位")
        )

    def _text_follows(self, position: int) -> bool:
        """Whether a sentence, an address or a numbered item comes soon after this line: else it is no title."""
        for near in range(position + 1, min(position + MOST_TITLE_LINES + 3, len(self.lines))):
            line = self._at(near)
            if line[-1] in _ENDS or item_at(line, 0, len(line)) or len(line) > LONGEST_TITLE:
                return True
        return False

    def _is_heading(self, position: int, line: str, item: Item | None) -> bool:
        if item is None or item.style not in LEVELS or item.style is Style.CIRCLED:
            return False
        rest = line[item.span.end :].strip(" 　")
        if not rest or len(rest) > LONGEST_HEADING:
            return False
        if rest[-1] not in _ENDS and "。" not in rest:
            return True
        if item.style is not Style.CHINESE or rest[-1] != "。" or any(mark in rest[:-1] for mark in _ENDS):
            return False
        before, after = self._at(position - 1), self._at(position + 1)
        beside = (item_at(before, 0, len(before)), item_at(after, 0, len(after)))  # neighbours in a list of sentences
        return bool(after) and not any(near is not None and near.style is item.style for near in beside)

    def _opens_part(self, position: int, line: str, item: Item | None) -> bool:
        """After the end of the text: the title of what is printed with it (办法, 方案)."""
        if item or len(line) > LONGEST_TITLE or line[-1] in _ENDS + "）)":
            return False
        return self._text_follows(position)

    def _give(self, index: int, role: Role, level: int = 0) -> bool:
        block = self.blocks[index]
        self.blocks[index] = Block(block.span, block.kind, role, level or block.level, block.style, block.editable)
        return True
