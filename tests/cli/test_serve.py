"""`homare serve`: what goes wrong is a sentence in the terminal, and the server goes on."""

import functools
import threading
from http.client import HTTPConnection
from pathlib import Path

import pytest

import homare.cli.serve
from homare.model.editing.new_record import new_record
from homare.model.vocabulary import Vocabulary
from homare.site.build import Built
from tests.libraries import write_library


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ValueError("x")])
def test_a_build_that_fails_is_told_and_the_next_change_tries_again(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_of: object, **_with: object) -> None:
        raise error

    monkeypatch.setattr(homare.cli.serve, "build_site", fail)
    homare.cli.serve._rebuild(tmp_path, tmp_path / "site", drafts=False)
    printed = capsys.readouterr().err
    assert str(error) in printed
    assert "Traceback" not in printed


@pytest.mark.parametrize(("error", "said"), [(ConnectionResetError("gone"), ""), (ValueError("x"), "ValueError: x")])
def test_a_browser_that_leaves_early_is_no_fault(
    error: Exception, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    server = homare.cli.serve._Server((homare.cli.serve.HOST, 0), homare.cli.serve._Handler)
    try:
        raise error
    except (ConnectionError, ValueError):
        server.handle_error(None, None)
    finally:
        server.server_close()
    printed = capsys.readouterr().err
    assert said in printed
    assert bool(printed) is bool(said)
    assert "Traceback" not in printed


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:8000", 200), ("localhost", 200), ("[::1]:80", 200), ("evil.example", 403), ("", 403)],
)
def test_only_this_machine_is_answered(host: str, status: int, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("a draft", "utf-8")
    handler = functools.partial(homare.cli.serve._Handler, directory=str(tmp_path))
    with homare.cli.serve._Server((homare.cli.serve.HOST, 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        asked = HTTPConnection(*server.server_address[:2])
        asked.request("GET", "/", headers={"Host": host})
        assert asked.getresponse().status == status
        server.shutdown()


def test_drafts_that_cannot_be_shown_yet_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_library(tmp_path / "cases", {"2020/new-one.yaml": new_record("2020", "2026-11-29", Vocabulary())})
    monkeypatch.setattr(homare.cli.serve, "build_site", lambda *_of, **_with: (Built(1, 9), []))
    assert homare.cli.serve._rebuild(tmp_path, tmp_path / "site", drafts=True)
    assert "new-one.yaml は、足りないところが" in capsys.readouterr().err
