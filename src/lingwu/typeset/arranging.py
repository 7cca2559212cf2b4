"""From a draft to a paper: the elements that front matter adds, each element in its place, lines that belong together.

Nothing of the draft's text is added, changed or left out; blanks that were typed to push words about become tabs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lingwu.typeset.matter import ELEMENTS, Matter
from lingwu.typeset.model import (
    CORNER,
    HEAD,
    IMPRINT,
    Form,
    Item,
    Paper,
    Paragraph,
    Part,
    Piece,
    Sealing,
    plain,
)
from lingwu.typeset.raw import Draft
from lingwu.typeset.understanding import form_of, understand

LETTER_HEAD = (Part.MARK, *CORNER, Part.NUMBER, Part.SIGNATORY)
FORMS_WITHOUT_SEAL = (Form.MINUTES, Form.SPEECH)
BLANKS = re.compile(r"[ 　]{2,}|[ 　]*\t[ 　\t]*")
BEFORE_SIGNATORY = re.compile(r"[ 　\t]*(?=签\s*发\s*人\s*[：:])")
BEFORE_PRINTED = re.compile(r"[ 　\t]+(?=\d{4}年)")
ISSUERS_A_ROW = 3
LONGEST_ROW = 26.0
MOVED = "版记按规定排在最后（附件之后），已移到文末。"


def arrange(draft: Draft, matter: Matter | None = None) -> Paper:
    """The paper of a draft; what ``matter`` says goes before what the draft's own front matter says."""
    told = (matter or Matter()).over(draft.matter)
    understood = understand(draft.raws)
    items = list(understood.items)
    notes = list(draft.notes)
    for key in ELEMENTS:
        _add(items, key, told)
    form = Form(told.first("版式") or form_of(understood.form, _marks(items)))
    items = _head_first(items, form)
    last = [item for item in items if isinstance(item, Paragraph) and item.part in IMPRINT]
    if last and items[-len(last) :] != last:
        notes.append(MOVED)
    items = [item for item in items if not any(item is one for one in last)]
    items += last
    sealing = Sealing(told.first("印章") or _sealing(items, form))
    items = list(_joined(_letter_row(items, form), sealing))
    duplex = told.first("双面") != "否" and form is not Form.LETTER
    return Paper(form, tuple(items), sealing, duplex, tuple(notes))


def _marks(items: Sequence[Item]) -> list[str]:
    return [item.text for item in items if isinstance(item, Paragraph) and item.part is Part.MARK]


def _sealing(items: Sequence[Item], form: Form) -> Sealing:
    """A post above the date asks for a signature stamp; minutes and speeches bear no seal, all else does."""
    if any(isinstance(item, Paragraph) and item.part is Part.POST for item in items):
        return Sealing.STAMP
    return Sealing.NONE if form in FORMS_WITHOUT_SEAL else Sealing.SEAL


# -- what front matter adds --------------------------------------------------------------------------------------------


def _add(items: list[Item], key: str, matter: Matter) -> None:
    """Add the element of ``key`` where the draft has none."""
    part = ELEMENTS[key]
    values = matter.said.get(key, ())
    has = any(isinstance(item, Paragraph) and _is_of(item, part, key) for item in items)
    if not values or has or (key == "印发日期" and "印发机关" in matter.said):
        return
    made = [plain(part, text) for text in WORDINGS.get(key, _as_given)(values, matter)]
    at = _place(items, part)
    items[at:at] = made


def _is_of(item: Paragraph, part: Part, key: str) -> bool:
    return item.part is part and (part is not Part.ATTENDANCE or item.text.lstrip().startswith(key))


def _place(items: Sequence[Item], part: Part) -> int:
    """Where an element is put into a draft: before the first item that comes after it in the order of printing."""
    order = {part: index for index, part in enumerate(ORDER)}
    if part in (Part.COPY_TO, Part.PRINTING):
        return len(items)
    rank = order[part]
    tail = rank > order[Part.BODY]
    end = len(items)
    for index, item in enumerate(items):
        of = item.part if isinstance(item, Paragraph) else Part.BODY
        if order.get(of, order[Part.BODY]) > rank:
            end = index
            break
    if not tail:
        return end
    body = [i for i, item in enumerate(items[:end]) if not isinstance(item, Paragraph) or item.part not in IMPRINT]
    return body[-1] + 1 if body else 0


ORDER = (
    *HEAD, Part.TITLE, Part.UNDER_TITLE, Part.SPEAKER, Part.ADDRESSEE, Part.BODY, Part.ATTACHMENT_NOTE, Part.ATTENDANCE,
    Part.ISSUER, Part.POST, Part.DATE, Part.NOTE, Part.ATTACHMENT, Part.ATTACHMENT_TITLE, Part.COPY_TO, Part.PRINTING,
)  # fmt: skip


def _as_given(values: Sequence[str], matter: Matter) -> Iterator[str]:
    yield from values


def _signatories(values: Sequence[str], matter: Matter) -> Iterator[str]:
    names = [name.strip() for value in values for name in re.split("[、，,]", value) if name.strip()]
    for index in range(0, len(names), 2):
        yield ("签发人：" if index == 0 else "") + "　".join(names[index : index + 2])


def _addressed(values: Sequence[str], matter: Matter) -> Iterator[str]:
    said = "，".join(values)
    yield said if said.endswith(("：", ":")) else said + "："


def _attached(values: Sequence[str], matter: Matter) -> Iterator[str]:
    if len(values) == 1:
        yield f"附件：{values[0]}"
        return
    for number, value in enumerate(values, 1):
        yield f"{'附件：' if number == 1 else ''}{number}.{value}"


def _noted(values: Sequence[str], matter: Matter) -> Iterator[str]:
    yield from (value if value.startswith(("（", "(")) else f"（{value}）" for value in values)


def _copied(values: Sequence[str], matter: Matter) -> Iterator[str]:
    said = "，".join(value.rstrip("。") for value in values)
    yield said + "。" if said.startswith("抄送") else f"抄送：{said}。"


def _printed(values: Sequence[str], matter: Matter) -> Iterator[str]:
    date = matter.first("印发日期")
    yield f"{values[0]}\t{date.removesuffix('印发')}印发" if date else values[0]


def _listed(label: str) -> Callable[[Sequence[str], Matter], Iterator[str]]:
    def listed(values: Sequence[str], matter: Matter) -> Iterator[str]:
        yield f"{label}：{'、'.join(values)}"

    return listed


WORDINGS: dict[str, Callable[[Sequence[str], Matter], Iterator[str]]] = {
    "签发人": _signatories, "主送": _addressed, "附件": _attached, "附注": _noted, "抄送": _copied,
    "印发机关": _printed, "印发日期": lambda values, matter: iter([f"{values[0].removesuffix('印发')}印发"]),
    "出席": _listed("出席"), "请假": _listed("请假"), "列席": _listed("列席"),
}  # fmt: skip

# -- order -------------------------------------------------------------------------------------------------------------


def _head_first(items: list[Item], form: Form) -> list[Item]:
    """版头 in the order of the standard; without a mark there is none, and 发文字号 stays where it was written."""
    marked = any(isinstance(item, Paragraph) and item.part is Part.MARK for item in items)
    parts = (LETTER_HEAD if form is Form.LETTER else HEAD) if marked else CORNER
    head = [item for item in items if isinstance(item, Paragraph) and item.part in parts]
    head.sort(key=lambda item: _rank(item, parts, form))
    return [*head, *(item for item in items if not any(item is one for one in head))]


def _rank(item: Paragraph, parts: Sequence[Part], form: Form) -> float:
    """The place of an element of the 版头: 文件 comes after the names of several organs, and in a letter 份号 and
    发文字号 share the first line under the rule."""
    if item.part is Part.MARK:
        return parts.index(item.part) + (0.5 if item.text.strip() == "文件" else 0.0)
    return 0.7 if form is Form.LETTER and "\t" in item.text else parts.index(item.part)


# -- lines that belong together ----------------------------------------------------------------------------------------


def _letter_row(items: Sequence[Item], form: Form) -> Sequence[Item]:
    """Under the first red line of a letter the first of 份号, 密级, 紧急程度 and the 发文字号 share a line (10.1)."""
    head = [item for item in items if isinstance(item, Paragraph)]
    number = next((item for item in head if item.part is Part.NUMBER), None)
    corner = next((item for item in head if item.part in CORNER), None)
    marked = any(item.part is Part.MARK for item in head)
    if form is not Form.LETTER or number is None or corner is None or not marked or "\t" in number.text:
        return items
    row = replace(_together([corner, number]), part=Part.NUMBER)
    return [row if item is corner else item for item in items if item is not number]


def _joined(items: Sequence[Item], sealing: Sealing) -> Iterator[Item]:
    """发文字号 with the last 签发人; the names of several organs that seal, in rows; blanks between as tabs."""
    index = 0
    signers = [item for item in items if isinstance(item, Paragraph) and item.part is Part.SIGNATORY]
    numbered = any(isinstance(item, Paragraph) and item.part is Part.NUMBER for item in items)
    while index < len(items):
        item = items[index]
        index += 1
        if not isinstance(item, Paragraph):
            yield item
        elif item.part is Part.NUMBER and signers:
            has_last = "\t" in item.text  # typeset before
            yield from signers if has_last else signers[:-1]
            yield item if has_last else _together([item, signers[-1]])
        elif item.part is Part.SIGNATORY and numbered:
            continue
        elif item.part is Part.ISSUER and sealing is Sealing.SEAL:
            row = _row(items, index - 1)
            index += max(len(row) - 1, 0)
            yield _together(row) if len(row) > 1 else item
        else:
            yield _tabbed(item)


def _row(items: Sequence[Item], start: int) -> list[Paragraph]:
    """The organs from ``start`` on that stand side by side."""
    run: list[Paragraph] = []
    for item in items[start:]:
        if not isinstance(item, Paragraph) or item.part is not Part.ISSUER or "\t" in item.text:
            break
        run.append(item)
    longest = max((len(item.text) for item in run), default=0)
    size = max(1, min(ISSUERS_A_ROW, len(run), int(LONGEST_ROW // (longest + 1))))
    return run[:size]


def _together(paragraphs: Sequence[Paragraph]) -> Paragraph:
    """Several paragraphs as one line, parted by tabs."""
    pieces: list[Piece] = []
    for paragraph in paragraphs:
        pieces += [Piece("\t"), *paragraph.pieces] if pieces else paragraph.pieces
    sources = [paragraph.source for paragraph in paragraphs if paragraph.source is not None]
    return replace(paragraphs[0], pieces=tuple(pieces), source=sources or None)


def _tabbed(paragraph: Paragraph) -> Paragraph:
    """Blanks that push 签发人 or the date of 印发 to the right become one tab."""
    where = {Part.NUMBER: BEFORE_SIGNATORY, Part.PRINTING: BEFORE_PRINTED}.get(paragraph.part)
    if where is None or len(paragraph.pieces) == 0:
        return paragraph
    text = paragraph.text
    match = where.search(text)
    if match is None or match.start() == 0 or match[0] == "\t":
        return paragraph
    return replace(paragraph, pieces=(Piece(text[: match.start()] + "\t" + text[match.end() :]),))
