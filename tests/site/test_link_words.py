"""Links that leave the site or open a PDF say so, whoever wrote the page."""

import pytest

from homare.site.link_words import REL, say_where_links_lead

OWN = "https://homare.example/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<a href="https://x.jp/">題</a>',
            f'<a href="https://x.jp/" rel="{REL}">題<span class="hm-external">（外部サイト）</span></a>',
        ),
        ('<a rel="external" href="&#104;ttp://x.jp/">題</a>', "（外部サイト）"),
        ('<a href="https://x.jp/a.PDF">題</a>', "（外部サイト、PDF）"),
        ('<a href="../data/casebook.pdf">事例集</a>', "（PDF）"),
    ],
)
def test_where_a_link_leads_is_added(html: str, expected: str) -> None:
    assert expected in say_where_links_lead(html, OWN)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../themes/">テーマ</a>',
        '<a href="#sources">出典</a>',
        '<a href="https://homare.example/cases/">事例</a>',
        f'<a href="https://x.jp/" rel="{REL}">題（外部サイト）</a>',
        '<a href="a.pdf">事例集（PDF）</a>',
        '<link href="https://x.jp/">',
    ],
)
def test_other_links_stay_as_they_are(html: str) -> None:
    assert say_where_links_lead(html, OWN) == html
