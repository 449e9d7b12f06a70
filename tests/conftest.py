"""What all tests share: the real site, and golden files that `pytest --update-golden` writes anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.site_fixtures", "tests.criteria"]

settings.register_profile("everyday", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=10_000)
settings.load_profile("everyday")
"""The same examples on every run; `pytest --hypothesis-profile thorough` looks further."""

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, to be read in the diff")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name under tests/golden, or write it."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        assert path.is_file(), f"{path} is missing; run pytest --update-golden"
        assert text == path.read_text("utf-8"), f"{path} differs; if that is meant, run pytest --update-golden"

    return compare
