"""`homare serve`: build, serve on this machine, and build again when a record or a page changes."""

import functools
import io
import sys
import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from homare.cli.drafts import show_hidden_drafts
from homare.cli.project import project_root, shortest, show_notice, show_problems, show_progress, stop
from homare.site.build import build_site

HOST, MOST = "127.0.0.1", 65_535
_HERE = (HOST, "localhost", "::1")
QUIET_SECONDS = 0.5
"""Editors save in several steps; the build starts when nothing has changed for this long."""


@click.command()
@click.option("--port", type=click.IntRange(1, MOST), default=8000, show_default=True, help="待ち受ける番号")
@click.option("--drafts", is_flag=True, help="下書き（status: draft）も、下書きと示して見せる")
def serve(port: int, drafts: bool) -> None:
    """サイトを作って手元で見られるようにし、記録が変わるたびに作りなおします（終わるには Ctrl+C）。"""
    root = project_root()
    # Drafts are nothing for the folder that people publish from, nor for the releases that one goes back to.
    out = root / ("build/preview" if drafts else "site")
    is_new = _rebuild(root, out, drafts)
    handler = functools.partial(_Handler, directory=str(out))
    try:
        server = _Server((HOST, port), handler)
    except OSError as error:
        other = port + 1 if 1024 <= port < MOST else 8000
        stop(f"{port}番では待ち受けられません: {error}", f"homare serve --port {other} を試してください。")
    watcher = _Watcher(lambda: _rebuild(root, out, drafts))
    observer = Observer()
    for name in ("cases", "sessions", "docs"):
        if (root / name).is_dir():
            observer.schedule(watcher, str(root / name), recursive=True)
    observer.start()
    if is_new:
        click.echo(f"http://{HOST}:{port}/ で見られます。")
    elif out.exists():
        click.echo(f"http://{HOST}:{port}/ で、前に作ったサイトを見られます。直すと、新しくなります。")
    else:
        click.echo(f"直すと、http://{HOST}:{port}/ で見られるようになります。")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("終わりました。")
    finally:
        observer.stop()
        server.server_close()


def _rebuild(root: Path, out: Path, drafts: bool) -> bool:
    """Build, say how it went, and return whether there is a new site."""
    try:
        built, problems = build_site(root, root / "cases", out, show_progress, show_notice, drafts=drafts)
    except OSError as error:
        click.echo(f"ファイルを読み書きできませんでした: {error}", err=True)
        return False
    except Exception as error:  # it runs in a thread of its own, and the next change may well put it right
        click.echo(f"予期しないことが起きて、作りなおせませんでした: {type(error).__name__}: {error}", err=True)
        return False
    if built is None:
        show_problems(problems)
        return False
    click.echo(f"{built.cases}件の事例から{built.pages}ページを作りました。")
    if drafts:
        show_hidden_drafts(shortest(root / "cases"))
    return True


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 — socketserver calls it so
        """Say nothing of a browser that has left before it had all; of anything else, what it was."""
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError):
            click.echo(f"予期しないことが起きて、送れませんでした: {type(error).__name__}: {error}", err=True)


class _Handler(SimpleHTTPRequestHandler):
    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer none who asked for another host: its page would read this one, drafts and all (DNS rebinding)."""
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname in _HERE:
            return super().send_head()
        self.send_error(HTTPStatus.FORBIDDEN)
        return None

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the terminal is for builds."""


class _Watcher(FileSystemEventHandler):
    def __init__(self, rebuild: functools.partial[None] | object) -> None:
        self._rebuild = rebuild
        self._timer: threading.Timer | None = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Start the build once the changes have stopped."""
        if event.event_type in ("opened", "closed_no_write"):
            return
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(QUIET_SECONDS, self._rebuild)  # type: ignore[arg-type]
        self._timer.start()
