"""Values that are more than text: numbers, years and addresses, each only in the plain form that people read."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def _plain_number(value: object) -> object:
    """Refuse what float() would take besides: nan, 1e3, 1_000."""
    if isinstance(value, str) and not _NUMBER.fullmatch(value.strip()):
        raise PydanticCustomError("wrong_number", "not a number")
    return value


def _plain_year(value: object) -> object:
    if isinstance(value, str) and not _YEAR.fullmatch(value.strip()):
        raise PydanticCustomError("wrong_year", "not a year")
    return value


def _checked_address(text: str) -> str:
    try:
        host = urlsplit(text).hostname if _ADDRESS.fullmatch(text) else None
    except ValueError:
        host = None
    if not host:
        raise PydanticCustomError("wrong_address", "not an address")
    return text


Number = Annotated[float, BeforeValidator(_plain_number)]
Year = Annotated[int, BeforeValidator(_plain_year)]
Address = Annotated[
    str, AfterValidator(_checked_address), Field(json_schema_extra={"pattern": f"^{_ADDRESS.pattern}$"})
]
