"""The matrix and the transfers over the real records, counted again cell by cell and row by row."""

import csv
import io
from collections import Counter

import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.exports.dataset import Dataset
from homare.exports.matrix_files import matrix_files
from homare.model.catalogue import Catalogue
from tests.library.know_how import cases_linked, number_in, with_term, words

MATRICES = {"challenges-methods": ("challenges", "methods"), "themes-regions": ("themes", "regions")}


@pytest.mark.parametrize("name", MATRICES)
def test_every_cell_and_sum_of_a_matrix_is_the_number_of_cases(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser], name: str
) -> None:
    rows_of, columns_of = MATRICES[name]
    table = trees["matrix/"].css_first(f'table[data-matrix="{name}"]')
    sums: Counter[str] = Counter()
    cells = table.css("td[data-row]")
    for cell in cells:
        row, column = cell.attributes["data-row"] or "", cell.attributes["data-column"] or ""
        expected = with_term(real_catalogue, rows_of, row) & with_term(real_catalogue, columns_of, column)
        assert int(cell.attributes["data-count"] or "") == len(expected), (row, column)
        if expected:
            assert number_in(cell.css_first("a")) == len(expected)
        else:
            assert "なし" in words(cell)
        sums.update({row: len(expected), column: len(expected), "all": len(expected)})
    for cell in table.css("td[data-sum]"):
        assert number_in(cell) == sums[cell.attributes["data-sum"] or ""], cell.attributes["data-sum"]
    vocabulary = real_catalogue.vocabulary
    regions = [region.key for region in vocabulary.regions]
    columns = regions if columns_of == "regions" else list(getattr(vocabulary, columns_of))
    assert len(cells) == len(getattr(vocabulary, rows_of)) * len(columns)
    anywhere = {
        case_id
        for row in getattr(vocabulary, rows_of)
        for column in columns
        for case_id in with_term(real_catalogue, rows_of, row) & with_term(real_catalogue, columns_of, column)
    }
    assert number_in(table.css_first("td[data-cases=all]")) == len(anywhere)


@pytest.mark.parametrize("name", MATRICES)
def test_every_count_of_a_matrix_leads_to_exactly_its_cases(trees: dict[str, LexborHTMLParser], name: str) -> None:
    for cell in trees["matrix/"].css(f'table[data-matrix="{name}"] td[data-row] a'):
        address, _, anchor = (cell.attributes["href"] or "").removeprefix("../").partition("#")
        place = trees[address].css_first(f'[id="{anchor}"]')
        assert place is not None, address
        following = place.next
        while following is not None and following.tag not in ("ul", "dd"):
            following = following.next
        assert following is not None
        assert len(cases_linked(following)) == number_in(cell), (address, anchor)


@pytest.mark.parametrize("name", MATRICES)
def test_the_csv_of_a_matrix_holds_the_same_counts(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser], name: str
) -> None:
    files = dict(matrix_files(Dataset(real_catalogue, "https://homare.example/")))
    content = files[f"matrix/{name}.csv"].decode("utf-8-sig")
    head, *rows = list(csv.reader(io.StringIO(content)))
    table = trees["matrix/"].css_first(f'table[data-matrix="{name}"]')
    shown = [int(cell.attributes["data-count"] or "") for cell in table.css("td[data-row]")]
    assert [int(count) for row in rows[:-2] for count in row[2:-2]] == shown
    assert head[2:-2] == [words(one) for one in table.css("thead th")][1:-2]
    assert {link.attributes["href"] for link in trees["matrix/"].css("a[download]")} == {
        name.removeprefix("matrix/") for name in files
    }


def test_the_transfers_are_those_of_the_records_and_each_is_drawn_once(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    page = trees["transfers/"]
    recorded = [(case, adaptation) for case in real_catalogue.cases for adaptation in case.adaptations]
    rows = page.css_first("table.hm-transfers").css("tbody tr")
    assert [row.attributes["data-case"] for row in rows] == [case.id for case, _ in recorded]
    for row, (_, adaptation) in zip(rows, recorded, strict=True):
        assert adaptation.to in words(row)
        assert adaptation.what in words(row)
    stats = [number_in(stat) for stat in page.css(".hm-stats b")]
    places = {adaptation.prefecture for _, adaptation in recorded if adaptation.prefecture}
    certain = Counter(adaptation.certainty for _, adaptation in recorded)
    assert stats == [len(recorded), len(places), certain["documented"]]
    drawn = Counter((arc.attributes["class"] or "").split("--")[-1] for arc in page.css("figure > svg path"))
    assert drawn == Counter(adaptation.certainty for case, adaptation in recorded if case.recipient.prefecture)
    assert len(page.css(".hm-flow__list li")) == len(recorded)


def test_transfers_can_be_reached_from_both_ends(real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]) -> None:
    vocabulary = real_catalogue.vocabulary
    arrived: Counter[str] = Counter()
    for case in real_catalogue.cases:
        if any(not adaptation.is_related for adaptation in case.adaptations):
            links = [link.attributes["href"] for link in trees[f"cases/{case.id}/"].css("a")]
            assert f"../../transfers/#from-{case.id}" in links, case.id
            assert trees["transfers/"].css_first(f"#from-{case.id}") is not None
        arrived.update(adaptation.prefecture for adaptation in case.adaptations if adaptation.prefecture)
    for region in vocabulary.regions:
        for code in region.prefectures:
            page = trees[f"regions/{region.key}/{vocabulary.prefectures[code].key}/"]
            assert len(page.css("#arrived ~ ul.hm-adaptations > li")) == arrived[code], code


def test_schemes_whose_award_no_source_proves_stand_apart_and_are_not_counted(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    known = real_catalogue.knowledge.evidence.transfers
    assert known is not None
    tables = trees["transfers/"].css("table.hm-transfers")
    assert len(tables[1].css("tbody tr")) == len(known.transfers)
    for transfer in known.transfers:
        assert "受賞" in transfer.note, transfer.scheme
