"""A page or stylesheet of the built site for reading from disk: links lead to files, scripts are classic ones."""

import base64
import re
from collections.abc import Callable
from posixpath import dirname, join, normpath, relpath

SCRIPT = "assets/js/offline.js"
_ADDRESS = re.compile(r'(?P<before> (?:href|action)=")(?P<address>[^"]*)(?=")')
_REFRESH = re.compile(r'(?P<before>http-equiv="refresh" content="0; url=)(?P<address>[^"]*)(?=")')
_MODULE = re.compile(
    r'[ \t]*<script src="(?P<src>[^"]+)" type="module"></script>\n?|'
    r'[ \t]*<script type="module" src="(?P<other>[^"]+)"></script>\n?'
)
_POLICY = re.compile(
    r'(?P<before>http-equiv="Content-Security-Policy" content=")default-src \'none\'; script-src[^"]*(?=")'
)
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "form-action 'self' file:; base-uri 'none'"
)
"""From disk a browser may not count a file beside the page as its own, and data comes by scripts that a script adds."""
_ONLINE_ONLY = re.compile(
    r'[ \t]*<(?:link rel="(?:search|preload|modulepreload)"|meta name="homare:libraries")[^>]*>\n?'
)
_ONLINE = re.compile(r"<p data-online>.*?</p>\n?", re.DOTALL)
"""What only the site itself offers, such as this edition."""
_PICTURE = re.compile(r'url\("(?P<path>[^":]+\.svg)"\)')
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


def offline_page(path: str, html: str, is_folder: Callable[[str], bool]) -> str:
    """Return the page at `path` for the disk; `is_folder` tells whether a path within the site is a page's folder."""
    html = _POLICY.sub(lambda found: found["before"] + POLICY, _ONLINE.sub("", _ONLINE_ONLY.sub("", html)))
    html = _ADDRESS.sub(lambda found: found["before"] + _to_file(path, found["address"], is_folder), html)
    html = _REFRESH.sub(lambda found: found["before"] + _to_file(path, found["address"], is_folder), html)
    modules = [
        normpath(join(dirname(path), found["src"] or found["other"])).removeprefix("assets/js/")
        for found in _MODULE.finditer(html)
    ]
    if not modules:
        return html
    names = " ".join(["offline/links.js", *modules])
    tag = f'<script defer src="{relpath(SCRIPT, dirname(path) or ".")}" data-modules="{names}"></script>\n'
    return _MODULE.sub("", html).replace("</body>", f"{tag}</body>", 1)


def offline_style(path: str, css: str, read: Callable[[str], bytes]) -> str:
    """Return the stylesheet at `path` with its pictures in it: from disk, a browser takes no file as a mask."""

    def embedded(found: re.Match[str]) -> str:
        picture = base64.b64encode(read(normpath(join(dirname(path), found["path"])))).decode()
        return f'url("data:image/svg+xml;base64,{picture}")'

    return _PICTURE.sub(embedded, css)


def _to_file(path: str, address: str, is_folder: Callable[[str], bool]) -> str:
    """Return the address with the name of the page where it ends in a folder; other addresses stay."""
    if not address or _FOREIGN.match(address):
        return address
    target, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not target or not is_folder(normpath(join(dirname(path), target))):
        return address
    return f"{target.rstrip('/')}/index.html{mark}{rest}"
