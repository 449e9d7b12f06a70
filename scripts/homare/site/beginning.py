"""What of a site needs no record: the hand-written pages and the frame of all others, which MkDocs makes.

Imports nothing that reads records, so that a process can do this while another one loads what does.
"""

from pathlib import Path

from homare.problems import Problem
from homare.site.content import BUILD, DOCS, SITE
from homare.site.frame import Frame
from homare.site.mkdocs_run import run_mkdocs
from homare.site.scripts import with_published_scripts
from homare.site.staging import stage, written_by_hand
from homare.site.stylesheet import with_published_styles

Begun = tuple[Frame | None, list[Problem]]
"""The frame of the pages that homare makes, or None, and the problems."""


def begin_site(root: Path, folder: Path) -> Begun:
    """Make the hand-written pages of the project at `root` in `folder`; returns the frame of all others.

    Raises OSError when the disk refuses.
    """
    docs = root / BUILD / DOCS
    by_hand = with_published_scripts(with_published_styles(written_by_hand(root / "docs")))
    stage(by_hand, docs)
    return run_mkdocs(root / "mkdocs.yml", docs, folder / SITE, by_hand)
