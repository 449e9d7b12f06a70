"""The library in the words of schema.org: the data set with its cases, and one case for its page."""

from collections.abc import Mapping
from typing import Any

import orjson

from homare.exports.cases_files import CasesFile
from homare.exports.dataset import Dataset
from homare.exports.json_files import compact, pretty
from homare.exports.json_ld_case import case_node
from homare.model.case import Case
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

_WORKBOOK = "cases.xlsx"
_DISTRIBUTIONS = {
    "cases.json": "application/json",
    "cases.jsonl": "application/jsonl",
    "cases.csv": "text/csv",
    _WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
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
            if name != _WORKBOOK or dataset.catalogue.is_for_people
        ],
    }
