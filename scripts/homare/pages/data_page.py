"""The pages on taking the library away: what can be downloaded, how it is licensed, and what every field means."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.citation import changed_on
from homare.model.codebook import Entry, codebook
from homare.model.completeness import field_counts
from homare.model.feeds import FACETS, REGIONS, feeds_of
from homare.model.session_days import CALENDAR, session_days
from homare.model.site_words import LICENCE_ADDRESS, LICENCE_NAME, OFFLINE_FILE
from homare.model.tables import LAYOUTS
from homare.model.tables.layout import ColumnType, Layout
from homare.pages.addresses import FACET_FOLDERS, case_address, relative
from homare.pages.dates import date_markdown
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

ADDRESS = "data/"
TITLE = "データを使う"
LEAD = (
    "すべての事例を、表計算ソフト、プログラム、文献管理ソフト、印刷物、フィードの形で持ち出せます。"
    "JSON、JSON Lines、Excel、表の組は、同じ内容です。一覧のCSVとJSON-LDは、その一部です。"
)
CODEBOOK_ADDRESS = "data/codebook/"
CODEBOOK_TITLE = "項目の説明"
CODEBOOK_LEAD = (
    "データのすべての項目について、意味、値の形、使える値、いくつの事例に書かれているかを示します。"
    "表（CSV、Excel）の列と、JSONでの場所も示します。"
)
MOST_CHANGES = 20
"""Days in the list of changes; older ones are in the data, in `recorded` and `updated`."""

_TYPE_WORDS: Mapping[ColumnType, str] = {
    "string": "文字列",
    "integer": "整数",
    "number": "数",
    "year": "年",
    "date": "日付",
    "boolean": "真偽",
}


def data_pages(catalogue: Catalogue, *, offline: bool = False, data_set: str = "") -> Iterator[Page]:
    """Yield the download page and the codebook; `offline` offers the edition for reading without network.

    `data_set` is what the download page tells programs of the data set, in JSON-LD.
    """
    page = _download_page(catalogue, offline)
    yield replace(page, extra={"json_ld": data_set}) if data_set else page
    yield _codebook_page(catalogue)


def _download_page(catalogue: Catalogue, offline: bool) -> Page:
    body = render(
        "data",
        lead=LEAD,
        offline=OFFLINE_FILE.removeprefix(ADDRESS) if offline else "",
        total=len(catalogue.cases),
        for_people=catalogue.is_for_people,
        licence_name=LICENCE_NAME,
        licence_address=LICENCE_ADDRESS,
        changes=_changes(catalogue),
        feeds=[
            (label, list(_feed_links(catalogue, folder)))
            for folder, label in (
                ("", "すべて"),
                *((FACET_FOLDERS[facet], label) for facet, label in FACETS.items()),
                (REGIONS, "地方"),
            )
        ],
        calendar=Markdown(relative(ADDRESS, CALENDAR)) if session_days(catalogue) else "",
        tables=[(table, Markdown(table.path), Markdown(f"codebook/#{_anchor(table)}")) for table in LAYOUTS],
        date=date_markdown,
        case_link=lambda case_id: Markdown(relative(ADDRESS, case_address(case_id))),
    )
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),))


def _feed_links(catalogue: Catalogue, folder: str) -> Iterator[tuple[Markdown, str]]:
    """Yield the link and label of each feed in a folder below feeds/; "" is the one of everything."""
    for feed in feeds_of(catalogue):
        if folder == (feed.address.split("/")[1] if feed.address.startswith("feeds/") else ""):
            yield Markdown(relative(ADDRESS, feed.address)), feed.label


def _changes(catalogue: Catalogue) -> list[tuple[str, list[Case], list[Case]]]:
    """Return the newest days on which records changed: the day, the new cases, the corrected ones."""
    by_day = sorted(catalogue.cases, key=changed_on, reverse=True)
    days = [(day.isoformat(), list(cases)) for day, cases in groupby(by_day, key=changed_on)][:MOST_CHANGES]
    return [
        (day, [case for case in cases if not case.updated], [case for case in cases if case.updated])
        for day, cases in days
    ]


def _codebook_page(catalogue: Catalogue) -> Page:
    entries = codebook(field_counts(catalogue))
    body = render(
        "codebook",
        lead=CODEBOOK_LEAD,
        total=len(catalogue.cases),
        groups=_grouped(entries),
        tables=[(table, Markdown(f"../{table.path}"), Markdown(_anchor(table))) for table in LAYOUTS],
        type_words=_TYPE_WORDS,
    )
    crumbs = (Crumb(TITLE, relative(CODEBOOK_ADDRESS, ADDRESS)), Crumb(CODEBOOK_TITLE, ""))
    return Page(CODEBOOK_ADDRESS, CODEBOOK_TITLE, CODEBOOK_LEAD, body, crumbs)


def _anchor(table: Layout) -> str:
    return f"table-{table.name.replace('_', '-')}"


_GROUPS = {
    "recipient": "受賞者",
    "status": "いま",
    "statements": "本文",
    "history[]": "経緯",
    "figures[]": "数字",
    "adaptations[]": "横展開",
    "lessons[]": "学び",
    "conditions[]": "まねる前に要るもの",
    "related[]": "つながりのある事例",
    "sources{}": "出典",
}


def _grouped(entries: list[Entry]) -> dict[str, list[Entry]]:
    """Return the entries under their headings: what stands directly in a case first, then its parts in order."""
    groups: dict[str, list[Entry]] = {"基本の項目": []}
    for entry in entries:
        groups.setdefault(_GROUPS.get(entry.path.split(".")[0], "基本の項目"), []).append(entry)
    return groups
