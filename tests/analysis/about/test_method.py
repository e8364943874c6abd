"""The method as the About page tells it: texts, and tables that hold what the data hold."""

from analysis.about.method import sections, tables
from analysis.themes.recurrence import STATUSES


def test_every_section_has_a_text(ds):
    found = sections(ds)
    assert len({heading for heading, _ in found}) == len(found)
    assert all(text.strip() for _, text in found)


def test_words_of_the_data_are_made_safe(ds):
    """Whoever shows the text says how: here every word of the data turns into stars."""
    plain, starred = dict(sections(ds)), dict(sections(ds, lambda words: "***"))
    assert plain.keys() == starred.keys()
    assert any("***" in text for text in starred.values())


def test_tables_hold_every_entry_of_the_vocabulary(ds):
    frames = [(heading, caption, rows) for heading, _ in sections(ds) for caption, rows in tables(ds, heading)]
    assert all(len(rows) for _, _, rows in frames)
    cells = {str(cell) for *_, rows in frames for cell in rows.to_numpy().ravel()}
    for words in (ds.judgements["label"], ds.themes["label"], ds.glossary["meaning"], STATUSES.values()):
        assert set(words) <= cells
