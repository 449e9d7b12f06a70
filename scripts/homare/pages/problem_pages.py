"""/guide/problems/: every rule of homare with what it says, how to put it right, and a wrong and a right example."""

from collections.abc import Iterator

from homare.model.addresses import PROBLEMS as ADDRESS
from homare.model.addresses import problem_address
from homare.model.explanations import GROUPS, Explanation, Said, explanations, messages
from homare.pages.addresses import relative
from homare.pages.markdown import Markdown, preformatted, render
from homare.pages.page import Crumb, Page

TITLE = "直すところの一覧"
LEAD = (
    "homareが見つける誤りを、名前ごとに、直し方と例を添えて並べました。"
    "エラーの [ ] の中にある名前と同じ見出しを開いてください。"
)
WHERE = {
    "record": "事例の記録の一部です。",
    "kit": "研究会のキットの一部です。",
    "method": "手法カードの一部です。",
    "workbook": "ブックのセルと、その値です。",
    "form": "応募様式のセルと、その値です。",
    "csv": "CSVのファイルの中身です。",
    "shown": "",
}
"""What the examples are part of, in words; any other is a file of the vocabulary."""


def problem_pages() -> Iterator[Page]:
    """Yield the index and one page for each rule."""
    every = explanations()
    groups = [(title, [rule for rule in every if every[rule].group == group]) for group, title in GROUPS.items()]
    body = render("problems", lead=LEAD, groups=[group for group in groups if group[1]], every=every)
    guide = Crumb("編集の手引き", relative(ADDRESS, "guide/"))
    yield Page(ADDRESS, TITLE, LEAD, body, (guide, Crumb(TITLE, "")))
    for rule, explanation in every.items():
        yield _problem_page(rule, explanation, messages()[rule])


def _problem_page(rule: str, explanation: Explanation, said: Said) -> Page:
    address = problem_address(rule)
    body = render(
        "problem",
        rule=rule,
        explanation=explanation,
        said=preformatted(f"[{rule}] {said.message}\n    → {said.hint}"),
        wrong=preformatted(explanation.wrong),
        right=preformatted(explanation.right),
        where=WHERE.get(explanation.where, "語彙のファイルの一部です。"),
    )
    crumbs = (
        Crumb("編集の手引き", relative(address, "guide/")),
        Crumb(TITLE, relative(address, ADDRESS)),
        Crumb(explanation.title, ""),
    )
    return Page(address, explanation.title, Markdown(explanation.about), body, crumbs)
