"""A wrong letter, grade, day or theme of a record is found: here in a small folder, by ``python -m tests.mutations`` in all records."""

from tests.loaders.test_verify import data, look_up  # noqa: F401
from tests.mutations import FOUND, LEGITIMATE, MISSED, score


def test_every_change_of_a_small_record_is_found_but_a_theme_that_was_read_once(data):  # noqa: F811
    counts = score(data, [data.parent / "sources"])
    themes = counts.pop("theme: another one")
    assert themes == {LEGITIMATE: themes.total()}
    assert themes.total() > 0
    for kind, told in counts.items():
        assert told[FOUND] > 0, kind
        assert told[MISSED] == told[LEGITIMATE] == 0, kind


def test_a_day_that_the_source_does_not_print_can_be_any(data):  # noqa: F811
    report = data.parent / "sources/report.txt"
    report.write_text(report.read_text(encoding="utf-8").replace("Published: 4 May 2022\n", ""), encoding="utf-8")
    record = data / "inspections/york/2022-ilacs.yaml"
    said = "not_printed: [published]\nnotes: [{kind: context, text: 'The day is that of the site.'}]\npublished:"
    record.write_text(record.read_text(encoding="utf-8").replace("published:", said, 1), encoding="utf-8")
    assert look_up(data).problems == []
    assert score(data, [data.parent / "sources"])["day: published"] == {LEGITIMATE: 4}
