"""Every table of the data package, the cases first."""

from homare.exports.case_table import CASES
from homare.exports.part_tables import PART_TABLES
from homare.exports.source_tables import SOURCE_TABLES

ALL_TABLES = (CASES, *PART_TABLES, *SOURCE_TABLES)
