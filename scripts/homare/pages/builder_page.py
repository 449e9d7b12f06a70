"""The kit builder: a form, and the frame of a kit that the script fills from the address."""

from homare.model.catalogue import Catalogue
from homare.model.kit_view import KitView
from homare.model.sheet import ROWS, SOURCES_KEY
from homare.model.site_words import LICENCE_NAME
from homare.model.worksheet import AFTER, BEFORE
from homare.pages.markdown import render
from homare.pages.page import Crumb, Page
from homare.pages.phrases import phrases
from homare.pages.session_pages import ADDRESS as SESSIONS
from homare.pages.session_pages import TITLE as SESSIONS_TITLE
from homare.pages.session_pages import builder_query

ADDRESS = f"{SESSIONS}builder/"
TITLE = "研究会のキットをつくる"
LEAD = "事例、時間、人数を決めると、進行、事例の要点、比較表、問い、ワークシートがそろいます。文はその場で直せます。"


def builder_page(catalogue: Catalogue) -> Page:
    """Return the page; the ready-made kits are offered to start from."""
    kits = [(kit, builder_query(KitView(catalogue, kit))) for kit in catalogue.kits]
    body = render(
        "builder",
        lead=LEAD,
        rows=ROWS,
        before=BEFORE,
        after=AFTER,
        kits=kits,
        phrases=phrases,
        sources_key=SOURCES_KEY,
        licence=LICENCE_NAME,
    )
    return Page(
        ADDRESS,
        TITLE,
        LEAD,
        body,
        (Crumb(SESSIONS_TITLE, "../"), Crumb(TITLE, "")),
        extra={"scripts": ["assets/js/kit/main.js"]},
    )
