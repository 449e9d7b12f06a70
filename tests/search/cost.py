"""What a search costs: bytes over the network, and the time until the first hit or answer, in a real browser."""

from statistics import median

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

_ANSWER = """async ([repeat, root]) => {
  const [{ scorer }, { load, loadCases }] = await Promise.all(
    ['similar/score.js', 'search/data.js'].map((name) => import(`${root}assets/js/${name}`)));
  const [{ cases }, data] = await Promise.all([loadCases(), load('situation')]);
  const many = Array.from({ length: repeat ?? cases.length }, (_, at) => cases[at % cases.length]);
  const all = (facet) => Object.keys(data.labels[facet]);
  const situation = { prefecture: '20', type: 'university', challenge: all('challenges'), theme: all('themes'),
    means: data.means.map(([key]) => key) };
  const rank = scorer(many, data);
  rank(situation);
  const started = performance.now();
  const found = rank(situation);
  return [performance.now() - started, found.length];
}"""


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


def answer(page: Page, site_url: str, cases: int | None) -> tuple[float, int]:
    """Return the milliseconds of an answer of /similar/ that looks at everything, and how many cases it gives.

    Over the library's own cases, or over as many as `cases` says, the library's own again and again.
    """
    page.goto(f"{site_url}similar/")
    milliseconds, found = page.evaluate(_ANSWER, [cases, site_url])
    return milliseconds, found


def costs(page: Page, site_url: str) -> str:
    """Return what searches on the home page and answers of /similar/ cost, in words."""
    page.goto(site_url)
    page.wait_for_load_state("networkidle")
    traffic = Traffic(page)
    first, with_loading = search(page, traffic, FIRST)
    later = [search(page, traffic, query)[0] for query in LATER]
    times = [search(page, traffic, query)[1] for query in (FIRST, *LATER)]
    lines = [
        f"first query {first / 1000:.0f} KB, first hit after {with_loading:.0f} ms with all that it loads",
        f"later queries at most {max(later) / 1000:.0f} KB",
        f"first hit after {median(times):.0f} ms (median) once all is loaded",
    ]
    for cases in (None, 2000):
        milliseconds, found = answer(page, site_url, cases)
        lines.append(f"an answer of /similar/ with {found} cases {milliseconds:.0f} ms")
    return "\n".join(lines)
