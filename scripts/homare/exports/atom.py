"""The frame of an Atom feed (RFC 4287): what every feed of the library says of itself."""

from collections.abc import Iterable
from datetime import date
from html import escape

from homare.model.feeds import Feed
from homare.model.site_words import EDITORS, LICENCE_NAME


def atom(site: str, feed: Feed, updated: date, entries: Iterable[str]) -> str:
    """Return the text of `feed` of the site at `site`; `entries` are ready XML."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
        f"<id>{escape(site + feed.address)}</id>",
        f"<title>{escape(feed.title)}</title>",
        f"<updated>{moment(updated)}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{escape(site + feed.address)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(site + feed.page)}"/>',
        f"<author><name>{escape(EDITORS)}</name></author>",
        f"<rights>{escape(LICENCE_NAME)}</rights>",
        *entries,
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def moment(day: date) -> str:
    """Return the beginning of a day in Japan as feeds write it."""
    return f"{day.isoformat()}T00:00:00+09:00"
