"""`make search-report`: build the site, run all queries, print recall and precision by kind for both engines."""

import functools
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from homare.model.library import build_library
from homare.problems import report
from homare.records.disk import read_folder
from homare.site.build import build_site
from tests.browser import chromium
from tests.search.harness import run, visible_texts
from tests.search.quality import own_queries, random_queries, table

ROOT = Path(__file__).parents[2]
RANDOM_STRINGS, SEED = 300, 20261123


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


def main() -> None:
    """Print the tables."""
    catalogue, problems = build_library("cases", read_folder(ROOT / "cases"))
    assert catalogue is not None, report(problems, "text", "ja")
    with tempfile.TemporaryDirectory(prefix="homare-report-") as folder:
        site = Path(folder) / "homare"
        built, problems = build_site(ROOT, ROOT / "cases", site, lambda _step: None)
        assert built is not None, report(problems, "text", "ja")
        texts = visible_texts(site)
        queries = [*own_queries(texts, catalogue), *random_queries(texts, RANDOM_STRINGS, SEED)]
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium.find(), args=[*chromium.FLAGS], chromium_sandbox=False
            )
            for engine in ("pagefind", "scan"):
                address = f"http://127.0.0.1:{server.server_port}/{site.name}/"
                scores = run(browser.new_page(), address, queries, engine, catalogue)  # type: ignore[arg-type]
                print(f"== {engine}\n{table(scores)}\n")
            browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
