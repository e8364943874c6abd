"""The published figures on suggested themes are those of the data, and are counted as they say."""

import re
import subprocess
import sys

import pytest

from loaders import DATA
from loaders.records import checks
from loaders.records import reading as records
from loaders.reports import suggestion_report
from loaders.reports.suggestion_quality import Score, cases, printed_words, short_words

READ = checks.check(records.read_records(DATA))
needs_sources = pytest.mark.skipif(
    not all(folder.is_dir() for folder in suggestion_report.SOURCES), reason="the reports are not here: no ../shared"
)


def published() -> str:
    return suggestion_report.DOCUMENT.read_text(encoding="utf-8")


def test_the_published_figures_on_the_records_are_those_of_the_data():
    assert published().startswith(suggestion_report.from_records(READ)), "run python -m loaders suggestions --write"


@needs_sources
def test_the_whole_page_is_as_the_command_writes_it():
    done = subprocess.run(
        [sys.executable, "-m", "loaders", "suggestions"], cwd=DATA.parent, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == published(), "run python -m loaders suggestions --write"


@needs_sources
def test_every_recommendation_is_found_as_printed_and_not_more_of_the_page():
    words = printed_words(suggestion_report.SOURCES)
    for name, record in READ.inspections.items():
        for recommendation in record.recommendations:
            text = words(record, recommendation)
            assert text, (name, recommendation.id)
            assert len(re.findall(r"[◼\uf06e\uf0a7]", text)) <= 1, (name, recommendation.id)
            assert len(text) < 400, (name, recommendation.id)


def test_every_recommendation_of_a_coded_inspection_is_measured():
    coded = {(name, r.id) for name, record in READ.inspections.items() if record.depth == "coded" for r in record.recommendations}
    assert {(case.inspection, case.recommendation) for case in cases(READ, short_words)} == coded


def test_a_score_adds_up_themes_over_recommendations():
    score = Score.of([(frozenset("abc"), frozenset("ab")), (frozenset("d"), frozenset("ef"))])
    assert (score.coded, score.suggested, score.right) == (4, 4, 2)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


def test_a_share_of_nothing_is_not_given():
    score = Score.of([(frozenset(), frozenset())])
    assert (score.precision, score.recall, score.f1) == (None, None, None)


def test_suggestions_on_the_curated_records_stay_useful():
    """A floor well below the published figure, so that a careless change of a list is noticed and a better one is free."""
    score = Score.of(case.all_themes for case in cases(READ, short_words))
    assert score.precision > 0.8
    assert score.recall > 0.75
