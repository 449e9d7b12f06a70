"""Which rules a part of the code can emit: the names of RuleName that stand there; mypy allows no other."""

import ast
from pathlib import Path
from typing import get_args

from homare.rule_names import RuleName

EVERY: frozenset[str] = frozenset(get_args(RuleName))


def rule_names(folder: Path) -> set[str]:
    """Return every rule name that stands in the modules under `folder`."""
    trees = (ast.parse(path.read_text("utf-8")) for path in folder.rglob("*.py"))
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in EVERY
    }
