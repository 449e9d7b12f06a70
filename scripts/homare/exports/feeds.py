"""Atom feeds: everything, and one for each term and region (RFC 4287)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from html import escape

from homare.exports.atom import atom, moment
from homare.exports.dataset import Dataset
from homare.model.addresses import case_address
from homare.model.case import Case
from homare.model.citation import changed_on
from homare.model.dates import first_and_last_day
from homare.model.feeds import Feed, feeds_of

MOST_ENTRIES = 200
"""A reader wants what is new; the whole library is in the data files."""


def all_feeds(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield the address and text of every feed."""
    cases = dataset.catalogue.by_id
    # An entry stands in several feeds, and that of an old case in none.
    entry_of = cache(lambda case_id: _entry(dataset, cases[case_id]))
    days = {case_id: changed_on(case) for case_id, case in cases.items()}
    for feed in feeds_of(dataset.catalogue):
        yield feed.address, _atom(dataset, feed, days, entry_of)


def _atom(dataset: Dataset, feed: Feed, days: Mapping[str, date], entry_of: Callable[[str], str]) -> str:
    """Return the feed, newest change first; `days` are those of the last changes, by case id, as are the entries."""
    newest = sorted([case.id for case in feed.cases], key=days.__getitem__, reverse=True)[:MOST_ENTRIES]
    updated = days[newest[0]] if newest else dataset.changed
    return atom(dataset.site, feed, updated, map(entry_of, newest))


def _entry(dataset: Dataset, case: Case) -> str:
    """The id is the address under which the case was first published, so that a new slug makes no new entry."""
    first_address = case_address(case.formerly[0] if case.formerly else case.id)
    prize, place = dataset.catalogue.prize_of(case), dataset.catalogue.place_of(case)
    edition = f"{case.award.edition}年" if case.award.edition else ""
    about = "・".join(filter(None, (edition, prize.label if prize else "", case.recipient.name, place)))
    lines = (
        "<entry>",
        f"<id>{escape(dataset.site + first_address)}</id>",
        f"<title>{escape(case.title)}</title>",
        f'<link rel="alternate" type="text/html" href="{escape(dataset.address_of(case))}"/>',
        f"<published>{moment(first_and_last_day(case.recorded)[0])}</published>",
        f"<updated>{moment(changed_on(case))}</updated>",
        *(f'<category term="{key}" label="{escape(label)}"/>' for key, label in _categories(dataset, case)),
        f'<summary type="text">{escape(f"{about}。{case.summary.strip()}")}</summary>',
        "</entry>",
    )
    return "\n".join(lines)


def _categories(dataset: Dataset, case: Case) -> Iterator[tuple[str, str]]:
    for facet in ("themes", "methods", "challenges"):
        terms = getattr(dataset.vocabulary, facet)
        yield from ((key, terms[key].label) for key in getattr(case, facet))
