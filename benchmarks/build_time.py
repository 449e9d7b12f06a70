"""Time a cold build of the real records as a whole process, and its peak memory: `make bench`."""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5
HOMARE = Path(sys.executable).with_name("homare")


def main() -> None:
    walls = []
    for run in range(RUNS + 1):
        with tempfile.TemporaryDirectory(prefix="homare-bench-") as folder:
            started = time.perf_counter()
            subprocess.run([HOMARE, "build", "--full", "--out", f"{folder}/site"], check=True, capture_output=True)
            if run:  # the first run warms the disk cache
                walls.append(time.perf_counter() - started)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 if sys.platform == "darwin" else 1024) / 1024
    print(f"cold build of cases/: median {statistics.median(walls):.2f} s of {RUNS} runs", end=" ")
    print(f"(min {min(walls):.2f}, max {max(walls):.2f}); largest process {peak * 1024:.0f} MB")


if __name__ == "__main__":
    main()
