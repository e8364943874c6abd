"""``python -m exports briefing``: what it writes, what it keeps, and wrong use."""

import pytest

from exports.__main__ import main


def test_the_command_line_writes_a_paper_and_keeps_what_is_there(tmp_path, capsys):
    out = tmp_path / "paper.html"
    assert (
        main(["briefing", "--authority", "York", "--out", str(out), "--sections", "standing", "--as-at", "2022-12-31"])
        == 0
    )
    assert "Requires improvement to be good in all four judgements" in out.read_text(encoding="utf-8")
    assert main(["briefing", "--authority", "york", "--out", str(out)]) == 1
    assert "exists already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--authority", "yrok", "--out", "x.docx"], "You asked for “yrok”, which is not in this data."),
        (["--authority", "york", "--out", "x.odt"], "no paper is written as .odt"),
        (["--authority", "york", "--out", "x.docx", "--sections", "weather"], "There is no section weather."),
        (["--authority", "york", "--out", "x.docx", "--as-at", "tomorrow"], "You asked for “tomorrow”"),
    ],
)
def test_wrong_use_is_answered_with_a_sentence(tmp_path, monkeypatch, capsys, arguments, sentence):
    monkeypatch.chdir(tmp_path)
    assert main(["briefing", *arguments]) == 2
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
