"""Ofsted's own counts against the records."""

from analysis.england.reconciliation import agrees, code_differences, reconciliation
from tests.cuts import only


def test_every_count_of_ofsteds_file_comes_out_of_the_records(ds):
    table = reconciliation(ds)
    assert len(table) == 29
    assert (table["Difference"] == 0).all()
    assert agrees(ds, table) == "All 29 counts agree."


def test_a_record_that_is_missing_shows_as_a_difference(ds):
    short = only(ds, [name for name in ds.inspections["inspection"] if name != "york/2025-ilacs"])
    table = reconciliation(short)
    assert table["Difference"].ne(0).any()
    assert "differ" in agrees(ds, table)


def test_codes_that_changed_are_listed(ds):
    assert {"Barnsley", "Sheffield"} <= set(code_differences(ds)["Authority"])
