"""What search weighs: our scripts, and the data that a first query needs."""

import gzip
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "docs" / "assets" / "js"
MODULES = sorted([*SCRIPTS.glob("search/*.js"), *SCRIPTS.glob("find/*.js")])
NOT_ON_THE_SEARCH_PAGE = ("panel.js", "scan_engine.js")
"""The panel belongs to the boxes of other pages, the scan engine to the edition that opens from disk."""


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def test_our_scripts_are_small() -> None:
    assert len(MODULES) > 15
    assert packed(b"".join(module.read_bytes() for module in MODULES)) <= 25_000
    assert sum(packed(path.read_bytes()) for path in MODULES if path.name not in NOT_ON_THE_SEARCH_PAGE) <= 25_000


def test_a_page_loads_next_to_nothing_until_its_box_is_used() -> None:
    entry = SCRIPTS / "search" / "main.js"
    assert packed(entry.read_bytes()) <= 1_000
    assert not any(line.startswith("import") for line in entry.read_text("utf-8").splitlines())


def test_modules_are_short_and_never_read_data_as_html() -> None:
    for module in MODULES:
        text = module.read_text("utf-8")
        assert text.count("\n") < 250, module.name
        assert not any(word in text for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"))


def test_data_of_a_first_query_is_small(real_site: Path) -> None:
    folder = real_site / "assets" / "search"
    assert sum((folder / f"{name}.json.gz").stat().st_size for name in ("cases", "words")) <= 30_000
    assert max(path.stat().st_size for path in (folder / "text").iterdir()) <= 12_000
