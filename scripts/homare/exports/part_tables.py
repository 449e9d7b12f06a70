"""The rows of what stands inside a case: statements, events, figures, adaptations, readings, sources and the rest."""

from collections.abc import Iterable, Iterator

from homare.exports.dataset import Dataset, whole_number
from homare.exports.tables import Row, date_cells, filled
from homare.model.case import Case, Figure
from homare.model.case_view import SECTION_TITLES
from homare.model.reading import SECTIONS
from homare.model.tables import parts
from homare.model.tables.parts import FACETS, READING_KINDS


def _terms(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for facet in FACETS:
            terms = getattr(dataset.vocabulary, facet)
            for position, key in enumerate(getattr(case, facet), start=1):
                yield case.id, facet, position, key, terms[key].label


def _partners(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from _numbered(case, case.partners)


def _statements(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for section in SECTIONS:
            title = SECTION_TITLES[section]
            for position, item in enumerate(getattr(case.statements, section), start=1):
                yield case.id, section, title, position, item.text, item.scope


def _events(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for position, event in enumerate(case.history, start=1):
            yield case.id, position, *date_cells(event.date), event.text, event.scope


def _figures(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for position, figure in enumerate(case.figures, start=1):
            yield case.id, position, *_figure(figure)


def _figure(figure: Figure) -> Row:
    before = figure.baseline
    return (
        figure.label,
        whole_number(figure.value),
        figure.unit,
        figure.bound,
        figure.qualifier,
        *date_cells(figure.date),
        whole_number(before.value) if before else None,
        *date_cells(before.date if before else None),
        figure.scope,
        figure.lead,
    )


def _adaptations(dataset: Dataset) -> Iterator[Row]:
    prefectures = dataset.vocabulary.prefectures
    for case in dataset.catalogue.cases:
        for position, item in enumerate(case.adaptations, start=1):
            yield (
                case.id,
                position,
                item.to,
                item.prefecture,
                prefectures[item.prefecture].name if item.prefecture else None,
                item.case,
                *date_cells(item.date),
                item.what,
                item.certainty,
                item.scope,
            )


def _readings(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for kind in READING_KINDS:
            for position, item in enumerate(getattr(case, kind), start=1):
                yield case.id, kind, position, item.text


def _bases(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for kind in READING_KINDS:
            for position, item in enumerate(getattr(case, kind), start=1):
                yield from ((case.id, kind, position, basis) for basis in item.basis)


def _relations(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for position, item in enumerate(case.related, start=1):
            yield case.id, position, item.case, item.reason


def _notes(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from _numbered(case, case.notes)


def _former_ids(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from _numbered(case, case.formerly)


def _numbered(case: Case, texts: Iterable[str]) -> Iterator[Row]:
    return ((case.id, position, text) for position, text in enumerate(texts, start=1))


PART_TABLES = (
    filled(parts.TERMS, _terms),
    filled(parts.PARTNERS, _partners),
    filled(parts.STATEMENTS, _statements),
    filled(parts.EVENTS, _events),
    filled(parts.FIGURES, _figures),
    filled(parts.ADAPTATIONS, _adaptations),
    filled(parts.READINGS, _readings),
    filled(parts.BASES, _bases),
    filled(parts.RELATIONS, _relations),
    filled(parts.NOTES, _notes),
    filled(parts.FORMER_IDS, _former_ids),
)
