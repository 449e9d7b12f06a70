"""Search finds what it should and shows no noise: gates on our own queries and on strings drawn from the pages."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from homare.model.catalogue import Catalogue
from homare.site.search.tokens import index_word, tokens
from tests.search.harness import Engine, run, visible_texts
from tests.search.quality import Score, own_queries, precision, random_queries, recall, table
from tests.search.report import ENGINES, RANDOM_STRINGS, SEED


@pytest.fixture(scope="module")
def texts(real_site: Path) -> dict[str, str]:
    return visible_texts(real_site)


@pytest.fixture(scope="module")
def scores(
    browser: Browser, site_url: str, texts: dict[str, str], real_catalogue: Catalogue
) -> Mapping[Engine, list[Score]]:
    """How all queries did over either engine, our own first."""
    queries = [*own_queries(texts, real_catalogue), *random_queries(texts, RANDOM_STRINGS, SEED)]
    return {engine: run(browser.new_page(), site_url, queries, engine, real_catalogue) for engine in ENGINES}


@pytest.fixture(params=ENGINES)
def own(request: pytest.FixtureRequest, scores: Mapping[Engine, list[Score]]) -> list[Score]:
    return scores[request.param][:-RANDOM_STRINGS]


@pytest.fixture(params=ENGINES)
def drawn(request: pytest.FixtureRequest, scores: Mapping[Engine, list[Score]]) -> list[Score]:
    return scores[request.param][-RANDOM_STRINGS:]


def test_our_own_queries_pass_the_gates(own: list[Score]) -> None:
    assert len(own) >= 80
    assert recall(own) >= 0.98, table(own)
    assert precision(own) >= 0.95, table(own)
    assert min(score.recall for score in own) >= 0.5, table(own)


def test_what_must_not_be_found_is_not_found(own: list[Score]) -> None:
    negative = [score for score in own if score.expected.kind == "negative"]
    assert len(negative) >= 4
    assert [score.expected.query for score in negative if score.hits] == []


def test_a_title_that_says_it_comes_first(own: list[Score]) -> None:
    checked = [score for score in own if score.expected.top]
    assert len(checked) >= 20
    assert [(score.expected.query, score.first_title) for score in checked if not score.top_right] == []


def test_strings_drawn_from_the_pages_are_found(drawn: list[Score]) -> None:
    assert {score.expected.kind for score in drawn} == {"random"}
    assert recall(drawn) >= 0.98, table(drawn)
    assert precision(drawn) >= 0.95, table(drawn)
    assert min(score.recall for score in drawn) >= 0.5, table(drawn)


def test_both_engines_find_the_same(scores: Mapping[Engine, list[Score]]) -> None:
    for indexed, scanned in zip(scores["pagefind"], scores["scan"], strict=True):
        assert sorted(indexed.hits) == sorted(scanned.hits), indexed.expected.query


_TOKENS = """async ([root, texts]) => {
  const { indexWord, placedTokens, tokens } = await import(`${root}assets/js/search/tokens.js`);
  return texts.map((text) => {
    const placed = placedTokens(text);
    return [tokens(text).map(indexWord), placed.map(({ token }) => indexWord(token)),
      placed.every(({ token, start, end }) => tokens(text.slice(start, end)).join("").includes(token))];
  });
}"""


def test_the_browser_cuts_text_as_the_index_was_cut(page: Page, site_url: str, texts: dict[str, str]) -> None:
    page.goto(site_url)
    odd = [
        "ｶﾞｯｺｳ",
        "か\u3099",
        "㈱①㎡℃…",
        "İSTANBUL Straße",
        "👨‍👩‍👧",
        "東京都京都府東京",
        "R&D C++ 1〜2‐3",
        "髙﨑ヶ丘",
    ]
    lines = [*odd, *dict.fromkeys(line for text in texts.values() for line in text.splitlines())]
    for line, (cut, placed, in_place) in zip(lines, page.evaluate(_TOKENS, [site_url, lines]), strict=True):
        assert cut == [index_word(token) for token in tokens(line)], line
        assert placed == cut, line
        assert in_place, line
