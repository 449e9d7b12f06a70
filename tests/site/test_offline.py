"""How pages and scripts of the site are turned into what a browser opens from disk."""

import pytest

from homare.site.offline.bundle import bundle
from homare.site.offline.pages import offline_page, offline_style

FOLDERS = {"cases/one", "find", "."}


def page(html: str, path: str = "cases/one/index.html") -> str:
    return offline_page(path, html, FOLDERS.__contains__)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../../find/", "../../find/index.html"),
        ("../../find/?q=a#b", "../../find/index.html?q=a#b"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        ("#sources", "#sources"),
        ("?q=a", "?q=a"),
        ("index.md", "index.md"),
        ("../../data/cases.csv", "../../data/cases.csv"),
        ("https://example.org/find/", "https://example.org/find/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_to_folders_lead_to_the_page_in_them(address: str, expected: str) -> None:
    assert page(f'<a href="{address}">') == f'<a href="{expected}">'


def test_forms_and_redirects_lead_to_files_too() -> None:
    assert page('<form class="x" action="../../find/">') == '<form class="x" action="../../find/index.html">'
    redirect = '<meta http-equiv="refresh" content="0; url=../one/">'
    assert page(redirect, "cases/old/index.html") == redirect.replace("../one/", "../one/index.html")


def test_modules_give_way_to_one_script_that_names_them() -> None:
    html = '<script src="../../assets/js/search/main.js" type="module"></script>\n</body>'
    names = "offline/links.js search/main.js"
    assert page(html) == f'<script defer src="../../assets/js/offline.js" data-modules="{names}"></script>\n</body>'


def test_what_only_a_server_can_give_is_left_out() -> None:
    hints = (
        '<link rel="modulepreload" href="../../assets/js/search/data.js">\n'
        '<link rel="preload" as="fetch" crossorigin href="../../assets/search/cases.json.gz">\n'
        '<p data-online><a href="homare-offline.zip">ZIP</a></p>\n'
    )
    assert page(f"{hints}<p>data-online</p>") == "<p>data-online</p>"


def test_pictures_of_a_stylesheet_are_in_it() -> None:
    css = offline_style(
        "assets/css/a.css", 'a { mask: url("../images/b.svg") }', {"assets/images/b.svg": b"<svg/>"}.__getitem__
    )
    assert css == 'a { mask: url("data:image/svg+xml;base64,PHN2Zy8+") }'


def test_a_module_becomes_a_function_with_its_imports_and_exports() -> None:
    script = bundle(
        {
            "a/one.js": 'import { two as other, three } from "../b/two.js";\nexport const X = other;\n',
            "b/two.js": "export function two() {}\nexport async function three() {}\nconst here = import.meta.url;\n",
        },
        {},
    )
    assert 'const { two: other, three } = use("b/two.js");\nconst X = other;' in script
    assert "Object.assign(exported, { X });" in script
    assert "Object.assign(exported, { two, three });" in script
    assert "const here = address;" in script


def test_a_replaced_module_is_left_out_and_its_users_get_the_other() -> None:
    script = bundle(
        {"a.js": 'import { x } from "./b.js";\n', "b.js": "export const x = 1;\n", "c.js": "export const x = 2;\n"},
        {"b.js": "c.js"},
    )
    assert 'use("c.js")' in script
    assert 'makers.set("b.js"' not in script


@pytest.mark.parametrize(
    "text",
    ['import x from "./b.js";\n', "export default 1;\n", "export { x };\n", "const y = import(name);\n"],
)
def test_a_form_that_the_bundle_does_not_know_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ValueError, match=r"a\.js:2"):
        bundle({"a.js": f"// first line\n{text}"}, {})
