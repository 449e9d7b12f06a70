"""A case in the words of schema.org: an article about the programme or person that was honoured."""

from collections.abc import Iterator, Mapping
from typing import Any

from homare.exports.dataset import Dataset
from homare.model.case import Case, Source
from homare.model.citation import changed_on
from homare.model.site_words import EDITORS, LICENCE_URI


def case_node(dataset: Dataset, case: Case) -> dict[str, Any]:
    """Return the article about a case; the award belongs to the programme or person that it is about."""
    address = dataset.address_of(case)
    return {
        "@type": "Article",
        "@id": address,
        "url": address,
        "identifier": case.id,
        "headline": case.title,
        "abstract": case.summary.strip(),
        "inLanguage": "ja",
        "dateCreated": case.recorded,
        "dateModified": changed_on(case).isoformat(),
        "license": LICENCE_URI,
        "author": {"@type": "Organization", "name": EDITORS},
        "isPartOf": {"@id": f"{dataset.site}data/"},
        "keywords": list(_keywords(dataset, case)),
        "about": _honoured(dataset, case),
        "citation": [_document(source) for source in case.sources.values()],
    }


def _honoured(dataset: Dataset, case: Case) -> dict[str, Any]:
    """The person who was honoured, or the programme with the organisation that runs it.

    A programme without a name of its own stands for itself where it is known since when it runs: that is not the day
    on which its organisation was founded.
    """
    recipient, award = case.recipient, _award(dataset, case)
    holder = {"name": recipient.name, "address": _address(dataset, case)}
    if case.kind == "person":
        return _known({"@type": "Person", **holder, "jobTitle": recipient.post, "award": award})
    organisation = _known({"@type": "Organization", **holder})
    if not (case.programme or case.started):
        return {**organisation, "award": award}
    return _known(
        {
            "@type": "Project",
            "name": case.programme,
            "foundingDate": str(case.started) if case.started else None,
            "parentOrganization": organisation,
            "award": award,
        }
    )


def _address(dataset: Dataset, case: Case) -> dict[str, Any] | None:
    """Where the recipient is, as far as it is known."""
    if not dataset.catalogue.place_of(case):
        return None
    return {"@type": "PostalAddress", "addressCountry": "JP", **_regions(dataset, case)}


def _regions(dataset: Dataset, case: Case) -> dict[str, Any]:
    prefecture = dataset.vocabulary.prefectures.get(case.recipient.prefecture or "")
    region = dataset.catalogue.region_of(case)
    name = prefecture.name if prefecture else region.label if region else None
    return _known({"addressRegion": name, "addressLocality": case.recipient.municipality})


def _award(dataset: Dataset, case: Case) -> str:
    prize = dataset.catalogue.prize_of(case)
    edition = str(case.award.edition) if case.award.edition else ""
    return f"イノベーションネットアワード{edition} {prize.label if prize else ''}".strip()


def _keywords(dataset: Dataset, case: Case) -> Iterator[str]:
    for facet in ("challenges", "themes", "methods", "industries"):
        terms = getattr(dataset.vocabulary, facet)
        yield from (terms[key].label for key in getattr(case, facet))


def _document(source: Source) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": source.publisher}
    published = source.published if source.published and "年度" not in source.published else None
    return _known(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "datePublished": published,
            "publisher": publisher,
        }
    )


def _known(node: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not known: in JSON-LD an absent property says so."""
    return {key: value for key, value in node.items() if value is not None}
