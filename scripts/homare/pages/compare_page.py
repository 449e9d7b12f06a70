"""The compare page: two to four cases on the same rows. The script fills the columns from the address."""

from urllib.parse import urlencode

from homare.model.catalogue import Catalogue
from homare.model.kit_view import KitView
from homare.model.sheet import ROWS
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

ADDRESS = "compare/"
TITLE = "事例を比べる"
LEAD = "2〜4件の事例を、同じ項目で横に並べます。記録のないところは「記録なし」と示します。"


def compare_page(catalogue: Catalogue) -> Page:
    """Return the page; it offers a comparison of each kit's cases to start from."""
    samples = [(view.kit.title, _query(view), [sheet.name for sheet in view.sheets]) for view in _views(catalogue)]
    body = render("compare", lead=LEAD, rows=ROWS, samples=samples)
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),), extra={"scripts": ["assets/js/compare/main.js"]})


def _views(catalogue: Catalogue) -> list[KitView]:
    return [KitView(catalogue, kit) for kit in catalogue.kits]


def _query(view: KitView) -> Markdown:
    return Markdown(urlencode([("case", case_id) for case_id in view.kit.cases]).replace("&", "&amp;"))
