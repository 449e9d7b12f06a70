"""Run every row of the matrix and print the process's largest size in kilobytes."""

import resource
import sys

from tests.libraries import problems_of
from tests.matrix import BOMBS, ROWS

if __name__ == "__main__":
    for row in (*ROWS, *BOMBS):
        problems_of(row.files)
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(largest // 1024 if sys.platform == "darwin" else largest)
