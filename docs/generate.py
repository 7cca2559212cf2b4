"""Writes docs/reference/rules and docs/reference/lexicons from the rules themselves.

python docs/generate.py          writes them
python docs/generate.py --check  fails where a page is not as it would be written
"""

from __future__ import annotations

import sys
from pathlib import Path

from lingwu import reference, registry
from lingwu.lexicon import FOLDER
from lingwu.rule import Swap

HERE = Path(__file__).resolve().parent / "reference"


def pages() -> dict[Path, str]:
    """All generated pages by their path."""
    rules = registry.rules()
    made = {HERE / "rules" / f"{rule.code}.md": reference.page(rule) for rule in rules}
    made[HERE / "rules" / "README.md"] = reference.index(rules)
    lists = {rule.find.lexicon.name: rule.find.lexicon for rule in rules if isinstance(rule.find, Swap)}
    for path in sorted(FOLDER.glob("*.tsv")):
        found = lists.get(path.stem)
        made[HERE / "lexicons" / f"{path.stem}.md"] = reference.word_list(found) if found else reference.table(path)
    return made


def stale() -> list[Path]:
    """Pages that are missing, differ, or belong to nothing any more."""
    wanted = pages()
    here = {path for folder in ("rules", "lexicons") for path in (HERE / folder).glob("*.md")}
    return sorted({path for path, text in wanted.items() if path not in here or path.read_text("utf-8") != text}
                  | (here - set(wanted)))  # fmt: skip


def main() -> int:
    """Write the pages, or with ``--check`` only compare them."""
    if "--check" in sys.argv:
        for path in stale():
            print(f"not as generated: {path.name}")
        return bool(stale())
    for path in stale():
        if path not in pages():
            path.unlink()
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
