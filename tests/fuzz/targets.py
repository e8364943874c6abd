"""What must hold for any bytes whatever: each reader answers or refuses, with an address, in bounded time and memory."""

from __future__ import annotations

import copy
import resource
import tempfile
import time
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml

from loaders import DATA
from loaders.dataset.frames import build
from loaders.records import plan_schema, schema
from loaders.records.checks import Words, inspection_problems
from loaders.records.checks_codings import coding_problems
from loaders.records.checks_plans import plan_problems
from loaders.records.codings import CodingRow
from loaders.records.contents import Records
from loaders.records.files import read_model, read_rows
from loaders.records.one_record import problems_of
from loaders.records.problems import Problem, Refused, at_most, severe
from loaders.records.reading import read_records, read_vocabulary
from loaders.reports import as_draft_yaml, draft, read_bytes
from loaders.statistics.edition import NotUnderstood, edition_rows, read_official
from tests import paper
from tests.builders import INSPECTION_TEXT, PLAN_TEXT, SAMPLE
from tests.fuzz.inputs import PRINT, WORDS, Choices, changed, sheets, text
from tests.loaders.reports import test_hard_texts as hard
from tests.spreadsheets import small_edition, write_ods

MOST_SECONDS = 2.0
"""Of processor time, for one input."""
MOST_MEGABYTES = 500
ID = "york/2022-ilacs"
CODINGS = "paragraph,theme,first,second,settled,reason\n1,leadership,strength,strength,strength,\n"
RECORDS = [INSPECTION_TEXT, PLAN_TEXT]
REPORTS = [
    front + "Lead inspector: Ada Smith\n\n" + hard.LIST + "- plans for children\n\n# Leaders\n\n1. Leaders know.\n\n2. Plans are good.\n\n" + "They are well led. " * 30
    for front in (hard.ILACS, hard.SINGLE, hard.SETS, hard.LETTER, hard.JOINT)
]  # fmt: skip


class Broken(AssertionError):
    """A reader that did not keep a promise."""


@cache
def _folder() -> str:
    return tempfile.mkdtemp(prefix="inspections-fuzz-")


def _with(name: str, data: bytes) -> Path:
    path = Path(_folder(), name)
    path.write_bytes(data)
    return path


@cache
def _vocabulary() -> dict[str, Any]:
    return read_vocabulary(DATA)


def _addressed(problems: list[Problem], lines: int) -> None:
    for problem in problems:
        if not (problem.file and problem.message and 1 <= problem.line <= lines + 1):
            raise Broken(f"a problem without an address: {problem!r} of {lines} lines")


@cache
def _held() -> Records:
    """The data folder of the sample, as read: what a record is checked beside."""
    return read_records(SAMPLE)


def as_a_record(data: bytes) -> None:
    """Bytes as the file of an inspection, then as that of a plan and of its codings: read, checked, made into frames."""
    path = _with("2022-ilacs.yaml", data)
    held = _held()
    records = Records(vocabulary=held.vocabulary, inspection_ids={ID, *held.inspection_ids}, origins=dict(held.origins))
    inspection = read_model(records, path.parent, path, schema.Inspection, ID)
    plan = read_model(records, path.parent, path, plan_schema.ActionPlan, f"action_plans/{ID}")
    rows = read_rows(records, path.parent, path, CodingRow) or []
    if inspection:
        records.inspections[ID] = inspection
        records.problems += at_most(inspection_problems(ID, inspection, records, Words(records)))
    if plan:
        records.plans[ID] = plan
        records.problems += at_most(plan_problems(ID, plan, records))
    if rows:
        records.codings[ID] = [row for _, row in rows]
        records.origins[f"codings/{ID}"] = rows[0][0]
        records.problems += at_most(coding_problems(ID, records))
    _addressed(records.problems, max(1, len(data.decode("utf-8", "replace").splitlines())))
    if (inspection or plan) and not severe(records.problems):
        build(records)
    text = data.decode("utf-8", "replace")
    _addressed(problems_of(text, ID, held.vocabulary), max(1, len(text.splitlines())))


def yaml_bytes(data: bytes) -> None:
    """Any bytes."""
    as_a_record(data)


def yaml_text(data: bytes) -> None:
    """The text of a record or of codings, with lines cut, repeated, moved and filled with strange words."""
    made = text(Choices(data), [*RECORDS, CODINGS], WORDS)
    as_a_record(made.encode("utf-8", "surrogatepass"))


def record(data: bytes) -> None:
    """The structure of a record, with parts of it something else."""
    choices = Choices(data)
    made = changed(choices, copy.deepcopy(choices.one_of([yaml.safe_load(one) for one in RECORDS])))
    as_a_record(yaml.safe_dump(made, allow_unicode=True, sort_keys=False, default_flow_style=False).encode())


def _as_a_report(name: str, data: bytes) -> None:
    try:
        read = draft(read_bytes(name, data), _vocabulary())
    except Refused as refused:
        _addressed([refused.problem], 1)
        return
    made = as_draft_yaml(read)
    _addressed(problems_of(made, ID, _vocabulary()), len(made.splitlines()))


def report_bytes(data: bytes) -> None:
    """Any bytes as a report."""
    _as_a_report("report.txt", data)


def report_text(data: bytes) -> None:
    """The text of a report or a letter, with lines cut, repeated, moved and filled with words that the reader looks for."""
    _as_a_report("report.txt", text(Choices(data), REPORTS, [*PRINT, *WORDS]).encode("utf-8", "replace"))


@cache
def _pdf() -> bytes:
    return paper.ilacs().pdf()


def pdf(data: bytes) -> None:
    """The bytes of a PDF, some of them others."""
    choices, made = Choices(data), bytearray(_pdf())
    while choices.left:
        at = choices.number(len(made) - 1)
        part = choices.one_of([b"", b"\0", b"\xff", b"endobj", b"<<", b">>", b"/Length 999999999", b"/Count -1", b"99999999999", b"3 0 R"])  # fmt: skip
        made[at : at + choices.one_of([0, 1, 5, 100])] = part
    _as_a_report("report.pdf", bytes(made))


def _as_statistics(path: Path) -> None:
    words = _vocabulary()
    try:
        read = read_official(path, words["frameworks"])
        edition_rows(read, words["authorities"].authorities, words["frameworks"])
    except Refused as refused:
        _addressed([refused.problem], 2_000_000)
    except NotUnderstood as error:
        _addressed(error.problems, 2_000_000)


def statistics(data: bytes) -> None:
    """An edition of Ofsted's statistics, with cells, rows and sheets something else."""
    made = sheets(Choices(data), small_edition())
    path = _with("edition.ods", b"")
    _as_statistics(
        write_ods(path, {name: [[_cell(cell) for cell in row] for row in rows] for name, rows in made.items()})
    )


def _cell(value: Any) -> Any:
    """A cell that XML can hold."""
    return "".join(letter for letter in value if letter >= " ") if isinstance(value, str) else value


@cache
def _spreadsheet(kind: str) -> bytes:
    if kind == "ods":
        return write_ods(_with("whole.ods", b""), small_edition()).read_bytes()
    from openpyxl import Workbook

    book, file = Workbook(), BytesIO()
    for name, rows in small_edition().items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(file)
    return file.getvalue()


def spreadsheet_bytes(data: bytes) -> None:
    """The bytes of an ODS or XLSX file, some of them others; and any bytes."""
    choices = Choices(data)
    made = bytearray(_spreadsheet(choices.one_of(["ods", "xlsx"])))
    while choices.left:
        at = choices.number(len(made) - 1)
        made[at : at + choices.one_of([1, 1, 4, 50])] = bytes([choices.number(255)])
    _as_statistics(_with("edition.xlsx", bytes(made)))
    _as_statistics(_with("edition.ods", data))


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (yaml_bytes, yaml_text, record, report_bytes, report_text, pdf, statistics, spreadsheet_bytes)
}


def tried(name: str, data: bytes) -> str:
    """Give bytes to a target. Returns what went wrong, or nothing: an exception, or more time or memory than an input may cost."""
    before, began = _megabytes(), time.process_time()
    try:
        TARGETS[name](data)
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:300]}"
    took, grown = time.process_time() - began, _megabytes() - before
    if took > MOST_SECONDS:
        return f"took {took:.1f} seconds of processor time"
    return f"took {grown:.0f} megabytes" if grown > MOST_MEGABYTES else ""


def _megabytes() -> float:
    """The most memory that this process and those it started have had."""
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
