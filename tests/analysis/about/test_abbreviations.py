"""Abbreviations, and what the glossary says of them."""

from analysis.about.abbreviations import explained, unexplained


def test_every_abbreviation_of_the_glossary_stands_once_in_order(ds):
    first = [entry.forms[0] for entry in explained(ds)]
    assert first == sorted(first, key=str.casefold)
    assert len(first) == len(set(first))
    assert "ILACS" in first


def test_forms_in_the_plural_and_names_of_authorities_need_no_meaning(ds):
    assert unexplained(ds, "Two IROs of the MASH met in York.") == set()
    assert unexplained(ds, "The XQZ met.") == {"XQZ"}
