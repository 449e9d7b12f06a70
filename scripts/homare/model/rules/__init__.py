"""Rules over a whole case: one file each; `ALL` runs in the order of this list."""

from collections.abc import Callable, Iterator

from homare.model.rules.context import CaseContext
from homare.model.rules.edition_folder import edition_folder
from homare.model.rules.empty_basis import empty_basis
from homare.model.rules.former_id import former_id
from homare.model.rules.missing_relation import missing_relation
from homare.model.rules.person_post import person_post
from homare.model.rules.repeated_value import repeated_value
from homare.model.rules.too_many import too_many
from homare.model.rules.unknown_place import unknown_place
from homare.model.rules.unknown_source import unknown_source
from homare.model.rules.unknown_term import unknown_term
from homare.model.rules.unused_source import unused_source
from homare.problems import Problem

Rule = Callable[[CaseContext], Iterator[Problem]]

ALL: tuple[Rule, ...] = (
    too_many,
    edition_folder,
    unknown_term,
    unknown_place,
    unknown_source,
    unused_source,
    empty_basis,
    missing_relation,
    former_id,
    repeated_value,
    person_post,
)
