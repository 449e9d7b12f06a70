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
        kept, site = KeptFrame(self.root, self.code, self.earlier), folder / SITE
        noted = kept.noted()
        if self.earlier is None or noted is None:
            frame, problems = kept.made(folder)
            return frame, problems, self._pages(frame, self.earlier, site) if frame and self.earlier else ()
        frame, files = noted
        return frame, [], self._pages(frame, self.earlier, site, files)

    def _pages(self, frame: Frame, earlier: Path, site: Path, files: Iterable[Stamp] = ()) -> Collection[str]:
        """Take over the pages in the frame, and `files`; returns the addresses of the pages.

        Without files, MkDocs has just made some: then there is a folder that no release can become.
        """
        notes = notes_of(self.root / BUILD, self.code, frame).read()
        pages = {address: note.stamps for address, note in notes.items()}
        there = take_apart(self.spare, site, _wanted(pages.values(), files)) if self.spare and files else ()
        take_over((stamp for stamp in files if stamp[0] not in there), earlier, site)
        build = self.root / BUILD
        return [address for address, stamps in pages.items() if _takes_over(stamps, build, earlier, site, there)]


def _takes_over(stamps: Stamps, build: Path, earlier: Path, site: Path, there: Collection[str]) -> bool:
    """Let the files of a page be files of `site`, of which some may be `there`; returns whether all could be."""
    published, beside = stamps
    missing = [stamp for stamp in published if stamp[0] not in there]
    if are_there(build, beside) and are_there(earlier, missing):
        take_over(missing, earlier, site)
        return True
    remove_files(site, [name for name, _, _ in published if name in there])
    return False


def _wanted(pages: Iterable[Stamps], files: Iterable[Stamp]) -> Mapping[str, FileMark]:
    """Return the marks that the files of the new site shall have, as far as they are known."""
    stamps = (stamp for published, _ in pages for stamp in published)
    return {name: (size, changed) for found in (stamps, files) for name, size, changed in found}
