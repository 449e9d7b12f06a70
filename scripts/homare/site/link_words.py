"""Links say where they lead: out of the site, to a PDF. One place, so that no page can forget it."""

import re
from html import unescape
from urllib.parse import urlsplit

_AWAY = r"(?:h|&#104;)ttps?://[^\"]*"
_PDF = r"[^\"#]*\.pdf\b[^\"]*"
_MAYBE_PDF = re.compile(r"\.pdf", re.IGNORECASE)


def _links(target: str) -> re.Pattern[str]:
    return re.compile(rf'(<a\b[^>]*?\bhref="({target})"[^>]*>)(.*?)(</a>)', re.DOTALL | re.IGNORECASE)


_LINK_AWAY, _LINK = _links(_AWAY), _links(f"{_AWAY}|{_PDF}")
"""Most pages speak of no PDF, and then half of the time can be saved."""

OUTSIDE = "外部サイト"
REL = "external noopener noreferrer"


def say_where_links_lead(html: str, own_site: str) -> str:
    """Return a page's HTML with （外部サイト） or （PDF） in each link that leaves `own_site` or opens a PDF, once.

    Those that leave also carry the `rel` that tells browsers so: the other site neither reaches back nor learns from
    which page its reader comes.
    """

    def worded(found: re.Match[str]) -> str:
        opening, target, label, closing = found.groups()
        said = label + opening.replace(target, "")
        wanted = _words_for(unescape(target), own_site)
        if OUTSIDE in wanted and " rel=" not in opening:
            opening = f'{opening[:-1]} rel="{REL}">'
        words = [word for word in wanted if word not in said]
        mark = f'<span class="hm-external">（{"、".join(words)}）</span>' if words else ""
        return f"{opening}{label}{mark}{closing}"

    return (_LINK if _MAYBE_PDF.search(html) else _LINK_AWAY).sub(worded, html)


def _words_for(target: str, own_site: str) -> list[str]:
    is_outside = target.startswith(("http://", "https://")) and not target.startswith(own_site)
    is_pdf = urlsplit(target).path.lower().endswith(".pdf")
    return [*([OUTSIDE] if is_outside else []), *(["PDF"] if is_pdf else [])]
