"""What the characters of symbol fonts (w:sym) look like, as characters that every font has."""

from __future__ import annotations

OBJECT = "\ufffc"
"""Stands for a symbol that no table here knows."""
PRIVATE = range(0xE000, 0xF900)
BY_FONT = {
    "wingdings": {
        0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
        0x77: "⬥", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
        0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
        **{0x80 + n: chr(0x24EA if n == 0 else 0x245F + n) for n in range(11)},
        **{0x8B + n: chr(0x24FF if n == 0 else 0x2775 + n) for n in range(11)},
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□"},
    "symbol": {
        0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
        0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ",
        0x70: "π", 0x53: "Σ", 0x57: "Ω", 0x44: "Δ",
    },
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """The character for a w:sym: as such where its font is an ordinary one, by its looks where it is a symbol font."""
    try:
        number = int(code, 16)
        plain = chr(number)
    except (ValueError, OverflowError):
        return OBJECT
    known = BY_FONT.get(font.lower())
    if known is not None:
        return known.get(number & 0xFF, OBJECT)
    if number in PRIVATE or 0xD800 <= number <= 0xDFFF or number < 0x20:
        return OBJECT
    return plain
