"""No page of any kind loads anything from elsewhere or does what its Content-Security-Policy forbids, and all works."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser.page_kinds import KINDS, open_kind

LISTEN = """
  globalThis.violations = [];
  addEventListener("securitypolicyviolation", (event) =>
    violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""
ATTACKS = {
    "inline script": "document.body.append(Object.assign(document.createElement('script'), {text: 'hacked = 1'}))",
    "script from elsewhere": (
        "document.body.append(Object.assign(document.createElement('script'), {src: 'https://other.example/x.js'}))"
    ),
    "markup from text": "document.body.innerHTML = '<img src=x onerror=hacked=1>'",
    "handler": "document.body.setAttribute('onclick', 'hacked = 1'); document.body.click()",
    "style": "document.body.append(Object.assign(document.createElement('style'), {textContent: '* {color: red}'}))",
    "request": "fetch('https://other.example/').catch(() => {})",
    "picture": "new Image().src = 'https://other.example/x.png'",
    "frame": "document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://other.example/'}))",
    "text as code": "try { setTimeout('hacked = 1') } catch {}",
}


@pytest.fixture
def watched(browser: Browser) -> Iterator[Page]:
    """A page that counts what its policy refused; requests to other hosts fail the test."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900})
    context.add_init_script(LISTEN)
    page = context.new_page()
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 — Playwright takes no method of a list
    yield page
    local = ("http://127.0.0.1:", "file:", "data:", "blob:")
    sent = [one.url for one in requests if not one.url.startswith(local) and one.failure != "csp"]
    context.close()
    assert sent == []


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("violations")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_keeps_its_policy(watched: Page, site_url: str, kind: str) -> None:
    open_kind(watched, site_url, kind)
    watched.wait_for_load_state("load")
    assert violations(watched) == []


def test_search_works_under_the_policy(watched: Page, site_url: str) -> None:
    watched.goto(site_url)
    watched.locator(".hm-hero input[type=search]").fill("信用金庫")
    expect(watched.locator(".hm-hero [data-search-panel] li[data-case]").first).to_be_visible()
    assert violations(watched) == []


def test_the_policy_refuses_what_an_attacker_would_try(watched: Page, site_url: str) -> None:
    """Were markup of a record ever to get through, a browser still would not do what it says."""
    watched.goto(site_url)
    for attack in ATTACKS.values():
        before = len(violations(watched))
        watched.evaluate(f"() => {{ try {{ {attack} }} catch {{}} }}")
        _wait_until(watched, lambda before=before: len(violations(watched)) > before)
    assert watched.evaluate("globalThis.hacked") is None


def _wait_until(page: Page, true: Callable[[], bool]) -> None:
    """Wait from outside: Playwright's own waiting asks by eval(), which the policy refuses from the second time on."""
    for _ in range(200):
        if true():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never became true")


def test_row_47_without_scripts_the_search_page_says_so_and_leads_on(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}find/")
    note = page.locator("noscript p")
    assert "さがせません" in (note.text_content() or "")
    assert (note.bounding_box() or {"height": 0})["height"] > 0
    for name in ("地域から", "受賞年から"):
        page.goto(f"{site_url}find/")
        page.get_by_role("link", name=name).last.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.locator("a[href*='regions/'], a[href*='awards/']").count() > 0
    context.close()


def test_row_47_without_webassembly_the_search_page_says_so_and_lists_all_cases(watched: Page, site_url: str) -> None:
    watched.route("**/wasm.*.pagefind", lambda route: route.abort())
    watched.goto(f"{site_url}find/?q=信用金庫")
    expect(watched.locator("[data-find-status]")).to_contain_text("動かせません")
    for name in ("地域から", "受賞年から"):
        expect(watched.get_by_role("link", name=name).last).to_be_visible()


def test_the_offline_edition_keeps_its_policy_and_searches(watched: Page, unpacked: Path) -> None:
    home = unpacked / "index.html"
    assert "Content-Security-Policy" in home.read_text("utf-8")
    for kind in ("find", "builder", "home"):
        path, _, query = KINDS[kind].address.partition("?")
        watched.goto((unpacked / path / "index.html").as_uri() + (f"?{query}" if query else ""))
        if KINDS[kind].ready:
            watched.wait_for_selector(KINDS[kind].ready, state="attached")
        assert violations(watched) == [], kind
    watched.locator(".hm-hero input[type=search]").fill("信用金庫")
    expect(watched.locator(".hm-hero [data-search-panel] li[data-case]").first).to_be_visible()
    assert violations(watched) == []


def test_every_page_states_its_policy_first_and_holds_nothing_inline(real_site: Path) -> None:
    for path in real_site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        name = path.relative_to(real_site).as_posix()
        policy = tree.css_first('meta[http-equiv="Content-Security-Policy"]')
        assert policy is not None, name
        assert re.match(r"default-src 'none'; ", policy.attributes["content"] or ""), name
        head = [node.attributes for node in tree.css("head > *")]
        assert head.index(policy.attributes) == 1, name  # after the charset: it holds for what follows


def test_the_file_of_headers_states_the_same_policy(real_site: Path) -> None:
    headers = dict(
        line.strip().split(": ", 1)
        for line in (real_site / "_headers").read_text("utf-8").split("/data/*")[0].splitlines()
        if ": " in line
    )
    page = LexborHTMLParser((real_site / "index.html").read_text("utf-8"))
    policy = page.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
    assert headers["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == page.css_first('meta[name="referrer"]').attributes["content"]
