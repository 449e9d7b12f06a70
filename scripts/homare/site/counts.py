"""Count what a built site holds before it is published: as many pages and rows of data as there are records."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

import orjson

from homare.model.catalogue import Catalogue
from homare.problems import Problem, Text


def count_problems(site: Path, catalogue: Catalogue) -> list[Problem]:
    """Return a problem for each part of the built `site` that does not hold exactly the cases of `catalogue`."""
    ids = {case.id for case in catalogue.cases}
    former = {name for case in catalogue.cases for name in case.formerly}
    problems = [_problem(part, len(found), len(ids)) for part, found in _parts(site) if sorted(found) != sorted(ids)]
    pages = {path.parent.name for path in site.glob("cases/*/index.html")}
    if pages != ids | former:
        problems.append(_problem("cases/", len(pages), len(ids | former)))
    return problems


def _parts(site: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each part that names every case, with the ids in it."""
    data = site / "data"
    yield "data/cases.json", [case["id"] for case in orjson.loads((data / "cases.json").read_bytes())["cases"]]
    yield "data/cases.jsonl", [orjson.loads(line)["id"] for line in (data / "cases.jsonl").read_bytes().splitlines()]
    with (data / "cases.csv").open(encoding="utf-8", newline="") as table:
        yield "data/cases.csv", [row["id"] for row in csv.DictReader(table)]
    yield "data/cases/", [path.stem for path in (data / "cases").glob("*.json") if not path.stem.endswith(".csl")]
    search = orjson.loads(gzip.decompress((site / "assets/search/cases.json.gz").read_bytes()))
    yield "assets/search/cases.json.gz", [row[search["fields"].index("id")] for row in search["cases"]]


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
