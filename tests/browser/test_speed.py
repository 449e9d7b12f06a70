"""What a first visit costs: bytes, scripts, jumps of the layout, and what Lighthouse says of the pages that matter most."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.late_requests import LateRequests
from tests.browser.npm_tools import installed_tools
from tests.browser.page_kinds import KINDS, open_kind

MOST_BYTES, MOST_SCRIPT = 150_000, 60_000
JUMPS = """window.jumps = []; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    window.jumps.push([entry.value, entry.sources.map((source) => source.node?.outerHTML?.slice(0, 100))]);
  }
}).observe({type: 'layout-shift', buffered: true});"""
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
NO_JUMP = 0.001
REPORTS = Path(__file__).parents[2] / "build" / "lighthouse"


@pytest.fixture
def fresh_page(browser: Browser) -> Iterator[Page]:
    """A page of a visitor who was never here: nothing is cached."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def transferred(page: Page, address: str) -> dict[str, int]:
    """Path → bytes over the wire of everything that the first load of a page asks for."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on("Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]}))
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({names[event["requestId"]]: int(event["encodedDataLength"])}),
    )
    page.goto(address, wait_until="networkidle")
    return sizes


@pytest.mark.parametrize("kind", ["home", "case", "case-long", "method"])
def test_a_first_visit_costs_little(fresh_page: Page, site_url: str, kind: str) -> None:
    sizes = transferred(fresh_page, site_url + KINDS[kind].address)
    assert len(sizes) >= 3, "the page, its stylesheet and its scripts were counted"
    assert sum(sizes.values()) <= MOST_BYTES, sizes
    scripts = {name: size for name, size in sizes.items() if name.split("?")[0].endswith(".js")}
    assert scripts
    assert sum(scripts.values()) <= MOST_SCRIPT, scripts


@pytest.mark.parametrize("kind", ["home", "case", "case-long", "method", "similar", "compare"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_a_page_loads(fresh_page: Page, site_url: str, kind: str, width: int) -> None:
    fresh_page.set_viewport_size({"width": width, "height": 740})
    fresh_page.add_init_script(JUMPS)
    open_kind(fresh_page, site_url, kind)
    fresh_page.wait_for_timeout(500)
    jumps = fresh_page.evaluate("window.jumps")
    assert sum(value for value, _ in jumps) <= NO_JUMP, jumps


LATE = ["**/assets/js/basket/*", "**/assets/search/text/*"]
"""What a hit does not wait for: its buttons and its excerpt."""


@pytest.mark.parametrize("late", LATE)
@pytest.mark.parametrize("query", ["", "?q=ブランド"])
@pytest.mark.parametrize("width", [360, 412, 768, 1280])
def test_hits_do_not_jump_when_the_rest_of_them_comes_late(
    fresh_page: Page, site_url: str, width: int, query: str, late: str
) -> None:
    fresh_page.set_viewport_size({"width": width, "height": 1400})
    fresh_page.add_init_script(JUMPS)
    rest = LateRequests(fresh_page, late)
    fresh_page.goto(f"{site_url}find/{query}", wait_until="commit")
    expect(fresh_page.locator("[data-results][data-ready=true] > li").first).to_be_visible()
    rest.wait()
    fresh_page.evaluate(PAINTED)
    rest.let_go()
    expect(fresh_page.locator(".hm-hit__actions").first).to_be_visible()
    expect(fresh_page.locator(".hm-hit__excerpt").first).not_to_be_empty()
    fresh_page.wait_for_timeout(500)
    jumps = fresh_page.evaluate("window.jumps")
    assert sum(value for value, _ in jumps) <= NO_JUMP, jumps


STEADY = ("accessibility", "best-practices", "seo")
"""The scores of Lighthouse that do not depend on how busy this machine is."""


@pytest.mark.parametrize("kind", ["home", "case", "find"])
def test_lighthouse_is_content(site_url: str, kind: str) -> None:
    """How fast it calls the page stands in its report under build/lighthouse/, and fails nothing."""
    node = shutil.which("node")
    program = installed_tools() / "lighthouse" / "cli" / "index.js"
    assert node is not None
    address = site_url + KINDS[kind].address.split("?")[0]
    REPORTS.mkdir(parents=True, exist_ok=True)
    audits, scores = lighthouse(node, program, address, REPORTS / f"{kind}.json")
    assert {name: score for name, score in scores.items() if name in STEADY and score < 95} == {}
    assert audits["cumulative-layout-shift"] <= NO_JUMP


def lighthouse(node: str, program: Path, address: str, report: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Return the values of the audits and the scores of the four categories, out of 100."""
    flags = " ".join(["--headless=new", "--no-sandbox", *chromium.FLAGS])
    command = [
        node,
        str(program),
        address,
        "--output=json",
        f"--output-path={report}",
        "--quiet",
        f"--chrome-flags={flags}",
    ]
    command.append("--only-categories=performance,accessibility,best-practices,seo")
    command.append("--disable-full-page-screenshot")  # the report is read by a program
    environment = {**os.environ, "CHROME_PATH": chromium.find() or ""}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    result = json.loads(report.read_text("utf-8"))
    audits = {name: audit["numericValue"] for name, audit in result["audits"].items() if "numericValue" in audit}
    return audits, {name: round(100 * category["score"]) for name, category in result["categories"].items()}
