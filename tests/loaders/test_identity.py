"""A record stands where it belongs: not twice, not in another authority's folder, whole, and no later than the data."""

import pytest

from loaders import Dataset, load
from loaders.records.problems import one_of
from tests.builders import INSPECTION, INSPECTION_TEXT, replace, small_data, write


def said(ds: Dataset) -> str:
    """The one problem of a dataset."""
    (message,) = ds.problems["message"]
    return message


def test_an_inspection_that_stands_in_two_files_is_counted_once(tmp_path):
    data = small_data(tmp_path)
    write(data / INSPECTION.replace("ilacs", "ilacs-2"), INSPECTION_TEXT)
    ds = load(data)
    assert list(ds.inspections["inspection"]) == ["york/2022-ilacs"]
    assert (
        said(ds) == "found 2022-03-07, on which york/2022-ilacs began. It is the same inspection: keep one of the two."
    )


def test_a_title_that_names_another_authority_is_refused(tmp_path):
    data = small_data(tmp_path)
    with (data / "authorities.csv").open(encoding="utf-8") as lines:
        other = next(line.split(",")[1] for line in list(lines)[1:] if "York" not in line)
    replace(
        data / INSPECTION, "start: 2022-03-07", f"title: Inspection of {other} children's services\nstart: 2022-03-07"
    )
    ds = load(data)
    assert ds.inspections.empty
    assert f"found {other}, but the folder is that of York" in " ".join(ds.problems["message"])


@pytest.mark.parametrize(
    "title", ["Inspection of City of York Council children's services", "Inspection of services for children"]
)
def test_a_title_with_its_own_name_or_none_is_fine(tmp_path, title):
    data = small_data(tmp_path)
    replace(data / INSPECTION, "start: 2022-03-07", f"title: {title}\nstart: 2022-03-07")
    assert load(data).problems.empty


def test_a_paragraph_that_is_missing_is_named(tmp_path):
    data = small_data(tmp_path)
    replace(data / INSPECTION, "counts: {recommendations: 2}", "counts: {recommendations: 2, numbered_paragraphs: 4}")
    ds = load(data)
    assert said(ds).startswith("found 4, but 2 are held: there is no finding of 3, 4.")
    assert len(ds.inspections) == 1, "it is a warning"


def test_a_report_that_leaves_out_a_number_is_whole(tmp_path):
    data = small_data(tmp_path)
    replace(data / INSPECTION, "counts: {recommendations: 2}", "counts: {recommendations: 2, numbered_paragraphs: 2}")
    replace(data / INSPECTION, 'paragraph: "2"', 'paragraph: "3"')
    assert load(data).problems.empty


def test_a_report_newer_than_the_data_is_told(tmp_path):
    data = small_data(tmp_path)
    replace(data / INSPECTION, "published: 2022-05-04", "published: 2062-05-04")
    assert said(load(data)).startswith("found 2062-05-04, after ")
    assert "Move as_at in collection.yaml" in said(load(data))


def test_the_opposite_of_a_word_is_no_slip_of_the_pen():
    assert "Did you mean" not in one_of("Adequate", ["Outstanding", "Good", "Inadequate"], "a grade")
    assert "Did you mean 'Inadequate'?" in one_of("Inadequete", ["Outstanding", "Good", "Inadequate"], "a grade")
