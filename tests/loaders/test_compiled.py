"""The compiled copy: the same frames as from the records, whatever the records are like, and never in the way."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from loaders import DATA, DataFolderError, Dataset, load, loading
from loaders.dataset import compiled
from tests.builders import INSPECTION, SAMPLE, replace, small_data, write

ROOT = DATA.parent


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty folder for copies."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("INSPECTIONS_CACHE", str(folder))
    return folder


@pytest.fixture
def built(monkeypatch):
    """Of which authorities records were read, each time that frames were made from records; None for all."""
    times = []
    read = loading.checked_records
    monkeypatch.setattr(
        loading,
        "checked_records",
        lambda folder, authorities=None, added=(): times.append(authorities) or read(folder, authorities, added),
    )
    return times


def copies(cache):
    return sorted(cache.glob("*.frames"))


def same(one: Dataset, other: Dataset) -> None:
    """Hold two datasets to be equal: values, types, order, days and versions."""
    assert (one.fingerprint, one.outdated) == (other.fingerprint, other.outdated)
    assert one.as_at == other.as_at or (one.as_at is pd.NaT and other.as_at is pd.NaT)
    for name in Dataset.frame_names():
        a, b = getattr(one, name), getattr(other, name)
        pd.testing.assert_frame_equal(a, b, check_exact=True, obj=name)
        assert [repr(kind) for kind in a.dtypes] == [repr(kind) for kind in b.dtypes], name
        assert type(a.index) is type(b.index), name


def broken(folder: Path, *changes: tuple[str, str]) -> Path:
    data = small_data(folder)
    for old, new in changes:
        replace(data / INSPECTION, old, new)
    return data


def emptied(data: Path) -> Path:
    """Take the records away."""
    for part in ("inspections", "action_plans"):
        shutil.rmtree(data / part)
    return data


FOLDERS = {
    "the data": lambda folder: SAMPLE,
    "a small folder": small_data,
    "a record with an error": lambda folder: broken(folder, ("depth: coded", "depth: codde")),
    "a record that is no YAML": lambda folder: broken(folder, ("framework: ilacs_2018", "framework: [")),
    "a warning": lambda folder: broken(folder, ("start: 2022-03-07", "start: 2012-03-07")),
    "no record": lambda folder: emptied(small_data(folder)),
    "no vocabulary": lambda folder: write(folder / "data" / "themes.yaml", "themes: [").parent,
}


@pytest.mark.parametrize("kind", FOLDERS)
def test_frames_of_the_copy_are_those_of_the_records(tmp_path, cache, built, kind):
    data = FOLDERS[kind](tmp_path)
    first, again = load(data), load(data)
    assert len(built) == 1
    same(first, again)


def test_one_changed_byte_of_the_data_makes_the_copy_another_one(tmp_path, cache, built):
    data = small_data(tmp_path)
    before = load(data)
    about = (data / INSPECTION).stat()
    replace(data / INSPECTION, "Ada Smith", "Eve Smith")
    os.utime(data / INSPECTION, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert load(data).inspections["lead_inspector"].tolist() == ["Eve Smith"]
    replace(data / INSPECTION, "Eve Smith", "Ada Smith")
    same(load(data), before)
    assert len(built) == 2


@pytest.mark.parametrize("change", ["vocabulary", "added", "removed", "renamed"])
def test_so_does_any_other_file(tmp_path, cache, built, monkeypatch, change):
    data = small_data(tmp_path)
    load(data)
    if change == "vocabulary":
        replace(data / "authorities.csv", "york,York", "york,City of York")
    elif change == "added":
        write(data / "inspections/york/2012-sif.yaml", "framework: [")
    elif change == "removed":
        (data / INSPECTION).unlink()
    else:
        (data / INSPECTION).rename(data / "inspections/york/2021-ilacs.yaml")
    changed = load(data)
    assert len(built) == 2
    monkeypatch.setenv("INSPECTIONS_CACHE", "")
    same(changed, load(data))


YORK = "inspections/york/2025-ilacs.yaml"
LEEDS = "inspections/leeds/2025-ilacs.yaml"
EDITS = {
    "a name": ({"york"}, (YORK, "Rachel Fairhurst", "Rachel Fairhurst-Smith")),
    "a day that the statistics give otherwise": ({"york"}, (YORK, "start: 2025-02-24", "start: 2025-02-20")),
    "two authorities": (
        {"york", "leeds"},
        (YORK, "Rachel Fairhurst", "R. Fairhurst"),
        (LEEDS, "lead_inspector: ", "lead_inspector: Dr "),
    ),
    "a plan": ({"york"}, ("action_plans/york/2022-action-plan.yaml", "\ntitle: Ofsted", "\ntitle: The Ofsted")),
    "a reading that a record does not hold": (
        None,
        ("codings/york/2025-ilacs.csv", "1,front_door,strength", "1,front_door,mixed"),
    ),
    "a record that breaks": (None, (YORK, "leaders: Outstanding", "leaders: Outstandng")),
    "a paragraph that others refer to": (None, ("inspections/york/2022-ilacs.yaml", "id: R1", "id: R88")),
    "the vocabulary": (None, ("collection.yaml", "as_at_note: ", "as_at_note: See. ")),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The data, to be edited."""
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("whole") / "data"))


@pytest.mark.parametrize("edit", EDITS)
def test_a_change_costs_the_authorities_concerned_and_comes_out_as_all_made_anew(
    whole, cache, built, monkeypatch, edit
):
    """Where a problem is or was, all records are read, as it may be a matter of several of them."""
    concerned, *changes = EDITS[edit]
    before = {whole / path: (whole / path).read_bytes() for path, _, _ in changes}
    load(whole)
    try:
        for path, old, new in changes:
            replace(whole / path, old, new)
        changed = load(whole)
        assert built[-1] == concerned
        monkeypatch.setenv("INSPECTIONS_CACHE", "")
        same(changed, load(whole))
    finally:
        for path, content in before.items():
            path.write_bytes(content)


def test_problems_name_the_folder_they_are_of(tmp_path, cache):
    data = broken(tmp_path, ("depth: coded", "depth: codde"))
    assert load(data).problems["file"].tolist() == [f"data/{INSPECTION}"]
    data.rename(tmp_path / "elsewhere")
    assert load(tmp_path / "elsewhere").problems["file"].tolist() == [f"elsewhere/{INSPECTION}"]


DAMAGE = {
    "cut short": lambda raw: raw[: len(raw) // 2],
    "empty": lambda raw: b"",
    "one bit": lambda raw: raw[:5000] + bytes([raw[5000] ^ 1]) + raw[5001:],
    "longer": lambda raw: raw + b"\0",
    "something else": lambda raw: b"PK\3\4" * 1000,
    "of another key": lambda raw: b"0" * 64 + raw[64:],
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_or_foreign_copy_is_made_again(tmp_path, cache, built, kind):
    data = small_data(tmp_path)
    first = load(data)
    (copy,) = copies(cache)
    whole = copy.read_bytes()
    copy.write_bytes(DAMAGE[kind](whole))
    same(load(data), first)
    assert len(built) == 2
    assert copy.read_bytes() == whole


@pytest.mark.parametrize("change", ["code", "library"])
def test_a_copy_of_another_version_is_not_read(tmp_path, cache, built, monkeypatch, change):
    data = small_data(tmp_path)
    load(data)
    compiled._code.cache_clear()
    if change == "library":
        monkeypatch.setattr(pd, "__version__", "99.0")
    else:
        read = Path.read_bytes
        monkeypatch.setattr(Path, "read_bytes", lambda path: read(path) + b"#" * (path.name == "checks.py"))
    load(data)
    monkeypatch.undo()
    compiled._code.cache_clear()
    assert len(built) == 2


def test_what_is_changed_while_it_is_read_is_not_kept(tmp_path, cache, monkeypatch):
    data = small_data(tmp_path)
    read = loading.checked_records

    def meanwhile(folder, added):
        records = read(folder, added=added)
        replace(data / INSPECTION, "Ada Smith", "Eve Smith")
        return records

    monkeypatch.setattr(loading, "checked_records", meanwhile)
    load(data)
    assert copies(cache) == []


def test_a_folder_that_is_not_there_is_no_empty_one(tmp_path, cache):
    (tmp_path / "data").mkdir()
    assert load(tmp_path / "data").inspections.empty
    (tmp_path / "data").rmdir()
    with pytest.raises(DataFolderError):
        load(tmp_path / "data")


def test_without_a_place_to_write_all_goes_on(tmp_path, monkeypatch):
    data = small_data(tmp_path)
    monkeypatch.setenv("INSPECTIONS_CACHE", str(write(tmp_path / "a-file", "")))
    same(load(data), load(data))
    monkeypatch.setenv("INSPECTIONS_CACHE", "")
    before = sorted(tmp_path.rglob("*"))
    same(load(data), load(data))
    assert sorted(tmp_path.rglob("*")) == before


def test_the_next_place_serves_where_the_first_takes_nothing(tmp_path, built, monkeypatch):
    data = small_data(tmp_path)
    monkeypatch.delenv("INSPECTIONS_CACHE", raising=False)
    write(tmp_path / "home", "no folder")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(compiled.tempfile, "tempdir", str(tmp_path / "temporary"))
    load(data), load(data)
    assert len(built) == 1
    assert len(list((tmp_path / "temporary").rglob("*.frames"))) == 1


def test_nothing_is_written_among_the_data(tmp_path, cache):
    data = small_data(tmp_path)
    before = sorted(data.rglob("*"))
    load(data)
    assert sorted(data.rglob("*")) == before


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="asks who owns a folder")
def test_a_folder_where_others_may_write_is_not_trusted(tmp_path, cache, built):
    data = small_data(tmp_path)
    load(data)
    cache.chmod(0o777)
    load(data)
    assert len(built) == 2


def test_old_copies_go(tmp_path, cache, monkeypatch):
    monkeypatch.setattr(compiled, "MOST", 300_000)
    data = small_data(tmp_path)
    load(data)
    size = copies(cache)[0].stat().st_size
    stale = write(cache / "x.unfinished", "")
    os.utime(stale, (0, 0))
    for number in range(300_000 // size + 4):
        replace(data / INSPECTION, "lead_inspector: ", f"lead_inspector: {number}")
        os.utime(write(cache / f"{number}.unfinished", ""), (time.time(),) * 2)
        load(data)
    assert 2 <= len(copies(cache)) <= 300_000 // size + 1
    assert not stale.exists()
    assert (cache / "0.unfinished").exists()


def test_many_processes_at_once_leave_one_whole_copy(tmp_path, cache):
    code = "import sys, loaders; ds = loaders.load(sys.argv[1]); print(len(ds.findings), ds.fingerprint)"
    data = small_data(tmp_path)
    command = [sys.executable, "-c", code, str(data)]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(4)]
    said = {process.communicate()[0] for process in running}
    ds = load(data)
    assert said == {f"{len(ds.findings)} {ds.fingerprint}\n"}
    assert [path.suffix for path in cache.iterdir()] == [".frames"]
