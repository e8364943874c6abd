"""What inspections, visits and reports are called."""

import pytest

from analysis import naming


@pytest.mark.parametrize(
    ("inspection", "words"),
    [
        ("york/2022-ilacs", "the inspection of March 2022"),
        ("york/2025-ilacs", "the inspection of February and March 2025"),
        ("york/2023-focused-visit", "the focused visit of August 2023"),
        ("york/2019-focused-visit", "the focused visit of 2019"),
    ],
)
def test_an_inspection_is_named_in_a_sentence_as_precisely_as_it_is_known(ds, inspection, words):
    assert naming.inspection_in_sentence(ds, inspection) == words


def test_headings_say_the_date_first(ds):
    assert naming.column_heading(ds, "york/2022-ilacs") == "March 2022, ILACS 2018"
    assert naming.short_heading(ds, "york/2022-ilacs") == "Mar 2022, ILACS 2018"
    assert naming.inspection_label(ds, "york/2022-ilacs") == "York, ILACS 2018, March 2022"


def test_a_source_is_a_report_or_the_statistics(ds):
    assert naming.source_name(ds, "york/2022-ilacs") == "Ofsted, York, inspection of March 2022 (published 4 May 2022)"
    assert naming.source_name(ds, "wirral/2019-ilacs").startswith("Ofsted, Local authority inspection outcomes")
    assert naming.report_read(ds, "york/2022-ilacs")
    assert not naming.report_read(ds, "wirral/2019-ilacs")
    assert not naming.report_read(ds, "york/2018-jtai")


def test_what_is_held_is_said(ds):
    assert naming.held_here(ds, "york/2022-ilacs").endswith("paragraph by paragraph, twice")
    assert naming.held_here(ds, "leeds/2025-ilacs").endswith("paragraph by paragraph, once")
    assert naming.held_here(ds, "wirral/2019-ilacs") == "dates and grades"
    assert naming.held_here(ds, "york/2018-jtai") == "known to have taken place; no report held here"


def test_an_inspection_that_is_not_there_has_no_row(ds):
    with pytest.raises(KeyError):
        naming.inspection_row(ds, "atlantis/2022-ilacs")
