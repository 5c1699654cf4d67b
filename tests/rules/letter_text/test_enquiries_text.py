"""The letters to the press about what it asked (duty 2), as the person who signs reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from app.rules.letter_text.common import Voice
from app.rules.letter_text.enquiries import EnquiryFacts, answer_to_press, refusal_to_press
from app.rules.vocabulary import EnquiryChannel, EnquiryKind, Layout, OutletType
from app.rules.wording.press_names import outlet_words

STATE = Voice(Layout.STATE, "Sở Xây dựng", "V/v")
PARTY = Voice(Layout.PARTY, "Ban Thường vụ Tỉnh ủy An Giang")
FACTS = EnquiryFacts(
    kind=EnquiryKind.QUESTION,
    channel=EnquiryChannel.WRITTEN,
    received_at=datetime(2026, 10, 2),
    title="tiến độ sửa bờ kè.",
    question="Khi nào xong?\nBao nhiêu tiền?",
    asker="nhà báo Trần Văn B",
    outlet=outlet_words("Đồng bằng", OutletType.PRINT),
    law="Điều 32 Luật Báo chí",
)


def test_the_answer_says_what_was_asked_and_keeps_each_paragraph() -> None:
    text = answer_to_press(STATE, FACTS, " Xong trong tháng 11. \n\nKinh phí 2 tỷ đồng.")
    assert text.subject == "trả lời Báo Đồng bằng về nội dung “tiến độ sửa bờ kè”"
    assert text.body == (
        "Ngày 02 tháng 10 năm 2026, Sở Xây dựng nhận được câu hỏi bằng văn bản của nhà báo Trần"
        " Văn B, Báo Đồng bằng, nội dung: “Khi nào xong? Bao nhiêu tiền?”.",
        "Căn cứ Điều 32 Luật Báo chí, Sở Xây dựng trả lời như sau:",
        "Xong trong tháng 11.",
        "Kinh phí 2 tỷ đồng.",
        "Sở Xây dựng thông tin để Quý Báo biết, sử dụng theo quy định của pháp luật về báo chí.",
    )
    assert text.recipients == ("Báo Đồng bằng",)


def test_the_party_begins_its_subject_with_a_capital_and_closes_shortly() -> None:
    text = answer_to_press(PARTY, FACTS, "Xong.")
    assert text.subject.startswith("Trả lời Báo Đồng bằng")
    assert text.body[-1] == "Ban Thường vụ Tỉnh ủy An Giang thông tin để Quý Báo biết."


def test_the_refusal_names_its_ground_and_what_comes_later() -> None:
    text = refusal_to_press(
        STATE, FACTS, "thuộc bí mật nhà nước.", "khoản 2 Điều 31 Luật Báo chí", "đang thẩm định"
    )
    assert text.subject == "từ chối cung cấp thông tin về “tiến độ sửa bờ kè”"
    assert text.body[1:] == (
        "Nội dung này thuộc bí mật nhà nước.",
        "Căn cứ khoản 2 Điều 31 Luật Báo chí, Sở Xây dựng chưa cung cấp thông tin theo câu hỏi"
        " nêu trên.",
        "Đang thẩm định.",
        "Khi đủ điều kiện cung cấp theo quy định, Sở Xây dựng sẽ thông tin tới Quý Báo.",
    )


@pytest.mark.parametrize("kind", EnquiryKind)
@pytest.mark.parametrize("channel", EnquiryChannel)
def test_every_kind_through_every_channel_makes_a_sentence(
    kind: EnquiryKind, channel: EnquiryChannel
) -> None:
    text = answer_to_press(STATE, replace(FACTS, kind=kind, channel=channel), "Có.")
    assert "  " not in " ".join((text.subject, *text.body))


def test_who_asks_for_himself_is_written_to_by_name() -> None:
    alone = replace(FACTS, outlet=None, law="")
    text = answer_to_press(STATE, alone, "Có.")
    assert text.recipients == ("nhà báo Trần Văn B",)
    assert text.body[1] == "Sở Xây dựng trả lời như sau:"
    assert answer_to_press(STATE, replace(alone, asker=""), "Có.").recipients == ()
