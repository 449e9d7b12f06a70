"""The layouts of every table of the data, the cases first."""

from homare.model.tables.cases import CASES
from homare.model.tables.parts import (
    ADAPTATIONS,
    BASES,
    EVENTS,
    FIGURES,
    FORMER_IDS,
    NOTES,
    PARTNERS,
    READINGS,
    RELATIONS,
    STATEMENTS,
    TERMS,
)
from homare.model.tables.sources import CITATIONS, SOURCES, VOCABULARY

LAYOUTS = (
    CASES,
    TERMS,
    PARTNERS,
    STATEMENTS,
    EVENTS,
    FIGURES,
    ADAPTATIONS,
    READINGS,
    BASES,
    RELATIONS,
    NOTES,
    FORMER_IDS,
    SOURCES,
    CITATIONS,
    VOCABULARY,
)
