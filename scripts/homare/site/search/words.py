"""The words that help a query: synonyms and terms, and what a slip of the fingers was meant to be."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from homare.model.catalogue import Catalogue
from homare.site.search.tokens import normalise

FACETS = {
    "challenge": "challenges",
    "method": "methods",
    "theme": "themes",
    "industry": "industries",
    "type": "organisation_types",
}
"""Name of a facet in the address of /find/ → name in the vocabulary; in the order in which terms are offered."""
MOST_SPELLINGS = 6_000
_COMPOUND = re.compile(r"[ァ-ヴー]{5,24}|[々一-鿿]{5,14}")
_MAY_BE_COMPOUND = re.compile(r"[ァ-ヴー々一-鿿]{5,}")
"""Each compound stands within one of these; there are few, and no other text has to be tried for two kinds."""
_LATIN = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words of one case that may help a query: those in Latin letters, and compounds of kanji or katakana.

    Each stands once in its text, with a space before the next: as a set they would take six times the memory.
    """

    latin: str
    compounds: str


def text_words(text: str) -> TextWords:
    """Return the words of the text of one case, which is normalised."""
    compounds = _COMPOUND.findall("\n".join(_MAY_BE_COMPOUND.findall(text)))
    return TextWords(*(" ".join(sorted(set(words))) for words in (_LATIN.findall(text), compounds)))


def words_data(catalogue: Catalogue, texts: Iterable[TextWords]) -> dict[str, Any]:
    """Return what every query needs: synonym groups, the terms with their other names, the Latin words of the texts."""
    groups = [[_clean(group.words), _clean(group.narrower)] for group in catalogue.vocabulary.synonyms.groups]
    latin = {word for text in texts for word in text.latin.split()}
    return {"groups": groups, "terms": list(_terms(catalogue)), "latin": sorted(latin)}


def spelling_data(catalogue: Catalogue, texts: Iterable[TextWords]) -> list[str]:
    """Return the words that a slip may have meant: those of the vocabulary first, then the most frequent."""
    known = list(_clean(_names(catalogue)))
    counts = Counter(word for text in texts for word in text.compounds.split())
    frequent = [word for word, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))]
    return list(dict.fromkeys([*known, *frequent]))[:MOST_SPELLINGS]


def _terms(catalogue: Catalogue) -> Iterator[list[Any]]:
    everyday: dict[str, list[str]] = {}
    for entry in catalogue.vocabulary.synonyms.everyday:
        everyday.setdefault(entry.term, []).extend(_clean(entry.says))
    for name, facet in FACETS.items():
        for term in getattr(catalogue.vocabulary, facet).values():
            others = _clean((term.label, *term.label.split("・"), *term.alt))
            yield [name, term.key, term.label, list(dict.fromkeys(others)), everyday.get(f"{facet}/{term.key}", [])]


def _names(catalogue: Catalogue) -> Iterator[str]:
    words = catalogue.vocabulary
    for facet in FACETS.values():
        for term in getattr(words, facet).values():
            yield from (*term.label.split("・"), *term.alt)
    for group in words.synonyms.groups:
        yield from (*group.words, *group.narrower)
    yield from (prefecture.name for prefecture in words.prefectures.values())
    for case in catalogue.cases:
        yield from (name for name in (case.recipient.municipality, case.recipient.name, case.programme) if name)


def _clean(words: Iterable[str]) -> list[str]:
    return [normalise(word) for word in words]
