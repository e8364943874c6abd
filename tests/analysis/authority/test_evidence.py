"""What the Overview's cards rest on, and what Ofsted asks now."""

import pandas as pd

from analysis.authority.evidence import asked_now, evidence
from loaders import as_known
from tests.cuts import only


def test_cards_lead_to_the_themes_and_the_inspections_that_they_name(ds):
    found = evidence(ds, "york")
    assert "york/2025-ilacs" in found["better"].inspections
    assert "york/2022-ilacs" in found["better"].inspections
    assert found["back"].themes
    assert not found["back"].inspections
    assert len(found["better"].themes) <= 6


def test_what_is_asked_now_is_what_the_latest_report_asks_each_with_its_page(ds):
    now = asked_now(ds, "york")
    assert now.inspection == "york/2025-ilacs"
    assert now.line == "Two recommendations of the inspection of February and March 2025."
    assert [summary for summary, _, _ in now.requests] == list(
        ds.recommendations.loc[ds.recommendations["inspection"] == "york/2025-ilacs", "summary"]
    )
    assert all(url for _, _, url in now.requests), (
        "where the report's address is not known, Ofsted's page of the authority"
    )
    assert asked_now(only(ds, []), "york") is None


def test_a_visit_takes_back_nothing_that_the_full_inspection_before_asked(ds):
    before = as_known(ds, pd.Timestamp("2023-12-31"))
    now = asked_now(before, "york")
    assert now.inspection == "york/2023-focused-visit"
    assert (
        now.line
        == "Two recommendations of the focused visit of August 2023 and seven recommendations of the inspection of March 2022."
    )
    assert len(now.requests) == 9
