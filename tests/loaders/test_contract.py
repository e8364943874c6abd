"""The contract names every table and column, says what each holds, and no field of a record is lost on the way."""

import dataclasses

import pytest
from pydantic import BaseModel

from loaders import Dataset, load
from loaders.dataset import contract
from loaders.dataset.contract import TABLES, TYPES
from loaders.dataset.fields import ELSEWHERE, NOT_SHOWN, TABLE_OF
from loaders.records.manual import CSV_ROWS, SCHEMAS
from tests.builders import small_data


def inside(annotation) -> set[type[BaseModel]]:
    """The models that a type mentions."""
    here = {annotation} if isinstance(annotation, type) and issubclass(annotation, BaseModel) else set()
    return here.union(*(inside(part) for part in getattr(annotation, "__args__", ())))


def models() -> set[type[BaseModel]]:
    """Every model that a data file is read with, but for those of fields that are not shown."""
    found, waiting = set(), [*SCHEMAS.values(), *CSV_ROWS]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            shown = [field for name, field in model.model_fields.items() if name not in NOT_SHOWN.get(model, {})]
            waiting += [other for field in shown for other in inside(field.annotation)]
    return found


FIELDS = sorted(((model, field) for model in models() for field in model.model_fields), key=str)


def test_a_dataset_holds_the_tables_of_the_contract():
    assert sorted(Dataset.frame_names()) == sorted(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_its_row_and_each_of_its_columns_holds(name):
    table = TABLES[name]
    assert table.row
    for column, said in table.columns.items():
        assert said.type in TYPES, column
        assert said.meaning.endswith("."), column


@pytest.mark.parametrize(
    ("model", "field"), FIELDS, ids=lambda value: value if isinstance(value, str) else value.__name__
)
def test_each_field_of_a_record_has_a_column(model, field):
    if field in NOT_SHOWN.get(model, {}):
        return
    place = ELSEWHERE.get(model, {}).get(field, f"{TABLE_OF[model]}.{field}")
    table, _, column = place.partition(".")
    assert table in TABLES
    assert not column or column in TABLES[table].columns, (
        f"{model.__name__}.{field} has no column: add it to contract.yaml"
    )


def test_no_place_is_kept_for_a_field_that_is_gone():
    for places in (ELSEWHERE, NOT_SHOWN):
        for model, fields in places.items():
            assert set(fields) <= set(model.model_fields), model.__name__


def test_a_field_that_no_column_takes_is_an_error(tmp_path, monkeypatch):
    table = TABLES["inspections"]
    fewer = {name: column for name, column in table.columns.items() if name != "lead_inspector"}
    monkeypatch.setenv("INSPECTIONS_CACHE", "")
    monkeypatch.setitem(contract.TABLES, "inspections", dataclasses.replace(table, columns=fewer))
    with pytest.raises(KeyError, match=r"the table 'inspections' has no column for \['lead_inspector'\]"):
        load(small_data(tmp_path))


def test_what_a_plan_calls_a_recommendation_is_kept(tmp_path):
    ds = load(small_data(tmp_path))
    assert ds.plan_recommendations[["plan", "inspection", "recommendation", "heading"]].to_numpy().tolist() == [
        ["york/2022-action-plan", "york/2022-ilacs", "R1", "The quality of written records for all children."]
    ]
