"""The open data on a running dashboard: headers, asking again, refusals, a base path."""

import io
import json
import urllib.error
import urllib.request
from email.utils import parsedate_to_datetime

import openpyxl
import pytest

from tests.browser.conftest import serving


def get(address: str, method: str = "GET", **headers: str):
    request = urllib.request.Request(
        address, method=method, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_a_table_is_served_and_asked_again_cheaply(server):
    address = f"{server}/data/grades.csv?authority=York"
    status, headers, body = get(address)
    assert status == 200
    assert headers["Content-Type"] == "text/csv; charset=utf-8"
    assert headers["Content-Disposition"] == 'attachment; filename="grades.csv"'
    assert parsedate_to_datetime(headers["Last-Modified"]).strftime("%Y-%m-%d") == "2026-08-22"
    assert body.startswith("\ufeffinspection,".encode())
    status, again, nothing = get(address, If_None_Match=f'"other", {headers["ETag"]}')
    assert (status, nothing) == (304, b"")
    assert again["ETag"] == headers["ETag"]
    status, head, nothing = get(address, method="HEAD")
    assert (status, nothing, head["ETag"], int(head["Content-Length"])) == (200, b"", headers["ETag"], len(body))
    assert get(f"{server}/data/grades.csv")[1]["ETag"] != headers["ETag"]


def test_the_whole_data_set_opens_as_a_workbook(server):
    status, headers, body = get(f"{server}/data/dataset.xlsx")
    assert status == 200
    assert headers["ETag"] == get(f"{server}/data/dataset.xlsx", method="HEAD")[1]["ETag"]
    assert "findings" in openpyxl.load_workbook(io.BytesIO(body), read_only=True).sheetnames


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("nothing.csv", 404),
        ("grades", 404),
        ("a/b/c", 404),
        ("grades.csv?colour=red", 400),
        ("findings.csv?as_at=soon", 400),
    ],
)
def test_a_refusal_is_a_sentence_and_not_the_dashboard(server, path, expected):
    status, headers, body = get(f"{server}/data/{path}")
    assert status == expected
    assert headers["Content-Type"].startswith("text/plain")
    assert body.decode().strip().endswith(".")


def test_only_reading_is_allowed(server):
    assert get(f"{server}/data/grades.csv", method="POST")[0] == 405


def test_the_list_of_tables_is_found_with_and_without_a_slash(server):
    assert get(f"{server}/data")[2] == get(f"{server}/data/")[2]
    assert json.loads(get(f"{server}/data/schema.json")[2])["tables"]


@pytest.mark.usefixtures("server")
def test_the_data_moves_under_the_base_path():
    with serving(base="inspections") as address:
        assert get(f"{address}/data/grades.csv")[0] == 200
        assert get(f"{address}/data/nothing.csv")[0] == 404
