"""Skeletons of the 15 文种 and of the papers an office writes most; each is a .md beside this file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lingwu.structure.kinds import DocumentKind
from lingwu.typeset.matter import Matter, split

YEAR = "2026"
FOLDER = Path(__file__).parent


def names() -> list[str]:
    """The kinds there is a skeleton for, the 15 文种 first and in the order of 条例 第八条."""
    statutory = [kind.value for kind in DocumentKind if kind.statutory]
    found = {path.stem for path in FOLDER.glob("*.md")}
    return [*(name for name in statutory if name in found), *sorted(found - set(statutory))]


def text(name: str) -> str:
    """The skeleton of a kind, front matter included, with the present year in it."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8").replace(YEAR, str(date.today().year))


def with_matter(skeleton: str, matter: Matter) -> str:
    """``skeleton`` with what ``matter`` says in its front matter."""
    own, end = split(skeleton)
    said = matter.over(own).said
    if not said:
        return skeleton
    import yaml

    values = {key: values[0] if len(values) == 1 else list(values) for key, values in said.items()}
    return f"---\n{yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=200)}---\n{skeleton[end:]}"
