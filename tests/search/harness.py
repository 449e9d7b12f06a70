"""Run queries in the browser, over the real modules and either engine."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

from homare.model.catalogue import Catalogue
from homare.site.search.case_text import case_sections
from tests.search.quality import Expected, Score

Engine = Literal["pagefind", "scan"]

_SEARCH = """async ([root, queries, engineName]) => {
  const module = (name) => import(`${root}assets/js/search/${name}.js`);
  const [{ start }, { search }, { loadSources, loadText }, { scanEngine }] =
    await Promise.all(["service", "search", "data", "scan_engine"].map(module));
  const library = await start();
  if (engineName === "scan") {
    const texts = await Promise.all(library.catalogue.cases.map(async ({ id, length }) =>
      [id, { length, blocks: [...await loadText(id), ...await loadSources(id)].flatMap(([, , blocks]) => blocks) }]));
    Object.assign(library, { engine: scanEngine(new Map(texts)) });
  }
  const answers = [];
  for (const query of queries) answers.push((await search(query, library)).hits.map(({ id }) => id));
  return answers;
}"""


def visible_texts(site: Path) -> dict[str, str]:
    """Return the text of every case page, a line for each block. A test shows that no visible text is missing."""
    pages = {path.parent.name: path.read_text("utf-8") for path in sorted(site.glob("cases/*/index.html"))}
    sections = {case_id: case_sections(page) or [] for case_id, page in pages.items()}
    return {case_id: "\n".join(block for part in parts for block in part.blocks) for case_id, parts in sections.items()}


def run(page: Page, site_url: str, queries: Sequence[Expected], engine: Engine, catalogue: Catalogue) -> list[Score]:
    """Return how each of `queries` did over `engine`. Leaves `page` on the home page."""
    page.goto(site_url)
    answers = page.evaluate(_SEARCH, [site_url, [expected.query for expected in queries], engine])
    return [
        Score(expected, tuple(hits), catalogue.by_id[hits[0]].title if hits else "")
        for expected, hits in zip(queries, answers, strict=True)
    ]
