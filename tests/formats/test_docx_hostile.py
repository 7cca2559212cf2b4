"""Broken bytes: whatever is wrong with a .docx, reading ends in a document or in a sentence."""

from __future__ import annotations

import random

import pytest
from docx_files import members, with_member
from docx_shapes import SHAPES

import lingwu
from lingwu.document import Document, Span
from lingwu.errors import ReadError
from lingwu.finding import Edit
from lingwu.formats import Changes, write

RICH = ("headers and footers", "notes", "comments", "numbering", "headings", "embedded mht", "text box in two versions")


def outcome(data: bytes) -> Document | ReadError:
    try:
        return lingwu.read(data, "坏.docx")
    except ReadError as error:
        assert str(error).endswith("。") and "\n" not in str(error)
        return error


def flipped(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def shuffled(xml: bytes, chance: random.Random) -> bytes:
    """The part with one stretch of it moved, doubled or taken out, at the edges of tags."""
    tags = xml.split(b"<")
    start, end = sorted(chance.sample(range(2, len(tags)), 2)) if len(tags) > 4 else (1, 2)
    piece = tags[start:end]
    return b"<".join(chance.choice([tags[:start] + tags[end:], tags[:end] + piece + tags[end:], [*tags[:-1], *piece]]))


@pytest.mark.parametrize("shape", RICH)
def test_broken_bytes_end_in_a_document_or_a_sentence(shape: str) -> None:
    data, chance = SHAPES[shape][0], random.Random(shape)
    for _ in range(60):
        outcome(data[: chance.randrange(1, len(data))])
        outcome(flipped(data, chance))


@pytest.mark.parametrize("shape", RICH)
def test_broken_parts_end_in_a_document_or_a_sentence(shape: str) -> None:
    data, chance = SHAPES[shape][0], random.Random(shape)
    parts = [name for name in members(data) if "media" not in name]
    for round in range(120):
        name = chance.choice(parts)
        content = members(data)[name]
        broken = flipped(content, chance) if round % 2 else shuffled(content, chance)
        found = outcome(with_member(data, name, broken))
        if isinstance(found, Document):
            write(
                found, Changes([Edit(Span(0, 1), "新"), Edit(Span(len(found.text), len(found.text)), "末")]), "tracked"
            )


def test_numbers_out_of_range_do_no_harm() -> None:
    swaps = {
        b'w:val="1"': b'w:val="99999999999999999999"',
        b'w:ilvl="0"': 'w:ilvl="²"'.encode(),
        b'w:val="0"': b'w:val="-1"',
    }
    data = SHAPES["numbering"][0]
    for old, new in swaps.items():
        for name in ("word/numbering.xml", "word/document.xml"):
            found = outcome(with_member(data, name, members(data)[name].replace(old, new)))
            assert isinstance(found, Document)
