"""What a case page shows: numbered sources, key figures, and the programme's own apart from the recipient's."""

from homare.model.case_view import RELATED, CaseView, first_told
from homare.model.reading import SECTIONS
from tests.pages.library import fixture_catalogue


def view(case_id: str) -> CaseView:
    return CaseView(fixture_catalogue().by_id[case_id])


def test_sources_are_numbered_in_the_order_in_which_the_page_names_them() -> None:
    shown = view("2020-leftover-cloth")
    assert [(entry.number, entry.key) for entry in shown.sources] == [(1, "report"), (2, "2020-news")]
    assert shown.number_of == {"report": 1, "2020-news": 2}


def test_a_source_says_its_host_and_whether_it_is_a_pdf() -> None:
    report, news = view("2020-leftover-cloth").sources
    assert (report.host, report.is_pdf) == ("kakuu.example", True)
    assert (news.host, news.is_pdf) == ("", False)


def test_figures_marked_lead_stand_at_the_head_and_else_the_first_of_the_programmes_own() -> None:
    assert [figure.label for figure in view("2020-leftover-cloth").key_figures] == ["取引の件数"]
    assert [figure.label for figure in view("2020-nuno-tsunagu").key_figures] == ["来た人 | 数"]
    assert view("2019-festival").key_figures == ()


def test_a_figure_that_is_kept_out_of_the_head_is_not_there() -> None:
    case = view("2020-nuno-tsunagu").case
    (one,) = case.figures
    marked = [one.model_copy(update={"label": label, "lead": lead}) for label, lead in (("a", False), ("b", None))]
    shown = CaseView(case.model_copy(update={"figures": tuple(marked)}))
    assert [figure.label for figure in shown.key_figures] == ["b"]
    assert [figure.label for figure in shown.section("figures")] == ["a", "b"], "it stays among the results"


def test_the_programmes_own_is_told_before_what_concerns_only_the_recipient() -> None:
    case = view("2020-leftover-cloth").case
    own = case.statements.approach[0]
    related = own.model_copy(update={"text": "受賞者のほかの取組。", "scope": RELATED})
    statements = case.statements.model_copy(update={"approach": (related, own)})
    assert first_told(case.model_copy(update={"statements": statements}), "approach") == own
    statements = case.statements.model_copy(update={"approach": (related,)})
    assert first_told(case.model_copy(update={"statements": statements}), "approach") == related


def test_no_more_than_three_figures_stand_at_the_head() -> None:
    case = view("2020-nuno-tsunagu").case
    many = case.model_copy(update={"figures": case.figures * 5})
    assert len(CaseView(many).key_figures) == 3


def test_what_concerns_only_the_recipient_stands_apart() -> None:
    shown = view("2019-festival")
    assert shown.section("approach") == ()
    assert [item.sources for item in shown.section("approach", related=True)] == [("yearbook",)]
    assert [event.sources for event in shown.history] == [("list",)]
    assert [event.sources for event in shown.related_history] == [("yearbook",)]
    assert shown.has_related
    assert not view("undated-old-loom").has_related


def test_history_is_told_from_the_oldest_event() -> None:
    dates = [getattr(event, "date", "") for event in view("2020-leftover-cloth").history]
    assert dates == ["2016年度", "2017-04/2018年度", "2020-02-29"]


def test_the_contents_name_the_sections_that_the_page_has() -> None:
    assert [name for name, _ in view("2020-leftover-cloth").contents] == [
        "challenge",
        "approach",
        "organisation",
        "funding",
        "results",
        "recognition",
        "obstacles",
        "history",
        "spread",
        "related-work",
        "lessons",
        "conditions",
        "notes",
        "sources",
    ]
    assert [name for name, _ in view("undated-old-loom").contents] == ["notes", "sources"]


def test_figures_alone_make_a_results_section_in_its_place() -> None:
    case = view("2020-nuno-tsunagu").case
    without = case.model_copy(update={"statements": case.statements.model_copy(update={"results": ()})})
    names = [name for name, _ in CaseView(without).contents]
    assert names.index("approach") + 1 == names.index("results")


def test_what_is_not_recorded_is_named() -> None:
    assert len(view("undated-old-loom").unrecorded) == len(SECTIONS) + 2
    assert view("2020-leftover-cloth").unrecorded == ()
