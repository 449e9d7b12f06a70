"""Our HTML of a page and Python-Markdown's must mean the same: elements, attributes and the text that a reader sees."""

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.model.catalogue import Catalogue
from homare.pages.all_pages import all_pages
from homare.site.fast_markdown import html_of
from tests.site.meaning import meaning_of

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]


def meaning(html: str) -> list[object]:
    body = LexborHTMLParser(html).body
    assert body is not None
    return meaning_of(body)


def test_every_page_means_the_same_in_both_renderers(real_catalogue: Catalogue) -> None:
    renderer = markdown.Markdown(extensions=EXTENSIONS)
    for page in all_pages(real_catalogue):
        renderer.reset()
        ours, theirs = meaning(html_of(page.body)), meaning(renderer.convert(str(page.body)))
        first = next((index for index, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), None)
        assert first is None, (page.address, ours[first - 3 : first + 3], theirs[first - 3 : first + 3])
        assert len(ours) == len(theirs), page.address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 課題 {: #challenge }", '<h2 id="challenge">課題</h2>'),
        ('<section data-section="a" markdown>\n\nx\n\n</section>', '<section data-section="a">\n<p>x</p>\n</section>'),
        ("a &#42;b&#42; &#60;i&#62;", "<p>a *b* &lt;i&gt;</p>"),
    ],
)
def test_the_forms_that_our_pages_use(text: str, expected: str) -> None:
    assert html_of(text).strip() == expected
