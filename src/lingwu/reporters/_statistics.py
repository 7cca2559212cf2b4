"""The verdict in words and figures, the same in every report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from lingwu.reporters import Checked
from lingwu.verdict import LIMIT, LINE, PAGE_LINES, STANDARD, Row, Verdict, verdict

HEADS = ("类别", "每处计", "差错", "疑似", "依据")
CAUTION = (
    f"算法参照{STANDARD}；该办法管图书，不约束公文，这里只用来衡量轻重。“据记忆”“比照”的权重，引用前请核对原文。",
    "疑似的另计，建议的不计；涉密提示和文风不在该办法之内，不计。机器只能查出一部分差错，合格不等于没有差错。",
)


def verdict_of(one: Checked) -> Verdict | None:
    """The account of one file; None where it could not be read."""
    return verdict(one.doc, one.report.findings) if one.doc is not None and one.report is not None else None


def conclusion(said: Verdict) -> str:
    """The verdict in a sentence or two."""
    if not said.characters:
        return "没有文字，无从计算。"
    sure = f"差错率万分之{rounded(said.rate)}，" + _judged(said.passes)
    if not said.doubted:
        return sure + "。"
    also = "仍" if said.passes == said.passes_with_doubts else ""
    at_most = f"疑似的若全部属实，为万分之{rounded(said.rate_with_doubts)}"
    return f"{sure}；{at_most}，{also}{_judged(said.passes_with_doubts)}。"


def measure(said: Verdict) -> str:
    """How the characters were counted."""
    return f"版面字数 {said.characters}（每行 {LINE} 字、每面 {PAGE_LINES} 行，{said.pages} 面，末面按满面计）"


def cells(row: Row) -> tuple[str, ...]:
    """A row of the table."""
    kind = row.kind
    limits = f"；{kind.limits}" if kind.limits else ""
    basis = f"{kind.basis}（{kind.seen}）{limits}"
    return kind.name, _number(kind.weight), _places(row.errors, row.counted), _places(row.doubts, row.doubted), basis


def totals(said: Verdict) -> tuple[str, ...]:
    """The last row of the table."""
    return "合计", "", _places(said.errors, said.counted), _places(said.doubts, said.doubted), ""


def remarks(said: Verdict) -> Iterator[str]:
    """What was found and not counted."""
    if said.advice:
        yield f"另有建议 {said.advice} 处，不计。"
    if said.uncounted:
        yield f"另有涉密、文风等 {said.uncounted} 处，原办法没有这一类，不计。"


def statistics_object(said: Verdict) -> dict[str, Any]:
    """What the JSON says of the account."""
    return {
        "characters": said.characters,
        "pages": said.pages,
        "errors": {"places": said.errors, "counted": float(said.counted)},
        "doubts": {"places": said.doubts, "counted": float(said.doubted)},
        "advice": said.advice,
        "uncounted": said.uncounted,
        "rate": float(rounded(said.rate)),
        "rate_with_doubts": float(rounded(said.rate_with_doubts)),
        "passes": said.passes,
        "passes_with_doubts": said.passes_with_doubts,
        "classes": [_row_object(row) for row in said.rows],
    }


def rounded(rate: Fraction) -> Decimal:
    """A rate to two decimals, halves upward; one just above the limit does not look like the limit."""
    exact = Decimal(rate.numerator) / Decimal(rate.denominator)
    near = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return exact.quantize(Decimal("0.01"), ROUND_CEILING) if near <= LIMIT < rate else near


def _row_object(row: Row) -> dict[str, Any]:
    return {
        "class": row.kind.name,
        "weight": float(row.kind.weight),
        "basis": row.kind.basis,
        "seen": row.kind.seen.value,
        "limits": row.kind.limits,
        "errors": {"places": row.errors, "counted": float(row.counted)},
        "doubts": {"places": row.doubts, "counted": float(row.doubted)},
    }


def _judged(passes: bool) -> str:
    return "不超过万分之一，合格" if passes else "超过万分之一，不合格"


def _places(places: int, counted: Decimal) -> str:
    return f"{places} 处，计 {_number(counted)}" if places else "—"


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
