"""`make search-report`: run all queries, print recall and precision by kind for both engines, and what searches cost.

`--costs SITE` prints the costs alone, of a site that is already built: of a large library, for example.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from homare.model.library import build_library
from homare.problems import report
from homare.records.disk import read_beside, read_folder
from homare.site.build import build_site
from tests.browser import chromium
from tests.browser.server import served
from tests.search.cost import costs
from tests.search.harness import Engine, run, visible_texts
from tests.search.quality import own_queries, random_queries, table

ROOT = Path(__file__).parents[2]
RANDOM_STRINGS, SEED = 300, 20261123
ENGINES: tuple[Engine, ...] = ("pagefind", "scan")


def main(arguments: list[str]) -> None:
    """Print the tables."""
    if arguments[:1] == ["--costs"]:
        with _browser() as browser, served(Path(arguments[1]).absolute()) as address:
            print(costs(browser.new_page(), address))
        return
    with tempfile.TemporaryDirectory(prefix="homare-report-") as folder, _browser() as browser:
        site = Path(folder) / "homare"
        built, problems = build_site(ROOT, ROOT / "cases", site, lambda _step: None)
        assert built is not None, report(problems, "text", "ja")
        with served(site) as address:
            _print_quality(browser, site, address)
            print(costs(browser.new_page(), address))


def _print_quality(browser: Browser, site: Path, address: str) -> None:
    cases = ROOT / "cases"
    catalogue, problems = build_library("cases", read_folder(cases), read_beside(cases, "sessions"))
    assert catalogue is not None, report(problems, "text", "ja")
    texts = visible_texts(site)
    queries = [*own_queries(texts, catalogue), *random_queries(texts, RANDOM_STRINGS, SEED)]
    for engine in ENGINES:
        print(f"== {engine}\n{table(run(browser.new_page(), address, queries, engine, catalogue))}\n")


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium.find(), args=[*chromium.FLAGS], chromium_sandbox=False
        )
        yield started
        started.close()


if __name__ == "__main__":
    main(sys.argv[1:])
