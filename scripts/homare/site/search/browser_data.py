"""The data files that search loads in the browser, under assets/search/: small, compressed, reproducible."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path
from typing import Any

import orjson

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.date_words import year_words
from homare.model.phrases import phrases_of
from homare.site.search.case_text import Section
from homare.site.search.compression import compressed
from homare.site.writing import write_file

FOLDER = "assets/search"
FIELDS = (
    "id",
    "title",
    "programme",
    "recipient",
    "place",
    "edition",
    "prize",
    "prefecture",
    "region",
    "type",
    "kind",
    "theme",
    "method",
    "challenge",
    "industry",
    "breaks",
    "length",
)
"""The columns of a case in cases.json; the facets among them bear the names that /find/ uses in its address."""
UNKNOWN_EDITION = "undated"
UNKNOWN = "unknown"


def library_mark(catalogue: Catalogue) -> str:
    """Return the mark that tells the pages of this library's index from those of others, when both are merged.

    It comes from the cases, so that it needs no setting, and an index that does not belong to a cases.json is noticed.
    """
    names = "\n".join(f"{case.id}\t{case.title}" for case in catalogue.cases)
    return blake2b(names.encode(), digest_size=4).hexdigest()


def case_lines(catalogue: Catalogue, lengths: Mapping[str, int]) -> Iterator[bytes]:
    """Yield the lines of what lists, facets and ranking need: one for each case, which nobody holds all at once.

    A case's length is the number of words before its notes and sources: what is found behind that counts little.
    """
    years = {case.award.edition for case in catalogue.cases if case.award.edition}
    prizes = catalogue.vocabulary.prizes.values()
    around: dict[str, Any] = {
        "mark": library_mark(catalogue),
        "fields": FIELDS,
        "editions": {str(year): year_words(year) for year in sorted(years)},
        "prizes": {prize.key: prize.short_label for prize in prizes},
        "cases": [],
    }
    yield orjson.dumps(around).removesuffix(b"]}") + b"\n"
    for place, case in enumerate(catalogue.cases, 1):
        row = orjson.dumps([*_row(catalogue, case), lengths[case.id]])
        yield row + (b",\n" if place < len(catalogue.cases) else b"\n")
    yield b"]}\n"


def _row(catalogue: Catalogue, case: Case) -> list[Any]:
    region = catalogue.region_of(case)
    return [
        case.id,
        case.title,
        case.programme or "",
        case.recipient.name,
        catalogue.place_of(case),
        str(case.award.edition or UNKNOWN_EDITION),
        case.award.prize or UNKNOWN,
        case.recipient.prefecture or UNKNOWN,
        region.key if region else UNKNOWN,
        case.recipient.type,
        case.kind,
        case.themes,
        case.methods,
        case.challenges,
        case.industries,
        title_breaks(case.title),
    ]


def title_breaks(title: str) -> list[int]:
    """Return where a title may break into lines, as a browser counts: in UTF-16 units from its start."""
    ends = accumulate(len(phrase.encode("utf-16-le")) // 2 for phrase in phrases_of(title))
    return list(ends)[:-1]


def text_data(sections: Iterable[Section]) -> list[list[Any]]:
    """Return text of a case for excerpts: [anchor, heading, blocks] for each section. The sources have a file apart."""
    return [[section.anchor, section.title, section.blocks] for section in sections]


def data_file(name: str, data: Any) -> tuple[str, bytes]:
    """Return the path within the site of `name`.json.gz, and its content."""
    return _packed(name, orjson.dumps(data, default=tuple))


def write_data(site: Path, name: str, data: Any) -> None:
    """Write `data` as `name`.json.gz into the site. Raises OSError when the disk refuses."""
    path, content = data_file(name, data)
    write_file(site / path, content)


def write_lines(site: Path, name: str, lines: Iterable[bytes]) -> None:
    """Write the lines of a JSON document as `name`.json.gz into the site. Raises OSError when the disk refuses."""
    path, content = _packed(name, b"".join(lines))
    write_file(site / path, content)


def _packed(name: str, text: bytes) -> tuple[str, bytes]:
    return f"{FOLDER}/{name}.json.gz", compressed(text)
