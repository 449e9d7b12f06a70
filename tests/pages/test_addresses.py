"""Links between pages are relative, so that the site works under any path."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.pages.addresses import case_address, case_links, relative

FOLDERS = st.lists(st.sampled_from(["a", "b", "cases"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("", "themes/", "themes/"),
        ("", "", "./"),
        ("themes/finance/", "", "../../"),
        ("themes/finance/", "themes/", "../"),
        ("cases/a/", "cases/b/", "../b/"),
        ("cases/a/", "about/#correction", "../../about/#correction"),
    ],
)
def test_a_link_from_page_to_page(source: str, target: str, link: str) -> None:
    assert relative(source, target) == link


@given(FOLDERS, FOLDERS, st.sampled_from(["https://a.example/", "https://a.example/under/a/path/"]))
def test_a_browser_arrives_wherever_the_site_stands(source: str, target: str, site: str) -> None:
    assert urljoin(site + source, relative(source, target)) == site + target


@given(FOLDERS.filter(lambda folder: not folder.startswith("cases/")))
def test_links_to_cases_are_those_of_any_page(source: str) -> None:
    assert case_links(source)("2020-x") == relative(source, case_address("2020-x"))
