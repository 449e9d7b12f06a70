"""Make the ZIP of the edition that opens from disk, from a built site."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from homare.model.site_words import OFFLINE_FILE
from homare.site.offline.bundle import bundle
from homare.site.offline.pages import SCRIPT, offline_page, offline_style

FOLDER = "homare"
"""What the ZIP unpacks to."""
INSTEAD = {
    "search/fetching.js": "offline/fetching.js",
    "search/pagefind_engine.js": "offline/engine.js",
}
_SCRIPTS, _DATA, _PACKED = "assets/js/", "assets/search/", ".json.gz"
_LEFT_OUT = ("pagefind/", "assets/share/", "404.html", "sitemap.xml", "opensearch.xml", "_headers", ".homare-site")
"""What only a web server or a search engine needs."""
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def offline_edition(site: Path) -> bytes:
    """Return the ZIP of the site built at `site`. Raises OSError as the disk does, ValueError for an unknown script."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in sorted(offline_files(site)):
            entry = zipfile.ZipInfo(f"{FOLDER}/{path}", _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def offline_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file of the edition."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    modules = {}
    for name, path in paths.items():
        if name.startswith(_LEFT_OUT) or name.endswith("/share.png") or name == OFFLINE_FILE:
            continue
        content = path.read_bytes()
        if name.endswith(".html"):
            html = offline_page(
                name, content.decode(), lambda folder: f"{folder}/index.html".removeprefix("./") in paths
            )
            yield name, html.encode()
        elif name.endswith(".css"):
            yield name, offline_style(name, content.decode(), lambda other: paths[other].read_bytes()).encode()
        elif name.startswith(_DATA) and name.endswith(_PACKED):
            data_name = name.removeprefix(_DATA).removesuffix(_PACKED)
            yield f"{_DATA}{data_name}.js", _handed_over(data_name, gzip.decompress(content))
        elif name.startswith(_SCRIPTS) and name != f"{_SCRIPTS}theme.js":
            modules[name.removeprefix(_SCRIPTS)] = content.decode()
        else:
            yield name, content
    yield SCRIPT, bundle(modules, INSTEAD).encode()


def _handed_over(name: str, data: bytes) -> bytes:
    """A data file as a script; JSON is JavaScript, and a script of its own needs no care for `</script>`."""
    return f'homareData("{name}", '.encode() + data + b");\n"
