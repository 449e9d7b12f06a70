"""The tables of the matrix page as CSV that Excel opens as it is: counts, with sums and the number of cases."""

import csv
import io
from collections.abc import Iterator

from homare.exports.csv_files import BYTE_ORDER_MARK
from homare.exports.dataset import Dataset
from homare.model.matrix import Matrix, matrices


def matrix_files(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield the path within the site and the content of each table."""
    for matrix in matrices(dataset.catalogue):
        yield f"matrix/{matrix.name}.csv", _csv(matrix)


def _csv(matrix: Matrix) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["key", "見出し", *(label for _, label in matrix.columns), "のべ", "事例"])
    for key, label in matrix.rows:
        counts = [len(matrix.cell(key, column)) for column, _ in matrix.columns]
        writer.writerow([key, label, *counts, matrix.row_sum(key), matrix.row_cases(key)])
    sums = [matrix.column_sum(column) for column, _ in matrix.columns]
    writer.writerow(["", "のべ", *sums, matrix.total, ""])
    distinct = [matrix.column_cases(column) for column, _ in matrix.columns]
    writer.writerow(["", "事例", *distinct, "", matrix.cases])
    return (BYTE_ORDER_MARK + out.getvalue()).encode()
