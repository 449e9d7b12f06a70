"""The rows of sources, of what each source is named for, and of the vocabulary."""

from collections.abc import Iterator

from homare.exports.dataset import Dataset
from homare.exports.tables import Row, filled
from homare.model.case import Source
from homare.model.reading import source_mentions
from homare.model.tables import sources
from homare.model.tables.sources import VOCABULARY_FACETS


def attribution(source: Source) -> str:
    """Return the line that names a source: 「出典：題名（発行元）アドレス」."""
    return f"出典：「{source.title}」（{source.publisher}）{source.url or ''}".rstrip()


def _sources(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for key, source in case.sources.items():
            yield (
                case.id,
                key,
                source.title,
                source.publisher,
                source.url,
                source.published,
                source.accessed,
                source.grade,
                attribution(source),
            )


def _citations(dataset: Dataset) -> Iterator[Row]:
    """One row for each time a record names a source; `part` is the section or list, `position` the item in it."""
    for case in dataset.catalogue.cases:
        for part, position, keys in source_mentions(case):
            for rank, key in enumerate(keys, start=1):
                yield case.id, part, position, rank, key


def _vocabulary(dataset: Dataset) -> Iterator[Row]:
    for facet in VOCABULARY_FACETS:
        for key, term in getattr(dataset.vocabulary, facet).items():
            description = getattr(term, "description", None) or getattr(term, "honours", None)
            yield (facet, key, term.label, term.reading, description, getattr(term, "broader", None))


SOURCE_TABLES = (
    filled(sources.SOURCES, _sources),
    filled(sources.CITATIONS, _citations),
    filled(sources.VOCABULARY, _vocabulary),
)
