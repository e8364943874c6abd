"""Records that a council adds over the data: marked as its own everywhere, and never in the place of another."""

import io
import os
import re
from html import unescape

import openpyxl
import pytest

from analysis import naming
from analysis.citations import page_link
from analysis.comparison.all_strands import all_strands
from analysis.comparison.standings import compared, later_held, standings
from analysis.selection import Selection
from exhibits.timeline import timeline
from exports.open_data import answer
from exports.picture import picture
from exports.workbook import exhibit_workbook
from loaders import DataFolderError, current, data_folder, load, watching
from loaders.__main__ import main
from loaders.data_folder import DATA, folders_of, named_folders
from tests.builders import INSPECTION, INSPECTION_TEXT, PLAN, PLAN_TEXT, SAMPLE, VISIT_TEXT, replace, small_data, write
from tests.pages.driver import html_of, open_page

VISIT = "inspections/york/2026-focused-visit.yaml"
DRAFT = VISIT_TEXT.format(
    start="2026-05-05", end="2026-05-06", published="null", file="letter.pdf\n  checked: 2026-11-28"
)
OWN = "The council’s own record, not published by Ofsted"


@pytest.fixture
def own(tmp_path):
    """A folder with a visit whose letter is not published yet."""
    write(tmp_path / "own" / VISIT, DRAFT)
    return tmp_path / "own"


@pytest.fixture
def shown(own, monkeypatch):
    """The sample data and that folder over it, as a server shows them."""
    monkeypatch.setenv("INSPECTIONS_DATA", os.pathsep.join([str(SAMPLE), str(own)]))
    return current()


def test_an_added_record_is_marked_in_the_tables_and_at_data(shown):
    marked = shown.inspections.set_index("inspection")["own"]
    assert list(marked[marked].index) == ["york/2026-focused-visit"]
    lines = answer(shown, "inspections.csv").body.decode("utf-8-sig").splitlines()
    column = lines[0].split(",").index("own")
    assert column == len(lines[0].split(",")) - 1
    rows = {line.split(",")[0]: line.rsplit(",", 1)[1] for line in lines[1:]}
    assert rows["york/2026-focused-visit"].lower() == "true"
    assert rows["york/2022-ilacs"].lower() == "false"
    assert "May 2026 (council’s own record)" in answer(shown, "feed.atom", [("authority", "york")]).body.decode()


@pytest.mark.parametrize("page", ["timeline", "actions"])
def test_pages_of_the_council_say_so(shown, page):
    at = open_page(page, authority="York")
    assert not at.exception
    assert any(said.value.startswith(OWN) and "May 2026" in said.value for said in at.info)
    other = open_page(page, authority="Leeds")
    assert not any(OWN in said.value for said in other.info)


def test_names_sources_and_details_say_so(shown):
    assert naming.inspection_label(shown, "york/2026-focused-visit").endswith("May 2026 (council’s own record)")
    assert naming.source_name(shown, "york/2026-focused-visit").startswith(f"{OWN}: York, focused visit of May 2026")
    assert naming.source_name(shown, "york/2022-ilacs").startswith("Ofsted, York")
    assert page_link(shown, "york/2026-focused-visit") is None
    at = open_page("timeline", authority="York", inspection=naming.inspection_label(shown, "york/2026-focused-visit"))
    assert re.search(rf"Whose record.*{OWN}", html_of(at), re.DOTALL)


def test_figures_that_rest_on_it_say_so_in_their_files(shown):
    york, leeds = (timeline(shown, Selection((authority,))) for authority in ("york", "leeds"))
    assert york.said_by == "Counted from what Ofsted published, and the council’s own record, not published by Ofsted"
    assert york.said_by in " ".join(unescape(block["text"]) for block in picture(york)["above"])
    book = openpyxl.load_workbook(io.BytesIO(exhibit_workbook(shown, york)))
    cells = [str(cell) for row in book.worksheets[0].values for cell in row]
    assert york.said_by in cells
    assert any(OWN in cell and "May 2026" in cell for cell in cells)
    assert not any("own record" in text for text in (leeds.said_by, *leeds.sources))


@pytest.mark.parametrize(("name", "text"), [(INSPECTION, INSPECTION_TEXT), (PLAN, PLAN_TEXT)])
def test_none_takes_the_place_of_another(tmp_path, name, text):
    data, own = small_data(tmp_path), tmp_path / "own"
    write(own / name, text.replace("Ada Smith", "Eve Smith").replace("Action plan", "Another plan"))
    ds = load(data, own)
    assert ds.inspections["lead_inspector"].tolist() == ["Ada Smith"]
    assert ds.plans["title"].tolist() == ["Action plan"]
    assert not ds.inspections["own"].any()
    assert not ds.plans["own"].any()
    assert ds.problems["file"].tolist() == [f"own/{name}"]
    assert f"has the same id as data/{name}" in ds.problems["message"][0]


def test_nor_of_one_that_only_the_statistics_know(tmp_path):
    known = load(SAMPLE)
    listed = known.sources.loc[known.sources["statistics"], "record"]
    taken = next(record for record in listed if record.endswith("ilacs"))
    year = taken.split("/")[1][:4]
    text = INSPECTION_TEXT.replace("2022-03", f"{year}-03").replace("2022-05", f"{year}-05")
    write(tmp_path / "own" / f"inspections/{taken}.yaml", text)
    ds = load(SAMPLE, tmp_path / "own")
    assert not ds.inspections["own"].any()
    assert f"own/inspections/{taken}.yaml" in ds.problems["file"].tolist()


def test_a_running_server_sees_edits_of_it(own, shown, monkeypatch):
    monkeypatch.setattr(watching, "LOOK_EVERY", 0.0)
    monkeypatch.setattr(watching, "QUIET", 0.0)
    replace(own / VISIT, "end: 2026-05-06", "end: 2026-05-07")
    ends = {str(current().inspections.set_index("inspection")["end"]["york/2026-focused-visit"])[:10] for _ in range(3)}
    assert "2026-05-07" in ends
    write(own / VISIT, "framework: [")
    for _ in range(3):
        ds = current()
    assert ds.outdated
    assert ds.problems["file"].tolist() == [f"own/{VISIT}"]


def test_which_folder_is_whole_and_which_adds(own, tmp_path, monkeypatch):
    assert folders_of([own]) == (DATA, (own,))
    assert folders_of([own, SAMPLE]) == folders_of([SAMPLE, own]) == (SAMPLE, (own,))
    missing = tmp_path / "missing"
    assert folders_of([missing]) == (missing, ())
    with pytest.raises(DataFolderError, match="Name one"):
        folders_of([SAMPLE, missing])
    monkeypatch.delenv("INSPECTIONS_DATA")
    assert folders_of(named_folders()) == (DATA, ())


def test_check_takes_such_a_folder(own, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(data_folder, "DATA", small_data(tmp_path))
    write(own / "inspections/york/2022-ilacs.yaml", INSPECTION_TEXT)
    assert main(["check", str(own)]) == 1
    assert "own/inspections/york/2022-ilacs.yaml:1: has the same id as data/inspections/" in capsys.readouterr().out
    (own / "inspections/york/2022-ilacs.yaml").unlink()
    assert main(["check", str(own)]) == 0


def test_an_inspection_that_is_not_published_counts_alike_in_each_answer(own, monkeypatch):
    """It is known by its start: the standing, the matrix and what newer reports say may not differ."""
    text = INSPECTION_TEXT.replace("2022-03", "2026-03").replace("2022-05-04", "null")
    text = text.replace("framework: ilacs_2018", "framework: ilacs_2023")
    text = text.replace("  children_in_care_and_care_leavers:", "  care_leavers: Good\n  children_in_care:")
    write(own / "inspections/york/2026-ilacs.yaml", text)
    monkeypatch.setenv("INSPECTIONS_DATA", os.pathsep.join([str(SAMPLE), str(own)]))
    ds = current()
    assert not len(ds.problems), ds.problems["message"].tolist()
    comparison = compared(ds, Selection(("york",)), "chosen", "help_and_protection")
    assert standings(ds, comparison)["inspection"].tolist() == ["york/2026-ilacs"]
    assert standings(ds, comparison, comparison.day)["inspection"].tolist() == ["york/2026-ilacs"]
    assert set(all_strands(ds, comparison)["inspection"]) == {"york/2026-ilacs"}
    assert later_held(ds, comparison, ds.as_at).empty
