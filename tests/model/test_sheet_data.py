"""What is written of a case for the browser leaves nothing behind in the record."""

from collections.abc import Iterable, Iterator
from typing import Any

from homare.model.catalogue import Catalogue
from homare.model.sheet import CaseSheet
from homare.model.sheet_data import sheet_data


def test_no_long_text_is_the_records_own(real_catalogue: Catalogue) -> None:
    """It would keep its UTF-8 for as long as the catalogue lives."""
    for case in real_catalogue.cases[:10]:
        own = {id(text) for text in texts_in(case.model_dump()) if len(text) > 40}
        written = [text for text in texts_in(sheet_data(CaseSheet(real_catalogue, case))) if len(text) > 40]
        assert written
        assert not any(id(text) in own for text in written)


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts_in(value.values())
    elif isinstance(value, Iterable):
        for one in value:
            yield from texts_in(one)
