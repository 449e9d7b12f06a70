"""What a search costs the reader: bytes over the network and time until the first hit, in a real browser."""

from statistics import median

import pytest
from playwright.sync_api import Page

FIRST = "産学官連携"
LATER = ("医工連携", "信用金庫", "コーディネーター", "6次産業化", "つながり", "京都", "人材育成", "ｲﾉﾍﾞｰｼｮﾝ")

_TYPE = """query => new Promise((done, failed) => {
  const input = document.querySelector(".hm-hero input[type=search]");
  const panel = document.querySelector(".hm-hero [data-search-panel]");
  panel.querySelector("li")?.remove();
  panel.querySelectorAll("li").forEach((old) => old.remove());
  const started = performance.now();
  const look = () => {
    if (panel.querySelector("li")) return done(performance.now() - started);
    if (performance.now() - started > 8000) return failed(new Error(`no hit for ${query}`));
    requestAnimationFrame(look);
  };
  input.focus();
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  look();
})"""


class Traffic:
    """Bytes that came over the network, counted by the browser, headers included."""

    def __init__(self, page: Page) -> None:
        self.received = 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._count)

    def _count(self, event: dict[str, float]) -> None:
        self.received += int(event["encodedDataLength"])


def search(page: Page, traffic: Traffic, query: str) -> tuple[int, float]:
    """Type `query`; returns the bytes that it took, excerpts included, and the milliseconds until the first hit."""
    traffic.received = 0
    milliseconds: float = page.evaluate(_TYPE, query)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    return traffic.received, milliseconds


@pytest.fixture
def home(page: Page, site_url: str) -> Page:
    page.goto(site_url)
    page.wait_for_load_state("networkidle")
    return page


def test_the_first_search_and_later_ones_transfer_little(home: Page) -> None:
    traffic = Traffic(home)
    first, _ = search(home, traffic, FIRST)
    assert 50_000 < first <= 300_000
    later = {query: search(home, traffic, query)[0] for query in LATER}
    assert {query: size for query, size in later.items() if size > 60_000} == {}


def test_hits_appear_at_once_when_all_is_loaded(home: Page) -> None:
    """The median: a machine that runs other tests at the same time is slow for moments."""
    traffic = Traffic(home)
    for query in (FIRST, *LATER):
        search(home, traffic, query)
    assert median(search(home, traffic, query)[1] for query in (FIRST, *LATER)) <= 150
