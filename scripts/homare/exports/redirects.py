"""Pages that lead from a case's former address to its present one: an address once published stays good."""

from collections.abc import Iterator
from html import escape

from homare.exports.dataset import Dataset
from homare.model.addresses import case_address
from homare.model.site_words import LIBRARY

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""Such a page loads nothing at all."""


def redirects(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield the address and HTML of a page for every former id; it needs neither scripts nor a server's help."""
    for case in dataset.catalogue.cases:
        for former in case.formerly:
            yield case_address(former), _page(case.title, f"../{case.id}/", dataset.address_of(case))


def _page(title: str, link: str, address: str) -> str:
    title = escape(title)
    return (
        '<!doctype html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{title}（移動しました）｜{LIBRARY}</title>\n"
        f'<meta name="description" content="この事例のページは移りました。">\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{escape(address)}">\n'
        f'<meta http-equiv="refresh" content="0; url={link}">\n</head>\n<body>\n<main>\n'
        f'<h1>{title}</h1>\n<p>この事例のページは<a href="{link}">新しいアドレス</a>に移りました。</p>\n'
        "</main>\n</body>\n</html>\n"
    )
