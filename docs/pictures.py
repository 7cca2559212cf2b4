"""Draws docs/pictures/typeset/: the first and the last page of each draft under examples/typeset, typeset.

python docs/pictures.py
"""

from __future__ import annotations

import sys
from pathlib import Path

import lingwu
from lingwu.gbt9704.profile import Profile
from lingwu.typeset.composing import paper_of
from lingwu.typeset.pdf.writing import pictures

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "pictures" / "typeset"
PPI = 50


def main() -> int:
    """Draw the pages anew."""
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.png"):
        old.unlink()
    for draft in sorted((ROOT / "examples" / "typeset").glob("*.md")):
        pages = pictures(paper_of(lingwu.read(draft)), Profile(), PPI)
        for number in sorted({1, len(pages)}):
            (OUT / f"{draft.stem}-{number}.png").write_bytes(pages[number - 1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
