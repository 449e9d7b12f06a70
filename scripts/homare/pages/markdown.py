"""Text to safe Markdown: the one function that lets record text into a page, and the templates that use it."""

import re
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from homare.pages.compiled_templates import CompiledTemplates, ready_template
from homare.pages.plain_code import CODE, PlainEnvironment

_SIGNS = r"\\`*_{}\[\]<>&#|~\"'$^"
_OPENERS = "-+=:>"
_SPECIAL = re.compile(rf"[{_SIGNS}hw](?:(?<=[{_SIGNS}])|(?<=h)(?=ttps?://)|(?<=w)(?=ww\.))")
_BLANK_LINES = re.compile(r"\n\n\n+")  # found eight times faster than \n{3,}
_SPACES = re.compile(r"[ \t\n]+")
_LINE_START = re.compile(rf"^(\s*)([{_OPENERS}]|\d+(?=[.)]))", re.MULTILINE)
_HAS_SPECIAL = re.compile(rf"[{_SIGNS}\t\n hw](?:(?<=[{_SIGNS}\t\n])|(?<= ) |(?<=h)ttp|(?<=w)ww\.)").search
_STARTS_SPECIAL = re.compile(rf"[{_OPENERS}\s]|\d+[.)]").match
"""These two find whatever `escape` changes, and a little more: most texts hold nothing of it, and they say so fast. A
pattern that begins with one class of characters is looked for several times faster than alternatives are."""


class Markdown(Markup):
    """Markdown that we made ourselves: the only text that a template puts out as it is.

    A Markup, because what is added to it in Python is then escaped at least for HTML.
    """

    __slots__ = ()
    if not TYPE_CHECKING:
        __new__ = str.__new__  # Markup's own looks for __html__ first, which no text of ours has


def escape(text: str) -> Markdown:
    """Return `text` as Markdown that shows exactly these characters.

    Character references do this in Markdown and in HTML alike, inside and outside of attributes; a backslash would
    only work in one of them. Line breaks and runs of spaces become one space, as in any HTML: record text is one
    paragraph, and four spaces at its start would make it code.
    """
    return Markdown(text if _is_plain(text) else _referenced(text))


def _is_plain(text: str) -> bool:
    return not _HAS_SPECIAL(text) and (text[:1].isalpha() or not _STARTS_SPECIAL(text))


def _referenced(text: str) -> str:
    referenced = _SPECIAL.sub(lambda found: f"&#{ord(found.group())};", _SPACES.sub(" ", text))
    return _LINE_START.sub(lambda found: found[1] + f"&#{ord(found[2][0])};" + found[2][1:], referenced)


def preformatted(text: str) -> Markdown:
    """Return `text` for the inside of <pre>: every space and line break stays, and nothing of it is markup."""
    return Markdown(_SPECIAL.sub(lambda found: f"&#{ord(found.group())};", text.rstrip("\n")).replace("\n", "&#10;"))


def _finalize(value: Any) -> str:
    """Every value that a template puts out passes here: ours stays, all else is text."""
    if type(value) is str:  # as in `_is_plain`: a page puts out hundreds of texts
        if not _HAS_SPECIAL(value) and (value[:1].isalpha() or not _STARTS_SPECIAL(value)):
            return value
        return _referenced(value)
    if isinstance(value, Markup):
        return value
    return "" if value is None else escape(str(value))


class _Environment(PlainEnvironment):
    made = Markdown


def _environment(**options: Any) -> Environment:
    return _Environment(
        loader=PackageLoader("homare.pages", "."),
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # looks at each file again before each use
        bytecode_cache=CompiledTemplates(CODE, **options),
        autoescape=True,  # makes macros return Markdown; the escaping itself is _finalize
    )


_ENVIRONMENT = _environment()


def render(template: str, **values: Any) -> Markdown:
    """Return the template `<template>.md.j2` filled with `values`; blank lines are squeezed to one."""
    text = ready_template(_ENVIRONMENT, f"{template}.md.j2").render(values)
    return Markdown(_BLANK_LINES.sub("\n\n", text))


def compile_templates() -> None:
    """Compile all templates and keep the results, as installing a Python package does with its modules."""
    environment = _environment(writes=True)
    for name in environment.list_templates(extensions=["j2"]):
        environment.get_template(name)
