"""What search needs of one case page: its texts for excerpts, its copy for the indexer, and its words."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from homare.site.search.browser_data import text_data, write_data
from homare.site.search.case_text import case_sections
from homare.site.search.pagefind_index import page_words, search_copy
from homare.site.search.words import TextWords, text_words
from homare.site.writing import write_file

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


def prepare_case(case_id: str, page: str, site: Path, copies: Path) -> CaseSearch | None:
    """Write the texts of the case page `page` (HTML) into `site` and its copy for the indexer into `copies`.

    Returns None, and writes nothing, when the page does not say which part of it is the case. Raises OSError when the
    disk refuses.
    """
    sections = case_sections(page)
    if sections is None:
        return None
    text = [section for section in sections if section.anchor != _SOURCES]
    write_data(site, f"text/{case_id}", text_data(text))
    write_data(site, f"sources/{case_id}", text_data(section for section in sections if section.anchor == _SOURCES))
    words = page_words(sections)
    copy = search_copy(words).encode()
    write_file(copies / f"{case_id}.html", copy)
    # The titles and hosts of sources are not our words.
    said = text_words("\n".join(section.normalised for section in text))
    return CaseSearch(case_id, words.length, said, blake2b(copy, digest_size=16).hexdigest())
