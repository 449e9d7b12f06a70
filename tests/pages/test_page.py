"""A page as a file: its place and the values about it, which MkDocs reads as YAML."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from homare.pages.page import Crumb, Page
from homare.records.characters import HIDDEN

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).filter(lambda text: not HIDDEN.search(text))


def front_matter(page: Page) -> dict[str, object]:
    head, rest = page.markdown().removeprefix("---\n").split("\n---\n", 1)
    assert rest.strip() == page.body.strip()
    read = yaml.safe_load(head)
    assert isinstance(read, dict)
    return read


def test_a_page_stands_in_the_folder_of_its_address() -> None:
    assert Page("", "題", "説明", "本文").uri == "index.md"
    assert Page("themes/finance/", "題", "説明", "本文").uri == "themes/finance.md"


def test_a_page_says_what_it_is() -> None:
    page = Page("a/", "題: 一", "説明", "# 題\n", (Crumb("上", "../"), Crumb("ここ", "")), extra={"home": True})
    assert front_matter(page) == {
        "title": "題: 一",
        "description": "説明",
        "breadcrumb": [{"label": "上", "url": "../"}, {"label": "ここ", "url": ""}],
        "home": True,
    }


@given(TEXTS, TEXTS)
def test_any_text_comes_back_from_the_front_matter(title: str, label: str) -> None:
    about = front_matter(Page("a/", title, "---", "x", (Crumb(label, ""),)))
    assert about["title"] == title
    assert about["breadcrumb"] == [{"label": label, "url": ""}]


def test_values_that_yaml_would_convert_stay_text() -> None:
    for text in ("no", "012", "12:30", "2020-01-01", "null", "~", "1e3", ""):
        assert front_matter(Page("a/", text, text, "x"))["title"] == text
