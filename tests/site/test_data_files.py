"""What a built site offers to take away, and how its pages lead to it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from homare.exports.dataset import Dataset
from homare.model.catalogue import Catalogue
from homare.model.site_words import DEFAULT_SITE
from homare.site.data_files import files_of_case, library_files
from tests.exports.read_back import joined
from tests.libraries import EXAMPLES, catalogue_of


def read(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text("utf-8"))


def test_the_promised_files_are_there(real_site: Path) -> None:
    for name in (
        "data/cases.json",
        "data/cases.jsonl",
        "data/cases.csv",
        "data/cases-excel.csv",
        "data/cases.xlsx",
        "data/cases.jsonld",
        "data/schema.json",
        "data/datapackage.json",
        "data/casebook.pdf",
        "data/casebook.epub",
        "feed.xml",
        "llms.txt",
    ):
        assert (real_site / name).stat().st_size > 1000, name


def test_the_site_holds_every_export_as_it_is_made(real_site: Path, real_catalogue: Catalogue) -> None:
    dataset = Dataset(real_catalogue, DEFAULT_SITE)
    files = joined(library_files(dataset))
    for case in real_catalogue.cases:
        files |= files_of_case(dataset, case)
    for name, content in files.items():
        assert (real_site / name).read_bytes() == content, name


def test_the_data_page_links_to_every_file_of_the_library(real_site: Path) -> None:
    folder = real_site / "data"
    linked = {link.attributes["href"] or "" for link in read(real_site, "data").css("table a")}
    offered = {path.relative_to(folder).as_posix() for path in (*folder.glob("*.*"), *folder.glob("tables/*"))}
    assert {address for address in linked if "#" not in address} == offered - {"index.html"}


def test_a_case_page_offers_its_citation_and_data(real_site: Path, real_catalogue: Catalogue) -> None:
    for case in real_catalogue.cases:
        page = read(real_site, f"cases/{case.id}")
        block = page.css_first("details[data-section=cite]")
        assert case.title in block.text()
        assert f"{DEFAULT_SITE}cases/{case.id}/" in block.text()
        names = {Path(link.attributes["href"] or "").name for link in block.css("a")}
        assert {f"{case.id}.{ending}" for ending in ("bib", "ris", "csl.json", "json")} <= names
        marks = {node.attributes["name"]: node.attributes["content"] for node in page.css('meta[name^="citation_"]')}
        assert marks["citation_title"] == case.title
        assert marks["citation_public_url"] == page.css_first("link[rel=canonical]").attributes["href"]


def test_a_case_page_carries_its_json_ld_as_data(real_site: Path, real_catalogue: Catalogue) -> None:
    for case in real_catalogue.cases:
        [script] = read(real_site, f"cases/{case.id}").css('script[type="application/ld+json"]')
        data = json.loads(script.text())
        assert data["headline"] == case.title
        assert [source["name"] for source in data["citation"]] == [source.title for source in case.sources.values()]


def test_the_data_page_is_the_data_set_that_each_case_names(real_site: Path, real_catalogue: Catalogue) -> None:
    def told(address: str) -> dict[str, Any]:
        [script] = read(real_site, address).css('script[type="application/ld+json"]')
        found: dict[str, Any] = json.loads(script.text())
        return found

    data_set = told("data")
    assert data_set["@type"] == "Dataset"
    for case in real_catalogue.cases:
        assert told(f"cases/{case.id}")["isPartOf"] == {"@id": data_set["@id"]}
    [in_graph] = [
        node
        for node in json.loads((real_site / "data/cases.jsonld").read_text("utf-8"))["@graph"]
        if node["@type"] == "Dataset"
    ]
    assert {**in_graph, "@context": data_set["@context"]} == {
        **data_set,
        "version": in_graph["version"],
        "hasPart": [{"@id": f"{DEFAULT_SITE}cases/{case.id}/"} for case in real_catalogue.cases],
    }


def test_every_alternate_form_that_a_page_names_is_there(real_site: Path) -> None:
    """The link check leaves `alternate` links out, because in general they may lead anywhere."""
    kinds = set()
    for path in real_site.rglob("index.html"):
        page = LexborHTMLParser(path.read_text("utf-8"))
        address = "/" + path.parent.relative_to(real_site).as_posix().removeprefix(".") + "/"
        for link in page.css("link[rel=alternate]"):
            target = urlsplit(urljoin(address.replace("//", "/"), link.attributes["href"] or "")).path
            assert (real_site / target.lstrip("/")).is_file(), (path, target)
            kinds.add(link.attributes["type"])
    assert kinds == {"application/atom+xml", "text/markdown"}


def test_the_codebook_tells_every_field_of_the_data(real_site: Path) -> None:
    told = {code.text() for code in read(real_site, "data/codebook").css("td:first-child code")}
    library = json.loads((real_site / "data" / "cases.json").read_text("utf-8"))
    used = {path for case in library["cases"] for path in _paths(case)} - {"url"}
    assert {re.sub(r"^statements\.\w+\[\]\.", "statements.*[].", path) for path in used} - told == set()


def _paths(value: object, path: str = "") -> Iterator[str]:
    """Yield the path of every value, written as in the codebook: `[]` for lists, `{}` for the sources by key."""
    if isinstance(value, list):
        for item in value:
            yield from _paths(item, f"{path}[]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _paths(item, "sources{}" if path == "sources" else f"{path}.{key}".lstrip("."))
    else:
        yield path


def test_a_former_address_leads_to_the_present_one() -> None:
    record = (EXAMPLES / "accepted" / "smallest.yaml").read_text("utf-8")
    catalogue = catalogue_of({"2020/smallest.yaml": f"{record.rstrip()}\nformerly: [2019-old-name]\n"})
    page = LexborHTMLParser(
        joined(library_files(Dataset(catalogue, DEFAULT_SITE)))["cases/2019-old-name/index.html"].decode()
    )
    assert page.css_first("meta[http-equiv=refresh]").attributes["content"] == "0; url=../2020-smallest/"
    assert page.css_first("main a").attributes["href"] == "../2020-smallest/"
    assert page.css_first("link[rel=canonical]").attributes["href"] == f"{DEFAULT_SITE}cases/2020-smallest/"
