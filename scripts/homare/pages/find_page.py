"""The search page: works from the address (`?q=…`), and leads to the index pages where scripts do not run."""

from homare.model.catalogue import Catalogue
from homare.pages.markdown import render
from homare.pages.page import Crumb, Page

ADDRESS = "find/"
TITLE = "事例をさがす"
LEAD = "言葉を入れると、すべての事例の本文・数字・出典からさがします。"


def find_page(catalogue: Catalogue) -> Page:
    """Return the search page."""
    body = render("find", lead=LEAD, total=len(catalogue.cases))
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),))
