"""The frame of the published site and all that MkDocs wrote for it: while that is the same, MkDocs need not run.

No record has a part in it, only settings, hand-written pages, our code and the packages. A note under build/ tells the
frame, and which files came with it, with their sizes and times, as those of pages do.
"""

import sys
from dataclasses import astuple, dataclass
from os.path import realpath
from pathlib import Path
from typing import Any

import cbor2

from homare.site.beginning import Framed, begin_site
from homare.site.content import BUILD, DOCS, SITE
from homare.site.frame import Frame, SiteSettings
from homare.site.sealed_files import mark_of, read_sealed, write_sealed
from homare.site.shell import Shell
from homare.site.stamps import Stamp, are_there, stamps_of

_NOTE = "frame.cbor"


@dataclass(frozen=True)
class KeptFrame:
    """The frame of the project at `root`, and whence it may be taken over: from its published site `earlier`.

    `code` is the mark of all that it is made from. Without `earlier` MkDocs runs.
    """

    root: Path
    code: str
    earlier: Path | None

    def noted(self) -> tuple[Frame, list[Stamp]] | None:
        """Return the frame of the published site and the files that came with it, unless MkDocs has to run."""
        packed = read_sealed(self._note, self._made_from) if self.earlier else None
        if self.earlier is None or packed is None:
            return None
        published, staged, said = cbor2.loads(packed)
        if not are_there(self._docs, staged) or not are_there(self.earlier, published):
            return None
        return _frame(*said), published

    def made(self, folder: Path) -> Framed:
        """Return what `begin_site` returns for `folder`, and note it. Raises OSError when the disk refuses."""
        frame, problems = begin_site(self.root, folder)
        if frame and not problems:
            site = folder / SITE
            files = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file())
            kept = stamps_of(site, files), stamps_of(self._docs, frame.by_hand), _said(frame)
            write_sealed(self._note, self._made_from, cbor2.dumps(kept))
        return frame, problems

    @property
    def _note(self) -> Path:
        return self.root / BUILD / _NOTE

    @property
    def _docs(self) -> Path:
        return self.root / BUILD / DOCS

    @property
    def _made_from(self) -> str:
        # The frame names folders: of the project, of our theme, and of Material among the packages.
        return mark_of([self.code, str(self.root.absolute()), realpath(__file__), sys.prefix])


def _said(frame: Frame) -> tuple[Any, ...]:
    """Return what the frame says as plain data; `_frame` makes a frame of it again."""
    settings = [str(value) if isinstance(value, Path) else value for value in astuple(frame.settings)]
    shells = {key: shell.pieces for key, shell in frame.shells.items()}
    return settings, shells, list(frame.by_hand), list(frame.pages_by_hand)


def _frame(settings: list[Any], shells: dict[str, list[str]], by_hand: list[str], pages_by_hand: list[str]) -> Frame:
    name, address, description, scripts, docs, menu, theme = settings
    said = SiteSettings(name, address, description, tuple(scripts), Path(docs), tuple(menu), tuple(theme))
    whole = {key: Shell(tuple(pieces)) for key, pieces in shells.items()}
    return Frame(said, whole, tuple(by_hand), tuple(pages_by_hand))
