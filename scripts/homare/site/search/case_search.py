"""What search needs of one case page: its texts for excerpts, its copy for the indexer, and its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from homare.site.search.browser_data import data_file, text_data
from homare.site.search.case_text import case_sections
from homare.site.search.pagefind_index import page_words, search_copy
from homare.site.search.words import TextWords, text_words

_SOURCES = "sources"


@dataclass(frozen=True)
class CaseSearch:
    """What lists and ranking need: the number of words before the notes, and words that a query may have meant.

    `digest` is that of the copy for the indexer.
    """

    case_id: str
    length: int
    words: TextWords
    digest: str


@dataclass(frozen=True)
class PreparedCase:
    """What search has of a case: the files for the browser (path within the site → content), the indexer's copy."""

    search: CaseSearch
    texts: Mapping[str, bytes]
    copy: bytes


def prepare_case(case_id: str, page: str) -> PreparedCase | None:
    """Return what search needs of the case page `page` (HTML), None when it does not say which part is the case."""
    sections = case_sections(page)
    if sections is None:
        return None
    text = [section for section in sections if section.anchor != _SOURCES]
    sources = [section for section in sections if section.anchor == _SOURCES]
    words = page_words(sections)
    copy = search_copy(words).encode()
    # The titles and hosts of sources are not our words.
    said = text_words("\n".join(section.normalised for section in text))
    return PreparedCase(
        CaseSearch(case_id, words.length, said, blake2b(copy, digest_size=16).hexdigest()),
        dict([data_file(f"text/{case_id}", text_data(text)), data_file(f"sources/{case_id}", text_data(sources))]),
        copy,
    )
