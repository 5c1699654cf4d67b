"""What the README promises is so."""

from __future__ import annotations

import re
from pathlib import Path

from app.commands.letter import read_letter
from app.main import _COMMANDS
from app.services.sheets import SHEETS

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_its_example_of_a_letter_is_one(tmp_path: Path) -> None:
    example = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert example is not None
    path = tmp_path / "letter.json"
    path.write_text(example[1], encoding="utf-8")
    assert read_letter(path).recipients == ("Báo Điện tử Đồng bằng",)


def test_it_names_every_command_and_every_sheet() -> None:
    for word, _module, _help in _COMMANDS:
        assert f"`python -m app {word} " in README
    for name in (sheet.name for sheet in SHEETS.values()):
        assert name in README


def test_its_two_commands_come_first_and_its_files_exist() -> None:
    first = README.split("```")[1]
    assert "python3 build/dev.py run" in first
    assert "python3 build/dev.py test" in first
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (Path(__file__).parent.parent / target).exists(), target
