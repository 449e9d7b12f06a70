"""What of a new site needs no record: the frame and the hand-written pages, and all pages that nobody has touched."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from homare.problems import Problem
from homare.site.content import BUILD, SITE
from homare.site.frame import Frame
from homare.site.kept_frame import KeptFrame
from homare.site.kept_pages import Stamps, notes_of
from homare.site.spare import take_apart
from homare.site.stamps import Stamp, are_there, take_over
from homare.site.writing import FileMark, remove_files

Begun = tuple[Frame | None, list[Problem], Collection[str]]
"""The frame, or None, the problems, and the addresses of the pages that were taken over."""


@dataclass(frozen=True)
class Beginning:
    """How the site of the project at `root` begins: `code` is the mark of all that is common to its pages.

    `earlier` is the published site, None where nothing may be taken over from it. `spare` is a release that may be
    taken apart for the new site, if there is one.
    """

    root: Path
    code: str
    earlier: Path | None
    spare: Path | None

    def begun(self, folder: Path) -> Begun:
        """Begin the site in `folder`. Raises OSError when the disk refuses."""
        kept = KeptFrame(self.root, self.code, self.earlier)
        noted = kept.noted()
        frame, problems = (noted[0], []) if noted else kept.made(folder)
        if frame is None or problems or self.earlier is None:
            return frame, problems, ()
        notes = notes_of(self.root / BUILD, self.code, frame).read()
        pages = {address: note.stamps for address, note in notes.items()}
        site, files = folder / SITE, noted[1] if noted else []
        # Where MkDocs has just made its part, there is a folder already.
        there = take_apart(self.spare, site, _wanted(pages.values(), files)) if self.spare and noted else ()
        take_over((stamp for stamp in files if stamp[0] not in there), self.earlier, site)
        return frame, [], [address for address, stamps in pages.items() if self._takes_over(stamps, site, there)]

    def _takes_over(self, stamps: Stamps, site: Path, there: Collection[str]) -> bool:
        """Let the files of a page be files of `site`, of which some may be `there`; returns whether all could be."""
        published, beside = stamps
        missing = [stamp for stamp in published if stamp[0] not in there]
        if are_there(self.root / BUILD, beside) and self.earlier and are_there(self.earlier, missing):
            take_over(missing, self.earlier, site)
            return True
        remove_files(site, [name for name, _, _ in published if name in there])
        return False


def _wanted(pages: Iterable[Stamps], files: Iterable[Stamp]) -> Mapping[str, FileMark]:
    """Return the marks that the files of the new site shall have, as far as they are known."""
    stamps = (stamp for published, _ in pages for stamp in published)
    return {name: (size, changed) for found in (stamps, files) for name, size, changed in found}
