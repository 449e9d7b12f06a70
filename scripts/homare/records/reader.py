"""Read one YAML file: bytes in, a Document or the list of everything that is wrong with it out."""

from functools import cache

from homare.problems import MOST_PROBLEMS, Problem, Text
from homare.records.decoding import decode
from homare.records.document import Data, Document, PlacesWhenAsked
from homare.records.line_slips import set_right
from homare.records.merge_marks import without_marks
from homare.records.plain_yaml import plain_data
from homare.records.yaml_faults import explain
from homare.records.yaml_tree import build_tree


def read_document(path: str, content: bytes) -> tuple[Document | None, list[Problem]]:
    """Return the Document of a file's `content`, or None when it cannot be used, with all problems found on the way."""
    document, problems = _read(path, content)
    return document, sorted(problems)[:MOST_PROBLEMS]


def _read(path: str, content: bytes) -> tuple[Document | None, list[Problem]]:
    text, problems = decode(path, content)
    if text is None:
        return None, problems
    data = None if problems else plain_data(text)
    if data is not None:
        return _without_places(path, text, data), []
    text, conflicts = without_marks(path, text)
    text, slips = set_right(path, text)
    problems += conflicts + slips
    document, more, error = build_tree(path, text)
    problems += more
    if error:
        return None, _with_reason(problems, explain(path, text, error))
    if document.data is None:
        return None, problems or [_empty(path)]
    return document, problems


def _without_places(path: str, text: str, data: Data) -> Document:
    """Return the document of a text that was read without places; asked for one, it reads the text again with them."""
    read = cache(lambda: build_tree(path, text)[0])
    return Document(path, data, PlacesWhenAsked(lambda: read().places), PlacesWhenAsked(lambda: read().key_places))


def _with_reason(problems: list[Problem], reason: Problem) -> list[Problem]:
    """Add YAML's complaint, unless a slip beside it was set right by a wrong guess: then that is the cause.

    Text that runs on to the next line is not a cause but another sign of the same fault.
    """
    beside = {reason.line, reason.line - 1}
    others = [problem for problem in problems if problem.rule != "plain-text-over-lines" or problem.line not in beside]
    return others if beside & {problem.line for problem in others} else [*others, reason]


def _empty(path: str) -> Problem:
    return Problem(
        path,
        1,
        1,
        "empty-file",
        Text("ファイルに何も書かれていません。", "The file is empty."),
        Text("事例の記録を書くか、ファイルを消してください。", "Write the record, or delete the file."),
    )
