"""What search needs of one case page: its texts for excerpts, its part of the index, and its words."""

from collections.abc import Mapping
from dataclasses import dataclass

from homare.site.search.browser_data import data_file, text_data
from homare.site.search.case_text import case_sections
from homare.site.search.page_rows import encoded_rows, page_words
from homare.site.search.words import TextWords, text_words

_SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class CaseSearch:
    """What lists and ranking need: words before the notes, words in all, and those that a query may have meant."""

    case_id: str
    length: int
    all_words: int
    words: TextWords


@dataclass(frozen=True)
class PreparedCase:
    """What search has of a case: files for the browser (path within the site → content), and rows for the index."""

    search: CaseSearch
    texts: Mapping[str, bytes]
    rows: bytes


def prepare_case(case_id: str, page: str) -> PreparedCase | None:
    """Return what search needs of the case page `page` (HTML), None when it does not say which part is the case."""
    sections = case_sections(page)
    if sections is None:
        return None
    text = [section for section in sections if section.anchor != _SOURCES]
    sources = [section for section in sections if section.anchor == _SOURCES]
    words = page_words(sections)
    # The titles and hosts of sources are not our words.
    said = text_words("\n".join(section.normalised for section in text))
    return PreparedCase(
        CaseSearch(case_id, words.length, len(words.tokens), said),
        dict([data_file(f"text/{case_id}", text_data(text)), data_file(f"sources/{case_id}", text_data(sources))]),
        encoded_rows(words.tokens),
    )
