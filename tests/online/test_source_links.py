"""The link check against a server of our own: dead, moved, lost on the front page, silent, without HEAD."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from homare.online.source_links import check_addresses, source_addresses
from tests.libraries import SMALLEST, catalogue_of


class Handler(BaseHTTPRequestHandler):
    """Answers by the path: /404, /301 (to /well), /302, /home (to /), /no-head, /slow; all else is well."""

    asked: list[tuple[str, str, float]]

    def do_HEAD(self) -> None:
        self.asked.append(("HEAD", self.path, time.monotonic()))
        self.answer(405 if self.path == "/no-head" else None)

    def do_GET(self) -> None:
        self.asked.append(("GET", self.path, time.monotonic()))
        self.answer(None)

    def answer(self, status: int | None) -> None:
        first = self.path.strip("/").split("/")[0]
        if first == "slow":
            time.sleep(1.5)
        moves = {"301": "/well", "302": "/well", "home": "/"}
        self.send_response(status or {"404": 404, "410": 410, "403": 403, "500": 500, "301": 301}.get(first, 200))
        if first in moves:
            if first != "301":
                self._headers_buffer = []
                self.send_response(302)
            self.send_header("Location", moves[first])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Handler.asked = []
    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()


def states(server: str, *paths: str, timeout: float = 5) -> dict[str, str]:
    addresses = {f"{server}{path}": ("2020-smallest: report",) for path in paths}
    found = check_addresses(addresses, pause=0, timeout=timeout)
    return {finding.url.removeprefix(server): finding.state for finding in found}


def test_what_answers_well_is_left_out(server: str) -> None:
    assert states(server, "/well", "/302", "/no-head", "/資料.pdf?名前=布") == {}
    assert ("GET", "/no-head") in {(method, path) for method, path, _ in Handler.asked}
    assert {method for method, path, _ in Handler.asked if path == "/well"} == {"HEAD"}


def test_dead_moved_and_unsure_are_told_apart(server: str) -> None:
    found = states(server, "/404", "/410", "/301", "/home/report.pdf", "/403", "/500")
    assert found == {
        "/404": "dead",
        "/410": "dead",
        "/301": "moved",
        "/home/report.pdf": "moved",
        "/403": "unsure",
        "/500": "unsure",
    }


def test_a_moved_address_says_where_to_and_who_names_it(server: str) -> None:
    (found,) = check_addresses({f"{server}/301": ("2020-a: x", "2021-b: y")}, pause=0)
    assert (found.target, found.named_by) == (f"{server}/well", ("2020-a: x", "2021-b: y"))


def test_a_silent_server_and_an_unreachable_one_are_unsure(server: str) -> None:
    assert states(server, "/slow", timeout=0.3) == {"/slow": "unsure"}
    found = check_addresses({"http://127.0.0.1:9/x": (), "http://no-such-host.invalid/": ()}, pause=0)
    assert [finding.state for finding in found] == ["unsure"] * 2


def test_one_host_is_asked_one_at_a_time_with_a_pause(server: str) -> None:
    check_addresses({f"{server}/{number}": () for number in range(4)}, pause=0.1)
    times = [moment for _, _, moment in Handler.asked]
    assert all(later - earlier >= 0.09 for earlier, later in pairwise(times))


def test_who_interrupts_it_waits_for_no_further_address(server: str) -> None:
    def interrupt(_done: int, _every: int) -> None:
        raise KeyboardInterrupt

    many = {f"{server}/{number}": () for number in range(50)}
    with pytest.raises(KeyboardInterrupt):
        check_addresses({**many, "http://127.0.0.1:9/x": ()}, interrupt, pause=0.2)
    assert len(Handler.asked) < 5


def test_progress_ends_with_all(server: str) -> None:
    seen: list[tuple[int, int]] = []
    check_addresses({f"{server}/a": (), f"{server}/b": ()}, lambda done, every: seen.append((done, every)), pause=0)
    assert seen[-1] == (2, 2)


def test_every_source_with_an_address_is_asked_once() -> None:
    text = SMALLEST.replace("    accessed", "    url: https://kakuu.example/a\n    accessed")
    catalogue = catalogue_of({"2020/one.yaml": text, "2020/two.yaml": text})
    assert source_addresses(catalogue.cases) == {"https://kakuu.example/a": ("2020-one: report", "2020-two: report")}
