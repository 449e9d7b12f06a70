"""The library as it is published: its cases as plain data, its version and its address."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import orjson

from homare.model.addresses import case_address
from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.citation import changed_on
from homare.model.vocabulary import Vocabulary

FIRST_DAY = date(2012, 1, 1)
"""Stands in for the date of a library without a record."""


@dataclass(frozen=True)
class Dataset:
    """A catalogue with the address of the site that publishes it, which ends in a slash."""

    catalogue: Catalogue
    site: str

    @property
    def vocabulary(self) -> Vocabulary:
        """The terms of the catalogue."""
        return self.catalogue.vocabulary

    @cached_property
    def published(self) -> Mapping[str, dict[str, Any]]:
        """Every case as plain data, by its id, in display order."""
        return {case.id: published_case(case, self.address_of(case)) for case in self.catalogue.cases}

    @cached_property
    def changed(self) -> date:
        """The day of the newest change to a record."""
        return max((changed_on(case) for case in self.catalogue.cases), default=FIRST_DAY)

    @cached_property
    def version(self) -> str:
        """The day of the newest change and a mark of the content: two versions are equal when all values are."""
        content = hashlib.sha256(b"[")  # of all cases as one JSON array, but never all of it at once
        for place, case in enumerate(self.published.values()):
            content.update((b"," if place else b"") + orjson.dumps(case, option=orjson.OPT_SORT_KEYS))
        content.update(b"]")
        return f"{self.changed.isoformat()}.{content.hexdigest()[:8]}"

    def address_of(self, case: Case) -> str:
        """Return the full address of a case's page."""
        return self.site + case_address(case.id)


def published_case(case: Case, address: str) -> dict[str, Any]:
    """Return a case as plain data: all fields, null where nothing is recorded, the award's beside the others."""
    record = case.model_dump(mode="json")
    award = record.pop("award")
    title, programme, kind = (record.pop(name) for name in ("title", "programme", "kind"))
    head = {"id": record.pop("id"), "url": address, "title": title, "programme": programme, "kind": kind}
    whole: dict[str, Any] = _with_whole_numbers({**head, **award, **record})
    return whole


def _with_whole_numbers(value: Any) -> Any:
    """Write 119, not 119.0: the model keeps all figures as floats."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _with_whole_numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_whole_numbers(item) for item in value]
    return value
