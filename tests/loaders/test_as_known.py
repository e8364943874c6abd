"""The data as known on a day holds what was published by then, and nothing that came later."""

import pandas as pd
import pytest

from loaders import Dataset, as_known

DAYS = ["2012-05-13", "2012-05-14", "2022-05-03", "2022-05-04", "2022-07-13", "2023-12-31"]


def of(table: pd.DataFrame, inspection: str) -> pd.DataFrame:
    return table[table["inspection"] == inspection]


def test_on_the_day_that_the_data_stands_at_it_is_whole(ds):
    assert as_known(ds, ds.as_at) is ds
    assert as_known(ds, ds.as_at + pd.Timedelta(days=400)) is ds


def test_a_report_is_known_from_the_day_of_its_publication_with_all_that_belongs_to_it(ds):
    before, after = (as_known(ds, pd.Timestamp(day)) for day in ("2022-05-03", "2022-05-04"))
    for name in ("inspections", "grades", "findings", "codes", "recommendations", "recommendation_themes", "codings"):
        assert of(getattr(before, name), "york/2022-ilacs").empty
        pd.testing.assert_frame_equal(
            of(getattr(after, name), "york/2022-ilacs").reset_index(drop=True),
            of(getattr(ds, name), "york/2022-ilacs").reset_index(drop=True),
        )


def test_an_inspection_without_a_day_of_publication_is_known_by_its_start(ds):
    assert of(as_known(ds, pd.Timestamp("2018-10-31")).inspections, "york/2018-jtai").empty
    assert len(of(as_known(ds, pd.Timestamp("2018-11-01")).inspections, "york/2018-jtai")) == 1


def test_a_plan_is_known_by_the_date_of_its_latest_version(ds):
    assert as_known(ds, pd.Timestamp("2022-07-12")).actions.empty
    known = as_known(ds, pd.Timestamp("2022-07-13"))
    assert (len(known.actions), len(known.plan_versions)) == (32, 3)
    assert known.outcome_links.empty


@pytest.mark.parametrize("day", DAYS)
def test_nothing_leads_to_what_is_not_known_yet(ds, day):
    known = as_known(ds, pd.Timestamp(day))
    inspections, plans = set(known.inspections["inspection"]), set(known.plans["plan"])
    for name in Dataset.frame_names():
        table = getattr(known, name)
        for column in ("inspection", "earlier_inspection"):
            assert column not in table or set(table[column]) <= inspections, name
        assert "plan" not in table or set(table["plan"]) <= plans, name
        assert "record" not in table or set(table["record"]) <= inspections | plans, name
        assert table.dtypes.to_dict() == getattr(ds, name).dtypes.to_dict(), name


@pytest.mark.parametrize("day", DAYS)
def test_the_data_says_at_which_day_it_stands(ds, day):
    known = as_known(ds, pd.Timestamp(day))
    assert known.as_at == pd.Timestamp(day)
    assert known.fingerprint == f"{ds.fingerprint}@{day}"
    assert len(known.authorities) == len(ds.authorities)
