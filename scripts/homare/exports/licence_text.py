"""licence.txt: under which terms the data may be used, and the line that names each source."""

from collections.abc import Iterable

from homare.exports.dataset import Dataset
from homare.exports.source_tables import attribution
from homare.model.site_words import LIBRARY, LICENCE_ADDRESS, LICENCE_NAME, MOST_FOR_PEOPLE
from homare.model.tables.sources import SOURCES


def licence_text(dataset: Dataset) -> str:
    """Return the terms, how to name the library, and how to name every source."""
    return "\n".join(
        [
            f"{LIBRARY}（版 {dataset.version}）",
            "",
            f"記録と本文は{LICENCE_NAME}で使えます。",
            LICENCE_ADDRESS,
            "",
            "使うときは次のように書いてください。",
            f"　出典：「{LIBRARY}」（{dataset.site}）、{LICENCE_NAME}",
            "手を加えたときは、その旨も書いてください。",
            f"　「{LIBRARY}」（{dataset.site}）をもとに作成",
            "",
            "本文は、下の資料を読んで編集部が書き直したものです。資料の権利はそれぞれの発行元にあり、この許諾には含まれません。",
            "",
            *_source_lines(dataset),
            "",
        ]
    )


def _source_lines(dataset: Dataset) -> Iterable[str]:
    """Return each source once, in the order in which the cases name them; of a library that nobody reads as a whole,
    where they stand.
    """
    cases = dataset.catalogue.cases
    if len(cases) > MOST_FOR_PEOPLE:
        return [f"資料の書き方は、表 {dataset.site}data/{SOURCES.path} の attribution の列にあります。"]
    return dict.fromkeys(attribution(source) for case in cases for source in case.sources.values())
