"""Which test covers which criterion of WCAG 2.2: `@pytest.mark.criterion("2.4.11", "how, in Japanese")`.

A run writes what it found to build/accessibility.json. `pytest --update-accessibility` also writes the data of the page
/about/accessibility/, when all marked tests were run and passed.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "build" / "accessibility.json"
PUBLISHED = ROOT / "scripts" / "homare" / "pages" / "accessibility.json"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-accessibility", action="store_true", help="write the data of /about/accessibility/ from this run"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "criterion(number, how): the test covers a criterion of WCAG 2.2")
    config.pluginmanager.register(Criteria(config), "homare-criteria")


@pytest.fixture(scope="session")
def accessibility_facts(request: pytest.FixtureRequest) -> dict[str, object]:
    """What a test adds to the results: how many pages, which tools."""
    plugin = request.config.pluginmanager.get_plugin("homare-criteria")
    assert isinstance(plugin, Criteria)
    return plugin.facts


class Criteria:
    """Gathers the outcome of every marked test of a run."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.marks: dict[str, list[tuple[str, str]]] = {}
        self.failed: set[str] = set()
        self.ran: set[str] = set()
        self.facts: dict[str, object] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            self.marks[item.nodeid] = [tuple(mark.args) for mark in item.iter_markers("criterion")]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.passed:
            self.ran.add(report.nodeid)
        if report.failed:
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        found = self.outcomes()
        if not found:
            return
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(
            json.dumps({"criteria": found}, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8"
        )
        if self.config.getoption("--update-accessibility") and all(entry["passed"] for entry in found.values()):
            PUBLISHED.write_text(published(found, self.facts), "utf-8", newline="\n")

    def outcomes(self) -> dict[str, dict[str, object]]:
        """Criterion → how it was tested, and whether every one of its tests passed."""
        found: dict[str, dict[str, object]] = {}
        for nodeid, number, how in self._covered():
            entry = found.setdefault(number, {"how": [], "passed": True})
            ways = entry["how"]
            assert isinstance(ways, list)
            if how not in ways:
                ways.append(how)
            entry["passed"] = bool(entry["passed"]) and nodeid in self.ran and nodeid not in self.failed
        return found

    def _covered(self) -> Iterator[tuple[str, str, str]]:
        return ((nodeid, number, how) for nodeid, marks in self.marks.items() for number, how in marks)


def published(found: dict[str, dict[str, object]], facts: dict[str, object]) -> str:
    """Return the data of the page: what was tested, when, with what, and each criterion's ways of testing."""
    data = {
        "tested": date.today().isoformat(),
        **facts,
        "criteria": {number: entry["how"] for number, entry in sorted(found.items(), key=lambda pair: _order(pair[0]))},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _order(number: str) -> list[int]:
    return [int(part) for part in number.split(".")]
