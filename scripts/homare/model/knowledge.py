"""What the library says beyond its records: method cards, and evidence about the award and its members."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from homare.model.evidence import Evidence
from homare.model.methods import MethodCard


@dataclass(frozen=True)
class Knowledge:
    """`cards` are by the method's key, in the order of the vocabulary; a library may have none, and no evidence."""

    cards: Mapping[str, MethodCard] = field(default_factory=dict)
    evidence: Evidence = field(default_factory=Evidence)
