"""Duties 7 and 8: who may speak for a body about a matter on a day, and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.duties.entitlement import Entitlement, Matter, Verdict, entitled
from app.rules.duties.spokespersons import Assignment, Authorisation
from app.rules.legal import LegalText, bases_for
from app.rules.vocabulary import LegalDuty, SpeakerKind

TEXTS = (
    LegalText(LegalDuty.SPEAKING, "Nghị định 09/2017", date(2017, 3, 30), date(2026, 6, 30), False),
    LegalText(LegalDuty.SPEAKING, "Nghị định 244/2026", date(2026, 7, 1), None, False),
)
KE = 7  # the incident "Sạt lở bờ kè"
SPOKESPERSON = Assignment(
    1,
    "Nguyễn Văn An",
    date(2025, 7, 1),
    position="Chánh Văn phòng",
    phone="0913",
    email="a@b.vn",
    decision_number="12/QĐ-SXD",
    decision_date=date(2025, 6, 28),
    published_on=date(2025, 7, 2),
    announced_on=date(2025, 7, 2),
)
PAPER = Authorisation(
    5,
    grantor="Trần Thị Đầu",
    grantee="Lê Văn Phó",
    begins=date(2026, 10, 1),
    ends=date(2026, 10, 15),
    position="Phó Giám đốc",
    phone="0914",
    email="c@d.vn",
    incident_id=KE,
    incident="Sạt lở bờ kè",
    scope="Diễn biến vụ việc.",
    paper_number="05/GUQ-SXD",
    signed_at=datetime(2026, 10, 1, 8, 0),
    published_at=datetime(2026, 10, 1, 9, 0),
)


def ask(
    *records: Assignment | Authorisation,
    on: date = date(2026, 10, 5),
    matter: Matter = Matter(KE, "Sạt lở bờ kè"),
    texts: tuple[LegalText, ...] = TEXTS,
    ceased: str = "",
) -> Entitlement:
    return entitled(
        datetime.combine(on, time(9, 0)),
        matter,
        [one for one in records if isinstance(one, Assignment)],
        [one for one in records if isinstance(one, Authorisation)],
        bases_for(texts, LegalDuty.SPEAKING, on),
        ceased,
    )


def the(answer: Entitlement, record: Assignment | Authorisation) -> Verdict:
    kind = SpeakerKind.SPOKESPERSON if isinstance(record, Assignment) else SpeakerKind.AUTHORISED
    return answer.of(kind, record.id)


def test_the_head_always_may_speak() -> None:
    head = ask(matter=Matter()).of(SpeakerKind.HEAD)
    assert head.may_speak
    assert head.reason == "Người đứng đầu luôn được phát ngôn."


def test_an_assigned_spokesperson_may_speak_about_anything_while_assigned() -> None:
    """Duty 7."""
    verdict = the(ask(SPOKESPERSON, matter=Matter()), SPOKESPERSON)
    assert verdict.may_speak
    assert verdict.cautions == ()
    assert verdict.reason == (
        "Được phân công theo Quyết định số 12/QĐ-SXD ngày 28/06/2025, từ 01/07/2025."
    )


@pytest.mark.parametrize(
    ("over", "reason"),
    [
        ({"ends": date(2026, 10, 4)}, "Đã thôi từ 05/10/2026."),
        ({"begins": date(2026, 10, 6)}, "Chưa đến ngày: được phân công từ 06/10/2026."),
        ({"is_deleted": True}, "Bản ghi phân công đã xóa khỏi sổ; khôi phục nếu xóa nhầm."),
    ],
)
def test_nobody_speaks_by_an_assignment_before_after_or_without_it(over, reason) -> None:
    """Duty 7."""
    one = replace(SPOKESPERSON, **over)
    verdict = the(ask(one), one)
    assert not verdict.may_speak
    assert verdict.reason == reason


def test_whoever_was_replaced_may_not_speak_from_the_day_the_other_begins() -> None:
    """Duty 7."""
    new = Assignment(2, "Trần Bình", date(2026, 10, 5), replaces=1)
    answer = ask(SPOKESPERSON, new)
    assert the(answer, new).may_speak
    assert the(answer, SPOKESPERSON).reason == "Đã thôi từ 05/10/2026, Trần Bình thay."
    assert the(ask(SPOKESPERSON, new, on=date(2026, 10, 4)), SPOKESPERSON).may_speak


def test_what_is_missing_about_a_spokesperson_is_a_caution_not_a_refusal() -> None:
    """Duty 7: names, phones and mail are made known to the press."""
    bare = Assignment(3, "Trần Bình", date(2026, 1, 1))
    verdict = the(ask(bare), bare)
    assert verdict.may_speak
    assert verdict.cautions == (
        "Chưa có số điện thoại và email.",
        "Sổ chưa có số, ngày quyết định phân công; bổ sung.",
        "Chưa công bố trên cổng thông tin tính đến ngày này.",
    )


def test_an_authorised_person_may_speak_about_the_case_within_the_dates() -> None:
    """Duty 8."""
    verdict = the(ask(PAPER), PAPER)
    assert verdict.may_speak
    assert verdict.name == "Lê Văn Phó (Phó Giám đốc)"
    assert verdict.reason == (
        "Giấy ủy quyền số 05/GUQ-SXD ngày 01/10/2026, từ 01/10/2026 đến 15/10/2026, vụ việc “Sạt "
        "lở bờ kè”. Phạm vi: Diễn biến vụ việc. Không được ủy quyền tiếp."
    )


@pytest.mark.parametrize(
    ("over", "reason"),
    [
        ({"ends": date(2026, 10, 4)}, "Ủy quyền về “Sạt lở bờ kè” đã hết hạn: đến hết 04/10/2026."),
        (
            {"begins": date(2026, 10, 6)},
            "Ủy quyền về “Sạt lở bờ kè” chưa có hiệu lực: từ 06/10/2026.",
        ),
        (
            {"signed_at": datetime(2026, 10, 6, 8, 0)},
            "Ủy quyền về “Sạt lở bờ kè” chưa có hiệu lực: từ 06/10/2026, ký 06/10/2026 08:00.",
        ),
        ({"incident_id": 8, "incident": "Cháy"}, "Ủy quyền cho vụ việc khác: “Cháy”."),
        (
            {"incident_id": None, "incident": "", "case_text": "Mở đường ven biển"},
            "Ủy quyền cho vụ việc khác: “Mở đường ven biển”.",
        ),
        ({"signed_at": None}, "Chưa có giấy ủy quyền về “Sạt lở bờ kè”: chưa ghi số và ngày ký."),
        ({"paper_number": ""}, "Chưa có giấy ủy quyền về “Sạt lở bờ kè”: chưa ghi số và ngày ký."),
        ({"is_deleted": True}, "Giấy ủy quyền đã xóa khỏi sổ; khôi phục nếu xóa nhầm."),
    ],
)
def test_an_authorisation_is_refused_outside_its_paper_its_dates_and_its_case(over, reason) -> None:
    """Duty 8."""
    one = replace(PAPER, **over)
    verdict = the(ask(one), one)
    assert not verdict.may_speak
    assert verdict.reason == reason


def test_an_authorisation_without_a_recorded_incident_is_known_by_its_words() -> None:
    """Duty 8."""
    by_words = replace(PAPER, incident_id=None, incident="", case_text="Sạt lở  bờ kè")
    assert the(ask(by_words), by_words).may_speak
    assert the(ask(by_words, matter=Matter(None, "sạt lở bờ kè")), by_words).may_speak
    assert not the(ask(by_words, matter=Matter(None, "Sạt lở bờ kẽ")), by_words).may_speak


def test_without_a_matter_an_authorised_person_is_refused_with_the_name_of_the_case() -> None:
    """Duty 8."""
    verdict = the(ask(PAPER, matter=Matter()), PAPER)
    assert verdict.reason == "Chỉ được nói về vụ việc “Sạt lở bờ kè”; chọn vụ việc để biết."


def test_who_was_authorised_cannot_authorise_another() -> None:
    """Duty 8: no sub-delegation, also where the names differ only in how they are typed."""
    second = replace(PAPER, id=6, grantor="LÊ  VĂN PHÓ", grantee="Phạm Tư")
    answer = ask(PAPER, second)
    assert the(answer, PAPER).may_speak
    assert not the(answer, second).may_speak
    assert the(answer, second).reason == (
        "LÊ  VĂN PHÓ chỉ là người được ủy quyền (Giấy ủy quyền số 05/GUQ-SXD ngày 01/10/2026, "
        "từ 01/10/2026 đến 15/10/2026) nên không được ủy quyền tiếp."
    )


def test_who_was_authorised_at_another_time_may_authorise_as_head_now() -> None:
    before = replace(PAPER, id=6, grantee="Trần Thị Đầu", grantor="Vũ Cũ", ends=date(2026, 9, 1))
    before = replace(before, begins=date(2026, 8, 1), signed_at=datetime(2026, 8, 1, 8, 0))
    assert the(ask(before, PAPER), PAPER).may_speak


@pytest.mark.parametrize(
    ("on", "law"),
    [(date(2026, 6, 30), "Nghị định 09/2017"), (date(2026, 7, 1), "Nghị định 244/2026")],
)
def test_the_answer_rests_on_the_law_of_the_day(on: date, law: str) -> None:
    """The switch of the law on 01/07/2026 runs through the answer (duties 7, 8)."""
    basis = ask(SPOKESPERSON, on=on).basis
    assert basis == f"Căn cứ áp dụng ngày {on:%d/%m/%Y}: {law} (chưa kiểm chứng)."


def test_a_confirmed_text_is_not_called_unconfirmed_and_none_at_all_is_said() -> None:
    confirmed = tuple(replace(text, confirmed=True) for text in TEXTS)
    assert ask(texts=confirmed).basis == "Căn cứ áp dụng ngày 05/10/2026: Nghị định 244/2026."
    assert "chưa có căn cứ pháp lý" in ask(texts=()).basis


def test_nobody_speaks_for_a_body_that_is_no_more() -> None:
    answer = ask(SPOKESPERSON, PAPER, ceased="Sở A không còn hoạt động.")
    assert answer.allowed() == ()
    assert {one.reason for one in answer.verdicts} == {"Sở A không còn hoạt động."}


def test_a_pick_from_another_body_is_refused() -> None:
    assert not ask(SPOKESPERSON).of(SpeakerKind.SPOKESPERSON, 99).may_speak


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(begins=DAYS, ends=DAYS, signed=DAYS, on=DAYS, incident=st.sampled_from([KE, 8]))
def test_an_authorisation_never_holds_outside_its_dates_or_for_another_case(
    begins: date, ends: date, signed: date, on: date, incident: int
) -> None:
    """Duty 8."""
    one = replace(
        PAPER, begins=begins, ends=ends, signed_at=datetime.combine(signed, time(8)), incident="X"
    )
    may = the(ask(one, on=on, matter=Matter(incident, "Y")), one).may_speak
    assert may == (max(begins, signed) <= on <= ends and incident == KE)
