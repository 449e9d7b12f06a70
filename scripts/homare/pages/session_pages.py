"""Pages of the study group: the index, the meetings that were held, and the ready-made kits."""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlencode

from homare.model.case_view import GRADES
from homare.model.catalogue import Catalogue
from homare.model.kit_view import KitView
from homare.model.session import HeldSession, clock
from homare.model.sheet import SOURCES_KEY, CaseSheet
from homare.model.worksheet import AFTER, BEFORE
from homare.pages.addresses import case_address, prefecture_address, relative, session_address
from homare.pages.cards import cards
from homare.pages.dates import date_markdown
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page
from homare.pages.phrases import phrases
from homare.pages.words import first_sentence

ADDRESS = "sessions/"
TITLE = "研究会で使う"
LEAD = (
    "受賞した取組に学ぶ研究会を、準備に一日かけずに開くための道具です。"
    "そのまま使えるキットを選ぶか、事例を選んで自分のキットをつくります。どれも印刷でき、資料はネットワークのない部屋でも使えます。"
)
DOWNLOADS = (("PDF", "kit.pdf"), ("Word", "kit.docx"))
"""What is made beside a kit's page: label and file name."""


def session_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the index and a page for each meeting and kit."""
    kits = [KitView(catalogue, kit) for kit in catalogue.kits]
    yield _index_page(catalogue, kits)
    for session in catalogue.held_sessions:
        yield _held_page(catalogue, session)
    for view in kits:
        yield _kit_page(view)


def _index_page(catalogue: Catalogue, kits: list[KitView]) -> Page:
    body = render(
        "sessions",
        lead=LEAD,
        kits=kits,
        held=catalogue.held_sessions,
        date=date_markdown,
        phrases=phrases,
        first_sentence=first_sentence,
        link=lambda target: Markdown(relative(ADDRESS, target)),
    )
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),))


def _held_page(catalogue: Catalogue, session: HeldSession) -> Page:
    address = session_address(session.id)
    prefecture = catalogue.vocabulary.prefectures.get(session.prefecture or "")
    region = catalogue.vocabulary.region_of(session.prefecture or "")
    place = relative(address, prefecture_address(region, prefecture)) if region and prefecture else ""
    numbers = {key: number for number, key in enumerate(session.sources, start=1)}

    def cite(keys: tuple[str, ...]) -> Markdown:
        return Markdown("".join(f'<a class="hm-cite" href="#source-{key}">{numbers[key]}</a>' for key in keys))

    links = {
        "link": lambda target: Markdown(relative(address, target)),
        "case_link": lambda case_id: Markdown(relative(address, case_address(case_id))),
    }
    body = render(
        "session",
        session=session,
        prefecture=prefecture,
        prefecture_link=Markdown(place),
        by_id=catalogue.by_id,
        cards_of=lambda ids: cards(catalogue, [catalogue.by_id[case_id] for case_id in ids], links["case_link"]),
        cite=cite,
        date=date_markdown,
        phrases=phrases,
        grades=GRADES,
        **links,
    )
    description = (
        f"{session.place}で開かれた地域イノベーション手法研究会について、資料で確かめられたことを載せています。"
    )
    return Page(address, session.title, description, body, _breadcrumb(address, session.title))


def _kit_page(view: KitView) -> Page:
    address = session_address(view.kit.id)

    def source_link(sheet: CaseSheet, number: int) -> Markdown:
        key = next(source.key for source in sheet.sources if source.number == number)
        return Markdown(f"{relative(address, case_address(sheet.case.id))}#source-{key}")

    body = render(
        "kit",
        view=view,
        before=BEFORE,
        after=AFTER,
        builder=Markdown(f"{relative(address, f'{ADDRESS}builder/')}?{builder_query(view)}"),
        downloads=DOWNLOADS,
        clock=clock,
        phrases=phrases,
        source_link=source_link,
        readable=_readable,
        sources_key=SOURCES_KEY,
        case_link=lambda case_id: Markdown(relative(address, case_address(case_id))),
    )
    return Page(address, view.kit.title, view.kit.lead.strip(), body, _breadcrumb(address, view.kit.title))


def _readable(url: str) -> str:
    """Return an address as people read it: with its characters where it holds their codes, but no spaces."""
    return re.sub(r"\s", lambda space: quote(space.group()), unquote(url))


def builder_query(view: KitView) -> Markdown:
    """Return the builder's address parameters for a kit: the same cases, time, people and theme."""
    kit = view.kit
    pairs = [*(("case", case_id) for case_id in kit.cases), ("minutes", kit.minutes), ("people", kit.people)]
    return Markdown(urlencode([*pairs, ("theme", kit.theme), ("kit", kit.id)]).replace("&", "&amp;"))


def _breadcrumb(address: str, title: str) -> tuple[Crumb, ...]:
    return (Crumb(TITLE, relative(address, ADDRESS)), Crumb(title, ""))
