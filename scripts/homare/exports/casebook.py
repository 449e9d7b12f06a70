"""The casebook before it is typeset: which cases, in which chapters, with every text in its final words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from homare.exports.casebook_case import case_content
from homare.exports.dataset import Dataset
from homare.model.case import Case
from homare.model.date_words import date_words, year_words
from homare.model.site_words import EDITORS, LIBRARY, LICENCE_ADDRESS, LICENCE_NAME

ChapterKind = Literal["region", "theme"]


@dataclass(frozen=True)
class Selection:
    """Which cases a book holds: those that have one of the themes, editions and ids named; without any, all."""

    themes: tuple[str, ...] = ()
    editions: tuple[int, ...] = ()
    cases: tuple[str, ...] = ()

    def holds(self, case: Case) -> bool:
        """True when the case belongs into the book: it passes every kind of choice that was made."""
        return (
            (not self.themes or any(theme in case.themes for theme in self.themes))
            and (not self.editions or case.award.edition in self.editions)
            and (not self.cases or case.id in self.cases)
        )


EVERYTHING = Selection()
ABOUT = (
    "イノベーションネットアワード（地域産業支援プログラム表彰事業）を受けた取組を、課題、しくみ、体制、資金、成果、経緯、横展開に"
    "分けて、出典つきで載せています。事例に書いたことは、版の日までに確かめられた公開資料によります。"
)
RIGHTS = "資料の権利はそれぞれの発行元にあります。"
HOW_TO_READ = (
    "事例はどれも同じ順に並びます。記述と数字の右肩の番号は、事例の終わりの出典の番号です。緑の線のある「学び」と"
    "「まねる前に要るもの」は、記録を読んだ編集部の整理です。「関連する取組」は受賞者についての事実で、受賞した取組と"
    "結び付ける資料が見つかっていません。資料から確かめられないことは「未確認」と書いています。"
)


def book_content(dataset: Dataset, selection: Selection = EVERYTHING, by: ChapterKind = "region") -> dict[str, Any]:
    """Return the book as plain data: cover, chapters with their cases, indexes, colophon."""
    chosen = dataset.catalogue.where(selection.holds)
    chapters = [
        {"title": title, "key": key, "cases": [case_content(dataset, case) for case in cases]}
        for key, title, cases in _chapters(dataset, chosen, by)
        if cases
    ]
    return {
        "title": LIBRARY,
        "subtitle": "イノベーションネットアワードの受賞事例",
        "selection": _selection_words(dataset, selection),
        "count": len(chosen),
        "years": _years(chosen),
        "date": dataset.changed.isoformat(),
        "date_words": date_words(dataset.changed.isoformat()),
        "version": dataset.version,
        "site": dataset.site,
        "about": ABOUT,
        "rights": RIGHTS,
        "how_to_read": HOW_TO_READ,
        "editors": EDITORS,
        "licence": LICENCE_NAME,
        "licence_address": LICENCE_ADDRESS,
        "chapters": chapters,
        "indexes": list(_indexes(dataset, chosen)),
    }


def _chapters(dataset: Dataset, cases: Sequence[Case], by: ChapterKind) -> Iterator[tuple[str, str, list[Case]]]:
    """Yield key, title and cases of each chapter; a case with several themes stands under its first."""
    words = dataset.vocabulary
    if by == "theme":
        for key, theme in words.themes.items():
            yield key, theme.label, [case for case in cases if case.themes[:1] == (key,)]
        yield "other", "テーマの記録なし", [case for case in cases if not case.themes]
        return
    for region in words.regions:
        yield region.key, region.label, [case for case in cases if dataset.catalogue.region_of(case) == region]
    yield "other", "地方の記録なし", [case for case in cases if not dataset.catalogue.region_of(case)]


def _selection_words(dataset: Dataset, selection: Selection) -> str:
    themes = [dataset.vocabulary.themes[key].label for key in selection.themes]
    editions = [year_words(edition) for edition in selection.editions]
    parts = [*themes, *editions, *([f"選んだ{len(selection.cases)}件"] if selection.cases else [])]
    return "、".join(parts)


def _years(cases: Iterable[Case]) -> str:
    years = sorted({case.award.edition for case in cases if case.award.edition})
    if not years:
        return ""
    return f"{years[0]}年" if len(years) == 1 else f"{years[0]}〜{years[-1]}年"


def _indexes(dataset: Dataset, cases: Sequence[Case]) -> Iterator[dict[str, Any]]:
    """Yield the indexes; places in the order of their codes, all others in the order of their readings.

    Recipients whose reading nobody has confirmed have an index of their own: among the others they would not be found.
    """
    words = dataset.vocabulary
    for title, facet, terms in (("テーマ", "themes", words.themes), ("手法", "methods", words.methods)):
        yield _index(title, terms.values(), _with(cases, facet))
    places = [
        {"label": place.name, "reading": place.code, "cases": found}
        for place in words.prefectures.values()
        if (found := [case.id for case in cases if case.recipient.prefecture == place.code])
    ]
    yield {"title": "都道府県", "entries": places}
    for title, is_known in (("受賞者", True), ("読みが未確認の受賞者", False)):
        named = [case for case in cases if bool(case.recipient.reading) == is_known]
        entries = [
            {
                "label": name,
                "reading": reading or name,
                "cases": [case.id for case in named if case.recipient.name == name],
            }
            for name, reading in {case.recipient.name: case.recipient.reading for case in named}.items()
        ]
        if entries:
            yield {"title": title, "entries": sorted(entries, key=_reading)}


def _with(cases: Sequence[Case], facet: str) -> Callable[[str], list[str]]:
    return lambda key: [case.id for case in cases if key in getattr(case, facet)]


def _index(title: str, terms: Iterable[Any], cases_of: Callable[[str], list[str]]) -> dict[str, Any]:
    entries = [
        {"label": term.label, "reading": term.reading, "cases": found}
        for term in terms
        if (found := cases_of(term.key))
    ]
    return {"title": title, "entries": sorted(entries, key=_reading)}


def _reading(entry: Mapping[str, Any]) -> str:
    return str(entry["reading"])
