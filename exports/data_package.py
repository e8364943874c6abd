"""The open data described for programs: a Data Package (https://datapackage.org) with the schema of every table."""

from __future__ import annotations

from analysis import citations
from loaders import Dataset
from loaders.dataset.contract import TABLES, Column, Table

TYPES = {"text": "string", "number": "integer", "date": "date", "flag": "boolean"}
"""Type of a column in the contract, and in a Table Schema."""

PROFILE = "https://datapackage.org/profiles/2.0/{}.json"
LICENCE = {
    "name": "OGL-UK-3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "title": citations.LICENCE,
}


def data_package(ds: Dataset) -> dict[str, object]:
    """Describe every table of ``/data`` as a resource: its CSV file, columns, types, key and references."""
    return {
        "$schema": PROFILE.format("datapackage"),
        "name": "inspections-over-time",
        "title": "Inspections over time",
        "description": "What Ofsted said of each council's services for children, from one inspection to the next.",
        "version": ds.fingerprint,
        "created": f"{ds.as_at:%Y-%m-%dT00:00:00Z}",
        "licenses": [LICENCE],
        "resources": [_resource(name, table) for name, table in TABLES.items()],
    }


def _resource(name: str, table: Table) -> dict[str, object]:
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": f"One row is {table.row}.",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {
        "$schema": PROFILE.format("tableschema"),
        "fields": [_field(name, column, name in table.key) for name, column in table.columns.items()],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": list(columns), "reference": {"resource": other, "fields": list(TABLES[other].key)}}
            for columns, other in table.refers
        ]
    return schema


def _field(name: str, column: Column, in_key: bool) -> dict[str, object]:
    field: dict[str, object] = {"name": name, "type": TYPES[column.type], "description": column.meaning}
    if column.type == "flag":
        field |= {"trueValues": ["True"], "falseValues": ["False"]}
    if in_key:
        field["constraints"] = {"required": True}
    return field
