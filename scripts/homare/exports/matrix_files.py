"""The tables of the matrix page as CSV that Excel opens as it is: counts, with sums and the number of cases."""

from collections.abc import Iterator

from homare.exports.csv_files import excel_lines
from homare.exports.dataset import Dataset
from homare.exports.tables import Row
from homare.model.matrix import Matrix, matrices


def matrix_files(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield the path within the site and the content of each table."""
    for matrix in matrices(dataset.catalogue):
        yield f"matrix/{matrix.name}.csv", excel_lines(_rows(matrix))


def _rows(matrix: Matrix) -> Iterator[Row]:
    yield "key", "見出し", *(label for _, label in matrix.columns), "のべ", "事例"
    for key, label in matrix.rows:
        counts = [len(matrix.cell(key, column)) for column, _ in matrix.columns]
        yield key, label, *counts, matrix.row_sum(key), matrix.row_cases(key)
    yield "", "のべ", *(matrix.column_sum(column) for column, _ in matrix.columns), matrix.total, ""
    yield "", "事例", *(matrix.column_cases(column) for column, _ in matrix.columns), "", matrix.cases
