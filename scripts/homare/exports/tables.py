"""What a table is: one datum a cell, one table a kind of thing, joined by keys. CSV, XLSX and the package use it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from homare.exports.dataset import Dataset
from homare.model.dates import first_and_last_day

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
ColumnType = Literal["string", "integer", "number", "year", "date", "boolean"]


@dataclass(frozen=True)
class Column:
    """A column: its name is the field's in the JSON; `choices` lists the values that may stand."""

    name: str
    title: str
    type: ColumnType = "string"
    required: bool = False
    description: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reference:
    """Columns of a table that name a row of another."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table: what it holds, its columns, the columns that tell its rows apart, and how its rows are made.

    Where it is `of_cases`, each case brings its own rows, in the order of the cases.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Dataset], Iterable[Row]]
    references: tuple[Reference, ...] = ()
    of_cases: bool = True


def field(
    model: type[BaseModel], name: str, type_: ColumnType = "string", choices: Iterable[str] = (), column: str = ""
) -> Column:
    """Return the column of a model's field, with the field's own title and description."""
    info = model.model_fields[name]
    return Column(
        column or name, str(info.title), type_, info.is_required(), info.description or "", tuple(map(str, choices))
    )


CASE = Column("case", "事例のid", required=True, description="cases の id。")
POSITION = Column("position", "順番", "integer", required=True, description="事例の中での順番。1から。")
OF_CASE = Reference(("case",), "cases", ("id",))


def date_columns(model: type[BaseModel], name: str = "date") -> tuple[Column, ...]:
    """Return the three columns of a date: as exact as the source writes it, and the days it lies between."""
    info = model.model_fields[name]
    note = "年、年月、年月日、年度、期間（始め/終わり）のどれか。出典より細かくは書かない。"
    return (
        Column(name, str(info.title), required=info.is_required(), description=note),
        Column(f"{name}_from", f"{info.title}（最初の日）", "date", info.is_required()),
        Column(f"{name}_to", f"{info.title}（最後の日）", "date", info.is_required()),
    )


def date_cells(text: str | None) -> tuple[str | None, str | None, str | None]:
    """Return the cells for `date_columns`."""
    if text is None:
        return None, None, None
    first, last = first_and_last_day(text)
    return text, first.isoformat(), last.isoformat()
