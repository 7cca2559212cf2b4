"""Which font families are installed on this machine, as the PDF writer (Typst) finds them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lingwu.errors import MissingTool
from lingwu.gbt9704.fonts import Choice, choose
from lingwu.gbt9704.geometry import Face
from lingwu.gbt9704.profile import Profile

BY_FONTCONFIG = ("fc-list", "--format", "%{family[0]}\t%{file}\n")


@dataclass(frozen=True, slots=True)
class Family:
    """An installed family under the name that it goes by, and the file it was found in (empty: not told)."""

    name: str
    path: str = ""


def installed(folders: Sequence[Path] = ()) -> tuple[Family, ...]:
    """The families of this machine, each once, by name; those in ``folders`` too.

    Raises:
        MissingTool: neither Typst nor fontconfig is there to look for them.
    """
    found = {family.name: family for family in reversed(list(_found(folders)))}
    return tuple(found[name] for name in sorted(found))


def choices(profile: Profile, families: Sequence[Family]) -> list[Choice]:
    """For each face of the standard the family to set it in."""
    names = [family.name for family in families]
    return [choose(face, names, profile.fonts.get(face.value, "")) for face in Face]


def _found(folders: Sequence[Path]) -> Iterator[Family]:
    try:
        import typst
    except ImportError:
        yield from _by_fontconfig()
        return
    for font in typst.Fonts(include_embedded_fonts=False, font_paths=[str(folder) for folder in folders]).fonts():
        yield Family(font.family, str(font.path or ""))


def _by_fontconfig() -> Iterator[Family]:
    program = shutil.which(BY_FONTCONFIG[0])
    if program is None:
        raise MissingTool('查本机字体需要 typst，请运行 pip install "lingwu[typeset]" 后再试。')
    done = subprocess.run([program, *BY_FONTCONFIG[1:]], check=True, capture_output=True)  # noqa: S603 - fixed words
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        name, _, path = line.partition("\t")
        yield Family(name, path)
