"""/about/contact/: how to report a mistake or send a case, by the forms of the repository where it is known."""

from homare.pages.addresses import relative
from homare.pages.markdown import render
from homare.pages.page import Crumb, Page

ADDRESS = "about/contact/"
TITLE = "連絡と訂正"
LEAD = "誤りの知らせ、新しい資料、まだ載っていない受賞を、どこにどう知らせるかを説明します。"
FORMS = {"correction": "訂正を知らせる", "new-case": "新しい事例を知らせる"}
"""The forms of the repository: file name without .yml → what the link says."""


def contact_page(repository: str = "") -> Page:
    """Return the page; `repository` is the address of the records' repository, "" where none is known."""
    forms = {label: f"{repository}/issues/new?template={name}.yml" for name, label in FORMS.items()}
    body = render("contact", lead=LEAD, repository=repository, forms=forms)
    crumbs = (Crumb("この事例集について", relative(ADDRESS, "about/")), Crumb(TITLE, ""))
    return Page(ADDRESS, TITLE, LEAD, body, crumbs)
