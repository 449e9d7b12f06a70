"""Three libraries searched from one box: ours, one in another folder of the same host, one on another host."""

import functools
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from homare.problems import report
from homare.site.build import build_site
from tests.browser.server import QuietHandler
from tests.libraries import ROOT, SMALLEST, write_library

WORD = "余り布"
"""Stands in the record that all three libraries hold."""
SHARED_FOLDERS = ("pagefind", "assets/search", "data")
"""What _headers lets other hosts read."""


class _Open(QuietHandler):
    """A host that keeps to the site's _headers."""

    def end_headers(self) -> None:
        if any(f"/{folder}/" in self.path for folder in SHARED_FOLDERS):
            self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


@dataclass(frozen=True)
class Network:
    """The addresses of the three sites, and the folder of ours."""

    own: str
    kyushu: str
    tohoku: str
    site: Path


def record(title: str, recipient: str) -> str:
    return SMALLEST.replace("織物の町が余り布を売る", title).replace(
        "name: 架空市織物振興センター", f"name: {recipient}"
    )


def build(folder: Path, name: str, libraries: list[dict[str, str]], records: dict[str, str]) -> Path:
    """Build a library of its own under `folder`/`name`; its settings are ours but for its name and `libraries`."""
    project = folder.parent / f"project-{name}"
    project.mkdir()
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Settings)
    settings["extra"]["homare"]["libraries"] = libraries
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    for shared in ("docs", "scripts"):
        (project / shared).symlink_to(ROOT / shared)
    cases = write_library(project / "cases", {})
    shutil.rmtree(cases / "2020")
    for path, text in records.items():
        (cases / path).parent.mkdir(exist_ok=True)
        (cases / path).write_text(text, "utf-8")
    built, problems = build_site(project, cases, folder / name, lambda _step: None)
    assert built is not None, report(problems, "text", "en")
    return folder / name


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml without the values of the environment."""


_Settings.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """Three built libraries on two hosts, for all of which one list of libraries serves."""
    near, far = tmp_path_factory.mktemp("near") / "host", tmp_path_factory.mktemp("far") / "host"
    near.mkdir()
    far.mkdir()
    servers = [
        ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Open, directory=str(host))) for host in (near, far)
    ]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    own, other = (f"http://127.0.0.1:{server.server_port}/" for server in servers)
    libraries = [
        {"name": "中部の事例集", "url": "/chubu/"},
        {"name": "九州の事例集", "url": "/kyushu/"},
        {"name": "東北の事例集", "url": f"{other}tohoku/"},
    ]
    site = build(near, "chubu", libraries, {"2020/cloth.yaml": SMALLEST})
    kyushu = {"2020/cloth.yaml": record("余り布で学校の教材をつくる", "架空県産業振興会")}
    build(near, "kyushu", [], kyushu)
    tohoku = {
        "2021/apples.yaml": record("りんごの余りを菓子にする", "架空町商工会")
        .replace("edition: 2020", "edition: 2021")
        .replace(WORD, "皮と芯"),
        "2020/cloth.yaml": record("余り布を港の町で編む", "架空港工業組合").replace('"13"', '"02"'),
    }
    build(far, "tohoku", [], tohoku)
    yield Network(f"{own}chubu/", f"{own}kyushu/", f"{other}tohoku/", site)
    for server in servers:
        server.shutdown()
        server.server_close()


def elsewhere(page: Page) -> list[tuple[str, str, str]]:
    """Return title, library and address of the cases that are shown under our own."""
    expect(page.locator("[data-elsewhere] li[data-case]").first).to_be_visible()
    found: list[list[str]] = page.locator("[data-elsewhere] li[data-case] a").evaluate_all(
        "links => links.map((link) => [link.querySelector('.hm-hit__title').textContent,"
        " link.querySelector('.hm-hit__library').textContent, link.href.split('#')[0]])"
    )
    return sorted((title, library, address) for title, library, address in found)


def test_one_box_finds_cases_of_all_libraries_and_names_theirs(page: Page, network: Network) -> None:
    page.goto(network.own)
    box = page.get_by_role("search", name="事例").get_by_role("searchbox")
    box.fill(WORD)
    assert elsewhere(page) == [
        ("余り布で学校の教材をつくる", "九州の事例集", f"{network.kyushu}cases/2020-cloth/"),
        ("余り布を港の町で編む", "東北の事例集", f"{network.tohoku}cases/2020-cloth/"),
    ]
    own = page.locator("[data-search-panel]:visible > .hm-search__results [data-case]")
    assert own.evaluate_all("all => all.map((one) => one.dataset.case)") == ["2020-cloth"]
    expect(page.locator("[data-say]")).to_contain_text("ほかの事例集：2件")
    expect(page.locator("[data-elsewhere] .hm-hit__excerpt").first).to_contain_text(WORD)
    page.locator("[data-elsewhere]").get_by_role("link", name="余り布で学校の教材をつくる").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("余り布で学校の教材をつくる")


def test_the_search_page_filters_them_and_leads_to_their_own_search_page(page: Page, network: Network) -> None:
    page.goto(f"{network.own}find/?q={WORD}&prefecture=02")
    assert [library for _, library, _ in elsewhere(page)] == ["東北の事例集"]
    expect(page.locator("[data-results] > [data-case]")).to_have_count(0)
    expect(page.get_by_role("heading", name="ほかの事例集：1件")).to_be_visible()
    page.get_by_role("link", name="東北の事例集でさがす（1件）").click()
    expect(page.locator("[data-results] > [data-case='2020-cloth']")).to_be_visible()
    assert page.url.startswith(f"{network.tohoku}find/?q=")


def test_what_only_another_library_holds_is_found_as_well(page: Page, network: Network) -> None:
    page.goto(f"{network.own}find/?q=りんご")
    assert [title for title, _, _ in elsewhere(page)] == ["りんごの余りを菓子にする"]


def test_a_host_that_does_not_answer_is_named_and_holds_up_nobody(page: Page, network: Network) -> None:
    page.route(f"{network.tohoku}**", lambda route: route.abort())
    page.goto(f"{network.own}find/?q={WORD}")
    assert [library for _, library, _ in elsewhere(page)] == ["九州の事例集"]
    expect(page.locator("[data-elsewhere]")).to_contain_text("東北の事例集は、いま答えがないため")
    expect(page.locator("[data-results] > [data-case]")).to_have_count(1)


def test_a_file_of_an_index_that_is_lost_leaves_out_that_library_alone(page: Page, network: Network) -> None:
    page.route(f"{network.tohoku}pagefind/index/*", lambda route: route.abort())
    page.goto(f"{network.own}find/?q={WORD}")
    assert [library for _, library, _ in elsewhere(page)] == ["九州の事例集"]
    expect(page.locator("[data-elsewhere]")).to_contain_text("東北の事例集は、いま答えがないため")


def test_an_index_of_another_make_is_not_merged(page: Page, network: Network) -> None:
    def older(route: Route) -> None:
        route.fulfill(response=(answer := route.fetch()), json=answer.json() | {"version": "0.9.0"})

    page.route(f"{network.tohoku}pagefind/pagefind-entry.json*", older)
    page.goto(f"{network.own}find/?q={WORD}")
    assert [library for _, library, _ in elsewhere(page)] == ["九州の事例集"]


def test_the_policy_allows_the_hosts_of_the_libraries_for_data_alone(browser: Browser, network: Network) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(network.own)
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    far = network.tohoku.removesuffix("/tohoku/")
    parts = {part.split()[0]: part.split()[1:] for part in policy.split(";")}
    assert parts["connect-src"] == ["'self'", far]
    assert not any(far in sources for name, sources in parts.items() if name != "connect-src")
    headers = (network.site / "_headers").read_text("utf-8")
    assert f"connect-src 'self' {far};" in headers
    context.close()


def test_nobody_is_asked_before_a_reader_searches(page: Page, network: Network) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{network.own}find/")
    expect(page.locator("[data-results]")).to_have_attribute("data-ready", "true")
    assert [url for url in asked if "/chubu/" not in url] == []
    page.locator("[data-find-input]").fill(WORD)
    elsewhere(page)
    assert any(url.startswith(network.tohoku) for url in asked)


def test_without_other_libraries_a_site_asks_for_no_module_of_theirs(page: Page, network: Network) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{network.kyushu}find/?q={WORD}")
    expect(page.locator("[data-results] > [data-case]")).to_have_count(1)
    assert page.locator("meta[name='homare:libraries']").count() == 0
    assert [url for url in asked if "elsewhere" in url or "/kyushu/" not in url] == []
