"""Tables of hand-written pages keep their alignment without an inline style, which the site's policy would refuse."""

import pytest
from markdown import markdown

from homare.site.plain_html import without_inline_styles


@pytest.mark.parametrize(
    ("line", "expected"),
    [("---:", '<td class="hm-number">1</td>'), (":---:", '<td class="hm-center">1</td>'), (":---", "<td>1</td>")],
)
def test_alignment_becomes_a_class(line: str, expected: str) -> None:
    html = without_inline_styles(markdown(f"| a |\n| {line} |\n| 1 |", extensions=["tables"]))
    assert expected in html
    assert "style=" not in html


def test_other_html_stays() -> None:
    assert without_inline_styles('<p style="color: red">x</p>') == '<p style="color: red">x</p>'
