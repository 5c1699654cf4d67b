"""Dữ liệu mẫu: made whole or not at all, told from the office's own book, gone without a trace."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pdfplumber
import pytest

from app.bootstrap import AppContext, open_context
from app.demo import sample
from app.demo.sample import clear_leftovers, make_sample, remove_sample
from app.errors import FileBusy, StorageFull, StorageReadOnly
from app.paths import database_file, sample_dir
from app.rules.vocabulary import LetterState
from app.services.letters.service import LetterView
from app.services.plain import ListQuery
from app.services.sheets import write_sheet
from tests.conftest import NOW
from tests.exports.sheets.reading import open_sheet
from tests.factories import make_article, make_outlet
from tests.services.office_profiles import own_letter, state_profile

TODAY = datetime(2027, 3, 8, 9, 30)


def go_on(*_progress: object) -> bool:
    return True


def content(folder: Path) -> dict[str, str]:
    """Return every path under a folder; files with what is in them."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else "folder"
        for path in folder.rglob("*")
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a sample book and nothing else; only for copying and looking."""
    folder = tmp_path_factory.mktemp("sample")
    assert make_sample(folder, TODAY, go_on) == sample_dir(folder)
    return folder


@pytest.fixture
def data_dir(ctx: AppContext, made: Path) -> Path:
    """The folder of the office's own book, with a sample book in it."""
    shutil.copytree(sample_dir(made), sample_dir(ctx.data_dir))
    return ctx.data_dir


def test_a_sample_book_is_full_and_ends_today(made: Path) -> None:
    ctx = open_context(sample_dir(made), lambda: TODAY)
    assert ctx.is_sample
    assert ctx.records.count("incident", ListQuery()) == 30
    assert ctx.office.name() == "Sở Xây dựng"
    days = [
        ctx.records.get("incident", incident_id).values["learned_at"].date()
        for incident_id in ctx.records.ids("incident", ListQuery())
    ]
    ctx.close()
    assert date(2027, 2, 15) < max(days) <= TODAY.date()
    assert date(2026, 4, 15) < min(days) < date(2026, 5, 1)


def test_nothing_else_is_left_beside_it(made: Path) -> None:
    assert [path.name for path in made.iterdir()] == ["du-lieu-mau"]
    assert [path.name for path in sample_dir(made).iterdir()] == ["so-phat-ngon.db"]


def test_progress_is_told_in_words_and_reaches_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    make_sample(tmp_path, NOW, lambda *report: seen.append(report) or True)
    assert seen[0][1:] == (30, "vụ việc")
    assert (30, 30, "vụ việc") in seen
    last = seen[-1]
    assert last[0] == last[1]
    assert last[2] == "văn bản"


def test_made_twice_it_is_the_same_book(data_dir: Path) -> None:
    before = content(sample_dir(data_dir))
    assert make_sample(data_dir, NOW, lambda *_: pytest.fail("made anew")) == sample_dir(data_dir)
    assert content(sample_dir(data_dir)) == before


def test_stopped_halfway_nothing_is_left(ctx: AppContext) -> None:
    before = content(ctx.data_dir)
    assert make_sample(ctx.data_dir, NOW, lambda done, _size, _what: done < 4) is None
    assert content(ctx.data_dir) == before


def test_trouble_halfway_leaves_nothing(ctx: AppContext) -> None:
    def full(*_progress: object) -> bool:
        raise StorageFull("Ổ đĩa đã đầy.")

    before = content(ctx.data_dir)
    with pytest.raises(StorageFull):
        make_sample(ctx.data_dir, NOW, full)
    assert content(ctx.data_dir) == before


def test_a_half_made_sample_is_never_shown_and_goes_at_the_next_start(ctx: AppContext) -> None:
    before = content(ctx.data_dir)
    broken_off = ctx.data_dir / "~du-lieu-mau-1"
    broken_off.mkdir()
    (broken_off / "so-phat-ngon.db").write_bytes(b"half")
    assert not sample_dir(ctx.data_dir).exists()
    assert clear_leftovers(ctx.data_dir)
    assert content(ctx.data_dir) == before


def test_removed_it_leaves_the_folder_as_it_was_before(ctx: AppContext, made: Path) -> None:
    before = content(ctx.data_dir)
    shutil.copytree(sample_dir(made), sample_dir(ctx.data_dir))
    (sample_dir(ctx.data_dir) / "settings.json").write_text("{}")
    assert remove_sample(ctx.data_dir)
    assert content(ctx.data_dir) == before


def test_removing_what_is_not_there_is_no_trouble(ctx: AppContext) -> None:
    assert remove_sample(ctx.data_dir)


def test_a_sample_that_is_held_open_stays_whole_and_says_what_to_do(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_folder: Path, _to: Path) -> Path:
        raise PermissionError(13, "in use")

    before = content(data_dir)
    monkeypatch.setattr(Path, "rename", held)
    monkeypatch.setattr(sample, "_PATIENCE_SECONDS", 0)
    with pytest.raises(FileBusy, match="đang mở ở chương trình khác"):
        remove_sample(data_dir)
    assert content(data_dir) == before


def test_a_scanner_that_holds_the_folder_for_a_moment_is_waited_for(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, refusals = Path.rename, [1, 2]

    def busy_at_first(folder: Path, to: Path) -> Path:
        if refusals:
            refusals.pop()
            raise PermissionError(13, "in use")
        return rename(folder, to)

    monkeypatch.setattr(Path, "rename", busy_at_first)
    monkeypatch.setattr(sample, "_STEP_SECONDS", 0)
    assert remove_sample(data_dir)
    assert not sample_dir(data_dir).exists()


def test_what_cannot_be_deleted_goes_at_the_next_start(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", lambda *_args, **_how: None)
        assert not remove_sample(data_dir)
    assert not sample_dir(data_dir).exists()
    assert list(data_dir.glob("~du-lieu-mau-*"))
    assert clear_leftovers(data_dir)
    assert not list(data_dir.glob("~*"))


@pytest.mark.parametrize("holds", ["nothing", "own book", "no book", "file"])
def test_what_only_has_its_name_is_neither_shown_nor_deleted(ctx: AppContext, holds: str) -> None:
    folder = sample_dir(ctx.data_dir)
    if holds == "file":
        folder.write_text("của tôi")
    else:
        folder.mkdir()
    if holds == "own book":
        ctx.close()
        shutil.copy(database_file(ctx.data_dir), database_file(folder))
    if holds == "no book":
        database_file(folder).write_bytes(b"no book" * 999)
    before = content(ctx.data_dir)
    with pytest.raises(StorageReadOnly, match="không chứa dữ liệu mẫu"):
        make_sample(ctx.data_dir, NOW, go_on)
    with pytest.raises(StorageReadOnly, match="không chứa dữ liệu mẫu"):
        remove_sample(ctx.data_dir)
    assert content(ctx.data_dir) == before


# What a sample book gives out


def test_a_copy_of_the_file_is_a_sample_book_too(made: Path, tmp_path: Path) -> None:
    shutil.copy(database_file(sample_dir(made)), database_file(tmp_path))
    ctx = open_context(tmp_path)
    assert ctx.is_sample
    ctx.close()


def test_a_book_that_is_no_sample_stays_one(ctx: AppContext) -> None:
    ctx.close()
    again = open_context(ctx.data_dir, sample=True)
    assert not again.is_sample
    again.close()


def issued_letter(ctx: AppContext) -> LetterView:
    """Issue a letter of several pages."""
    ctx.office.save_profile(state_profile(ctx))
    draft = own_letter(ctx)
    body = tuple(f"{number}. Nội dung dài để sang trang. {'Chữ ' * 80}" for number in range(12))
    draft = ctx.letters.save_text(draft.id, draft.version, replace(draft.data, body=body))
    return ctx.letters.issue(draft.id, draft.version, NOW.date(), secrecy_confirmed=True)


def letter_words(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "letter.pdf"
    path.write_bytes(pdf)
    with pdfplumber.open(path) as document:
        # What stands across the page is written in letters larger than any of the text.
        return [
            "".join(char["text"] for char in page.chars if char["size"] > 30 or not char["upright"])
            for page in document.pages
        ] + [str(document.metadata["Title"])]


def test_letters_of_a_sample_book_say_so_on_every_page(tmp_path: Path) -> None:
    ctx = open_context(tmp_path / "mẫu", lambda: NOW, sample=True)
    letter = issued_letter(ctx)
    for pdf in (ctx.letters.frozen_pdf(letter.id), ctx.letters.preview(letter.data)):
        *pages, title = letter_words(pdf, tmp_path)
        assert len(pages) > 1
        assert set(pages) == {"DỮ LIỆU MẪU"}
        assert title.startswith("[DỮ LIỆU MẪU] ")
    ctx.close()


def test_letters_of_the_offices_own_book_do_not(ctx: AppContext, tmp_path: Path) -> None:
    letter = issued_letter(ctx)
    for pdf in (ctx.letters.frozen_pdf(letter.id), ctx.letters.preview(letter.data)):
        *pages, title = letter_words(pdf, tmp_path)
        assert set(pages) == {""}
        assert "MẪU" not in title


def test_a_letter_dated_today_can_be_issued_in_the_sample(data_dir: Path) -> None:
    ctx = open_context(sample_dir(data_dir), lambda: TODAY)
    article = make_article(
        ctx, outlet_id=make_outlet(ctx), kind="untrue", wrong_passage="Cầu sập.",
        true_content="Cầu không sập.", grounds="Biên bản.", published_at=TODAY,
    )  # fmt: skip
    draft = ctx.requests.save(ctx.requests.new_draft(article))
    assert ctx.letters.issue_warnings(draft.letter_id, TODAY.date()) == []
    issued = ctx.requests.issue(draft, TODAY.date(), secrecy_confirmed=True)
    assert issued.letter_state is LetterState.ISSUED
    assert issued.letter.date == TODAY.date()
    ctx.close()


def test_sheets_of_a_sample_book_say_so(made: Path, tmp_path: Path, ctx: AppContext) -> None:
    book = open_context(sample_dir(made), lambda: TODAY)
    marked, plain = tmp_path / "mẫu.xlsx", tmp_path / "sổ.xlsx"
    write_sheet(book, "correction_request", ListQuery(), marked)
    write_sheet(ctx, "correction_request", ListQuery(), plain)
    book.close()

    def cells(path: Path) -> list[object]:
        return [row[0].value for row in open_sheet(path).iter_rows(max_row=8)]

    assert "DỮ LIỆU MẪU, không phải sổ của cơ quan" in cells(marked)
    assert not [value for value in cells(plain) if "MẪU" in str(value)]
