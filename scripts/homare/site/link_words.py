"""Links say where they lead: out of the site, to a PDF. One place, so that no page can forget it."""

import re
from html import unescape
from urllib.parse import urlsplit

_LINK = re.compile(
    r'(<a\b[^>]*?\bhref="((?:h|&#104;)ttps?://[^"]*|[^"#]*\.pdf\b[^"]*)"[^>]*>)(.*?)(</a>)', re.DOTALL | re.IGNORECASE
)

_OPENING = re.compile(r"<a\b[^>]*>", re.IGNORECASE)

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

    pieces, end = list[str](), 0
    for opening in _OPENING.finditer(html):
        if _may_lead_away(opening[0].lower()) and (link := _LINK.match(html, opening.start())):
            pieces += html[end : link.start()], worded(link)
            end = link.end()
    return "".join((*pieces, html[end:]))


def _may_lead_away(opening: str) -> bool:
    """Most links lead to other pages of ours, and a short look at each tells."""
    return "ttp" in opening or ".pdf" in opening


def _words_for(target: str, own_site: str) -> list[str]:
    is_outside = target.startswith(("http://", "https://")) and not target.startswith(own_site)
    is_pdf = urlsplit(target).path.lower().endswith(".pdf")
    return [*([OUTSIDE] if is_outside else []), *(["PDF"] if is_pdf else [])]
