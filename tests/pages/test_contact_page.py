"""The contact page: forms where a repository is known, words where none is, and no invented address."""

from selectolax.lexbor import LexborHTMLParser

from homare.pages.contact_page import contact_page
from homare.site.fast_markdown import html_of


def links(repository: str) -> set[str]:
    page = LexborHTMLParser(html_of(contact_page(repository).body))
    return {node.attributes["href"] or "" for node in page.css("a")}


def test_with_a_repository_it_links_to_its_forms() -> None:
    forms = "https://host.example/owner/library/issues/new?template="
    assert links("https://host.example/owner/library") == {
        f"{forms}correction.yml",
        f"{forms}new-case.yml",
        "https://host.example/owner/library",
        "../award/",
    }


def test_without_one_it_says_where_the_forms_are_and_links_nowhere_else() -> None:
    assert links("") == {"../award/"}
    assert "「Issues」" in contact_page("").body


def test_it_names_no_mail_address() -> None:
    assert "@" not in contact_page("https://host.example/owner/library").body
