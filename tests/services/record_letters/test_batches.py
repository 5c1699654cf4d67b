"""Many letters at once: made, signed, issued with consecutive numbers, printed as one file."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest
from pypdf import PdfReader

from app.bootstrap import AppContext
from app.errors import DatabaseDamaged, FieldErrors, NotFound
from app.exports.letter import engine
from app.models import LetterFile
from app.rules.vocabulary import EnvelopeSize, LetterState, NumberSource
from app.services.progress import Stopped
from app.services.record_letters.batches import LetterBatchView
from app.services.record_letters.purposes import Address
from tests.conftest import NOW
from tests.factories import make_incident
from tests.services.office_profiles import party_profile, state_profile

TODAY = NOW.date()
PAPERS = (
    Address("Báo An Giang", "12 Nguyễn Trung Trực, phường Rạch Giá"),
    Address("Đài Phát thanh và Truyền hình An Giang"),
    Address("Báo Thời sự", "1 Lê Lợi"),
)


def incident(ctx: AppContext, title: str = "Sụt lún bờ kè", **over: object) -> int:
    return make_incident(ctx, title=title, **{"description": "Kè sụt 20 mét.", **over})


def batch(ctx: AppContext, **how: object) -> LetterBatchView:
    return ctx.batches.create("test_report", [incident(ctx)], PAPERS, **how)


def issued(ctx: AppContext, made: LetterBatchView, **how: object) -> LetterBatchView:
    return ctx.batches.issue(made.id, TODAY, secrecy_confirmed=True, **how)


def pages(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [page.extract_text() for page in opened.pages]


def bookmarks(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [entry[1] for entry in opened.doc.get_outlines()]


def test_each_addressee_gets_a_letter(office: AppContext) -> None:
    made = batch(office)
    assert [draft.letter.recipients for draft in made.letters] == [
        (paper.name,) for paper in PAPERS
    ]
    assert [draft.addresses for draft in made.letters] == [(paper,) for paper in PAPERS]
    assert office.batches.open(made.id) == made
    assert made.count(LetterState.DRAFT) == 3
    assert {draft.batch_id for draft in made.letters} == {made.id}


def test_or_all_stand_in_one_letter(office: AppContext) -> None:
    (one,) = batch(office, together=True).letters
    assert one.letter.recipients == tuple(paper.name for paper in PAPERS)
    assert one.addresses == PAPERS


def test_many_records_give_one_letter_each_to_whom_the_facts_name(office: AppContext) -> None:
    records = [incident(office, title) for title in ("Cháy chợ", "Sạt lở")]
    made = office.batches.create("test_report", records)
    assert [draft.record_id for draft in made.letters] == records
    assert [draft.letter.subject for draft in made.letters] == [
        "báo cáo vụ việc Cháy chợ",
        "báo cáo vụ việc Sạt lở",
    ]
    assert made.letters[0].letter.recipients == ("Ủy ban nhân dân tỉnh",)


def test_nothing_chosen_is_told(office: AppContext) -> None:
    with pytest.raises(FieldErrors, match="Chưa chọn hồ sơ"):
        office.batches.create("test_report", [])
    with pytest.raises(NotFound):
        office.batches.open(77)


def test_all_are_signed_and_issued_with_consecutive_numbers(office: AppContext) -> None:
    made = batch(office)
    assert office.batches.next_number(made.id, TODAY) == "01"
    signed = office.batches.sign(made.id, secrecy_confirmed=True)
    assert signed.count(LetterState.SIGNED) == 3
    done = issued(office, made)
    assert [draft.reference for draft in done.letters] == ["01/SXD-VP", "02/SXD-VP", "03/SXD-VP"]
    assert done.count(LetterState.ISSUED) == 3
    assert office.records.get("incident", done.letters[0].record_id).values["state"] == "closed"
    with pytest.raises(FieldErrors, match="đã có số"):
        issued(office, made)


def test_the_numbers_of_the_registry_clerk_follow_from_the_first(office: AppContext) -> None:
    profile = state_profile(office, version=1, number_source=NumberSource.REGISTRY_CLERK)
    office.office.save_profile(profile)
    made = batch(office)
    with pytest.raises(FieldErrors) as caught:
        issued(office, made)
    assert set(caught.value.errors) == {"number"}
    done = issued(office, made, first_number="41")
    assert [draft.letter_number for draft in done.letters] == ["41", "42", "43"]


def test_one_that_is_not_ready_keeps_all_of_them_from_going_out(office: AppContext) -> None:
    records = [incident(office), incident(office, "Cháy chợ", description="")]
    made = office.batches.create("test_report", records)
    assert office.batches.problems(made.id, TODAY) == [
        "Văn bản gửi Ủy ban nhân dân tỉnh: Ghi diễn biến vụ việc trước khi báo cáo."
    ]
    with pytest.raises(FieldErrors):
        issued(office, made)
    assert office.batches.open(made.id).count(LetterState.DRAFT) == 2
    assert office.batches.next_number(made.id, TODAY) == "01"


def test_without_the_word_about_secrets_none_goes_out(office: AppContext) -> None:
    made = batch(office)
    for step in (office.batches.sign, lambda *a, **k: office.batches.issue(*a, TODAY, **k)):
        with pytest.raises(FieldErrors):
            step(made.id, secrecy_confirmed=False)
    assert office.batches.open(made.id).count(LetterState.DRAFT) == 3


def test_work_that_is_broken_off_leaves_everything_as_it_was(office: AppContext) -> None:
    told: list[tuple[int, int]] = []

    def stop_at_the_second(_words: str, done: int, total: int) -> bool:
        told.append((done, total))
        return done < 1

    with pytest.raises(Stopped):
        batch(office, progress=stop_at_the_second)
    assert told == [(0, 0), (0, 3), (1, 3)]
    made = batch(office)
    with pytest.raises(Stopped):
        issued(office, made, progress=stop_at_the_second)
    assert office.batches.open(made.id).count(LetterState.DRAFT) == 3
    assert office.batches.next_number(made.id, TODAY) == "01"


def test_all_print_as_one_file_with_a_bookmark_for_each(office: AppContext) -> None:
    made = batch(office)
    assert "DỰ THẢO" in pages(office.batches.pdf(made.id))[0]
    assert "DỰ THẢO" not in pages(office.batches.pdf(made.id, marked=False))[0]
    done = issued(office, made)
    pdf = office.batches.pdf(made.id)
    assert bookmarks(pdf) == [f"0{n} – {paper.name}" for n, paper in enumerate(PAPERS, start=1)]
    for text, draft in zip(pages(pdf), done.letters, strict=True):
        assert f"Số: {draft.reference}" in text
        assert text == pages(office.letters.frozen_pdf(draft.letter_id))[0]


def test_what_was_issued_is_joined_as_it_is_and_never_set_again(
    office: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = issued(office, batch(office))
    monkeypatch.setattr(engine, "render_letters", lambda *_args, **_more: pytest.fail("set again"))
    whole = PdfReader(io.BytesIO(office.batches.pdf(done.id)))
    frozen = [
        page.get_contents().get_data()
        for draft in done.letters
        for page in PdfReader(io.BytesIO(office.letters.frozen_pdf(draft.letter_id))).pages
    ]
    assert [page.get_contents().get_data() for page in whole.pages] == frozen


def test_a_frozen_file_that_is_damaged_is_told_and_not_printed(office: AppContext) -> None:
    done = issued(office, batch(office))
    with office.db.writing() as session:
        file = session.get(LetterFile, done.letters[1].letter_id)
        file.pdf = file.pdf[:-1] + b"x"
    with pytest.raises(DatabaseDamaged, match="không còn nguyên vẹn"):
        office.batches.pdf(done.id)


def test_a_later_change_of_the_office_does_not_reach_what_was_issued(ctx: AppContext) -> None:
    profile = ctx.office.save_profile(party_profile(ctx))
    made = batch(ctx)
    issued(ctx, made)
    before = ctx.batches.pdf(made.id)
    ctx.office.save_profile(replace(profile, name="Tỉnh ủy Kiên Giang"))
    assert ctx.batches.pdf(made.id) == before


def test_what_a_jammed_printer_left_is_printed_from_a_letter_on(office: AppContext) -> None:
    done = issued(office, batch(office))
    rest = office.batches.pdf(done.id, done.letters[1].letter_id)
    assert bookmarks(rest) == [f"0{n} – {PAPERS[n - 1].name}" for n in (2, 3)]


def test_a_void_letter_is_not_printed_with_the_others(office: AppContext) -> None:
    done = issued(office, batch(office))
    office.record_letters.void(done.letters[1], "Nhầm")
    assert len(pages(office.batches.pdf(done.id))) == 2


@pytest.mark.parametrize(
    ("size", "width", "height"), [(EnvelopeSize.C5, 229, 162), (EnvelopeSize.DL, 220, 110)]
)
def test_an_envelope_for_each_addressee(
    office: AppContext, size: EnvelopeSize, width: int, height: int
) -> None:
    done = issued(office, batch(office))
    ids = [draft.letter_id for draft in done.letters]
    pdf = office.batches.envelopes(ids, size)
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            assert round(page.width / 72 * 25.4) == width
            assert round(page.height / 72 * 25.4) == height
            for word in page.extract_words():
                assert word["x0"] / 72 * 25.4 > 10
                assert word["x1"] / 72 * 25.4 < width - 10
                assert word["bottom"] / 72 * 25.4 < height - 8
    texts = pages(pdf)
    assert len(texts) == 3
    for text, paper, draft in zip(texts, PAPERS, done.letters, strict=True):
        assert "SỞ XÂY DỰNG" in text
        assert f"Số: {draft.reference}" in text
        flat = " ".join(text.split())
        assert "Kính gửi:" in flat
        assert paper.name in flat
        assert paper.address in flat


def test_a_letter_without_addresses_takes_whom_it_is_written_to(office: AppContext) -> None:
    draft = office.record_letters.create("test_invitation", incident(office))
    (text,) = pages(office.batches.envelopes([draft.letter_id], EnvelopeSize.DL))
    assert "Đại diện các cơ quan báo chí" in text
    minutes = office.record_letters.create("test_minutes", incident(office))
    with pytest.raises(FieldErrors, match="bì thư"):
        office.batches.envelopes([minutes.letter_id], EnvelopeSize.DL)
