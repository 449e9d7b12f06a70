"""Compiles our templates to the plain Python that they mean: Jinja's own way takes more than twice as long for a page.

What is put out passes `finalize`, which escapes, so Jinja need not; what stands behind a dot is an attribute, and what
stands in brackets an item; no function asks for the context; a macro is a function; and of a loop, templates ask no
more than `loop.index`, `loop.first` and `loop.last`.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Concat, Getattr, Getitem, Node, Slice
from jinja2.utils import missing

CODE = Path(__file__)
"""The module that compiled templates depend on."""


class _PlainCode(CodeGenerator):
    """Writes the code of a template for an environment that has the functions it calls."""

    def write_commons(self) -> None:
        """Write what every template begins with: names of Jinja's runtime, for functions of ours."""
        super().write_commons()
        self.writeline("finalize, LoopContext, Macro = environment.finalize, environment.loop, environment.macro")
        self.writeline("Markup = environment.made")

    def enter_frame(self, frame: Frame) -> None:
        """Let the whole template fill one list, as a macro does, instead of yielding piece by piece."""
        if frame.rootlevel:
            self.writeline("resolve = environment.names(context.parent).__getitem__")
            self.buffer(frame)
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """Put out what the template has filled."""
        super().leave_frame(frame, with_python_scope)
        if frame.rootlevel:
            self.writeline(f"yield concat({frame.buffer})")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002
        """A macro returns Markup itself, as there is nothing around it that would make it so."""
        super().return_buffer_contents(frame)

    def _output_child_pre(self, *_: object) -> None:
        self.write("finalize(")

    def _output_child_post(self, *_: object) -> None:
        self.write(")")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: Getitem, frame: Frame) -> None:  # noqa: N802
        if isinstance(node.arg, Slice):
            super().visit_Getitem(node, frame)
            return
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: ARG002, N802
        self.visit(node.node, frame)
        self.write("(")
        self._visit_listed([*node.args, *node.kwargs], frame)
        self.write(")")

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802
        self.write("concat(map(str, (")
        self._visit_listed(node.nodes, frame)
        self.write(")))")

    def _visit_listed(self, nodes: Iterable[Node], frame: Frame) -> None:
        for node in nodes:
            self.visit(node, frame)
            self.write(", ")


class _Names(dict[str, Any]):
    """What a template was given, by name; `missing` for what it was not."""

    def __missing__(self, _: str) -> Any:
        return missing


class _Loop:
    """What a template may ask of the loop that it is in."""

    __slots__ = ("first", "index", "last")

    index: int
    first: bool
    last: bool


class PlainEnvironment(Environment):
    """An environment whose templates are compiled by `_PlainCode`, with the functions that their code calls."""

    code_generator_class = _PlainCode

    names = _Names

    made: Callable[[str], str]
    """Marks text that needs no escaping."""

    @staticmethod
    def loop(items: Iterable[Any], _: object) -> Iterator[tuple[Any, _Loop]]:
        """Yield each item with what there is to know of its loop."""
        listed, loop = list(items), _Loop()
        for loop.index, item in enumerate(listed, start=1):
            loop.first, loop.last = loop.index == 1, loop.index == len(listed)
            yield item, loop

    @staticmethod
    def macro(_: object, function: Any, __: str, arguments: tuple[str, ...], *___: object) -> Any:
        """Return the function of a macro, which knows what to do where an argument is missing."""
        function.__defaults__ = (missing,) * len(arguments)
        return function
