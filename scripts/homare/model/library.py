"""Files to a Catalogue: everything is gathered and checked before anything is made from it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from homare.model.case import Case
from homare.model.case_facts import CaseFacts
from homare.model.catalogue import Catalogue, make_catalogue
from homare.model.drafts import draft_ids, shown_with, split
from homare.model.identity import VOCABULARY_FOLDER, case_files, is_folder
from homare.model.kept_cases import UNAIDED, CheckedCase, Helpers, KeptCases
from homare.model.knowledge_files import read_knowledge
from homare.model.news_files import read_news
from homare.model.parts import each
from homare.model.rules import ALL
from homare.model.rules.context import CaseContext
from homare.model.session_files import Known, read_sessions
from homare.model.validation import validate
from homare.model.vocabulary import Vocabulary
from homare.model.vocabulary_files import read_vocabulary
from homare.problems import MOST_PROBLEMS, Problem, Text
from homare.records.disk import Folder
from homare.records.document import Document
from homare.records.reader import read_document

MOST_RECORDS = 100_000
"""Of one library; a larger one is built as several that are searched together, see ARCHITECTURE.md."""


def build_library(
    shown: str,
    files: Mapping[str, bytes],
    sessions: Folder | None = None,
    drafts: bool = False,
    helpers: Helpers = UNAIDED,
) -> tuple[Catalogue | None, list[Problem]]:
    """Return the catalogue of a folder's `files` (relative path → content), or None and all problems.

    `shown` is what the user calls the folder; it stands before each path in the messages. `sessions` is the folder of
    study sessions that goes with it. Drafts are checked, and stand in the catalogue only with `drafts`, if complete.
    `helpers` make the reading of the records faster.
    """
    records, problems = _checked(shown, files, helpers)
    known, published = records.known, list(records.known.cases.values())
    knowledge, faults = read_knowledge(shown, files, known.vocabulary, known.ids, known.cases)
    problems += faults
    meetings, faults = read_sessions(sessions, known) if sessions else ((), [])
    problems += faults
    news, faults = read_news(shown, files, known.ids)
    problems += faults
    cases = shown_with(published, records.drafts) if drafts else published
    catalogue = make_catalogue(cases, known.vocabulary, knowledge)
    whole = replace(catalogue, sessions=meetings, news=news, known_facts=records.facts)
    return (None if problems else whole), problems


def check_some(shown: str, files: Mapping[str, bytes], paths: Iterable[str]) -> list[Problem]:
    """Return the problems that lie in the files at `paths`, and those of the vocabulary that all are read against.

    The whole library is checked: which award or former id stands twice, and whether a card rests on its cases, only all
    of the cases can tell. So no file is called right that a build would refuse.
    """
    wanted = {f"{shown}/{path}" for path in paths}
    vocabulary = f"{shown}/{VOCABULARY_FOLDER}/"
    return [
        problem
        for problem in build_library(shown, files)[1]
        if problem.path in wanted or problem.path.startswith(vocabulary)
    ]


def check_record(
    document: Document, case_id: str, vocabulary: Vocabulary, known_ids: Mapping[str, str]
) -> list[Problem]:
    """Return the problems of one record that was not read from a file; `known_ids` are the cases that it may name."""
    return _check_document(document, case_id, vocabulary, known_ids)[1]


def draft_gaps(shown: str, files: Mapping[str, bytes]) -> dict[str, list[Problem]]:
    """Return for each draft (shown path) what it still lacks before it can be published."""
    ids, _ = case_files(files)
    drafts = sorted(draft_ids(ids, files))
    vocabulary = read_vocabulary(shown, files)[0] if drafts else Vocabulary()
    return {
        f"{shown}/{ids[case_id]}": _check_case(
            f"{shown}/{ids[case_id]}", files[ids[case_id]], case_id, vocabulary, ids
        )[2]
        for case_id in drafts
    }


def check_sessions(
    shown: str, files: Mapping[str, bytes], sessions: Folder, only: Collection[str] | None = None
) -> list[Problem]:
    """Return the problems of the study sessions alone, or of those named by `only`, read against the whole library."""
    return read_sessions(sessions, _checked(shown, files)[0].known, only)[1]


def check_draft(path: str, content: bytes, shown: str, files: Mapping[str, bytes]) -> list[Problem]:
    """Return the problems of one record that does not stand in the library yet, read against its vocabulary and ids."""
    vocabulary, problems = read_vocabulary(shown, files)
    ids, _ = case_files(files)
    return [*problems, *_check_case(path, content, None, vocabulary, ids)[1]]


@dataclass(frozen=True)
class _Records:
    """What the published records give to all that names them, what is counted of them, and the drafts beside them."""

    known: Known
    drafts: list[Case]
    facts: Mapping[str, CaseFacts]


def _checked(shown: str, files: Mapping[str, bytes], helpers: Helpers = UNAIDED) -> tuple[_Records, list[Problem]]:
    vocabulary, problems = read_vocabulary(shown, files)
    ids, misplaced = case_files(files)
    problems += [replace(problem, path=f"{shown}/{problem.path}") for problem in misplaced]
    for path in (problem.path for problem in misplaced if problem.rule == "bad-name"):
        problems += _check_case(f"{shown}/{path}", files[path], None, vocabulary, ids)[1]
    if len(ids) > MOST_RECORDS:
        return _Records(Known(vocabulary, ids, {}), [], {}), [*problems, _too_many_records(shown, len(ids))]
    remembered = {} if problems else _remembered(ids, helpers.kept)
    hidden = draft_ids({case_id: path for case_id, path in ids.items() if case_id not in remembered}, files)
    open_ids = {case_id: path for case_id, path in ids.items() if case_id not in hidden}

    def check(record: tuple[str, str]) -> tuple[Case | None, CaseFacts | None, list[Problem]]:
        case_id, path = record
        known = ids if case_id in hidden else open_ids  # a published page cannot lead to one that is not
        case, faults, _ = _check_case(f"{shown}/{path}", files[path], case_id, vocabulary, known)
        if case is None or faults or case.is_draft:
            return case, None, faults
        return case, helpers.kept.keep(case), []

    known_good = {case_id for case_id, (case, _) in remembered.items() if _names_as_it_should(case, open_ids)}
    unread = [record for record in ids.items() if record[0] not in known_good]
    read = dict(zip(unread, each(unread, check, helpers.spread), strict=True))
    checked = [read.get(record) or (*remembered[record[0]], []) for record in ids.items()]
    problems += [fault for _, _, faults in checked for fault in faults]
    cases = [case for case, _, _ in checked if case is not None]
    facts = {case.id: known for case, known, _ in checked if case and known}
    problems += [*_same_award(shown, ids, cases), *_same_former_id(shown, ids, cases)]
    published = {case.id: case for case in cases if not case.is_draft}
    return _Records(Known(vocabulary, open_ids, published), [case for case in cases if case.is_draft], facts), problems


def _remembered(ids: Iterable[str], kept: KeptCases) -> dict[str, CheckedCase]:
    """Return the cases of records that have not changed: no drafts, but what one says of others may be wrong now."""
    found = ((case_id, kept.find(case_id)) for case_id in ids)
    return {case_id: case for case_id, case in found if case}


def _names_as_it_should(case: Case, ids: Mapping[str, str]) -> bool:
    """Return whether no rule about ids can find fault: the only rules that look beyond a record and the vocabulary."""
    named = {relation.case for relation in case.related} | {item.case for item in case.adaptations if item.case}
    return named <= ids.keys() and not ids.keys() & set(case.formerly)


def _too_many_records(shown: str, number: int) -> Problem:
    return Problem(
        shown,
        1,
        1,
        "too-many-records",
        Text(
            f"記録が{number:,}件あります（一つの事例集に{MOST_RECORDS:,}件まで）。",
            f"There are {number:,} records (at most {MOST_RECORDS:,} in one library).",
        ),
        Text("地域や年で、いくつかの事例集に分けてください。", "Make several libraries of it, by region or by year."),
    )


def _check_case(
    path: str, content: bytes, case_id: str | None, vocabulary: Vocabulary, ids: Mapping[str, str]
) -> tuple[Case | None, list[Problem], list[Problem]]:
    """Check one record; without an id (its name or place is not right yet) it counts as filed under its edition.

    Returns the case, its problems, and what it lacks where it is a draft.
    """
    document, problems = read_document(path, content)
    if document is None:
        return None, problems, []
    if case_id is None:
        edition = next((text for _, text in document.texts("award", "edition")), "")
        case_id = f"{edition if is_folder(edition) else 'undated'}-unnamed"
    case, faults, gaps = _check_document(document, case_id, vocabulary, ids)
    return case, problems + faults, gaps


def _check_document(
    document: Document, case_id: str, vocabulary: Vocabulary, ids: Mapping[str, str]
) -> tuple[Case | None, list[Problem], list[Problem]]:
    problems = []
    if isinstance(document.data, dict) and "id" in document.data:
        message = Text("id は書きません。ファイルの場所がidになります。", "Do not write an id: it is the file's path.")
        problems.append(
            document.key_problem(("id",), "unknown-key", message, Text("この行を消してください。", "Delete it."))
        )
    case, faults = validate(document, Case, {"id": case_id})
    context = CaseContext(case_id, document, vocabulary, ids)
    # A value that is wrong in itself need not be looked up as well.
    wrong = {(fault.line, fault.column) for fault in faults if not fault.rule.startswith("missing-")}
    found = islice((problem for rule in ALL for problem in rule(context)), MOST_PROBLEMS)
    faults += [problem for problem in found if (problem.line, problem.column) not in wrong]
    return case, *split(document.data, problems + faults)


def _same_award(shown: str, ids: Mapping[str, str], cases: Iterable[Case]) -> Iterator[Problem]:
    """The same recipient cannot win the same prize of the same edition twice: one of the files is a copy."""
    awards = (
        ((case.award.edition, case.award.prize, case.recipient.name), case.id)
        for case in cases
        if case.award.edition is not None and case.award.prize is not None
    )
    for _, case_id, other in _held_twice(awards):
        second = f"{shown}/{ids[other]}"
        message = Text(f"同じ受賞がもう一つあります（{second}）。", f"The same award is recorded in {second}.")
        hint = Text("どちらか一方を消してください。", "Delete one of the two.")
        yield Problem(f"{shown}/{ids[case_id]}", 1, 1, "duplicate-case", message, hint)


def _same_former_id(shown: str, ids: Mapping[str, str], cases: Iterable[Case]) -> Iterator[Problem]:
    """An old address can lead to one case only."""
    for former, case_id, other in _held_twice((former, case.id) for case in cases for former in case.formerly):
        second = f"{shown}/{ids[other]}"
        message = Text(
            f"以前のid「{former}」は、別の記録（{second}）にもあります。",
            f"The former id “{former}” stands in {second} too.",
        )
        hint = Text("どちらか一方から消してください。", "Delete it from one of the two.")
        yield Problem(f"{shown}/{ids[case_id]}", 1, 1, "former-id", message, hint)


_Held = TypeVar("_Held")


def _held_twice(pairs: Iterable[tuple[_Held, str]]) -> Iterator[tuple[_Held, str, str]]:
    """Yield what two cases hold that only one can hold, with the id of each of them and that of another."""
    holders: dict[_Held, dict[str, None]] = {}
    for held, case_id in pairs:
        holders.setdefault(held, {})[case_id] = None
    for held, ids in holders.items():
        first, *others = ids
        if others:
            yield held, first, others[0]
        yield from ((held, case_id, first) for case_id in others)
