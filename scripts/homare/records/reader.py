"""Read one YAML file: bytes in, a Document or the list of everything that is wrong with it out."""

import yaml

from homare.problems import Problem, Text
from homare.records.decoding import decode
from homare.records.document import Document
from homare.records.yaml_faults import explain, faults_in_lines
from homare.records.yaml_tree import build_tree


def read_document(path: str, content: bytes) -> tuple[Document | None, list[Problem]]:
    """Return the Document of a file's `content`, or None when it cannot be used, with all problems found on the way."""
    text, problems = decode(path, content)
    if text is None:
        return None, problems
    problems += faults_in_lines(path, text)
    try:
        document, more = build_tree(path, text)
    except (yaml.YAMLError, RecursionError) as error:
        # A named slip on some line (a tab, a wide colon) is the cause; YAML's own complaint would only repeat it.
        return None, problems or [explain(path, text, error)]
    problems += _without_named_causes(more, problems)
    if document.data is None:
        return None, problems or [_empty(path)]
    return document, problems


def _without_named_causes(more: list[Problem], named: list[Problem]) -> list[Problem]:
    """A line that runs on because of a wide colon is one fault, not two."""
    causes = {problem.line for problem in named}
    return [
        problem
        for problem in more
        if not (problem.rule == "plain-text-over-lines" and causes & {problem.line, problem.line + 1})
    ]


def _empty(path: str) -> Problem:
    return Problem(
        path,
        1,
        1,
        "empty-file",
        Text("ファイルに何も書かれていません。", "The file is empty."),
        Text("事例の記録を書くか、ファイルを消してください。", "Write the record, or delete the file."),
    )
