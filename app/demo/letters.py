"""One letter of every document type for each layout, as an office might send it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from app.exports.letter.data import LetterData
from app.rules.numbering import document_symbol
from app.rules.vocabulary import DocumentType, Layout

_STATE: dict[str, Any] = {
    "superior_body": "UBND TỈNH AN GIANG",
    "issuing_body": "SỞ XÂY DỰNG",
    "signer_title": "GIÁM ĐỐC",
    "signer_name": "Nguyễn Minh Khang",
    "distribution": ("Như trên", "Sở Văn hóa và Thể thao (để theo dõi)", "Lưu: VT, VP"),
}
_PARTY: dict[str, Any] = {
    "superior_body": None,
    "issuing_body": "TỈNH ỦY AN GIANG",
    "capacity": ("T/M BAN THƯỜNG VỤ",),
    "signer_title": "PHÓ BÍ THƯ",
    "signer_name": "Trần Hữu Phước",
    "distribution": (
        "Như trên",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "Lưu Văn phòng Tỉnh ủy",
    ),
}
_PEOPLE = (
    "Ông Lê Hoàng Nam, Chánh Văn phòng",
    "Bà Phạm Thị Thanh Trúc, Phó Chánh Văn phòng",
    "Đại diện lãnh đạo các phòng, ban trực thuộc",
)

_CONTENTS: dict[DocumentType, dict[str, Any]] = {
    DocumentType.OFFICIAL_LETTER: {
        "subject": "tăng cường phát ngôn và cung cấp thông tin cho báo chí",
        "recipients": (
            "Các sở, ban, ngành cấp tỉnh",
            "Ủy ban nhân dân các xã, phường, đặc khu",
            "Các cơ quan báo chí trên địa bàn tỉnh",
        ),
        "body": (
            "Thời gian qua, việc phát ngôn và cung cấp thông tin cho báo chí được nhiều cơ quan,"
            " đơn vị thực hiện nghiêm túc. Tuy nhiên, một số nơi còn chậm, chưa chủ động. Để khắc"
            " phục, đề nghị các cơ quan, đơn vị thực hiện tốt các nội dung sau:",
            "1. Rà soát, bổ sung quy chế phát ngôn; phân công người phát ngôn và công bố họ tên,"
            " chức vụ, số điện thoại, thư điện tử của người phát ngôn trước ngày 05 tháng 12 năm"
            " 2026.",
            "2. Khi báo chí đăng thông tin chưa chính xác, chủ động xác minh và kịp thời có văn"
            " bản yêu cầu phản hồi, cải chính.",
            "3. Gửi báo cáo kết quả thực hiện trước ngày 15 tháng 12 hằng năm.",
            "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các cơ quan, đơn vị phản ánh để"
            " được hướng dẫn.",
        ),
    },
    DocumentType.DECISION: {
        "subject": "Về việc phân công người phát ngôn và cung cấp thông tin cho báo chí",
        "authority": "GIÁM ĐỐC SỞ XÂY DỰNG",
        "legal_bases": (
            "Căn cứ Luật Báo chí ngày 10 tháng 12 năm 2025",
            "Căn cứ Quy chế làm việc của cơ quan",
            "Theo đề nghị của Chánh Văn phòng",
        ),
        "body": (
            "Điều 1. Phân công ông Lê Hoàng Nam, Chánh Văn phòng, làm người phát ngôn và cung cấp"
            " thông tin cho báo chí.",
            "Điều 2. Người phát ngôn thực hiện nhiệm vụ theo quy định của pháp luật và quy chế của"
            " cơ quan; không ủy quyền tiếp cho người khác.",
            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.",
            "Điều 4. Chánh Văn phòng, các phòng, ban liên quan và ông Lê Hoàng Nam chịu trách"
            " nhiệm thi hành Quyết định này.",
        ),
        "distribution": ("Như Điều 4", "Các cơ quan báo chí", "Lưu: VT, VP"),
    },
    DocumentType.NOTICE: {
        "subject": "Danh sách người phát ngôn và cung cấp thông tin cho báo chí",
        "body": (
            "Cơ quan thông báo danh sách người phát ngôn và cung cấp thông tin cho báo chí như"
            " sau:",
            "1. Ông Lê Hoàng Nam, Chánh Văn phòng, điện thoại 0296 399 0201.",
            "2. Bà Phạm Thị Thanh Trúc, Phó Chánh Văn phòng, điện thoại 0296 399 0202.",
            "Danh sách này thay thế danh sách đã công bố trước đây.",
        ),
    },
    DocumentType.REPORT: {
        "subject": "Kết quả công tác phát ngôn và cung cấp thông tin cho báo chí năm 2026",
        "body": (
            "I. Tình hình chỉ đạo, triển khai",
            "Cơ quan đã quán triệt đầy đủ các quy định về phát ngôn đến các phòng, ban và đơn vị"
            " trực thuộc.",
            "II. Kết quả",
            "1. Phát ngôn định kỳ: tổ chức 12 lần cung cấp thông tin trên cổng thông tin điện tử.",
            "2. Xử lý thông tin sai: gửi 18 văn bản yêu cầu phản hồi, cải chính; 11 cơ quan báo"
            " chí đã đăng cải chính.",
            "III. Phương hướng",
            "Tiếp tục rút ngắn thời gian xác minh và trả lời báo chí.",
        ),
    },
    DocumentType.INVITATION: {
        "subject": "Dự giao ban báo chí quý IV năm 2026",
        "recipients": (
            "Đại diện lãnh đạo các cơ quan báo chí",
            "Phóng viên thường trú trên địa bàn tỉnh",
        ),
        "chair": "Bà Trần Thị Thu Hà, Phó Giám đốc",
        "time": "08 giờ 00, thứ Ba ngày 01 tháng 12 năm 2026",
        "venue": "Hội trường A, số 27 đường Trung Tâm, phường Long Sơn Tây",
        "body": (
            "Cơ quan tổ chức giao ban báo chí quý IV năm 2026, trân trọng kính mời:",
            "Đề nghị các đại biểu đến dự đúng thời gian, gửi câu hỏi trước ngày 27 tháng 11 năm"
            " 2026.",
        ),
    },
    DocumentType.AUTHORISATION: {
        "subject": "Phát ngôn về sự cố giàn giáo tại xã Kênh Ngang",
        "body": (
            "1. Người ủy quyền: Ông Nguyễn Minh Khang, người đứng đầu cơ quan.",
            "2. Người được ủy quyền: Bà Trần Thị Thu Hà, cấp phó của người đứng đầu.",
            "3. Nội dung ủy quyền: Phát ngôn, cung cấp thông tin cho báo chí về sự cố giàn giáo"
            " tại xã Kênh Ngang.",
            "4. Thời hạn: Từ ngày 16 tháng 11 năm 2026 đến ngày 30 tháng 11 năm 2026.",
            "Người được ủy quyền không được ủy quyền tiếp cho người khác.",
        ),
    },
    DocumentType.PLAN: {
        "subject": "Tập huấn nghiệp vụ phát ngôn và cung cấp thông tin cho báo chí năm 2027",
        "body": (
            "I. Mục đích, yêu cầu",
            "Nâng cao kỹ năng phát ngôn, trả lời phỏng vấn và xử lý thông tin trên báo chí.",
            "II. Nội dung",
            "1. Thời gian: 02 ngày trong tháng 3 năm 2027.",
            "2. Thành phần: người phát ngôn và người được ủy quyền của các đơn vị.",
            "III. Tổ chức thực hiện",
            "Văn phòng chủ trì, phối hợp với các đơn vị liên quan thực hiện Kế hoạch này.",
        ),
    },
    DocumentType.MINUTES: {
        "subject": "Họp xác minh nội dung báo nêu về mặt đường tại xã Kênh Ngang",
        "chair": "Bà Trần Thị Thu Hà, Phó Giám đốc",
        "venue": "Phòng họp số 2",
        "started_at": "14 giờ 00, ngày 16 tháng 11 năm 2026",
        "ended_at": "16 giờ 30 cùng ngày",
        "attendees": _PEOPLE,
        "secretary_name": "Phạm Thị Thanh Trúc",
        "signer_name": "Trần Thị Thu Hà",
        "signer_title": "",
        "capacity": (),
        "body": (
            "1. Chánh Văn phòng trình bày nội dung bài báo và kết quả kiểm tra hiện trường.",
            "2. Các thành viên thống nhất: đoạn đường chưa nghiệm thu, nhà thầu đã sửa chữa xong.",
            "3. Kết luận: giao Văn phòng soạn văn bản yêu cầu cải chính trong ngày 17 tháng 11"
            " năm 2026.",
        ),
    },
    DocumentType.COMMUNIQUE: {
        "subject": "Về tiến độ sửa chữa mặt đường tại xã Kênh Ngang",
        "body": (
            "Ngày 16 tháng 11 năm 2026, đoạn mặt đường hư hỏng tại xã Kênh Ngang đã được nhà thầu"
            " sửa chữa xong bằng kinh phí của nhà thầu.",
            "Tuyến đường đang thi công và dự kiến nghiệm thu trong quý I năm 2027.",
            "Cơ quan đề nghị báo chí và người dân theo dõi thông tin chính thức trên cổng thông"
            " tin điện tử.",
        ),
    },
}


def demo_letters() -> Iterator[tuple[str, LetterData]]:
    """Yield a file name and a letter for each layout and document type."""
    for layout in Layout:
        for number, document_type in enumerate(DocumentType, start=7):
            letter = _letter(layout, document_type, number)
            yield f"{layout.value}-{document_type.value}.pdf", letter


def _letter(layout: Layout, document_type: DocumentType, number: int) -> LetterData:
    house = _STATE if layout is Layout.STATE else _PARTY
    content = {**house, **_CONTENTS[document_type]}
    above = "Như trên"
    if document_type not in (DocumentType.OFFICIAL_LETTER, DocumentType.INVITATION):
        content["distribution"] = tuple(line for line in content["distribution"] if line != above)
    if document_type is DocumentType.DECISION and layout is Layout.PARTY:
        content["authority"] = "BAN THƯỜNG VỤ TỈNH ỦY AN GIANG"
        content["distribution"] = ("Như Điều 4", "Lưu Văn phòng Tỉnh ủy")
    return LetterData(
        layout=layout,
        document_type=document_type,
        number=number,
        symbol=document_symbol(
            layout, document_type, "SXD-VP" if layout is Layout.STATE else "CV/TU"
        ),
        place="An Giang",
        date=date(2026, 11, 16),
        **content,
    )
