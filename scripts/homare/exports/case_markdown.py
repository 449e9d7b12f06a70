"""A case as a plain Markdown file beside its page: for notes, for tools that read text, and for language models."""

from collections.abc import Iterable, Iterator

from homare.exports.dataset import Dataset
from homare.exports.plain_markdown import escaped
from homare.model.case import Adaptation, Case, Event, Figure, Sourced
from homare.model.case_view import BASIS_TITLES, CERTAINTIES, GRADES, SECTION_TITLES, CaseView
from homare.model.citation import citation_of
from homare.model.date_words import date_words, year_words
from homare.model.numbers import number_words, value_words
from homare.model.reading import SECTIONS
from homare.model.site_words import LICENCE_NAME

RELATED_NOTE = "受賞者についての事実です。受賞した取組と結び付ける資料は見つかっていません。"


def case_markdown(dataset: Dataset, case: Case) -> str:
    """Return the case in CommonMark, in the order of its page; sources are numbered as there."""
    view = CaseView(case)
    blocks = [f"# {escaped(case.title)}", *_head(dataset, case), *_body(view), *_readings(case), *_sources(view)]
    blocks += [f"引用：{escaped(citation_of(case, dataset.address_of(case)).text)}", f"利用の条件：{LICENCE_NAME}"]
    return "\n\n".join(blocks) + "\n"


def _head(dataset: Dataset, case: Case) -> Iterator[str]:
    prize, place = dataset.catalogue.prize_of(case), dataset.catalogue.place_of(case)
    edition = year_words(case.award.edition) if case.award.edition else "受賞年は未確認"
    rows = [
        ("受賞", f"{prize.label if prize else '賞の種類は未確認'}、{edition}"),
        ("取組", case.programme or ("" if case.kind == "person" else "正式名称は未確認")),
        ("受賞者", case.recipient.name + (f"（{case.recipient.post}）" if case.recipient.post else "")),
        ("地域", place or "未確認"),
        ("立場", dataset.vocabulary.organisation_types[case.recipient.type].label),
        ("連携先", "、".join(case.partners)),
        ("開始", year_words(case.started) if case.started else "未確認"),
        *_terms(dataset, case),
        ("ページ", dataset.address_of(case)),
    ]
    yield "\n".join(f"- {label}：{escaped(value)}" for label, value in rows if value)
    yield escaped(case.summary.strip())


def _terms(dataset: Dataset, case: Case) -> Iterator[tuple[str, str]]:
    for label, facet in (("課題", "challenges"), ("テーマ", "themes"), ("手法", "methods"), ("業種", "industries")):
        terms = getattr(dataset.vocabulary, facet)
        yield label, "、".join(terms[key].label for key in getattr(case, facet))


def _body(view: CaseView) -> Iterator[str]:
    yield from _parts(view, related=False, level="##")
    if view.has_related:
        yield from ("## 関連する取組", RELATED_NOTE, *_parts(view, related=True, level="###"))


def _parts(view: CaseView, related: bool, level: str) -> Iterator[str]:
    case = view.case
    for name in SECTIONS:
        items = view.section(name, related=related)
        if items:
            yield f"{level} {SECTION_TITLES[name]}"
            yield from (f"{escaped(getattr(item, 'text', ''))}{_marks(view, item)}" for item in items)
    chosen = view.of_recipient if related else view.of_programme
    if figures := chosen(case.figures):
        yield f"{level} 数字"
        yield "\n".join(f"- {_figure(figure)}{_marks(view, figure)}" for figure in figures)
    if events := view.related_history if related else view.history:
        yield f"{level} 経緯"
        yield "\n".join(_events(view, events))
    if adaptations := chosen(case.adaptations):
        yield f"{level} 横展開"
        yield "\n".join(f"- {_adaptation(item)}{_marks(view, item)}" for item in adaptations)


def _events(view: CaseView, events: Iterable[Sourced]) -> Iterator[str]:
    for event in events:
        assert isinstance(event, Event)
        yield f"- {date_words(event.date)}：{escaped(event.text)}{_marks(view, event)}"


def _figure(figure: Figure) -> str:
    number, unit = value_words(figure)
    when = "、".join(filter(None, (date_words(figure.date) if figure.date else "", figure.qualifier or "")))
    before = figure.baseline
    earlier = f"。以前は{number_words(before.value)}{escaped(figure.unit)}" if before else ""
    date = f"（{date_words(before.date)}）" if before and before.date else ""
    return f"{escaped(figure.label)}：{number} {escaped(unit)}（{escaped(when) or '時点は未確認'}）{earlier}{date}"


def _adaptation(item: Adaptation) -> str:
    date = f"{date_words(item.date)}、" if item.date else ""
    return f"{escaped(item.to)}（{date}{CERTAINTIES[item.certainty]}）：{escaped(item.what)}"


def _readings(case: Case) -> Iterator[str]:
    for title, items in (
        ("学び（編集部の整理）", case.lessons),
        ("まねる前に要るもの（編集部の整理）", case.conditions),
    ):
        if items:
            yield f"## {title}"
            yield "\n".join(
                f"- {escaped(item.text)}（もとにした記述：{'・'.join(BASIS_TITLES[basis] for basis in item.basis)}）"
                for item in items
            )
    if case.notes:
        yield "## 確かめられていないこと"
        yield "\n".join(f"- {escaped(note)}" for note in case.notes)


def _sources(view: CaseView) -> Iterator[str]:
    yield "## 出典"
    yield "\n".join(
        f"{entry.number}. {escaped(entry.source.title)}。{escaped(entry.source.publisher)}。"
        + (f"{date_words(entry.source.published)}。" if entry.source.published else "")
        + (f"<{entry.source.url}>。" if entry.source.url else "")
        + f"（{GRADES[entry.source.grade]}、{date_words(entry.source.accessed)}に確認）"
        for entry in view.sources
    )


def _marks(view: CaseView, item: Sourced) -> str:
    return "".join(f"\\[{view.number_of[key]}\\]" for key in item.sources)
