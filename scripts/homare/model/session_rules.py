"""Rules over a session: its cases exist and are used, its agenda sums up, its questions rest on what is recorded."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from homare.model.case import Case
from homare.model.nearest import did_you_mean, listed
from homare.model.reading import SECTIONS
from homare.model.rules.mentions import source_keys
from homare.model.vocabulary import Vocabulary
from homare.problems import Problem, Text
from homare.records.document import Document, Trail

_CASE_MENTIONS = (
    ("cases", ...),
    ("viewpoints", ..., "case"),
    ("questions", ..., "cases", ...),
    ("lectures", ..., "case"),
)
_LISTS = (("cases", ...), ("questions", ..., "cases", ...), ("questions", ..., "basis", ...))
_SOURCES = (("facts", ..., "sources", ...), ("outcome", ..., "sources", ...))


@dataclass(frozen=True)
class SessionContext:
    """One session under check. `known_ids` are all case ids of the library, `cases` those without fault."""

    document: Document
    kind: str
    vocabulary: Vocabulary
    known_ids: Collection[str]
    cases: Mapping[str, Case]


def session_faults(context: SessionContext) -> Iterator[Problem]:
    """Yield the faults between the parts of a session, and between it and the library."""
    yield from _unknown_cases(context)
    yield from _repeated(context.document)
    yield from _unknown_prefecture(context)
    yield from _agenda_sum(context.document)
    yield from _sources(context.document)
    if context.kind == "kit":
        yield from _outside_kit(context)
        yield from _unused_cases(context.document)
        yield from _empty_basis(context)


def recorded_parts(case: Case) -> frozenset[str]:
    """Return the names of the parts of a case that have content: its sections, history, figures and so on."""
    sections = {name for name in SECTIONS if getattr(case.statements, name)}
    return frozenset(sections | {name for name in _PARTS if getattr(case, name)})


_PARTS = ("history", "figures", "adaptations", "conditions")


def _unknown_cases(context: SessionContext) -> Iterator[Problem]:
    for pattern in _CASE_MENTIONS:
        for trail, case_id in context.document.texts(*pattern):
            if case_id not in context.known_ids:
                message = Text(f"事例「{case_id}」がありません。", f"There is no case “{case_id}”.")
                otherwise = Text(
                    "idは「年-ファイル名」です（例 2020-jonan-yoi-shigoto）。",
                    "An id is <edition>-<file name>, e.g. 2020-jonan-yoi-shigoto.",
                )
                hint = did_you_mean(case_id, context.known_ids, otherwise)
                yield context.document.problem(trail, "unknown-case", message, hint)


def _repeated(document: Document) -> Iterator[Problem]:
    seen = set()
    for pattern in _LISTS:
        for trail, text in document.texts(*pattern):
            if (trail[:-1], text) in seen:
                message = Text(f"「{text}」が同じ一覧に2回あります。", f"“{text}” is listed twice.")
                yield document.problem(
                    trail, "repeated-value", message, Text("1回だけ書いてください。", "Write it once.")
                )
            seen.add((trail[:-1], text))


def _unknown_prefecture(context: SessionContext) -> Iterator[Problem]:
    known = context.vocabulary.prefectures
    for trail, code in context.document.texts("prefecture"):
        if code not in known and "prefectures" not in context.vocabulary.unread:
            names = {entry.name: entry.code for entry in known.values()}
            message = Text(f"都道府県「{code}」がありません。", f"There is no prefecture “{code}”.")
            likely = names.get(code)
            hint = Text(
                f"「{likely}」と書いてください。" if likely else '2桁のコード（"01"〜"47"）で書いてください。',
                f"Write “{likely}”." if likely else 'Use a code "01" to "47".',
            )
            yield context.document.problem(trail, "unknown-term", message, hint)


LONGEST_COUNT = 4
"""Digits of minutes; what has more is reported as a wrong value, and Python refuses to read thousands of digits."""


def _agenda_sum(document: Document) -> Iterator[Problem]:
    steps = [text.strip() for _, text in document.texts("agenda", ..., "minutes")]
    whole = next((text.strip() for _, text in document.texts("minutes")), "")
    if not steps or not all(text.isdecimal() and len(text) <= LONGEST_COUNT for text in (*steps, whole)):
        return
    total = sum(int(text) for text in steps)
    if total != int(whole):
        yield document.problem(
            ("minutes",),
            "agenda-sum",
            Text(
                f"進行の合計は{total}分ですが、時間（minutes）は{whole}分です。",
                f"The agenda takes {total} minutes, but “minutes” says {whole}.",
            ),
            Text("どちらかを直して、合わせてください。", "Correct one of the two."),
        )


def _sources(document: Document) -> Iterator[Problem]:
    known = source_keys(document)
    if known is None:
        return
    mentioned = [entry for pattern in _SOURCES for entry in document.texts(*pattern)]
    for trail, key in mentioned:
        if key not in known:
            message = Text(f"出典「{key}」は sources にありません。", f"Source “{key}” is not defined under sources.")
            otherwise = Text(f"sources にあるのは {listed(known)} です。", f"Defined: {listed(known)}.")
            yield document.problem(trail, "unknown-source", message, did_you_mean(key, known, otherwise))
    for key in known:
        if key not in {used for _, used in mentioned}:
            message = Text(f"出典「{key}」はどこにも使われていません。", f"Source “{key}” is not used.")
            hint = Text("使うところの sources に書くか、消してください。", "Name it where it is used, or delete it.")
            yield document.key_problem(("sources", key), "unused-source", message, hint)


def _outside_kit(context: SessionContext) -> Iterator[Problem]:
    own = _own_cases(context.document)
    for pattern in _CASE_MENTIONS[1:3]:
        for trail, case_id in context.document.texts(*pattern):
            if own and case_id not in own and case_id in context.known_ids:
                message = Text(
                    f"事例「{case_id}」は、このキットの事例（cases）に入っていません。",
                    f"“{case_id}” is not among the cases of this kit.",
                )
                hint = Text("cases に足すか、別の事例にしてください。", "Add it to cases, or name another case.")
                yield context.document.problem(trail, "case-outside-kit", message, hint)


def _unused_cases(document: Document) -> Iterator[Problem]:
    seen = {text for _, text in document.texts("viewpoints", ..., "case")}
    asked = {text for _, text in document.texts("questions", ..., "cases", ...)}
    for trail, case_id in document.texts("cases", ...):
        places = (("見どころ（viewpoints）", seen), ("問い（questions）", asked))
        missing = [what for what, there in places if there and case_id not in there]
        if missing:
            message = Text(
                f"事例「{case_id}」に触れた{'と'.join(missing)}がありません。",
                f"No {' and no '.join('viewpoint' if 'view' in name else 'question' for name in missing)} "
                f"is about “{case_id}”.",
            )
            hint = Text(
                "書き足すか、この事例をキットから外してください。", "Write one, or take the case out of the kit."
            )
            yield document.problem(trail, "unused-case", message, hint)


def _empty_basis(context: SessionContext) -> Iterator[Problem]:
    """A question must rest on something that at least one of its cases has."""
    for question, _ in context.document.values("questions", ...):
        named = [text for _, text in _below(context.document, question, "cases")]
        found = [context.cases[case_id] for case_id in named if case_id in context.cases]
        if not found or len(found) < len(named):
            continue
        recorded = frozenset[str]().union(*(recorded_parts(case) for case in found))
        for trail, basis in _below(context.document, question, "basis"):
            if basis not in recorded:
                message = Text(
                    f"もとにした記述「{basis}」が、この問いの事例にありません。", f"None of its cases has “{basis}”."
                )
                hint = Text("実際に読み取った記述の名前にしてください。", "Name a part that one of the cases has.")
                yield context.document.problem(trail, "empty-basis", message, hint)


def _own_cases(document: Document) -> set[str]:
    return {text for _, text in document.texts("cases", ...)}


def _below(document: Document, parent: Trail, name: str) -> list[tuple[Trail, str]]:
    pattern = ("questions", ..., name, ...)
    return [entry for entry in document.texts(*pattern) if entry[0][: len(parent)] == parent]
