"""The table that is kept of an edition: what is wrong in it is named with its line, and ``verify`` compares it with its file."""

import pytest

from loaders import load
from loaders.records.checked_records import checked_records
from loaders.verification.verify import verify
from tests.builders import replace, small_data
from tests.loaders.statistics.editions import take


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("leeds/2022-ilacs,short", "leeds/2022-ilacs,long", "2: variant: found 'long'; not a value of this field."),
        ("2022-02-21,", "21/02/2022,", "2: start: found '21/02/2022'; not a day."),
        ("Outstanding,Good,Good,Outstanding,\n", "Outstanding,Good,Good,Outstanding,Good\n", "2: leeds/2022-ilacs: found a grade for care_leavers, which Inspection of local authority children's services (ILACS), 2018 to 2022 does not give."),
        ("leeds/2022-ilacs,short", "leeds/2022-ilax,short", "2: leeds/2022-ilax: found no framework of frameworks/ fits an inspection of this kind"),
        ("leeds/2022-ilacs,short", "ledes/2022-ilacs,short", "not an authority of authorities.csv. Did you mean 'leeds'?"),
        (",Outstanding,Good,Good,Outstanding,\n", ",Outstandng,Good,Good,Outstanding,\n", "2: grades.leaders: found 'Outstandng'; not a grade of this framework."),
        ("inspection,variant", "inspection,variety", "1: variety: found 'variety'; not a column of this file. Did you mean 'variant'?"),
    ],
)  # fmt: skip
def test_a_row_of_the_table_that_makes_no_sense_is_reported_with_its_line(tmp_path, old, new, said):
    data = small_data(tmp_path)
    take(data)
    replace(data / "statistics/2025-03-31.csv", old, new)
    found = [
        f"{row.file}:{row.line}: {row.field + ': ' if row.field else ''}{row.message}"
        for row in load(data).problems.itertuples()
    ]
    assert len(found) == 1, found
    assert found[0].startswith("data/statistics/2025-03-31.csv:")
    assert said in found[0]


def test_an_edition_without_its_table_is_reported(tmp_path):
    data = small_data(tmp_path)
    take(data)
    (data / "statistics/2025-03-31.csv").unlink()
    assert load(data).problems["file"].tolist() == ["data/statistics/2025-03-31.csv"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",Outstanding,Good,Good,Outstanding,\n", ",Outstanding,Good,Good,Good,\n", "2: overall_effectiveness: leeds/2022-ilacs: found Good; outcomes.ods says Outstanding."),
        ("leeds/2022-ilacs,short,2022-02-21", "leeds/2022-ilacs,short,2022-02-22", "2: start: leeds/2022-ilacs: found 2022-02-22; outcomes.ods has no such inspection that began then."),
        ("leeds/2024-monitoring-visit,,2024-07-08,,2024-08-07,Front door,,,,,\n", "", "1: lacks leeds/2024-monitoring-visit, begun on 2024-07-08, which outcomes.ods has."),
    ],
)  # fmt: skip
def test_verify_finds_what_a_table_says_otherwise_than_its_file(tmp_path, old, new, said):
    data = small_data(tmp_path)
    take(data)
    replace(data / "statistics/2025-03-31.csv", old, new)
    found = [
        str(problem) for problem in verify(checked_records(data), [tmp_path]).problems if "statistics" in problem.file
    ]
    assert any(f"data/statistics/2025-03-31.csv:{said}" in problem for problem in found), found


def test_verify_says_where_the_file_of_a_table_is_nowhere(tmp_path):
    data = small_data(tmp_path)
    take(data)
    (tmp_path / "outcomes.ods").unlink()
    (problem,) = [
        problem for problem in verify(checked_records(data), [tmp_path]).problems if "statistics" in problem.file
    ]
    assert problem.severity == "warning"
    assert "found 'outcomes.ods', the source of 6 rows; no such file in" in problem.message
