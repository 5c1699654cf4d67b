"""The words of the correction request, read as the person who signs reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.letter_text.common import Voice, speaker
from app.rules.letter_text.correction import Point, RequestFacts, compose_request
from app.rules.vocabulary import ArticleKind, Layout, OutletType, RequestKind

ONE = (
    Point(
        "cầu sụt lún 12 cm.",
        "Kết quả quan trắc ngày 30 tháng 9 năm 2026 ghi nhận độ lún 0,4 cm,"
        " trong giới hạn cho phép của thiết kế",
    ),
)
TWO = (
    *ONE,
    Point(
        "“đơn vị thi công chưa từng bảo trì”",
        "công trình đã được bảo trì định kỳ ngày 15 tháng 3 năm 2026 theo Biên bản số 18/BB-BQL;",
    ),
)
FACTS = RequestFacts(
    voice=Voice(Layout.STATE, "Sở Xây dựng", "V/v"),
    kind=RequestKind.CORRECT,
    article_kind=ArticleKind.UNTRUE,
    outlet_name="Báo Điện tử Đồng bằng",
    outlet_type=OutletType.ONLINE,
    title="Cầu dân sinh ấp Kinh Mới sụt lún vì thi công ẩu",
    published_at=datetime(2026, 9, 28, 13, 19),
    section="Xã hội",
    author="Trần Văn B",
    url="https://dongbang.example/cau-dan-sinh",
    points=TWO,
    grounds="- Hồ sơ hoàn công;\n- Biên bản hiện trường ngày 30 tháng 9 năm 2026.",
    legal_basis="Điều 34 Luật Báo chí ngày 10 tháng 12 năm 2025",
    deadline=date(2026, 10, 15),
)
PARTY = Voice(Layout.PARTY, speaker("Tỉnh ủy An Giang", "T/M BAN THƯỜNG VỤ"))
OUTLETS = {
    OutletType.PRINT: {
        "outlet_name": "Tuổi Trẻ Đồng bằng",
        "published_at": datetime(2026, 9, 28),
        "issue": "215, trang 4",
        "url": "",
        "deadline": None,
    },
    OutletType.ONLINE: {},
    OutletType.RADIO: {
        "outlet_name": "Đài Phát thanh Đồng bằng",
        "published_at": datetime(2026, 9, 28, 6, 30),
        "programme": "Thời sự sáng",
        "section": "",
        "author": "",
        "url": "",
        "points": ONE,
    },
    OutletType.TELEVISION: {
        "outlet_name": "Báo và Phát thanh, Truyền hình Đồng bằng",
        "published_at": datetime(2026, 9, 28, 18, 0),
        "programme": "Chương trình Thời sự 18 giờ",
        "section": "",
        "author": "Nhóm phóng viên",
        "url": "",
        "legal_basis": "",
        "deadline": None,
        "article_kind": ArticleKind.INACCURATE,
    },
    OutletType.SOCIAL_CHANNEL: {
        "outlet_name": "Kênh Đồng bằng 24h",
        "section": "",
        "author": "",
        "points": ONE,
        "article_kind": ArticleKind.INCOMPLETE,
    },
}


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("kind", RequestKind)
def test_the_text_of_every_kind_layout_and_outlet(
    layout: Layout, kind: RequestKind, golden: Callable[[str, str], None]
) -> None:
    pages = []
    for outlet_type, facts in OUTLETS.items():
        voice = PARTY if layout is Layout.PARTY else FACTS.voice
        text = compose_request(
            replace(FACTS, kind=kind, outlet_type=outlet_type, voice=voice, **facts)
        )
        pages.append("\n".join([f"[{outlet_type.label}]", text.subject, "", *text.body, ""]))
    golden(f"letter_text/{layout.value}-{kind.value}.txt", "\n".join(pages))


@pytest.mark.parametrize(
    ("kind", "words", "right"),
    [
        (ArticleKind.UNTRUE, "là không đúng sự thật.", "Nội dung đúng như sau: "),
        (ArticleKind.INACCURATE, "là chưa chính xác.", "Nội dung chính xác như sau: "),
        (ArticleKind.INCOMPLETE, "là chưa đầy đủ.", "Nội dung đầy đủ như sau: "),
        (ArticleKind.UNVERIFIED, "là chưa chính xác.", "Nội dung chính xác như sau: "),
    ],
)
def test_the_finding_of_verification_changes_the_wording(
    kind: ArticleKind, words: str, right: str
) -> None:
    for points in (ONE, TWO):
        body = "\n".join(compose_request(replace(FACTS, article_kind=kind, points=points)).body)
        assert words in body
        assert right in body


def test_one_point_is_prose_and_several_are_numbered() -> None:
    prose = compose_request(replace(FACTS, points=ONE)).body
    assert prose[1].startswith(
        "Qua kiểm tra, xác minh, Sở Xây dựng nhận thấy nội dung “cầu sụt lún 12 cm”"
    )
    assert not any(paragraph.startswith("1. ") for paragraph in prose)
    numbered = compose_request(FACTS).body
    assert numbered[2].startswith("1. Nội dung “cầu sụt lún 12 cm” là không đúng sự thật.")
    assert numbered[3].startswith("2. Nội dung “đơn vị thi công chưa từng bảo trì”")


def test_a_party_subject_begins_as_its_style_asks() -> None:
    alone = compose_request(replace(FACTS, voice=PARTY))
    assert alone.subject == "Đề nghị cải chính thông tin trên Báo Điện tử Đồng bằng"
    behind = compose_request(replace(FACTS, voice=replace(PARTY, subject_prefix="về việc")))
    assert behind.subject == "đề nghị cải chính thông tin trên Báo Điện tử Đồng bằng"


def test_an_empty_request_still_reads_well() -> None:
    bare = replace(
        FACTS,
        points=(Point("", ""),),
        grounds="",
        legal_basis="",
        deadline=None,
        section="",
        author="",
        url="",
    )
    assert compose_request(bare).body == (
        "Lúc 13 giờ 19 phút ngày 28 tháng 9 năm 2026, Báo Điện tử Đồng bằng có đăng bài"
        " “Cầu dân sinh ấp Kinh Mới sụt lún vì thi công ẩu”.",
        "Qua kiểm tra, xác minh, Sở Xây dựng nhận thấy thông tin nêu trong bài viết là"
        " không đúng sự thật.",
        "Sở Xây dựng đề nghị Quý Báo đăng thông tin cải chính nội dung không đúng sự thật nêu trên"
        " theo quy định của pháp luật về báo chí, đồng thời thông báo kết quả bằng văn bản"
        " cho Sở Xây dựng.",
        "Sở Xây dựng trân trọng cảm ơn sự hợp tác của Quý Báo.",
    )


@pytest.mark.parametrize(
    ("point", "paragraph"),
    [
        (
            Point("cầu sụt", ""),
            "Qua kiểm tra, xác minh, Sở Xây dựng nhận thấy nội dung “cầu sụt” nêu trong bài viết"
            " là không đúng sự thật.",
        ),
        (
            Point("", "cầu không sụt"),
            "Qua kiểm tra, xác minh, Sở Xây dựng nhận thấy thông tin nêu trong bài viết là không"
            " đúng sự thật. Nội dung đúng như sau: Cầu không sụt.",
        ),
    ],
)
def test_half_a_point_gives_half_a_sentence(point: Point, paragraph: str) -> None:
    assert compose_request(replace(FACTS, points=(point,))).body[1] == paragraph


def test_quotes_inside_a_title_turn_single() -> None:
    body = compose_request(replace(FACTS, title='Ai "xẻ thịt" bờ kè?')).body
    assert "bài “Ai ‘xẻ thịt’ bờ kè?” của tác giả Trần Văn B" in body[0]


@pytest.mark.parametrize(
    ("office", "capacity", "who"),
    [
        ("Sở Xây dựng", "KT. GIÁM ĐỐC", "Sở Xây dựng"),
        ("Tỉnh ủy An Giang", "T/M BAN THƯỜNG VỤ", "Ban Thường vụ Tỉnh ủy An Giang"),
        ("Đảng ủy xã Kinh Mới", "T/M BAN CHẤP HÀNH", "Ban Chấp hành Đảng ủy xã Kinh Mới"),
        ("Ban Thường vụ Tỉnh ủy", "T/M BAN THƯỜNG VỤ", "Ban Thường vụ Tỉnh ủy"),
        (
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "K/T TRƯỞNG BAN",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        ),
        ("Ủy ban nhân dân tỉnh", "TM. ỦY BAN NHÂN DÂN", "Ủy ban nhân dân tỉnh"),
    ],
)
def test_who_speaks_is_whom_the_signer_signs_for(office: str, capacity: str, who: str) -> None:
    assert speaker(office, capacity) == who


UNQUOTED = "aăâbđ ÁỆ09.,;:!?…()-/\n\t\u00a0"
TYPED = st.text(st.sampled_from(UNQUOTED), max_size=40)
QUOTED = st.text(st.sampled_from(UNQUOTED + '“”"‘’«»'), max_size=40)


@given(QUOTED, TYPED, TYPED, QUOTED, st.sampled_from(RequestKind), st.sampled_from(OutletType))
def test_nothing_typed_spoils_the_marks(
    wrong: str, true: str, grounds: str, title: str, kind: RequestKind, outlet_type: OutletType
) -> None:
    text = compose_request(
        replace(
            FACTS,
            kind=kind,
            outlet_type=outlet_type,
            title=title,
            points=(Point(wrong, true), TWO[1]),
            grounds=grounds,
        )
    )
    for paragraph in (text.subject, *text.body):
        assert paragraph == " ".join(paragraph.split())
        assert "““" not in paragraph
        assert "”“" not in paragraph
        assert not paragraph.endswith((",", ";"))
    assert all(paragraph.endswith((".", "!", "?", "…", ":")) for paragraph in text.body)
