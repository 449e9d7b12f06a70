"""Whether the addresses of the sources still answer: many hosts at once, one request at a time to each of them."""

import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from threading import Event
from typing import IO, Literal
from urllib.parse import quote, urlsplit

from homare.model.case import Case

State = Literal["dead", "moved", "unsure"]
HOSTS_AT_ONCE = 8
TIMEOUT = 15.0
PAUSE = 1.0
"""Seconds between two requests to one host: a public site must not notice us."""
AGENT = "homare-link-check/1 (one request a second; HEAD only where it is understood)"
GONE = (404, 410)
PERMANENT = (301, 308)
NO_HEAD = (400, 403, 405, 501)
"""Answers of servers that know no HEAD: they are asked again by GET."""


@dataclass(frozen=True)
class LinkFinding:
    """An address that needs care: gone, moved for good (`target` says where to), or not to be reached just now."""

    url: str
    state: State
    reason: str
    target: str
    named_by: tuple[str, ...]


def source_addresses(cases: Iterable[Case]) -> dict[str, tuple[str, ...]]:
    """Return address → who names it (「2020-jonan-yoi-shigoto: glocal」), for all sources with an address."""
    found: dict[str, list[str]] = {}
    for case in cases:
        for key, source in case.sources.items():
            if source.url:
                found.setdefault(source.url, []).append(f"{case.id}: {key}")
    return {url: tuple(names) for url, names in found.items()}


def check_addresses(
    addresses: Mapping[str, Sequence[str]],
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    pause: float = PAUSE,
    timeout: float = TIMEOUT,
) -> list[LinkFinding]:
    """Ask every address once and return those that need care, in the order given; what answers well is left out."""
    hosts: dict[str, list[str]] = {}
    for url in addresses:
        hosts.setdefault(urlsplit(url).netloc, []).append(url)
    answers: dict[str, tuple[State | None, str, str]] = {}
    stop = Event()
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as workers:
        asked = [workers.submit(_ask_host, urls, (pause, timeout), answers, stop) for urls in hosts.values()]
        try:
            for done in as_completed(asked):
                done.result()
                progress(len(answers), len(addresses))
        except BaseException:  # Ctrl+C: no further address is asked
            stop.set()
            raise
    found = ((url, *answers[url]) for url in addresses)
    return [
        LinkFinding(url, state, reason, target, tuple(addresses[url])) for url, state, reason, target in found if state
    ]


def _ask_host(
    urls: Sequence[str], limits: tuple[float, float], answers: dict[str, tuple[State | None, str, str]], stop: Event
) -> None:
    pause, timeout = limits
    for number, url in enumerate(urls):
        if stop.wait(pause if number else 0):
            return
        answers[url] = _answer(url, timeout)


def _answer(url: str, timeout: float) -> tuple[State | None, str, str]:
    """Return the state (None: well), the reason in short, and where the address has moved to."""
    hops = _Hops()
    try:
        status, final = _ask(url, "HEAD", timeout, hops)
        if status in NO_HEAD:
            hops.permanent = False
            status, final = _ask(url, "GET", timeout, hops)
    except (OSError, HTTPException, ValueError) as error:  # URLError and timeouts are OSErrors
        reason = getattr(error, "reason", None) or error
        return "unsure", str(reason)[:120] or type(error).__name__, ""
    if status in GONE:
        return "dead", str(status), ""
    if status >= 400:
        return "unsure", str(status), ""
    if hops.permanent and final != _ascii(url):
        return "moved", "301", final
    if _became_home(url, final):
        return "moved", "302", final
    return None, "", ""


def _became_home(url: str, final: str) -> bool:
    """Servers that never say 404 send a lost page's readers to the front page."""
    return urlsplit(final).path in ("", "/") and urlsplit(url).path not in ("", "/")


def _ask(url: str, method: str, timeout: float, hops: "_Hops") -> tuple[int, str]:
    request = urllib.request.Request(_ascii(url), method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
    try:
        with urllib.request.build_opener(hops).open(request, timeout=timeout) as answer:
            return answer.status, answer.url
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.url or url


def _ascii(url: str) -> str:
    """Return the address as it goes over the wire: Japanese in it as its codes."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    ascii_host = parts.netloc.replace(host, host.encode("idna").decode()) if not host.isascii() else parts.netloc
    path, query = (quote(part, safe="/:;@!$&'()*+,=~%?-._") for part in (parts.path, parts.query))
    return f"{parts.scheme}://{ascii_host}{path}{f'?{query}' if query else ''}"


class _Hops(urllib.request.HTTPRedirectHandler):
    """Follows redirects and remembers whether one of them was for good."""

    def __init__(self) -> None:
        self.permanent = False

    def redirect_request(  # noqa: PLR0913, PLR0917 — the signature is urllib's
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """Keep the method: urllib would turn HEAD into GET, which is what HEAD is there to avoid."""
        self.permanent = self.permanent or code in PERMANENT
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following is not None:
            following.method = req.get_method()
        return following
