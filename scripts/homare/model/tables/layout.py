"""What a table of the data is: one datum a cell, one table a kind of thing, joined by keys.

Exports fill the tables, in CSV, in a workbook and in a package; the codebook describes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from homare.model.codebook import entries_by_path

ColumnType = Literal["string", "integer", "number", "year", "date", "boolean"]


@dataclass(frozen=True)
class Column:
    """A column. `choices` are the values that may stand, each with its meaning in words.

    `places` tell where in the published JSON its values stand, written as in the codebook; a column without one is
    made for the tables.
    """

    name: str
    title: str
    type: ColumnType = "string"
    required: bool = False
    description: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    places: tuple[str, ...] = ()

    @property
    def choices_in_words(self) -> str:
        """The values with their meanings: 「lessons＝学び、conditions＝まねる前に要るもの」."""
        return "、".join(f"{choice}＝{words}" if words else choice for choice, words in self.choices.items())


@dataclass(frozen=True)
class Reference:
    """Columns of a table that name a row of another; where one of them is empty, none is named."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """A table without its rows: what it holds, its columns, the columns that tell its rows apart.

    Where it is `of_cases`, each case brings its own rows, in the order of the cases.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    of_cases: bool = True

    @property
    def path(self) -> str:
        """Where its CSV stands under /data/: the cases at the top, what belongs to them in a folder."""
        return f"{self.name}.csv" if self.name == "cases" else f"tables/{self.name}.csv"


def of_field(
    *places: str, column: str = "", type_: ColumnType = "string", required: bool | None = None, note: str = ""
) -> Column:
    """Return the column of the field at the first of `places`, with all that the codebook says of it, and a `note`.

    It is named as the field is, unless `column` names it, and filled in each row where the field must be, unless
    `required` says otherwise.
    """
    entry = entries_by_path()[places[0]]
    return Column(
        column or entry.path.rsplit(".", 1)[-1],
        entry.title,
        type_,
        entry.required if required is None else required,
        entry.description + note,
        entry.choices,
        places,
    )


def date_columns(place: str, column: str = "") -> tuple[Column, ...]:
    """Return the three columns of the date at `place`: as exact as the source writes it, and the days it lies between.

    They are named after the field, unless `column` names it.
    """
    note = "年、年月、年月日、年度、期間（始め/終わり）のどれか。出典より細かくは書かない。"
    date = of_field(place, column=column, note=note)
    return date, _day_of(date, "from", "最初の日"), _day_of(date, "to", "最後の日")


def _day_of(date: Column, end: str, day: str) -> Column:
    told = f"{date.name} が指しうる{day}。"
    return Column(f"{date.name}_{end}", f"{date.title}（{day}）", "date", date.required, told)


def position(within: str = "事例") -> Column:
    """Return the column that numbers the rows of a case, or those `within` a part of it."""
    return Column("position", "順番", "integer", required=True, description=f"{within}の中での順番。1から。")


CASE = Column("case", "事例のid", required=True, description="cases の id。", places=("id",))
OF_CASE = Reference(("case",), "cases", ("id",))
