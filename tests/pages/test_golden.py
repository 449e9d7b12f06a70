"""Our Markdown, whole pages of each kind: read the difference, then `pytest --update-golden` when it is meant."""

from collections.abc import Callable

import pytest

from tests.pages.library import fixture_pages

PAGES = {
    "home": "",
    "coverage": "coverage/",
    "case-complete": "cases/2020-leftover-cloth/",
    "case-person": "cases/2020-nuno-tsunagu/",
    "case-related-only": "cases/2019-festival/",
    "case-undated": "cases/undated-old-loom/",
    "index-themes": "themes/",
    "index-regions": "regions/",
    "index-awards": "awards/",
    "term-method": "methods/sample-book/",
    "term-organisation": "organisations/local-agency/",
    "region": "regions/north/",
    "prefecture-empty": "regions/north/hokkaido/",
    "edition": "awards/2020/",
    "term-challenge": "challenges/leftovers/",
    "term-theme": "themes/cloth/",
    "matrix": "matrix/",
    "transfers": "transfers/",
    "evidence": "evidence/",
    "ledger": "evidence/figures/",
    "timeline": "timeline/",
    "award-about": "about/award/",
    "links": "about/links/",
    "data": "data/",
    "codebook": "data/codebook/",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_markdown_of_a_page(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.md", fixture_pages()[PAGES[name]].markdown())
