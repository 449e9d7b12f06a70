"""What a case page carries in its head for machines, made by exports: its JSON-LD."""

from dataclasses import replace

from homare.exports.dataset import Dataset
from homare.exports.json_ld import case_json_ld
from homare.model.addresses import case_address
from homare.pages.page import Page

_BEFORE, _BEHIND = case_address("*").split("*")


def case_id_of(page: Page) -> str:
    """Return the id of the case that the page is about, "" for another page."""
    inside = page.address.removeprefix(_BEFORE).removesuffix(_BEHIND)
    return inside if page.address == case_address(inside) else ""


def with_json_ld(page: Page, dataset: Dataset) -> Page:
    """Return the page; that of a case with its JSON-LD, which the theme puts into the head."""
    case = dataset.catalogue.by_id.get(case_id_of(page))
    return replace(page, extra={**page.extra, "json_ld": case_json_ld(dataset, case)}) if case else page
