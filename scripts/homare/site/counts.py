"""Count what a built site holds before it is published: as many pages and rows of data as there are records."""

import csv
import gzip
import os
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson

from homare.model.catalogue import Catalogue
from homare.problems import Problem, Text


def count_checks(site: Path, catalogue: Catalogue) -> Iterator[Callable[[], list[Problem]]]:
    """Yield what returns a problem if a part of the built `site` does not hold exactly the cases of `catalogue`.

    The checks need nothing of each other: a large library's take long enough to be shared.
    """
    ids = {case.id for case in catalogue.cases}
    former = {name for case in catalogue.cases for name in case.formerly}
    yield from (partial(_count_problems, site, part, ids) for part in _PARTS)
    yield partial(_page_problems, site, ids | former)


def _count_problems(site: Path, part: str, ids: Collection[str]) -> list[Problem]:
    try:
        found = _PARTS[part](site / part)
    except _DAMAGED:
        found = []
    return [] if sorted(found) == sorted(ids) else [_problem(part, len(found), len(ids))]


def _page_problems(site: Path, ids: Collection[str]) -> list[Problem]:
    pages = {name for name in _names(site / "cases") if (site / "cases" / name / "index.html").is_file()}
    return [] if pages == ids else [_problem("cases/", len(pages), len(ids))]


def _in_json(path: Path) -> list[str]:
    with path.open("rb") as lines:
        return _one_a_line(lines, lambda _: itemgetter("id"))


def _in_search(path: Path) -> list[str]:
    with gzip.open(path) as lines:
        return _one_a_line(lines, lambda whole: itemgetter(whole["fields"].index("id")))


def _one_a_line(lines: Iterator[bytes], id_of: Callable[[Any], Callable[[Any], str]]) -> list[str]:
    """Read a document that has one case a line: the whole may be too large to be held.

    `id_of` returns, for the document without its cases, what finds the id of one. Raises ValueError where a line is no
    case, where a comma is missing or one too many, and where the frame around the cases is not whole.
    """
    ids, goes_on, tail = [], True, b""
    head = next(lines, b"")
    id_in = id_of(orjson.loads(head + b"]}"))
    for line in lines:
        if not goes_on:
            tail += line
            continue
        goes_on = line.endswith(b",\n")
        ids.append(id_in(orjson.loads(line[:-2] if goes_on else line)))
    if orjson.loads(head + tail)["cases"]:
        raise ValueError("the cases do not stand one a line")
    return ids


def _in_lines(path: Path) -> list[str]:
    with path.open("rb") as lines:
        return [orjson.loads(line)["id"] for line in lines]


def _in_table(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as table:
        rows = csv.reader(table)
        place = next(rows, []).index("id")
        return [row[place] for row in rows]


def _in_folder(path: Path) -> list[str]:
    files = (name.removesuffix(".json") for name in _names(path) if name.endswith(".json"))
    return [name for name in files if not name.endswith(".csl")]


def _names(folder: Path) -> list[str]:
    return os.listdir(folder) if folder.is_dir() else []  # noqa: PTH208 — five files for each case


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
