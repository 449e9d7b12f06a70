"""How a new line of a case record is written, so that it looks like those that people wrote."""

from homare.records.yaml_style import Style

MODELINE = "# yaml-language-server: $schema=../schema.json\n"
"""First line of a record: editors find the schema by it."""

HOUSE_STYLE = Style(
    folded=frozenset({"summary"}),
    block_lists=frozenset({"notes"}),
    flow_mappings=frozenset({"baseline"}),
    quoted=frozenset({"prefecture"}),
    bare=frozenset(
        "value date started edition checked published accessed recorded updated lead draft".split()  # noqa: SIM905
    ),
)
