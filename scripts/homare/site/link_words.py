"""Links say where they lead: out of the site, to a PDF. One place, so that no page can forget it."""

import re
from html import unescape
from urllib.parse import urlsplit

_LINK = re.compile(
    r'(<a\b[^>]*?\bhref="((?:h|&#104;)ttps?://[^"]*|[^"#]*\.pdf\b[^"]*)"[^>]*>)(.*?)(</a>)', re.DOTALL | re.IGNORECASE
)

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

    if "<A" in html:
        return _LINK.sub(worded, html)
    # Most links lead to other pages of ours, and a short look at each tells.
    before, *links = html.split("<a")
    worded_links = (_LINK.sub(worded, f"<a{link}", count=1) if _may_lead_away(link) else f"<a{link}" for link in links)
    return "".join((before, *worded_links))


def _may_lead_away(link: str) -> bool:
    """Return whether the link that begins with `link`, behind its `<a`, may be one that needs a word."""
    opening = link[: link.find(">")].lower()
    return "ttp" in opening or ".pdf" in opening


def _words_for(target: str, own_site: str) -> list[str]:
    is_outside = target.startswith(("http://", "https://")) and not target.startswith(own_site)
    is_pdf = urlsplit(target).path.lower().endswith(".pdf")
    return [*([OUTSIDE] if is_outside else []), *(["PDF"] if is_pdf else [])]
