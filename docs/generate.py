"""Writes docs/reference/rules, docs/reference/lexicons, the model card and src/lingwu/anchors.json from what they
describe.

python docs/generate.py          writes them
python docs/generate.py --check  fails where a page is not as it would be written
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import lingwu
from lingwu import anchors, preflight, reference, registry, schedule
from lingwu.lexicon import FOLDER
from lingwu.rule import Swap

HERE = Path(__file__).resolve().parent / "reference"
MODEL = Path(lingwu.__file__).parent / "spelling" / "model"


def words() -> str:
    """The store of the words that rules look for, worked out anew; it makes the command start fast."""
    code = (
        "import json; from lingwu import anchors, registry; "
        "[tuple(getattr(rule.find, 'anchors', ())) for rule in registry.rules()]; "
        "print(json.dumps(anchors.store(), ensure_ascii=False, indent=0, sort_keys=True))"
    )
    fresh = {**os.environ, "LINGWU_FORGET": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=fresh)
    return done.stdout.decode("utf-8")


def pages() -> dict[Path, str]:
    """All generated pages by their path."""
    crossed = (rule.as_rule() for rule in (*schedule.rules(), *preflight.rules()))
    rules = tuple(sorted((*registry.rules(), *crossed), key=lambda rule: rule.code))
    made = {HERE / "rules" / f"{rule.code}.md": reference.page(rule) for rule in rules}
    made[HERE / "rules" / "README.md"] = reference.index(rules)
    lists = {rule.find.lexicon.name: rule.find.lexicon for rule in rules if isinstance(rule.find, Swap)}
    made[anchors.STORE] = words()
    card = json.loads((MODEL / "card.json").read_text(encoding="utf-8"))
    made[HERE / "model.md"] = reference.model_card(
        card, {path.name: path.stat().st_size for path in sorted(MODEL.iterdir())}
    )
    for path in sorted(FOLDER.glob("*.tsv")):
        found = lists.get(path.stem)
        made[HERE / "lexicons" / f"{path.stem}.md"] = reference.word_list(found) if found else reference.table(path)
    return made


def stale(made: dict[Path, str]) -> list[Path]:
    """Pages that are missing, differ from those ``made``, or belong to nothing any more."""
    here = {path for folder in ("rules", "lexicons") for path in (HERE / folder).glob("*.md")}
    differ = {path for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text}
    return sorted(differ | (here - set(made)))


def main() -> int:
    """Write the pages, or with ``--check`` only compare them."""
    made = pages()
    for path in stale(made):
        if "--check" in sys.argv:
            print(f"not as generated: {path.name}")
        elif path in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[path], encoding="utf-8")
        else:
            path.unlink()
    return bool(stale(made))


if __name__ == "__main__":
    sys.exit(main())
