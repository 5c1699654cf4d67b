"""When the trial under Wine is due."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    import trial

    for name in ("build/windows/installer.nsi", "app/paths.py", "app/ui/pages/list_page.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(trial, "ROOT", tmp_path)
    monkeypatch.setattr(trial, "_TRIED", tmp_path / "build" / "windows" / "tried.txt")
    monkeypatch.delenv("SO_PHAT_NGON_TRY_WINDOWS", raising=False)
    return tmp_path


def test_it_depends_on_the_installer_and_on_what_only_windows_does(tree: Path) -> None:
    from trial import digest

    before = digest()
    (tree / "app" / "ui" / "pages" / "list_page.py").write_text("changed")
    assert digest() == before
    (tree / "app" / "paths.py").write_text("changed")
    assert digest() != before


def run(monkeypatch: pytest.MonkeyPatch) -> tuple[int, bool]:
    """Return the exit code, and whether the trial was begun."""
    import trial

    begun: list[Path] = []
    monkeypatch.setattr(trial, "_try", lambda out, _given: begun.append(out) or 0)
    monkeypatch.setattr("sys.argv", ["try-windows", "--if-changed"])
    return trial.main(), bool(begun)


def test_what_was_tried_as_it_is_is_not_tried_again_unless_asked(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import trial

    trial._TRIED.write_text(f"{trial.digest()}\nthe trial of 2026-11-24\n")
    assert run(monkeypatch) == (0, False)
    assert "since the trial of 2026-11-24" in capsys.readouterr().out
    monkeypatch.setenv("SO_PHAT_NGON_TRY_WINDOWS", "1")
    assert run(monkeypatch) == (0, True)


def test_a_change_is_tried(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch) == (0, True)


def test_where_there_is_no_wine_that_is_said(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import trial
    from wine import NoWine

    def no_wine(*_arguments: object) -> int:
        raise NoWine("only root can set up Wine")

    monkeypatch.setattr(trial, "_try", no_wine)
    monkeypatch.setattr("sys.argv", ["try-windows"])
    assert trial.main() == 3
    assert "only root" in capsys.readouterr().err
