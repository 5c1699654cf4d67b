"""Texts that ask the same are alike, however they were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.wording.likeness import ALIKE, likeness

QUESTION = "Khi nào bờ kè ấp Kinh Mới được sửa xong? Kinh phí bao nhiêu?"


@pytest.mark.parametrize(
    "same",
    [
        "khi nao bo ke ap Kinh Moi duoc sua xong, kinh phi bao nhieu",
        "Xin hỏi khi nào bờ kè ấp Kinh Mới được sửa xong, thưa ông?",
        "Bờ kè ấp Kinh Mới khi nào được sửa xong?",
    ],
)
def test_the_same_question_in_other_words_is_alike(same: str) -> None:
    assert likeness(QUESTION, same) >= ALIKE


@pytest.mark.parametrize(
    "other",
    [
        "Khi nào cầu Cái Sắn được thông xe? Vốn đầu tư bao nhiêu?",
        "Đề nghị cung cấp danh sách dự án chậm tiến độ.",
        "",
    ],
)
def test_another_question_is_not(other: str) -> None:
    assert likeness(QUESTION, other) < ALIKE


@given(st.text(), st.text())
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) in (0, 1)
