"""What a check says: findings with their basis and fixes, and the report that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lingwu.document import Place, Span


class Severity(StrEnum):
    """How sure and how grave: 差错 is wrong, 疑似 is probably wrong, 建议 may stay as it is."""

    ERROR = "差错"
    DOUBT = "疑似"
    ADVICE = "建议"


class Safety(StrEnum):
    """Whether a fix may be made without asking. SAFE: the meaning cannot change."""

    SAFE = "直接改"
    CONFIRM = "确认后改"
    SHOW = "只提示"

    def allows(self, wanted: Safety) -> bool:
        """Whether a fix of this safety may be made by someone who asked for fixes up to ``wanted``."""
        order = list(Safety)
        return self is not Safety.SHOW and order.index(self) <= order.index(wanted)


class Strength(StrEnum):
    """How binding a basis is. Only what a standard or a law itself states is 规定 (REQUIRED or GENERAL)."""

    REQUIRED = "必须"
    GENERAL = "一般"
    RECOMMENDED = "推荐"
    CUSTOM = "习惯"


@dataclass(frozen=True, slots=True)
class Basis:
    """依据: the standard, law, dictionary or habit a rule rests on, with its clause."""

    source: str
    clause: str = ""
    strength: Strength = Strength.REQUIRED
    note: str = ""
    url: str = ""

    def __str__(self) -> str:
        where = f"{self.source} {self.clause}".strip()
        return f"{where}（{self.strength}）"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``new`` where ``span`` is. An empty span inserts, an empty ``new`` deletes."""

    span: Span
    new: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend one finding together."""

    edits: tuple[Edit, ...]
    safety: Safety
    title: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule's ``find`` yields: a place, and what should stand there.

    ``new`` replaces the text of ``span`` (None: no mechanical fix). ``options`` are further replacements of it.
    ``edits``, where given, mend the finding instead of ``new``. ``says`` fills further fields of the rule's message.
    """

    span: Span
    new: str | None = None
    options: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mention:
    """Another place that a finding speaks of, mostly in another file: ``text`` stands there at ``place``."""

    path: str
    span: Span
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One slip: its place, its reason, its basis, and how to mend it.

    ``fingerprint`` names the slip without its position, so that a judgement survives edits elsewhere. ``places`` tells
    what the slip stands in (a quotation, a table cell …), ``related`` are the places that it was held against.
    """

    code: str
    span: Span
    message: str
    severity: Severity
    basis: Basis
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""
    places: tuple[Place, ...] = ()
    related: tuple[Mention, ...] = ()

    @property
    def safety(self) -> Safety:
        """The safety of the first fix; SHOW where there is none."""
        return self.fixes[0].safety if self.fixes else Safety.SHOW


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, by which rules, and what they said.

    ``notes`` are sentences for the reader about the check itself (a rule that crashed, a part that was not read).
    ``accepted`` counts findings left out because the office accepted them. ``digest`` is the SHA-256 of the file (of
    the text in UTF-8 where there is no file), ``ruleset`` names the rules and lists that were at work.
    """

    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    engine: str = ""
    ruleset: str = ""
    digest: str = ""
    seconds: float = 0.0
    accepted: int = 0
