"""Serve a built site on this machine as a host of static sites would: under a sub-path, text compressed."""

import functools
import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

COMPRESSED = ("text/", "application/json", "image/svg+xml")


class QuietHandler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript", ".wasm": "application/wasm"}

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send text compressed, as every host of static sites does: budgets and speed are measured so."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        kind = self.guess_type(str(path))
        if (
            not path.is_file()
            or "gzip" not in self.headers.get("Accept-Encoding", "")
            or not kind.startswith(COMPRESSED)
        ):
            return super().send_head()
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def translate_path(self, path: str) -> str:
        """Serve the site at the root too: the 404 page alone links from the root of its address."""
        within = super().translate_path(path)
        if Path(within).exists():
            return within
        sites = [folder for folder in Path(self.directory).iterdir() if folder.is_symlink()]
        return within.replace(self.directory, str(sites[0]), 1) if sites else within


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the folder that `site` stands in; yields the address of the site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(site.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
    finally:
        server.shutdown()
        server.server_close()
