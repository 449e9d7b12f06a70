"""The rows of the main table: one a case."""

from collections.abc import Iterator

from homare.exports.dataset import Dataset
from homare.exports.tables import Row, filled
from homare.model.tables import cases


def _rows(dataset: Dataset) -> Iterator[Row]:
    words = dataset.vocabulary
    for case in dataset.catalogue.cases:
        recipient, prize, region = case.recipient, dataset.catalogue.prize_of(case), dataset.catalogue.region_of(case)
        prefecture = words.prefectures.get(recipient.prefecture or "")
        yield (
            case.id,
            dataset.address_of(case),
            case.title,
            case.programme,
            case.kind,
            case.award.edition,
            case.award.prize,
            prize.label if prize else None,
            recipient.name,
            recipient.reading,
            recipient.type,
            words.organisation_types[recipient.type].label,
            recipient.post,
            recipient.prefecture,
            prefecture.name if prefecture else None,
            recipient.municipality,
            region.key if region else None,
            region.label if region else None,
            recipient.region,
            case.started,
            case.status.state if case.status else None,
            case.status.checked if case.status else None,
            case.summary,
            case.recorded,
            case.updated,
        )


CASES = filled(cases.CASES, _rows)
