"""Count what a built site holds before it is published: as many pages and rows of data as there are records."""

import csv
import gzip
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import orjson

from homare.model.catalogue import Catalogue
from homare.problems import Problem, Text


def count_problems(site: Path, catalogue: Catalogue) -> list[Problem]:
    """Return a problem for each part of the built `site` that does not hold exactly the cases of `catalogue`."""
    ids = {case.id for case in catalogue.cases}
    former = {name for case in catalogue.cases for name in case.formerly}
    problems = []
    for part, ids_in in _PARTS.items():
        try:
            found = ids_in(site / part)
        except _DAMAGED:
            found = []
        if sorted(found) != sorted(ids):
            problems.append(_problem(part, len(found), len(ids)))
    pages = {path.parent.name for path in site.glob("cases/*/index.html")}
    if pages != ids | former:
        problems.append(_problem("cases/", len(pages), len(ids | former)))
    return problems


def _in_json(path: Path) -> list[str]:
    return [case["id"] for case in orjson.loads(path.read_bytes())["cases"]]


def _in_lines(path: Path) -> list[str]:
    return [orjson.loads(line)["id"] for line in path.read_bytes().splitlines()]


def _in_table(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as table:
        return [row["id"] for row in csv.DictReader(table)]


def _in_folder(path: Path) -> list[str]:
    return [file.stem for file in path.glob("*.json") if not file.stem.endswith(".csl")]


def _in_search(path: Path) -> list[str]:
    data = orjson.loads(gzip.decompress(path.read_bytes()))
    return [row[data["fields"].index("id")] for row in data["cases"]]


_PARTS: Mapping[str, Callable[[Path], list[str]]] = {
    "data/cases.json": _in_json,
    "data/cases.jsonl": _in_lines,
    "data/cases.csv": _in_table,
    "data/cases": _in_folder,
    "assets/search/cases.json.gz": _in_search,
}
"""Each part of a site that names every case, and how to read the ids in it."""
_DAMAGED = (FileNotFoundError, gzip.BadGzipFile, EOFError, zlib.error, ValueError, LookupError, TypeError)


def _problem(part: str, found: int, expected: int) -> Problem:
    return Problem(
        f"site/{part}",
        1,
        1,
        "count-differs",
        Text(
            f"記録は{expected}件ですが、{part} にあるのは{found}件か、別の事例です。",
            f"There are {expected} records, but {part} holds {found}, or other cases.",
        ),
        Text(
            "homare build --full で作りなおしてください。それでも同じなら不具合として知らせてください。",
            "Build again with homare build --full; if that does not help, report it as a fault of homare.",
        ),
    )
