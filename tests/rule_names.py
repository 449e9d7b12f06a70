"""The names of all rules, found in the source: the text that stands where a rule's name belongs in a call."""

import ast
from collections.abc import Iterator
from pathlib import Path

RULE_POSITION = {"Problem": 3, "problem": 1, "key_problem": 1, "_at": 1, "_Slip": 2, "_problem": 1, "cell_problem": 2}
"""Callable → which argument is the rule's name."""


def rule_names(folder: Path) -> set[str]:
    """Return every rule name that the modules under `folder` can emit."""
    return {name for path in folder.rglob("*.py") for name in _in_module(ast.parse(path.read_text("utf-8")))}


def _in_module(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        position = RULE_POSITION.get(name)
        if position is not None and len(node.args) > position:
            argument = node.args[position]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value
