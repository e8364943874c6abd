"""The accessibility statement has the parts that the regulations' model asks for, and invents nobody."""

import re

from analysis.about.accessibility_statement import CONTACT, NOT_ACCESSIBLE, RUN_BY, barriers, sections

PARTS = {
    "What this statement covers": "every page",
    "How accessible this dashboard is": "not fully accessible",
    "Feedback and contact information": "another format",
    "Reporting accessibility problems": "tell us",
    "Enforcement procedure": "Equality Advisory and Support Service",
    "Compliance status": "partially compliant",
    NOT_ACCESSIBLE: "Disproportionate burden",
    "What we are doing to improve accessibility": "tests",
    "Preparation of this accessibility statement": "24 November 2026",
}


def test_it_has_every_part_of_the_model_in_order(ds):
    made = sections(ds, {})
    assert [title for title, _ in made] == list(PARTS)
    for title, text in made:
        assert PARTS[title] in " ".join(text.split())


def test_it_names_the_law_and_the_standard(ds):
    text = " ".join(" ".join(text for _, text in sections(ds, {})).split())
    assert "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018" in text
    assert "version 2.2, level AA" in text


def test_without_a_contact_it_says_so_and_names_nobody(ds):
    text = " ".join(text for _, text in sections(ds, {RUN_BY: " "}))
    assert RUN_BY in text
    assert CONTACT in text
    assert "@" not in text


def test_a_contact_that_is_set_is_shown(ds):
    told = dict(sections(ds, {RUN_BY: "Example Council", CONTACT: "access@example.org, answered within 10 days"}))
    assert told["What this statement covers"].endswith("It is run by Example Council.")
    assert told["Feedback and contact information"].endswith("Contact: access@example.org, answered within 10 days")
    assert RUN_BY not in str(told)


def test_each_barrier_names_a_criterion_of_level_a_or_aa_and_a_reason(ds):
    table = barriers(ds)
    assert len(table)
    assert all(re.fullmatch(r"[1-4]\.\d\.\d+ [A-Z].+", criterion) for criterion in table["Success criterion"])
    assert table.notna().all(axis=None)
