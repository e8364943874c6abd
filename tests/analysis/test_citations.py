"""How a paragraph, a table and a view are cited."""

import pandas as pd
import pytest

from analysis import citations

DAY = pd.Timestamp("2026-08-22")


def test_a_table_is_cited_with_its_day_and_address():
    assert citations.table_citation("Grades", DAY) == "Inspections over time: “Grades”, data as at 22 August 2026."
    assert citations.table_citation("Grades", DAY, "https://a.example").endswith("2026. https://a.example")


def test_a_view_is_cited_with_those_whom_it_is_about():
    assert (
        citations.view_citation("Grades", ["York", "Leeds"], DAY)
        == "Inspections over time: “Grades: York and Leeds”, as known on 22 August 2026."
    )


@pytest.mark.parametrize(
    ("paragraph", "words"), [("31", "paragraph 31"), ("H1", "headline paragraph 1"), (None, "the grades")]
)
def test_a_paragraph_is_named(paragraph, words):
    assert citations.paragraph_words(paragraph) == words


def test_a_place_says_where_and_if_asked_whose(ds):
    assert citations.place(ds, "york/2022-ilacs", "31", 6) == "Inspection of March 2022, paragraph 31, page 6"
    assert citations.place(ds, "york/2022-ilacs", None, named=True) == "York, inspection of March 2022, the grades"
    assert citations.recommendation_place(ds, "york/2022-ilacs", "R1") == "Inspection of March 2022, recommendation 1"


def test_a_finding_is_cited_with_its_quote(ds):
    finding = ds.findings[ds.findings["inspection"] == "york/2022-ilacs"].iloc[3]
    said = citations.citation(ds, "york/2022-ilacs", finding["paragraph"])
    assert f"paragraph {finding['paragraph']}" in said
    assert finding["quote"] in said
    assert "4 May 2022" in said


def test_a_report_opens_at_the_page(ds):
    url = ds.inspections.set_index("inspection").loc["leeds/2025-ilacs", "url"]
    assert citations.page_link(ds, "leeds/2025-ilacs", 4) == f"{url}#page=4"
    assert citations.page_link(ds, "york/2012-slac", 4) == citations.ofsted_page(ds, "york"), "its address is not known"
    assert citations.ofsted_page(ds, "bournemouth") is None


def test_a_link_of_another_day_says_which_is_older():
    earlier = pd.Timestamp("2025-01-01")
    assert "may have changed" in citations.older_link(earlier, DAY)
    assert "is older" in citations.older_link(DAY, earlier)
