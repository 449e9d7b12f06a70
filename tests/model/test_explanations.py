"""Every rule has a page and every page a rule; the examples show what they say, in the words that the rule uses."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from homare.model.explanations import Explanation, explanations, messages
from homare.model.library import _too_many_records, build_library
from homare.problems import Problem
from homare.site.counts import count_checks
from homare.site.libraries import library_problems
from homare.site.mkdocs_run import _Collector
from homare.site.releases import check_output
from homare.site.search.build import make_searchable
from tests.imports.broken_files import BROKEN
from tests.imports.workbooks import changed, form, plan_of, workbook
from tests.libraries import EXAMPLES, ROOT, SMALLEST, library_files, problems_of
from tests.pages.library import fixture_catalogue
from tests.rule_names import EVERY, rule_names
from tests.site.verified import verify
from tests.test_examples import GENERATED, problems_with

RULES = sorted(explanations())
RUN = [rule for rule in RULES if explanations()[rule].where != "shown"]
OF_IMPORTS = {rule for rule in RULES if explanations()[rule].group == "workbook"}
MESSAGES = ROOT / "scripts/homare/model/explanations/messages.json"
HIDDEN = "〈U+200B〉"
"""How an example shows a character that nobody can see."""

_KEY = re.compile(r"^[^\s#][^\n]*\n(?:(?:[ \t　-].*)?\n)*", re.MULTILINE)


def with_example(base: str, explanation: Explanation, snippet: str) -> str:
    """Return `base` with its top-level entries that the right example has too replaced by `snippet`."""
    keys = {line.split(":")[0] for line in explanation.right.splitlines() if re.match(r"[a-z]", line)}
    kept = [entry for entry in _KEY.findall(base) if entry.split(":")[0] not in keys]
    return snippet.replace(HIDDEN, "\u200b") + "\n" + "".join(kept)


def problems_in(explanation: Explanation, snippet: str) -> list[Problem]:
    """Return the problems of the example, put into what it is part of."""
    neighbours = {"2020/nuno-tsunagu.yaml": SMALLEST}
    where = explanation.where
    if where in ("workbook", "form", "csv"):
        return problems_of_import(where, snippet)
    if where.startswith("vocabulary/"):
        base = (ROOT / "cases" / f"{where}.yaml").read_text("utf-8")
        return problems_of({**neighbours, f"{where}.yaml": base + snippet + "\n"})
    base_of, path = {
        "record": ("smallest.yaml", "2020/amari-nuno.yaml"),
        "kit": ("kit.yaml", "sessions/kit.yaml"),
        "method": ("method-card.yaml", "methods/matching.yaml"),
    }[where]
    accepted = {f"2020/{p.stem}.yaml": p.read_text("utf-8") for p in (EXAMPLES / "accepted").glob("*.yaml")}
    if where != "record":
        neighbours |= {name: text for name, text in accepted.items() if "# at: " not in text}
    base = (EXAMPLES / "accepted" / base_of).read_text("utf-8")
    found = problems_of({**neighbours, path: with_example(base, explanation, snippet)})
    return [problem for problem in found if "undated" not in problem.path and "2020/undated" not in problem.path]


def problems_of_import(where: str, snippet: str) -> list[Problem]:
    """Return the problems of a CSV, or of a workbook or form with the cells of the example filled in."""
    if where == "csv":
        return plan_of(snippet.encode(), kind="csv")[1]
    cells: dict[str, dict[str, str | None]] = {}
    for sheet, cell, value in re.findall(r"^(\S+)!([A-Z]+\d+): ?(.*)$", snippet, re.MULTILINE):
        cells.setdefault(sheet, {})[cell] = value or None
    assert sum(map(len, cells.values())) == len(snippet.splitlines()), "an example is a cell a line: 事例!C3: 値"
    filled = changed(form() if where == "form" else workbook(), cells)
    if where == "form":
        filled = changed(filled, {"事例": {"C2": "余り布を織る町の見本"}})
    return plan_of(filled)[1]


def _built(tmp_path: Path, html: str) -> list[Problem]:
    site = tmp_path / "site"
    (site / "coverage").mkdir(parents=True)
    (site / "index.html").write_text(f"<!doctype html><title>a</title><body>{html}", "utf-8")
    (site / "coverage/index.html").write_text("<!doctype html><title>b</title><body>", "utf-8")
    return verify(site, "/")


def _foreign(tmp_path: Path) -> list[Problem]:
    out = tmp_path / "書類"
    out.mkdir()
    (out / "手紙.txt").touch()
    return check_output(out)


def _not_built(_: Path) -> list[Problem]:
    collector = _Collector("mkdocs.yml")
    collector.add("Config value 'nav': 'guide.md' is not found")
    return collector.problems


def _no_search(tmp_path: Path) -> list[Problem]:
    return make_searchable(tmp_path, fixture_catalogue(), [], tmp_path, lambda: (None, []))


OF_THE_SITE: Mapping[str, Callable[[Path], list[Problem]]] = {
    "broken-link": lambda tmp: _built(tmp, '<a href="coverege/">収録状況</a>'),
    "broken-anchor": lambda tmp: _built(tmp, '<a href="coverage/#tabel">収録状況</a>'),
    "foreign-request": lambda tmp: _built(tmp, '<img src="https://kakuu.example/photo.png" alt="">'),
    "inline-code": lambda tmp: _built(tmp, '<p style="color: red">余り布</p>'),
    "count-differs": lambda tmp: [one for check in count_checks(tmp, fixture_catalogue()) for one in check()],
    "too-many-records": lambda _: [_too_many_records("cases", 100_001)],
    "foreign-output": _foreign,
    "page-not-built": _not_built,
    "search-index": _no_search,
    "other-library": lambda _: library_problems(
        {"homare": {"libraries": [{"name": "九州の事例集", "url": "example.jp/kyushu"}]}}, "mkdocs.yml"
    ),
}
"""Rules about a built site, and about more records than a test may make: what makes each speak."""


def said_by(rule: str, tmp_path: Path) -> Problem:
    """Return what the rule says about its wrong example, or about a rejected one that shows the same."""
    explanation = explanations()[rule]
    if explanation.where != "shown":
        found = problems_in(explanation, explanation.wrong)
    elif rule in OF_THE_SITE:
        found = OF_THE_SITE[rule](tmp_path)
    elif rule in BROKEN:
        found = BROKEN[rule]()
    elif rule in GENERATED:
        found = problems_of(GENERATED[rule]())
    elif rule == "missing-vocabulary":
        every = library_files({})
        del every["vocabulary/organisation_types.yaml"]
        found = build_library("cases", every)[1]
    else:
        found = problems_with(min((EXAMPLES / "rejected" / rule).glob("*.yaml")))
    return next(problem for problem in found if problem.rule == rule)


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    """RuleName is what mypy lets a problem be named; a name that no code uses any more must go as well."""
    folders = [path for path in (ROOT / "scripts/homare").iterdir() if path.is_dir()]
    assert set(RULES) == EVERY == set().union(*map(rule_names, folders))
    assert set(messages()) == set(RULES)


def test_every_rule_that_only_imports_raise_is_explained_among_excel_and_csv() -> None:
    others = [path for path in (ROOT / "scripts/homare").iterdir() if path.is_dir() and path.name != "imports"]
    assert EVERY - set().union(*map(rule_names, others)) == OF_IMPORTS


@pytest.mark.parametrize("rule", RUN)
def test_the_wrong_example_breaks_the_rule_and_the_right_one_none(rule: str) -> None:
    explanation = explanations()[rule]
    assert rule in {problem.rule for problem in problems_in(explanation, explanation.wrong)}
    assert problems_in(explanation, explanation.right) == []


@pytest.mark.parametrize("rule", RULES)
def test_the_page_quotes_what_the_rule_says(rule: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    problem = said_by(rule, tmp_path)
    said = {"message": problem.message.ja, "hint": problem.hint.ja}
    assert str(tmp_path) not in json.dumps(said, ensure_ascii=False)
    if request.config.getoption("--update-golden"):
        stored = json.loads(MESSAGES.read_text("utf-8")) if MESSAGES.is_file() else {}
        text = json.dumps(dict(sorted({**stored, rule: said}.items())), ensure_ascii=False, indent=2) + "\n"
        MESSAGES.write_text(text, "utf-8", newline="\n")
    assert said == json.loads(MESSAGES.read_text("utf-8"))[rule]


@pytest.mark.parametrize("rule", RULES)
def test_every_explanation_says_what_to_do_in_japanese(rule: str) -> None:
    explanation = explanations()[rule]
    for text in (explanation.title, explanation.about, *explanation.steps, messages()[rule].hint):
        assert re.search("[ぁ-ん]", text), text
    assert explanation.wrong != explanation.right
