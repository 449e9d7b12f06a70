"""Every table of the data package, the cases first."""

from homare.exports.case_table import CASES
from homare.exports.part_tables import PART_TABLES
from homare.exports.source_tables import SOURCE_TABLES

ALL_TABLES = (CASES, *PART_TABLES, *SOURCE_TABLES)


def table_path(name: str) -> str:
    """Return where the CSV of a table stands under /data/: the cases at the top, what belongs to them in a folder."""
    return f"{name}.csv" if name == CASES.name else f"tables/{name}.csv"
