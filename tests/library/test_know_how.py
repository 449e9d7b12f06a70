"""Methods and challenges over the real records: every general statement is borne out, every count is counted again.

Nothing here asks the code under test how it counts: the counts come from the records by other ways.
"""

import re
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from homare.model.catalogue import Catalogue
from tests.library.know_how import KNOW_HOW, cases_linked, number_in, of_region, with_term, words

LARGEST_PICTURE = 40 * 1024


def test_every_method_has_a_card(real_catalogue: Catalogue) -> None:
    assert list(real_catalogue.knowledge.cards) == list(real_catalogue.vocabulary.methods)


def test_every_general_statement_on_a_page_names_a_case_that_uses_the_method(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    for key in real_catalogue.vocabulary.methods:
        card = trees[f"methods/{key}/"].css_first("section[data-section=card]")
        assert card is not None, key
        statements = card.css("li, dd")
        assert len(statements) >= 10, key
        for statement in statements:
            named = cases_linked(statement)
            assert named, words(statement)
            assert set(named) <= with_term(real_catalogue, "methods", key), words(statement)


def test_every_way_of_spreading_names_a_case_that_spread(trees: dict[str, LexborHTMLParser]) -> None:
    page = trees["transfers/"]
    spread = set(cases_linked(page.css_first("table.hm-transfers")))
    for way in page.css("section[data-section=ways] li"):
        assert cases_linked(way), words(way)
        assert set(cases_linked(way)) <= spread, words(way)


def test_every_number_in_a_general_statement_stands_in_a_record_that_it_names(real_catalogue: Catalogue) -> None:
    cards = real_catalogue.knowledge.cards.values()
    ways = real_catalogue.knowledge.evidence.transfers
    assert ways is not None
    claims = [claim for card in cards for claim in card.claims() if claim not in card.questions] + [*ways.ways]
    claims_of_cases = [(claim.text, claim.basis) for claim in claims]
    claims_of_cases += [(text, (case_id,)) for card in cards for case_id, text in card.particular.items()]
    for text, basis in claims_of_cases:
        records = " ".join(real_catalogue.by_id[case_id].model_dump_json() for case_id in basis)
        for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text):
            plain = re.escape(number.replace(",", ""))
            found = rf"(?<![\d.,])(?:{re.escape(number)}|{plain}(?:\.0)?)(?!\d)"
            assert re.search(found, records), f"{number}: {text}"


def test_every_case_of_a_method_says_what_is_particular_to_it(real_catalogue: Catalogue) -> None:
    for key, card in real_catalogue.knowledge.cards.items():
        assert set(card.particular) == with_term(real_catalogue, "methods", key), key


def test_a_method_page_gathers_from_exactly_its_cases(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    for key in real_catalogue.vocabulary.methods:
        page, ids = trees[f"methods/{key}/"], with_term(real_catalogue, "methods", key)
        cases = [real_catalogue.by_id[case_id] for case_id in ids]
        assert set(cases_linked(page.css_first("table.hm-variants"))) == ids, key
        assert len(page.css("table.hm-variants tbody tr")) == len(ids), key
        assert number_in(page.css_first("aside dd")) == len(ids), key
        shown = len(page.css("dl.hm-gathered li"))
        expected = sum(len(case.statements.obstacles) + len(case.conditions) for case in cases)
        assert shown == expected, key
        assert len(page.css("ul.hm-adaptations > li")) == sum(len(case.adaptations) for case in cases), key


def test_the_most_frequent_terms_beside_a_card_are_counted_right(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    for facet in ("methods", "challenges"):
        for key in getattr(real_catalogue.vocabulary, facet):
            ids = with_term(real_catalogue, facet, key)
            for link in trees[f"{facet}/{key}/"].css("aside dl a[href^='../']"):
                address = urljoin(f"/{facet}/{key}/", link.attributes["href"] or "")
                folder, other = address.strip("/").split("/")
                count = link.next.next if link.next else None
                assert number_in(count) == len(ids & with_term(real_catalogue, folder, other)), (facet, key, other)


def test_a_challenge_page_shows_every_answer_and_every_blank(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    vocabulary = real_catalogue.vocabulary
    for key in vocabulary.challenges:
        page, ids = trees[f"challenges/{key}/"], with_term(real_catalogue, "challenges", key)
        assert set(cases_linked(page.css_first("table.hm-variants"))) == ids, key
        used = set()
        for heading in page.css("h3[id^=method-]"):
            method = (heading.attributes["id"] or "").removeprefix("method-")
            answers = heading.next
            while answers is not None and answers.tag != "ul":
                answers = answers.next
            assert answers is not None
            if method != "unknown":
                used.add(method)
                assert set(cases_linked(answers)) == ids & with_term(real_catalogue, "methods", method), (key, method)
                assert number_in(heading.css_first(".hm-count")) == len(cases_linked(answers)), (key, method)
        blanks = page.css_first("dl.hm-blanks")
        linked = {link.attributes["href"] for link in blanks.css("a[href*='methods/']")}
        assert linked == {f"../../methods/{method}/" for method in vocabulary.methods if method not in used}, key
        present = {real_catalogue.by_id[case_id].recipient.type for case_id in ids}
        linked = {link.attributes["href"] for link in blanks.css("a[href*='organisations/']")}
        assert linked == {f"../../organisations/{one}/" for one in vocabulary.organisation_types if one not in present}
        linked = {link.attributes["href"] for link in blanks.css("a[href*='regions/']")}
        empty = {region.key for region in vocabulary.regions if not ids & of_region(real_catalogue, region.key)}
        assert linked == {f"../../regions/{region}/" for region in empty}, key


def test_a_case_without_results_is_named_where_the_blanks_are(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    for key in real_catalogue.vocabulary.challenges:
        ids = with_term(real_catalogue, "challenges", key)
        silent = {case_id for case_id in ids if not real_catalogue.by_id[case_id].statements.results}
        assert set(cases_linked(trees[f"challenges/{key}/"].css("dl.hm-blanks dd")[-1])) == silent, key


def test_pictures_are_small_have_words_and_need_no_script(trees: dict[str, LexborHTMLParser]) -> None:
    pictures = 0
    for address, tree in trees.items():
        if not address.startswith(KNOW_HOW):
            continue
        assert tree.css("script, img, canvas, object, iframe") == [], address
        for svg in tree.css("svg"):
            if svg.parent is not None and svg.parent.tag == "svg":
                continue
            pictures += 1
            assert len((svg.html or "").encode()) <= LARGEST_PICTURE, address
            described = svg.attributes.get("aria-labelledby")
            if described:
                assert words(tree.css_first(f"#{described}")), address
            else:
                assert svg.attributes.get("aria-hidden") == "true", address
                row = svg.parent
                while row is not None and row.tag not in ("tr", "p"):
                    row = row.parent
                assert row is not None, address
                assert words(row), address
            for node in (svg, *svg.css("*")):
                assert not {"style", "fill", "stroke", "color"} & set(node.attributes), (address, node.html)
    assert pictures > 100
