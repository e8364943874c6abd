"""Every fixed text can be read at the age of about 14, measured with a library."""

from pathlib import Path

import pytest
import yaml

from loaders import DATA
from tests.readable import FEWEST, GRADE, grade, longest, too_hard
from tests.texts import fixed_texts

TEXTS = fixed_texts()
SENTENCES = yaml.safe_load((Path(__file__).parent / "analysis" / "sentences.yaml").read_text(encoding="utf-8"))


def test_texts_are_found_in_every_layer_and_in_the_data():
    places = " ".join(TEXTS)
    for where in (
        "analysis/about/method.py",
        "analysis/comparison/sentences.py",
        "exhibits/",
        "exports/",
        "ui/",
        "pages/",
        "glossary: Advocacy",
    ):
        assert where in places
    assert len(TEXTS) > 250
    assert any("adds no score of its own" in text for text in TEXTS.values())


def test_the_measure_tells_hard_from_easy():
    """The statutory guidance's kind of sentence fails, and the same said plainly does not."""
    hard = "Notwithstanding organisational reconfiguration, practitioners demonstrated substantially insufficient comprehensive consideration of accumulating vulnerabilities."
    easy = "The service had changed. Even so, social workers did not see clearly enough how risks to a child grew over time."
    assert grade(hard) > 20
    assert "school grade" in too_hard(hard)
    assert not too_hard(easy)
    assert "words" in too_hard("and so on " * 20)


def test_terms_that_the_glossary_explains_count_as_plain_words():
    assert (
        grade("He asked the independent reviewing officers.")
        < grade("He asked the undependable reconsidering supervisors.") - 10
    )


@pytest.mark.parametrize("place", TEXTS)
def test_a_fixed_text_is_easy_to_read(place):
    assert not too_hard(TEXTS[place]), TEXTS[place]


def test_the_texts_together_are_easier_than_each_may_be():
    grades = [grade(text) for text in TEXTS.values() if len(text.split()) >= FEWEST]
    assert sum(grades) / len(grades) < GRADE - 2
    assert sum(map(longest, TEXTS.values())) / len(TEXTS) < 20


def test_the_readme_can_be_read_too():
    """Its prose for users, not the commands and tables."""
    text = (DATA.parent / "README.md").read_text(encoding="utf-8")
    opening = text[text.index("A dashboard") : text.index("## Start it")]
    assert not too_hard(" ".join(line for line in opening.splitlines() if not line.startswith("!")))
