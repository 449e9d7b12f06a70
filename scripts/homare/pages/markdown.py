"""Text to safe Markdown: the one function that lets record text into a page, and the templates that use it."""

import operator
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Getattr
from markupsafe import Markup

from homare.pages.compiled_templates import CompiledTemplates

_SIGNS = r"\\`*_{}\[\]<>&#|~\"'$^"
_OPENERS = "-+=:>"
_SPECIAL = re.compile(rf"[{_SIGNS}]|h(?=ttps?://)|w(?=ww\.)")
_SPACES = re.compile(r"[ \t\n]+")
_LINE_START = re.compile(rf"^(\s*)([{_OPENERS}]|\d+(?=[.)]))", re.MULTILINE)
_MAY_CHANGE = re.compile(rf"\A[{_OPENERS}\s\d]|[{_SIGNS}\t\n]|  |http|www\.")
"""Finds whatever `escape` changes, and a little more: most texts hold nothing of it, and this says so fast."""


class Markdown(Markup):
    """Markdown that we made ourselves: the only text that a template puts out as it is.

    A Markup, because that is what Jinja's macros return when they are made of such text.
    """

    __slots__ = ()


_as_markdown: Callable[[type[Markdown], str], Markdown] = str.__new__


def escape(text: str) -> Markdown:
    """Return `text` as Markdown that shows exactly these characters.

    Character references do this in Markdown and in HTML alike, inside and outside of attributes; a backslash would
    only work in one of them. Line breaks and runs of spaces become one space, as in any HTML: record text is one
    paragraph, and four spaces at its start would make it code.
    """
    if not _MAY_CHANGE.search(text):
        return _as_markdown(Markdown, text)
    referenced = _SPECIAL.sub(lambda found: f"&#{ord(found.group())};", _SPACES.sub(" ", text))
    return Markdown(_LINE_START.sub(lambda found: found[1] + f"&#{ord(found[2][0])};" + found[2][1:], referenced))


def preformatted(text: str) -> Markdown:
    """Return `text` for the inside of <pre>: every space and line break stays, and nothing of it is markup."""
    return Markdown(_SPECIAL.sub(lambda found: f"&#{ord(found.group())};", text.rstrip("\n")).replace("\n", "&#10;"))


def _finalize(value: Any) -> str:
    """Every value that a template puts out passes here: ours stays, all else is text."""
    if isinstance(value, Markup):
        return value
    return escape(value) if type(value) is str else "" if value is None else escape(str(value))


class _PlainCode(CodeGenerator):
    """Compiles to the plain Python that our templates mean; Jinja's own way takes a third more time for a page.

    `_finalize` escapes, so Jinja need not; what stands behind a dot is an attribute, never an item; and no
    function asks for the context.
    """

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(finalize.src or "str(")

    def _output_child_post(self, *_: object) -> None:
        self.write(")")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        self.write("environment.call_plainly(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class _Environment(Environment):
    code_generator_class = _PlainCode
    call_plainly: Any = staticmethod(operator.call)


def _environment(**options: Any) -> Environment:
    return _Environment(
        loader=PackageLoader("homare.pages", "."),
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # looks at each file again before each use
        bytecode_cache=CompiledTemplates(Path(__file__), **options),
        autoescape=True,  # makes macros return Markup; the escaping itself is _finalize
    )


_ENVIRONMENT = _environment()


def render(template: str, **values: Any) -> Markdown:
    """Return the template `<template>.md.j2` filled with `values`; blank lines are squeezed to one."""
    text = _ENVIRONMENT.get_template(f"{template}.md.j2").render(values)
    return Markdown(re.sub(r"\n{3,}", "\n\n", text))


def compile_templates() -> None:
    """Compile all templates and keep the results, as installing a Python package does with its modules."""
    environment = _environment(writes=True)
    for name in environment.list_templates(extensions=["j2"]):
        environment.get_template(name)
