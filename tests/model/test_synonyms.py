"""The file synonyms.yaml."""

from homare.model.synonyms import read_synonyms

PATH = "cases/vocabulary/synonyms.yaml"
FACETS = {"challenges": ("successors",), "methods": ("matching",)}


def test_no_file_means_no_synonyms_and_no_problem() -> None:
    synonyms, problems = read_synonyms(PATH, None, FACETS)
    assert (synonyms.groups, problems) == ((), [])


def test_groups_everyday_words_and_readings_are_read() -> None:
    text = """groups:
  - {words: [信用金庫, 信金]}
  - {words: [公設試], narrower: [工業試験場]}
everyday:
  - {says: [後継ぎがいない], term: challenges/successors}
readings: {公設試: こうせつし}
"""
    synonyms, problems = read_synonyms(PATH, text.encode(), FACETS)
    assert problems == []
    assert synonyms.groups[0].words == ("信用金庫", "信金")
    assert synonyms.groups[1].narrower == ("工業試験場",)
    assert synonyms.everyday[0].term == "challenges/successors"
    assert synonyms.readings == {"公設試": "こうせつし"}


def test_a_term_that_does_not_exist_is_reported_with_the_nearest() -> None:
    text = "everyday:\n  - {says: [後継ぎがいない], term: challenges/succesors}\n"
    _, [problem] = read_synonyms(PATH, text.encode(), FACETS)
    assert (problem.rule, problem.line) == ("unknown-term", 2)
    assert "challenges/successors" in problem.hint.ja


def test_a_reading_in_kanji_and_an_unknown_key_are_reported() -> None:
    _, problems = read_synonyms(PATH, "readings: {公設試: 公設試}\nsynonyms: []\n".encode(), FACETS)
    assert {problem.rule for problem in problems} == {"wrong-value", "unknown-key"}
