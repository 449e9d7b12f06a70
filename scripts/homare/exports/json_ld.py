"""The library in the words of schema.org: the data set with its cases, and one case for its page."""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from homare.exports.cases_files import CasesFile
from homare.exports.dataset import Dataset
from homare.exports.json_files import compact, pretty
from homare.model.case import Case, Source
from homare.model.citation import changed_on
from homare.model.site_words import ABOUT, EDITORS, LIBRARY, LICENCE_URI

_ADDRESSES = ("url", "license", "contentUrl")
_DATES = ("dateCreated", "dateModified", "datePublished", "foundingDate")
CONTEXT = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in _ADDRESSES},
    **{name: {"@type": "Date"} for name in _DATES},
}
"""Not the address of schema.org's own context: a reader of our data must not have to fetch it. As in that one,
addresses are nodes, not texts, so that data can be joined by them, and dates are dates.
"""

_DISTRIBUTIONS = {
    "cases.json": "application/json",
    "cases.jsonl": "application/jsonl",
    "cases.csv": "text/csv",
    "cases.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "datapackage.json": "application/json",
}


_BEFORE, _BEHIND = pretty({"@context": CONTEXT, "@graph": []}).encode().split(b"[]")


def _in_graph(node: Mapping[str, Any]) -> bytes:
    """A text in JSON holds no line end, so every line end is one of the layout."""
    return b"\n    " + orjson.dumps(node, option=orjson.OPT_INDENT_2).replace(b"\n", b"\n    ")


def _data_set_in_graph(dataset: Dataset) -> bytes:
    parts = [{"@id": dataset.address_of(case)} for case in dataset.catalogue.cases]
    return _BEFORE + b"[" + _in_graph({**_data_set(dataset), "version": dataset.version, "hasPart": parts})


def _cases_in_graph(dataset: Dataset) -> bytes:
    return b"".join([b"," + _in_graph(case_node(dataset, case)) for case in dataset.catalogue.cases])


CASES_JSON_LD = CasesFile(_data_set_in_graph, _cases_in_graph, tail=b"\n  ]" + _BEHIND)
"""The data set and all cases as one graph."""


def case_json_ld(dataset: Dataset, case: Case) -> str:
    """Return one case for a <script> of its page."""
    return _in_script(case_node(dataset, case))


def data_set_json_ld(dataset: Dataset) -> str:
    """Return the data set for a <script> of the page that every case names as what it is part of.

    It names neither cases nor the version, for which each of them would have to be opened.
    """
    return _in_script(_data_set(dataset))


def _in_script(node: Mapping[str, Any]) -> str:
    """Return one line in which no `<` can end the script."""
    text = compact({"@context": CONTEXT, **node})
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _data_set(dataset: Dataset) -> dict[str, Any]:
    data = f"{dataset.site}data/"
    return {
        "@type": "Dataset",
        "@id": data,
        "url": data,
        "name": LIBRARY,
        "description": ABOUT,
        "dateModified": dataset.changed.isoformat(),
        "inLanguage": "ja",
        "isAccessibleForFree": True,
        "license": LICENCE_URI,
        "creator": {"@type": "Organization", "name": EDITORS},
        "keywords": ["地域イノベーション", "産業支援", "産学官連携", "表彰", "事例"],
        "spatialCoverage": {"@type": "Country", "name": "日本"},
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{data}{name}", "encodingFormat": media_type}
            for name, media_type in _DISTRIBUTIONS.items()
        ],
    }


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
