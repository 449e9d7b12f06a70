"""Two facets crossed: a case counts in every cell of its terms, once in its row, and not at all without a term."""

from homare.model.matrix import Matrix, challenge_method_matrix, theme_region_matrix
from tests.libraries import SMALLEST, catalogue_of

TWO_BY_TWO = SMALLEST + "challenges: [subcontracting, successors]\nmethods: [matching, schools]\n"


def test_a_case_with_two_terms_of_each_facet_fills_four_cells_and_counts_once() -> None:
    matrix = challenge_method_matrix(catalogue_of({"2020/two.yaml": TWO_BY_TWO}))
    assert matrix.cell("subcontracting", "schools") == ("2020-two",)
    assert matrix.total == 4
    assert matrix.row_sum("subcontracting") == 2
    assert matrix.column_sum("schools") == 2
    assert matrix.row_cases("subcontracting") == matrix.column_cases("schools") == matrix.cases == 1
    assert matrix.blanks == len(matrix.rows) * len(matrix.columns) - 4


def test_a_case_without_a_term_stands_nowhere() -> None:
    assert challenge_method_matrix(catalogue_of({})).cells == {}


def test_a_region_stands_in_for_an_unknown_prefecture() -> None:
    record = SMALLEST.replace('prefecture: "13"', "region: kyushu") + "themes: [finance]\n"
    matrix = theme_region_matrix(catalogue_of({"2020/south.yaml": record}))
    assert matrix.cell("finance", "kyushu") == ("2020-south",)


def test_an_empty_matrix_has_sums_of_nothing() -> None:
    matrix = Matrix("empty", (("a", "A"),), (("b", "B"),), {})
    assert (matrix.total, matrix.cases, matrix.blanks, matrix.row_sum("a")) == (0, 0, 1, 0)
