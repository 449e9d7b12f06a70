"""What a case page carries in its head for machines, made by exports: its JSON-LD."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from homare.exports.dataset import Dataset
from homare.exports.json_ld import case_json_ld
from homare.model.addresses import case_address
from homare.pages.page import Page


def with_json_ld(pages: Iterable[Page], dataset: Dataset) -> Iterator[Page]:
    """Yield the pages; those of cases with their JSON-LD, which the theme puts into the head."""
    cases = {case_address(case.id): case for case in dataset.catalogue.cases}
    for page in pages:
        case = cases.get(page.address)
        yield replace(page, extra={**page.extra, "json_ld": case_json_ld(dataset, case)}) if case else page
