"""The forms of the hosting service: fresh, and of the shape that it asks for."""

import re
from typing import Any

import pytest
import yaml

from homare.exports.issue_forms import FOLDER, UNKNOWN, issue_forms
from homare.model.catalogue import Catalogue
from homare.pages.contact_page import FORMS
from tests.libraries import ROOT


@pytest.fixture(scope="module")
def forms(real_catalogue: Catalogue) -> dict[str, bytes]:
    return issue_forms(real_catalogue.vocabulary)


def parsed(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(content)
    return found


def test_the_committed_forms_are_fresh(forms: dict[str, bytes]) -> None:
    committed = {path.name: path.read_bytes() for path in (ROOT / FOLDER).iterdir()}
    assert committed == forms, f"homare export issue-forms --out {FOLDER}"


@pytest.mark.parametrize("name", ["new-case.yml", "correction.yml"])
def test_a_form_is_what_the_service_accepts(forms: dict[str, bytes], name: str) -> None:
    form = parsed(forms[name])
    assert {"name", "description", "body"} <= set(form)
    ids = [block["id"] for block in form["body"] if block["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", key) for key in ids)
    labels = [block["attributes"]["label"] for block in form["body"] if block["type"] != "markdown"]
    assert len(labels) == len(set(labels))
    for block in form["body"]:
        assert block["type"] in {"markdown", "input", "textarea", "dropdown"}
        if block["type"] == "dropdown":
            options = block["attributes"]["options"]
            assert options[0] == UNKNOWN
            assert len(options) == len(set(options)) > 1
            assert all(isinstance(option, str) for option in options)
            assert "validations" not in block, "a required list would look as if its first entry had been chosen"


def test_every_form_asks_for_sources_and_warns_of_private_facts(forms: dict[str, bytes]) -> None:
    for name in ("new-case.yml", "correction.yml"):
        body = parsed(forms[name])["body"]
        assert "だれでも読めます" in body[0]["attributes"]["value"]
        assert body[-1]["id"] == "sources"
        assert body[-1]["validations"] == {"required": True}


def test_the_contact_page_leads_to_forms_that_exist(forms: dict[str, bytes]) -> None:
    for name, label in FORMS.items():
        assert parsed(forms[f"{name}.yml"])["name"] == label
