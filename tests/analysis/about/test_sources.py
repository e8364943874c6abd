"""What the records rest on, in tables."""

from analysis.about.sources import note_tables, source_tables


def test_every_document_stands_once_and_each_statistics_file_in_one_row(ds):
    (_, shown), (_, lists) = source_tables(ds)
    documents = ds.sources[~ds.sources["statistics"]]
    files = ds.sources.loc[ds.sources["statistics"], "title"].nunique()
    assert len(shown) == len(documents) + files
    assert lists["Authority"].iloc[-1] == "All others"


def test_a_report_without_an_open_licence_is_not_said_to_print_no_terms(ds):
    """Reports before 2015 print terms of their own, for non-commercial use."""
    (_, shown), _ = source_tables(ds)
    assert set(shown["Licence as printed"]) >= {"Open Government Licence", "no open licence printed"}


def test_what_only_tells_more_stands_with_its_inspection(ds):
    ((_, shown),) = note_tables(ds)
    assert len(shown) == (ds.notes["kind"] != "context").sum()
