"""What is known on a day, and up to which day lists are whole."""

import dataclasses

import pandas as pd

from analysis.known import begun_by, first_known, known_inspections, listed_to, short_lists


def test_the_first_known_is_the_earliest_report(ds):
    assert first_known(ds) == pd.Timestamp("2012-05-14")


def test_begun_is_not_published(ds):
    """York's inspection of 2025 began in February; its report came out in April."""
    begun = begun_by(ds.inspections, pd.Timestamp("2025-03-31"))
    assert "york/2025-ilacs" in set(begun["inspection"])
    published = ds.inspections.set_index("inspection").loc["york/2025-ilacs", "published"]
    assert published > pd.Timestamp("2025-03-31")


def test_inspections_of_an_authority_stand_in_order_of_time(ds):
    known = known_inspections(ds, "york")
    assert known["start"].is_monotonic_increasing
    assert set(known["authority"]) == {"york"}
    assert len(known) == (ds.inspections["authority"] == "york").sum()


def test_a_list_reaches_as_far_as_it_was_compared_else_as_the_statistics(ds):
    york = ds.authorities["authority"] == "york"
    checked = ds.authorities.assign(reports_checked=ds.authorities["reports_checked"].where(~york))
    shorter = dataclasses.replace(ds, authorities=checked)
    assert listed_to(shorter, ["york"])["york"] == ds.statistics_as_at
    assert list(short_lists(shorter, ("york", "leeds", "cumbria"), ds.as_at).index) == ["york"]
    assert short_lists(ds, ("york", "leeds", "cumbria"), ds.as_at).empty
