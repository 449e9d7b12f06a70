"""Links say in words where they lead: out of the site, to a PDF. One place, so that no page can forget it."""

import re
from html import unescape
from urllib.parse import urlsplit

_LINK = re.compile(
    r'(<a\b[^>]*?\bhref="((?:h|&#104;)ttps?://[^"]*|[^"#]*\.pdf\b[^"]*)"[^>]*>)(.*?)(</a>)', re.DOTALL | re.IGNORECASE
)


def say_where_links_lead(html: str, own_site: str) -> str:
    """Return a page's HTML with （外部サイト） or （PDF） in each link that leaves `own_site` or opens a PDF, once."""

    def worded(found: re.Match[str]) -> str:
        opening, target, label, closing = found.groups()
        said = label + opening.replace(target, "")
        words = [word for word in _words_for(unescape(target), own_site) if word not in said]
        mark = f'<span class="hm-external">（{"、".join(words)}）</span>' if words else ""
        return f"{opening}{label}{mark}{closing}"

    return _LINK.sub(worded, html)


def _words_for(target: str, own_site: str) -> list[str]:
    is_outside = target.startswith(("http://", "https://")) and not target.startswith(own_site)
    is_pdf = urlsplit(target).path.lower().endswith(".pdf")
    return [*(["外部サイト"] if is_outside else []), *(["PDF"] if is_pdf else [])]
