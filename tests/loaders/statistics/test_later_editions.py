"""One edition after another: corrections show, what is no longer said is kept, and so are ids."""

from datetime import date

import pandas as pd

from loaders import load
from tests.builders import small_data
from tests.loaders.statistics.editions import HISTORY, IN_YEAR, LATEST, take
from tests.spreadsheets import small_edition


def test_a_correction_in_a_later_edition_shows(tmp_path):
    data, later = small_data(tmp_path), later_edition()
    take(data)
    later[HISTORY][3][8] = "Inadequate"
    assert take(data, later, "later.ods").changed == ["leicestershire/2019-ilacs"]
    ds = load(data)
    grades = ds.grades.set_index(["inspection", "judgement"])["grade_as_published"]
    assert grades["leicestershire/2019-ilacs", "overall_effectiveness"] == "Inadequate"
    assert ds.sources.set_index("record").loc["leicestershire/2019-ilacs", "file"] == "later.ods"
    assert set(ds.official_figures["file"]) == {"later.ods"}
    assert ds.statistics_as_at == pd.Timestamp("2026-03-31")


def test_an_earlier_edition_does_not_undo_a_later_one(tmp_path):
    data, later = small_data(tmp_path), later_edition()
    later[HISTORY][3][8] = "Inadequate"
    take(data, later, "later.ods")
    before = load(data)
    take(data)
    after = load(data)
    assert after.problems["message"].tolist() == []
    pd.testing.assert_frame_equal(after.grades, before.grades)
    pd.testing.assert_frame_equal(after.official_figures, before.official_figures)


def test_what_a_later_edition_no_longer_says_is_kept_and_so_are_ids(tmp_path):
    data, later = small_data(tmp_path), later_edition()
    take(data)
    later[IN_YEAR] = [*later[IN_YEAR][:2], list(small_edition()[IN_YEAR][5])]
    later[IN_YEAR][2][4:6] = [date(2025, 9, 9), date(2025, 10, 9)]
    assert take(data, later, "later.ods").new == ["leeds/2025-focused-visit-2"]
    starts = load(data).inspections.set_index("inspection")["start"]
    assert starts["leeds/2025-focused-visit"] == pd.Timestamp("2025-02-04")
    assert starts["leeds/2025-focused-visit-2"] == pd.Timestamp("2025-09-09")
    assert starts["leeds/2024-monitoring-visit"] == pd.Timestamp("2024-07-08")


def later_edition() -> dict:
    """The small edition, a year on."""
    sheets = small_edition()
    for name in ("Cover", LATEST):
        sheets[name][0][0] = sheets[name][0][0].replace("2025", "2026")
    return sheets
