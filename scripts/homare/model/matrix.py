"""Two facets crossed: which cases have a term of the one and a term of the other, and where nothing stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from homare.model.case import Case
from homare.model.catalogue import Catalogue

Pair = tuple[str, str]


@dataclass(frozen=True)
class Matrix:
    """Rows and columns are (key, label); `cells` hold the ids of the cases, in display order, where there are any."""

    name: str
    rows: tuple[Pair, ...]
    columns: tuple[Pair, ...]
    cells: Mapping[Pair, tuple[str, ...]]

    def cell(self, row: str, column: str) -> tuple[str, ...]:
        """Return the ids of the cases that have both terms."""
        return self.cells.get((row, column), ())

    def row_sum(self, row: str) -> int:
        """Return the sum of a row's counts; a case with several columns counts in each of them."""
        return sum(len(self.cell(row, column)) for column, _ in self.columns)

    def column_sum(self, column: str) -> int:
        """Return the sum of a column's counts; a case with several rows counts in each of them."""
        return sum(len(self.cell(row, column)) for row, _ in self.rows)

    def row_cases(self, row: str) -> int:
        """Return how many cases stand in a row, each counted once."""
        return len({case_id for column, _ in self.columns for case_id in self.cell(row, column)})

    def column_cases(self, column: str) -> int:
        """Return how many cases stand in a column, each counted once."""
        return len({case_id for row, _ in self.rows for case_id in self.cell(row, column)})

    @cached_property
    def total(self) -> int:
        """The sum of all cells."""
        return sum(len(ids) for ids in self.cells.values())

    @cached_property
    def cases(self) -> int:
        """How many cases stand anywhere in the table."""
        return len({case_id for ids in self.cells.values() for case_id in ids})

    @cached_property
    def most(self) -> int:
        """How many cases the fullest cell has."""
        return max((len(ids) for ids in self.cells.values()), default=0)

    @cached_property
    def blanks(self) -> int:
        """How many cells are empty."""
        return len(self.rows) * len(self.columns) - len(self.cells)


def challenge_method_matrix(catalogue: Catalogue) -> Matrix:
    """Return which methods were used against which challenge."""
    return _crossed(catalogue, "challenges-methods", "challenges", "methods")


def theme_region_matrix(catalogue: Catalogue) -> Matrix:
    """Return which themes were taken up in which region."""
    return _crossed(catalogue, "themes-regions", "themes", "regions")


def matrices(catalogue: Catalogue) -> tuple[Matrix, ...]:
    """Return the tables that the site shows and offers as files."""
    return challenge_method_matrix(catalogue), theme_region_matrix(catalogue)


def _crossed(catalogue: Catalogue, name: str, rows: str, columns: str) -> Matrix:
    cells: dict[Pair, list[str]] = {}
    for case in catalogue.cases:
        for row in _terms_of(catalogue, case, rows):
            for column in _terms_of(catalogue, case, columns):
                cells.setdefault((row, column), []).append(case.id)
    return Matrix(
        name,
        _pairs(catalogue, rows),
        _pairs(catalogue, columns),
        {pair: tuple(ids) for pair, ids in cells.items()},
    )


def _terms_of(catalogue: Catalogue, case: Case, facet: str) -> tuple[str, ...]:
    if facet != "regions":
        terms: tuple[str, ...] = getattr(case, facet)
        return terms
    region = catalogue.region_of(case)
    return (region.key,) if region else ()


def _pairs(catalogue: Catalogue, facet: str) -> tuple[Pair, ...]:
    if facet == "regions":
        return tuple((region.key, region.label) for region in catalogue.vocabulary.regions)
    return tuple((key, term.label) for key, term in getattr(catalogue.vocabulary, facet).items())
