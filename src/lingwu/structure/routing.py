"""Whom a document goes to and who signs it: 主送机关, 抄送机关, 署名, and the paragraph that closes the text."""

from __future__ import annotations

from dataclasses import dataclass

from lingwu.document import Block, Document, Kind, Role, Span
from lingwu.structure.elements import Line, line_of, main_blocks
from lingwu.text.regexes import compiled

LONGEST_ADDRESS = 40
ORGAN = r"(?:政府|办公室|[厅局委部办院署会]|公司|中心|集团|学校|大学|党组|银行|领导小组)"
POST = r"(?:长|书记|主任|经理|总裁|主席|领导|同志)"
CLOSINGS = ("妥否", "当否", "可否", "特此", "专此", "此复", "以上")
CONTACTS = ("联系人", "联系电话", "联系方式", "电话", "（", "(")
BELOW_DATE = frozenset({Role.NOTE, Role.COPY_TO, Role.PRINTING, Role.ADDRESSEE})
LONGEST_NOTE = 200


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ named in a list of organs."""

    name: str
    span: Span


def addressee(doc: Document) -> Line | None:
    """The line of the 主送机关 (or of the salutation) under the title; None where there is none."""
    return doc.derive(_addressee)


def copied(doc: Document) -> tuple[Organ, ...]:
    """The organs named after 抄送, in order."""
    return doc.derive(_copied)


def closing(doc: Document) -> Line | None:
    """The last paragraph of the text, before 附件说明, 署名 and 成文日期; None where there is none."""
    return doc.derive(_closing)


def signed(doc: Document) -> tuple[Line, ...]:
    """The organs that sign above the 成文日期 of the document itself."""
    return doc.derive(_signed)


def dated(doc: Document) -> Block | None:
    """The block of the 成文日期 of the document itself: a date below which nothing but 附注 and 版记 stands."""
    return doc.derive(_dated)


def head_has(doc: Document, *roles: Role) -> bool:
    """Whether one of ``roles`` stands among the first lines."""
    return any(block.role in roles for block in doc.blocks[:16])


def opening(doc: Document) -> Line | None:
    """The first paragraph of the text, under title and 主送机关; None where there is none."""
    address = addressee(doc)
    after = address.at[-1] if address else -1
    for block in main_blocks(doc):
        if block.role in (Role.BODY, Role.HEADING) and block.span.start > after and block.span.of(doc.text).strip():
            return line_of(doc, block)
    return None


def _addressee(doc: Document) -> Line | None:
    titled = False
    for block in main_blocks(doc)[:24]:
        if block.role is Role.ADDRESSEE:
            return line_of(doc, block)
        titled = titled or block.role is Role.TITLE
        if titled and block.role is Role.BODY and block.kind is Kind.PARAGRAPH and block.span:
            line = block.span.of(doc.text).strip()
            if not line:
                continue
            plain = compiled(f"[^。；：:，]{{1,40}}(?:{ORGAN}|{POST})[：:]").fullmatch(line[: LONGEST_ADDRESS + 2])
            return line_of(doc, block) if plain and len(line) <= LONGEST_ADDRESS else None
    return None


def _signed(doc: Document) -> tuple[Line, ...]:
    return tuple(line_of(doc, block) for block in main_blocks(doc) if block.role is Role.ISSUER)


def _dated(doc: Document) -> Block | None:
    found: Block | None = None
    text_seen = False
    for block in main_blocks(doc):
        line = block.span.of(doc.text).strip() if len(block.span) < LONGEST_NOTE else "text"
        if found and block.role in (Role.COPY_TO, Role.PRINTING):
            break
        if block.role is Role.DATE:
            found = block if text_seen else None
        elif line and block.role not in BELOW_DATE and not line.startswith(CONTACTS):
            found, text_seen = None, True if block.role in (Role.BODY, Role.HEADING) else text_seen
    return found


def _copied(doc: Document) -> tuple[Organ, ...]:
    found: list[Organ] = []
    word = compiled(r"[^、，,：:。；;\s]{2,40}")
    for block in doc.blocks:
        if block.role is Role.COPY_TO:
            start = block.span.start + max(block.span.of(doc.text).find("："), block.span.of(doc.text).find(":")) + 1
            found += [Organ(m[0], Span(*m.span())) for m in word.finditer(doc.text, start, block.span.end)]
    return tuple(found)


def _closing(doc: Document) -> Line | None:
    last: Block | None = None
    for block in main_blocks(doc):
        if block.role in (Role.ATTACHMENT_NOTE, Role.ISSUER, Role.COPY_TO, Role.PRINTING) and last:
            break
        if block.role is Role.BODY and block.kind is Kind.PARAGRAPH and _is_sentence(doc, block):
            last = block
    return line_of(doc, last) if last else None


def _is_sentence(doc: Document, block: Block) -> bool:
    line = block.span.of(doc.text).rstrip()
    return bool(line) and (line[-1] in "。！？!?" or line.lstrip().startswith(CLOSINGS))
