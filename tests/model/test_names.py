"""Short names: no legal form, no brackets, an abbreviation where the name is long, never an empty text."""

import pytest

from homare.model.names import short_name


@pytest.mark.parametrize(
    ("name", "short", "full"),
    [
        ("城南信用金庫", "城南信用金庫", "城南信用金庫"),
        ("公益財団法人にいがた産業創造機構", "にいがた産業創造機構", "にいがた産業創造機構"),
        ("株式会社さがみはら産業創造センター（SIC）", "さがみはら産業創造センター", "さがみはら産業創造センター"),
        (
            "九州地域環境・リサイクル産業交流プラザ（K-RIP）",
            "K-RIP",
            "九州地域環境・リサイクル産業交流プラザ",
        ),
        ("国立大学法人北陸先端科学技術大学院大学（産学官連携総合推進センター）",) + ("北陸先端科学技術大学院大学",) * 2,
        ("株式会社", "株式会社", "株式会社"),
        ("萩本範文", "萩本範文", "萩本範文"),
    ],
)
def test_a_name_is_cut_to_what_tells_it_apart(name: str, short: str, full: str) -> None:
    assert short_name(name) == short
    assert short_name(name, full=True) == full
