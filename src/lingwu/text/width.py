"""Full and half width: which half-width mark stands for which Chinese one, and back.

Chinese text uses full-width marks and half-width letters and digits.
"""

from __future__ import annotations

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
"""Chinese characters, to stand in the brackets of a regex."""
NEIGHBOURS = HAN + "“”‘’《》〈〉（）〔〕【】、，。；：？！…—"
"""Chinese characters and marks: what stands beside a mark of Chinese text."""
FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
"""The Chinese mark for each half-width one (the full stop is not among them: see ``rules/punctuation``)."""
SMALL = {"﹐": "，", "﹑": "、", "﹒": "．", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！", "｡": "。", "､": "、",
         "｢": "「", "｣": "」", "﹙": "（", "﹚": "）", "﹝": "〔", "﹞": "〕", "･": "·", "﹣": "-", "﹪": "%",
         "﹠": "&", "﹟": "#", "﹡": "*", "﹢": "+", "﹤": "<", "﹥": ">", "﹦": "=", "﹨": "\\", "﹩": "$",
         "﹫": "@"}  # fmt: skip
"""The usual mark for each small or Japanese half-width form."""
ADDRESS = r"[a-zA-Z][a-zA-Z+.-]{1,9}:[/\\]{1,2}[^\s\u4e00-\u9fff，。；（）]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
"""A web or mail address, for ``unless``."""


def halved(text: str) -> str:
    """``text`` with full-width letters, digits and signs (U+FF01–FF5E) made half-width."""
    return "".join(chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in text)
