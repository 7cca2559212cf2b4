"""The layout of a .docx as something to ask for later."""

from __future__ import annotations

from dataclasses import dataclass, field

from lingwu.structure.layout import Layout


@dataclass(frozen=True, slots=True)
class Facts:
    """Gathers the layout of a .docx when it is called: the file is parsed a second time, but only for who asks."""

    data: bytes = field(repr=False)
    name: str

    def __call__(self) -> Layout:
        """The layout facts; offsets are those of the text that ``reading.read`` made of the same bytes."""
        from lingwu.formats.docx.layout import gathered
        from lingwu.formats.docx.reading import scanned

        return gathered(scanned(self.data, self.name))
