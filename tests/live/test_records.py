"""All records are valid, and every table keeps the promises of the contract."""

import pytest

from loaders import Dataset
from loaders.dataset.contract import TABLES
from loaders.records.checked_records import checked_records


def test_no_record_has_an_error(data):
    assert [str(problem) for problem in checked_records(data).problems] == []


def test_nothing_is_left_out(ds):
    assert ds.problems["message"].tolist() == []


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.key])
def test_a_key_stands_in_one_row_and_is_never_missing(ds, name):
    keys = getattr(ds, name)[list(TABLES[name].key)]
    assert not keys.isna().any(axis=None)
    assert not keys.duplicated().any()


@pytest.mark.parametrize(
    ("name", "columns", "other"),
    [(name, *reference) for name, table in TABLES.items() for reference in table.refers],
    ids=str,
)
def test_a_reference_leads_to_a_row_of_the_other_table(ds, name, columns, other):
    assert len(columns) == len(TABLES[other].key)
    rows = getattr(ds, name)[list(columns)].dropna()
    known = set(getattr(ds, other)[list(TABLES[other].key)].itertuples(index=False, name=None))
    assert set(rows.itertuples(index=False, name=None)) <= known


@pytest.mark.parametrize(
    "name", [name for name, table in TABLES.items() if {"inspection", "authority"} <= set(table.columns)]
)
def test_every_row_belongs_to_an_inspection_of_its_authority(ds, name):
    rows = getattr(ds, name)
    assert set(rows["inspection"]) <= set(ds.inspections["inspection"])
    assert (rows["inspection"].str.partition("/")[0] == rows["authority"]).all()


def test_readings_are_said_of_what_was_coded_and_of_nothing_else(ds):
    coded = ds.inspections["depth"].isin(["coded", "recommendations"])
    assert ds.inspections.loc[coded, "readings"].isin([1, 2]).all()
    assert ds.inspections.loc[~coded, "readings"].isna().all()


def test_nothing_is_known_after_the_day_of_the_data(ds: Dataset):
    assert (ds.inspections["published"].dropna() <= ds.as_at).all()
