"""Looking up rows and words by an id."""

from analysis.look_up import each, look_up, rows


def test_a_column_is_looked_up_by_another(ds):
    assert look_up(ds, "authorities", "authority", "name")["york"] == "York"


def test_rows_stand_in_their_order_and_there_are_none_of_what_is_unknown(ds):
    york = rows(ds, "inspections", "authority", "york")
    assert (
        york["inspection"].tolist() == ds.inspections.loc[ds.inspections["authority"] == "york", "inspection"].tolist()
    )
    none = rows(ds, "inspections", "authority", "atlantis")
    assert none.empty
    assert list(none.columns) == list(ds.inspections.columns)


def test_each_row_has_its_columns_as_attributes(ds):
    assert [row.grade for row in each(ds.grade_scale)] == ds.grade_scale["grade"].tolist()
