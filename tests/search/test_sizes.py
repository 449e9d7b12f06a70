"""What search weighs: our scripts, and the data that a first query needs."""

import gzip
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "docs" / "assets" / "js"


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def test_our_scripts_are_small(real_site: Path) -> None:
    """All modules of the search box and of the search page, as published, each packed by itself as a host sends it.

    Those for other libraries are asked for only where the settings name some.
    """
    scripts = real_site / "assets" / "js"
    modules = sorted([*scripts.glob("search/*.js"), *scripts.glob("find/*.js")])
    assert len(modules) > 15
    ours = [module for module in modules if not module.name.startswith("elsewhere")]
    assert sum(packed(module.read_bytes()) for module in ours) <= 25_000


def test_a_page_loads_next_to_nothing_until_its_box_is_used() -> None:
    entry = SCRIPTS / "search" / "main.js"
    assert packed(entry.read_bytes()) <= 1_000
    assert not any(line.startswith("import") for line in entry.read_text("utf-8").splitlines())


def test_data_of_a_first_query_is_small(real_site: Path) -> None:
    folder = real_site / "assets" / "search"
    assert sum((folder / f"{name}.json.gz").stat().st_size for name in ("cases", "words")) <= 30_000
    assert max(path.stat().st_size for path in (folder / "text").iterdir()) <= 12_000
