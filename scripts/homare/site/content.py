"""What a site is made from, as reading hands it over to making."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homare.model.catalogue import Catalogue

Progress = Callable[[str], None]
KEPT_PAGEFIND = "build/pagefind.cbor"
"""Where a project keeps what of Pagefind runs in browsers; `homare build --full` does without."""
BUILD = "build"
"""The folder of a project for what builds keep for the next one."""
CASEBOOK, KITS, SHARE = "casebook", "kits", "share"
"""In it, the folders of what takes long to typeset."""
DOCS = "docs"
"""In it, the folder of the staged Markdown."""
SITE = "site"
"""The folder of a site in that of its making."""
BOOK = "book"
"""There, the folder of the casebook until it can move into the site."""


@dataclass(frozen=True)
class Content:
    """The checked library, with the marks by which pages of an earlier site are known to be from the same.

    `code` is the mark of all but the records; `records` those of the records, by case id. `earlier` is the site from
    which pages may be taken over.
    """

    catalogue: "Catalogue"
    code: str
    records: Mapping[str, str]
    earlier: Path | None
