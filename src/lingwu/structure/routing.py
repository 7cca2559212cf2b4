"""Whom a document goes to and who signs it: 主送机关, 抄送机关, 署名, and the paragraph that closes the text."""

from __future__ import annotations

from dataclasses import dataclass

from lingwu.document import Block, Document, Kind, Role, Span
from lingwu.structure.elements import Line, line_of, main_blocks
from lingwu.text.regexes import compiled

LONGEST_ADDRESS = 40
LONGEST_SIGNATURE = 40
ORGAN = r"(?:政府|委员会|常委会|办公室|办公厅|[厅局委部办院署会]|公司|中心|集团|学校|大学|学院|法院|检察院|党组|党委|工会|银行|医院|指挥部|领导小组)"
MARKS = "。！？；：，、…!?;:,）)"


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
    return tuple(line_of(doc, block) for block in main_blocks(doc) if block.role is Role.ISSUER)


def dated(doc: Document) -> Block | None:
    """The block of the 成文日期 of the document itself: the first one after the text."""
    text_seen = False
    for block in main_blocks(doc):
        text_seen = text_seen or (block.role in (Role.BODY, Role.HEADING) and bool(block.span))
        if block.role is Role.DATE and text_seen:
            return block
    return None


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
            if len(line) <= LONGEST_ADDRESS and line[-1] in "：:" and not any(mark in line[:-1] for mark in "。；：:，"):
                return None if line[:-1].endswith(("如下", "以下")) else line_of(doc, block)
            return None
    return None


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
    return bool(line) and (line[-1] in "。！？!?" or line.lstrip()[:2] in ("妥否", "当否", "特此", "以上", "此复"))
