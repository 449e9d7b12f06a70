"""Drafts: records that are checked for what they say, but neither published nor blamed for what they do not say yet."""

from collections.abc import Iterable, Mapping

from homare.model.case import DRAFT, Case
from homare.problems import Problem
from homare.records.document import Data
from homare.records.reader import read_document

UNFINISHED = frozenset(
    {
        "missing-field",
        "missing-source",
        "missing-basis",
        "missing-place",
        "text-too-short",
        "unused-source",
        "empty-basis",
    }
)
"""Rules that speak of what is not there yet: a draft may break them, a published record may not."""


def is_draft(data: Data) -> bool:
    """True for the data of a record with `status: draft`, or `draft: true` below `status`."""
    status = data.get("status") if isinstance(data, dict) else None
    return status == DRAFT or (isinstance(status, dict) and status.get("draft") == "true")


def draft_ids(ids: Mapping[str, str], files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the ids of all drafts; `ids` maps each id to its path in `files`."""
    likely = [(case_id, path) for case_id, path in ids.items() if DRAFT.encode() in files[path]]
    return frozenset(
        case_id
        for case_id, path in likely
        if (document := read_document(path, files[path])[0]) is not None and is_draft(document.data)
    )


def split(data: Data, problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """Return the faults of a record, and what a draft still lacks before it can be published."""
    every = list(problems)
    if not is_draft(data):
        return every, []
    return (
        [problem for problem in every if problem.rule not in UNFINISHED],
        [problem for problem in every if problem.rule in UNFINISHED],
    )


def shown_with(published: Iterable[Case], drafts: Iterable[Case]) -> list[Case]:
    """Return the cases of a site that shows drafts: without those that name a case which is not shown."""
    base, extra = list(published), list(drafts)
    while True:
        known = {case.id for case in (*base, *extra)}
        whole = [case for case in extra if _named_cases(case) <= known]
        if len(whole) == len(extra):
            return [*base, *extra]
        extra = whole


def _named_cases(case: Case) -> set[str]:
    return {relation.case for relation in case.related} | {item.case for item in case.adaptations if item.case}
