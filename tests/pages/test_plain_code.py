"""Templates mean the same in our plainer code as in Jinja's, as far as ours go."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from homare.pages.plain_code import PlainEnvironment


class _Plain(PlainEnvironment):
    made = Markup


OPTIONS = {"undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "finalize": escape}
PARTS = {"part": "[{{ name }}]", "macros": "{% macro of(x) %}<{{ x }} {{ name }}>{% endmacro %}"}
TEMPLATES = {
    "a loop": "{% for x in xs %}{{ loop.index }}{{ loop.first }}{{ loop.last }}{{ x }};{% endfor %}",
    "a loop over pairs": "{% for a, b in row.items() %}{{ a }}{{ b }}{{ loop.last }}{% endfor %}",
    "a loop in a loop": "{% for x in xs %}{% for y in x %}{{ loop.last }}{% endfor %}{{ loop.last }}{% endfor %}",
    "an empty loop": "{% for x in [] %}{{ loop.index }}{% else %}none{% endfor %}",
    "a loop with a test": "{% for x in xs if x != 'b' %}{{ x }}{{ loop.last }}{% endfor %}",
    "a macro": "{% macro m(a, b='y') %}<{{ a }}{{ b }}>{% endmacro %}{{ m('x') }}{{ m('x', 'z') }}",
    "a macro that calls another": "{% macro a() %}<a>{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ b() }}",
    "a macro of another template": "{% from 'macros' import of with context %}{{ of('x') }}",
    "another template": "{% for x in xs %}{% include 'part' %}{% endfor %}",
    "items and attributes": "{{ row['key'] }}{{ row.keys()|list|length }}{{ xs[0] }}{{ xs[:2]|length }}{{ xs[-1] }}",
    "words put together": "{{ 'a' ~ 1 ~ name }}",
    "a choice": "{{ 'yes' if xs else 'no' }}{% set n = namespace(k=1) %}{% set n.k = 2 %}{{ n.k }}",
    "what is not there": "{% if other is defined %}x{% else %}y{% endif %}",
}


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_means_what_it_means_to_jinja(template: str) -> None:
    values = {"xs": ["a", "b", "c"], "row": {"key": "k"}, "name": "n"}
    shown = [
        kind(loader=DictLoader(PARTS), **OPTIONS).from_string(template).render(values) for kind in (_Plain, Environment)
    ]
    assert shown[0] == shown[1]


@pytest.mark.parametrize(
    "template", ["{{ other }}", "{{ other.x }}", "{% macro m(a) %}{{ a.x }}{% endmacro %}{{ m() }}"]
)
def test_what_is_not_there_is_an_error(template: str) -> None:
    with pytest.raises(UndefinedError):
        _Plain(**OPTIONS).from_string(template).render()
