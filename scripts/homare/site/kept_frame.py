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
from homare.site.stamps import are_there, stamps_of, take_over

_NOTE = "frame.cbor"


@dataclass(frozen=True)
class KeptFrame:
    """The frame of the project at `root`, and whence it may be taken over: from its published site `earlier`.

    `code` is the mark of all that it is made from. Without `earlier` MkDocs runs.
    """

    root: Path
    code: str
    earlier: Path | None

    def framed(self, folder: Path) -> Framed:
        """Return what `begin_site` returns for `folder`, taken over if it can be. Raises OSError as disks do."""
        note = self.root / BUILD / _NOTE
        # The frame names folders: of the project, of our theme, and of Material among the packages.
        made_from = mark_of([self.code, str(self.root.absolute()), realpath(__file__), sys.prefix])
        docs, site = self.root / BUILD / DOCS, folder / SITE
        packed = read_sealed(note, made_from) if self.earlier else None
        if self.earlier and packed is not None:
            published, staged, said = cbor2.loads(packed)
            if are_there(docs, staged) and are_there(self.earlier, published):
                take_over(published, self.earlier, site)
                return _frame(*said), []
        frame, problems = begin_site(self.root, folder)
        if frame and not problems:
            files = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file())
            kept = stamps_of(site, files), stamps_of(docs, frame.by_hand), _said(frame)
            write_sealed(note, made_from, cbor2.dumps(kept))
        return frame, problems


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
