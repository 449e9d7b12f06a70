"""The published stylesheets: one for the screen in a fixed order, one for paper, both without comments."""

from homare.site.stylesheet import PAPER, SCREEN, minified, with_published_styles


def test_sheets_become_one_for_the_screen_and_one_for_paper() -> None:
    files = {
        "index.md": b"# x",
        "assets/css/find.css": b".f { c: d }",
        "assets/css/base.css": b"p { a: b; }",
        "assets/css/tokens.css": b":root { --x: 1; }",
        "assets/css/print.css": b"@page { size: A4; }",
    }
    assert with_published_styles(files) == {
        "index.md": b"# x",
        SCREEN: b":root{--x: 1}p{a: b}.f{c: d}\n",
        PAPER: b"@page{size: A4}\n",
    }


def test_comments_and_spaces_go_but_strings_stay() -> None:
    css = '/* why */\na::before ,\nb > c { content: "/* ;  } */";\n  margin: calc(1px + 2px) ; }\n@media (min-width: 1em) and (x) { d { e: f } }'
    assert minified(css) == (
        'a::before,b > c{content: "/* ;  } */";margin: calc(1px + 2px)}@media (min-width: 1em) and (x){d{e: f}}\n'
    )


def test_a_site_without_sheets_gets_none() -> None:
    assert with_published_styles({"index.md": b""}) == {"index.md": b""}
