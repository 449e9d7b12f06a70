"""Every format holds the same cases with the same values: each is read back and compared with the records."""

import json
import warnings
from itertools import chain
from typing import Any

import pytest

from homare.exports.all_tables import ALL_TABLES
from homare.exports.case_markdown import case_markdown
from homare.exports.csv_files import excel_csv, plain_csv
from homare.exports.dataset import Dataset
from homare.exports.json_files import CASES_JSON, CASES_JSON_LINES, case_json
from homare.exports.json_ld import CASES_JSON_LD
from homare.exports.workbook import cases_xlsx
from homare.model.case import Case
from homare.model.citation import changed_on
from homare.model.reading import sourced_parts
from homare.model.site_words import LICENCE_URI
from homare.site.data_files import files_of_case, library_files
from tests.exports.read_back import cases_from, joined, rows_of_csv, rows_of_workbook, whole


@pytest.fixture(scope="module")
def cases(dataset: Dataset) -> dict[str, dict[str, Any]]:
    return {case["id"]: case for case in json.loads(whole(CASES_JSON, dataset))["cases"]}


def test_json_holds_every_field_of_every_record(dataset: Dataset, cases: dict[str, dict[str, Any]]) -> None:
    assert list(cases) == [case.id for case in dataset.catalogue.cases]
    for case in dataset.catalogue.cases:
        published = dict(cases[case.id])
        assert published.pop("url") == f"https://homare.example/cases/{case.id}/"
        award = {name: published.pop(name) for name in ("edition", "prize", "evidence")}
        assert Case.model_validate({**published, "award": award}) == case


def test_json_lines_and_single_files_equal_the_whole(dataset: Dataset, cases: dict[str, dict[str, Any]]) -> None:
    lines = whole(CASES_JSON_LINES, dataset).splitlines()
    assert [json.loads(line) for line in lines] == list(cases.values())
    for case in dataset.catalogue.cases:
        alone = json.loads(case_json(dataset, case))
        assert alone.pop("version").startswith(f"{changed_on(case).isoformat()}.")
        assert alone.pop("licence") == "CC-BY-4.0"
        assert alone == cases[case.id]


def test_the_version_of_a_case_is_another_when_a_value_is(dataset: Dataset) -> None:
    case = dataset.catalogue.cases[0]
    versions = {
        json.loads(case_json(dataset, one))["version"]
        for one in (case, case.model_copy(), case.model_copy(update={"summary": f"{case.summary}。"}))
    }
    assert len(versions) == 2


def test_the_tables_together_hold_the_whole_library(dataset: Dataset, cases: dict[str, dict[str, Any]]) -> None:
    tables = {table.name: rows_of_csv(table, whole(plain_csv(table), dataset)) for table in ALL_TABLES}
    assert cases_from(tables) == cases


def test_the_workbook_holds_the_whole_library(dataset: Dataset, cases: dict[str, dict[str, Any]]) -> None:
    assert cases_from(rows_of_workbook(cases_xlsx(dataset))) == cases


def test_csv_for_excel_differs_from_the_plain_one_only_by_its_marks(dataset: Dataset) -> None:
    for table in ALL_TABLES:
        excel = whole(excel_csv(table), dataset)
        assert excel.startswith(b"\xef\xbb\xbf")
        untouched = excel.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
        assert untouched.replace(b",'", b",").replace(b"\n'", b"\n") == whole(plain_csv(table), dataset)


def test_json_ld_says_the_same_to_a_reader_of_rdf(dataset: Dataset, cases: dict[str, dict[str, Any]]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdflib's own use of what Python deprecates
        from rdflib import RDF, Graph, Literal, Namespace, URIRef  # noqa: PLC0415

        schema = Namespace("https://schema.org/")
        graph = Graph().parse(data=whole(CASES_JSON_LD, dataset), format="json-ld")
        assert graph.value(URIRef(f"{dataset.site}data/"), schema.license) == URIRef(LICENCE_URI)
        downloads = set(graph.objects(None, schema.contentUrl))
        assert URIRef(f"{dataset.site}data/cases.json") in downloads
        assert all(isinstance(address, URIRef) for address in (*downloads, *graph.objects(None, schema.url)))
        articles = {str(node) for node in graph.subjects(RDF.type, schema.Article)}
        assert articles == {case["url"] for case in cases.values()}
        assert len(list(graph.subjects(RDF.type, schema.Dataset))) == 1
        for case in cases.values():
            node = URIRef(case["url"])
            assert str(graph.value(node, schema.headline)) == case["title"]
            assert str(graph.value(node, schema.abstract)) == case["summary"]
            assert graph.value(node, schema.url) == node
            assert graph.value(node, schema.license) == URIRef(LICENCE_URI)
            assert graph.value(node, schema.dateCreated) == Literal(case["recorded"], datatype=schema.Date)
            honoured = graph.value(node, schema.about)
            if case["kind"] == "programme" and case["started"]:
                assert graph.value(honoured, schema.foundingDate) == Literal(str(case["started"]), datatype=schema.Date)
            award = str(graph.value(honoured, schema.award))
            assert award.startswith(f"イノベーションネットアワード{case['edition'] or ''}")
            if case["prize"]:
                assert award.endswith(dataset.vocabulary.prizes[case["prize"]].label)
            holder = graph.value(honoured, schema.parentOrganization) or honoured
            assert str(graph.value(holder, schema.name)) == case["recipient"]["name"]
            prefecture = dataset.vocabulary.prefectures.get(case["recipient"]["prefecture"])
            if prefecture:
                address = graph.value(holder, schema.address)
                assert str(graph.value(address, schema.addressRegion)) == prefecture.name
            cited = sorted(str(graph.value(source, schema.name)) for source in graph.objects(node, schema.citation))
            assert cited == sorted(source["title"] for source in case["sources"].values())


def test_the_plain_text_of_a_case_holds_every_sentence_of_it(dataset: Dataset) -> None:
    for case in dataset.catalogue.cases:
        shown = case_markdown(dataset, case).replace("\\", "")
        for item in chain.from_iterable(sourced_parts(case)):
            words = getattr(item, "text", None) or getattr(item, "what", None) or getattr(item, "label", None)
            assert words in shown, (case.id, words)
        for reading in (*case.lessons, *case.conditions):
            assert reading.text in shown, case.id
        for source in case.sources.values():
            assert source.title in shown, case.id


def test_two_runs_give_the_same_bytes(dataset: Dataset) -> None:
    again = Dataset(dataset.catalogue, dataset.site)
    assert joined(library_files(dataset)) == joined(library_files(again))
    for case in dataset.catalogue.cases:
        assert files_of_case(dataset, case) == files_of_case(again, case)
