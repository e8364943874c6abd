"""What Ofsted asks for, drawn with its base and breaks at frameworks."""

import pytest

from analysis.comparison.standings import england
from analysis.england.asked import BY_YEAR
from exhibits.asked import what_is_asked
from loaders import Dataset
from tests.reports import SOUTH, loaded, report


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    folder = tmp_path_factory.mktemp("asked") / "data"
    for authority in SOUTH:
        report(folder, authority, "2019-07-01", "RI", {"plans": "-"}, asked=("supervision", "plans"))
        report(folder, authority, "2024-07-01", "G", {"plans": "+"}, asked=("plans",))
    return loaded(folder)


def test_columns_name_year_framework_and_base_and_a_gap_parts_the_frameworks(ds):
    exhibit = what_is_asked(ds, england(ds, "overall"), BY_YEAR, "york")
    layout = exhibit.drawn(ds).to_dict()["layout"]
    assert layout["xaxis"]["ticktext"] == ["ILACS<br>2018<br>2019<br>(10)", "ILACS<br>2023<br>2024<br>(10)"]
    assert [shape["x0"] for shape in layout["shapes"]] == [0.5]
    row = exhibit.table.set_index("Theme").loc["Supervision"]
    assert list(row) == ["10 of 20 (50%)", "10 of 10 (100%)", "0 of 10 (0%)"]
    assert exhibit.sentence.startswith("20 full inspections whose recommendations were read.")
    assert "recommendations a report: ILACS 2018, 2; ILACS 2023, 1." in exhibit.sentence


def test_on_a_day_without_reports_it_says_so_and_draws_nothing(ds):
    early = england(ds, "overall", ds.as_at.replace(year=2012))
    exhibit = what_is_asked(ds, early, BY_YEAR, "york")
    assert exhibit.draw is None
    assert exhibit.table.empty
    assert exhibit.sentence == "No full inspection whose recommendations were read counts on this day."
