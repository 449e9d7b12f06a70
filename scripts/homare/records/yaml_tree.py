"""YAML events to a Document: every scalar a string, every node with its place; duplicates, aliases and tags refused.

PyYAML's own constructors are not used: they read `no` as False and `010` as 8, keep the last of two equal keys
silently, and let a few hundred bytes of aliases grow without bound.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from homare.problems import Problem, Text
from homare.records.characters import HIDDEN, hidden_characters
from homare.records.document import Data, Document, Place, Trail
from homare.records.plain_yaml import EMPTY
from homare.rule_names import RuleName

DEEPEST = 20
_MERGE = "<<"
_COMMENT_AFTER = re.compile(r"\s+#")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class UnreadableError(Exception):
    """The text is YAML, but of a kind that cannot be read on; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message.en)
        self.problem = problem


def build_tree(path: str, text: str) -> tuple[Document, list[Problem], yaml.YAMLError | None]:
    """Return the Document of one YAML text, the problems found in it, and YAML's own error where it is not YAML.

    After an error the document is without data; the problems before it stand.
    """
    builder = _Builder(path, text)
    try:
        builder.read(iter(_Loader(text).get_event, None))
    except UnreadableError as refused:
        builder.problems.append(refused.problem)
        builder.document.data = None
    except yaml.YAMLError as error:
        builder.document.data = None
        return builder.document, builder.problems, error
    return builder.document, builder.problems, None


class _Builder:
    def __init__(self, path: str, text: str) -> None:
        self.places: dict[Trail, Place] = {}
        self.key_places: dict[Trail, Place] = {}
        self.document = Document(path, places=self.places, key_places=self.key_places)
        self.lines = text.split("\n")
        self.problems: list[Problem] = []

    def read(self, events: Iterator[Any]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise UnreadableError(self._at(event, "several-documents", _SEVERAL, _SEVERAL_HINT))
            elif not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                self.document.data = self._node(event, events, ())

    def _node(self, event: Any, events: Iterator[Any], trail: Trail) -> Data:
        if len(trail) > DEEPEST:
            raise UnreadableError(self._at(event, "too-deep", _DEEP, _DEEP_HINT))
        self.places[trail] = _place(event)
        self._name_unwanted(event)
        if isinstance(event, yaml.AliasEvent):
            self.document.unread.add(trail)
            return None
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, trail)
        return self._mapping(events, trail)

    def _scalar(self, event: Any) -> str | None:
        if event.style:  # quoted or a block; the C parser gives plain scalars the style "", the Python one None
            self._name_hidden(event)
            return str(event.value)
        if event.value in EMPTY:
            return None
        if event.end_mark.line > event.start_mark.line:
            self.problems.append(self._at(event, "plain-text-over-lines", _OVER_LINES, _OVER_LINES_HINT))
        if _COMMENT_AFTER.match(self.lines[event.end_mark.line], event.end_mark.column):
            self.problems.append(self._at(event, "cut-by-comment", _COMMENT, _COMMENT_HINT))
        return str(event.value)

    def _sequence(self, events: Iterator[Any], trail: Trail) -> Data:
        items: list[Data] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, (*trail, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], trail: Trail) -> Data:
        mapping: dict[str, Data] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, mapping, trail)
            value = self._node(next(events), events, (*trail, key))
            if key != _MERGE:
                mapping[key] = value
        return mapping

    def _key(self, event: Any, mapping: dict[str, Data], trail: Trail) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise UnreadableError(self._at(event, "yaml-syntax", _KEY_NOT_TEXT, _KEY_NOT_TEXT_HINT))
        self._name_unwanted(event)
        key = str(event.value)
        if key == _MERGE:
            self.problems.append(self._at(event, "alias", _ALIAS, _ALIAS_HINT))
        self._name_hidden(event)
        if key in mapping:
            self.problems.append(self._duplicate(event, key, self.key_places[(*trail, key)][0]))
        self.key_places[(*trail, key)] = _place(event)
        return key

    def _name_hidden(self, event: Any) -> None:
        """Name the hidden characters that "\\u200b" stands for; those in the text itself are gone by now."""
        if event.style == '"' and HIDDEN.search(event.value):
            line, column = _place(event)
            for number, part in enumerate(str(event.value).split("\n")):
                self.problems += hidden_characters(self.document.path, part, line + number, column)

    def _name_unwanted(self, event: Any) -> None:
        if event.anchor:  # an alias has one too
            self.problems.append(self._at(event, "alias", _ALIAS, _ALIAS_HINT))
        elif event.tag not in (None, "!"):
            self.problems.append(self._at(event, "tag", _TAG, _TAG_HINT))

    def _at(self, event: Any, rule: RuleName, message: Text, hint: Text) -> Problem:
        line, column = _place(event)
        return Problem(self.document.path, line, column, rule, message, hint)

    def _duplicate(self, event: Any, key: str, first_line: int) -> Problem:
        return self._at(
            event,
            "duplicate-key",
            Text(
                f"「{key}」が2回書かれています（1回目は{first_line}行目）。",
                f"“{key}” is written twice (first on line {first_line}).",
            ),
            Text("どちらか一方を消すか、内容を一つにまとめてください。", "Delete one of them, or merge the two."),
        )


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


_SEVERAL = Text("一つのファイルに文書が二つ以上あります（---）。", "The file holds more than one document (---).")
_SEVERAL_HINT = Text("1件の事例を1つのファイルに分けてください。", "Put each case into a file of its own.")
_ALIAS = Text("YAMLの別名（&、*、<<）は使えません。", "YAML anchors, aliases and merge keys are not allowed.")
_ALIAS_HINT = Text(
    '同じ内容をそのまま書いてください。文字の*や&で始まる文は引用符（""）で囲みます。',
    'Write the content out. Put text that starts with * or & in quotes ("").',
)
_TAG = Text("YAMLのタグ（!）は使えません。", "YAML tags (!) are not allowed.")
_TAG_HINT = Text('!で始まる文は引用符（""）で囲んでください。', 'Put text that starts with ! in quotes ("").')
_DEEP = Text(f"入れ子が深すぎます（{DEEPEST}段まで）。", f"The nesting is too deep (more than {DEEPEST} levels).")
_DEEP_HINT = Text("字下げや[ ]の数を確かめてください。", "Check the indentation and the brackets.")
_KEY_NOT_TEXT = Text("項目名が文字ではありません。", "A key is not plain text.")
_KEY_NOT_TEXT_HINT = Text(
    "「項目名: 値」の形で書いてください。[や{で始まる文は引用符で囲みます。",
    "Write “key: value”. Put text that starts with [ or { in quotes.",
)
_COMMENT = Text(
    "「 #」から後ろは注釈とみなされ、文がここで切れます。",
    "Everything after “ #” is a comment, so the text is cut off here.",
)
_COMMENT_HINT = Text(
    '#を文に含めるなら値全体を引用符（""）で囲みます。注釈なら前の行に移してください。',
    'Put the whole value in quotes ("") if # belongs to the text; move a comment to a line of its own.',
)
_OVER_LINES = Text(
    "文が次の行へ続いています。次の項目が前の項目にくっついた可能性があります。",
    "The text runs on to the next line; the next key may have been swallowed.",
)
_OVER_LINES_HINT = Text(
    "次の行が新しい項目なら「項目名: 」（半角コロンと空白）にします。長い文は1行に書くか「>-」を使います。",
    "If the next line is a new key, write “key: ” with an ASCII colon. Long text goes on one line or after “>-”.",
)
