"""The library as it is published: its cases as plain data, its version and its address."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import orjson

from homare.model.addresses import case_address
from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.citation import changed_on
from homare.model.short_lived import short_lived
from homare.model.vocabulary import Vocabulary

FIRST_DAY = date(2012, 1, 1)
"""Stands in for the date of a library without a record."""
_LISTS = ("history", "lessons", "conditions")
"""What has texts in a record besides its statements."""


@dataclass(frozen=True)
class Dataset:
    """A catalogue with the address of the site that publishes it, which ends in a slash.

    `known_digests` are the `digests` of the cases, for a library of which somebody knows them.
    """

    catalogue: Catalogue
    site: str
    known_digests: tuple[bytes, ...] = ()

    @property
    def vocabulary(self) -> Vocabulary:
        """The terms of the catalogue."""
        return self.catalogue.vocabulary

    def published(self) -> Iterator[dict[str, Any]]:
        """Yield every case as plain data, in display order: made anew each time, because all of them are large."""
        return (published_case(case, self.address_of(case)) for case in self.catalogue.cases)

    @cached_property
    def json_lines(self) -> bytes:
        """Every case as JSON, a line each. It stays as long as this does: to be asked of a part of a library only."""
        return b"".join([orjson.dumps(case, option=orjson.OPT_APPEND_NEWLINE) for case in self.published()])

    @cached_property
    def changed(self) -> date:
        """The day of the newest change to a record."""
        return max((changed_on(case) for case in self.catalogue.cases), default=FIRST_DAY)

    @cached_property
    def version(self) -> str:
        """The day of the newest change and a mark of the content: two versions are equal when all values are."""
        return f"{self.changed.isoformat()}.{hashlib.sha256(b''.join(self.digests)).hexdigest()[:8]}"

    @cached_property
    def digests(self) -> tuple[bytes, ...]:
        """The SHA-256 of each case's content, in their order: equal when all values are."""
        return self.known_digests or tuple(map(_digest, self.published()))

    def address_of(self, case: Case) -> str:
        """Return the full address of a case's page."""
        return self.site + case_address(case.id)


def version_of(case: Case, published: Mapping[str, Any]) -> str:
    """Return the version of one case, which says of it what that of the library says of all."""
    return f"{changed_on(case).isoformat()}.{_digest(published).hex()[:8]}"


def _digest(published: Mapping[str, Any]) -> bytes:
    return hashlib.sha256(orjson.dumps(published)).digest()


def published_case(case: Case, address: str) -> dict[str, Any]:
    """Return a case as plain data: all fields, null where nothing is recorded, the award's beside the others."""
    record = case.model_dump(mode="json")
    award = record.pop("award")
    title, programme, kind = (record.pop(name) for name in ("title", "programme", "kind"))
    head = {"id": record.pop("id"), "url": address, "title": title, "programme": programme, "kind": kind}
    for figure in record["figures"]:
        _write_whole(figure)
    _copy_texts(record)
    return {**head, **award, **record}


def _copy_texts(record: dict[str, Any]) -> None:
    """Let the long texts live no longer than the data."""
    record["summary"] = short_lived(record["summary"])
    for items in (*record["statements"].values(), *(record[name] for name in _LISTS)):
        for item in items:
            item["text"] = short_lived(item["text"])
    for source in record["sources"].values():
        source["title"] = short_lived(source["title"])


def _write_whole(figure: dict[str, Any]) -> None:
    """Write 119, not 119.0: the model keeps the values of figures, and no others, as floats."""
    for holder in (figure, figure["baseline"]):
        if holder:
            holder["value"] = whole_number(holder["value"])


def whole_number(value: float) -> int | float:
    """Return a whole number as an integer."""
    whole = int(value)
    return whole if whole == value else value
