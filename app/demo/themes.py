"""What happens in the demo: incidents of many fields, what was written, what is true.

In braces stand what each story fills in: {place}, {road}, {number}, {less}, {percent}, {day}.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """One kind of incident. ``points`` are pairs of wrong and true content."""

    field: str
    title: str
    description: str
    body: str
    headlines: tuple[str, ...]
    points: tuple[tuple[str, str], ...]
    grounds: tuple[str, ...]


THEMES = (
    Theme(
        "Giao thông",
        "Mặt đường hư hỏng trên {road}",
        "Người dân {place} phản ánh mặt đường bong tróc, đọng nước sau các trận mưa lớn.",
        "Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
        (
            "Đường tiền tỷ vừa làm đã nát",
            "Người dân {place} khổ vì con đường mới",
            "Ai chịu trách nhiệm về {road}?",
        ),
        (
            (
                "{road} đã nghiệm thu từ lâu nhưng hư hỏng trên toàn tuyến dài {number} km",
                "tuyến đường đang thi công, chưa nghiệm thu; đoạn hư hỏng dài {less} m tại vị trí"
                " thoát nước tạm và đã được nhà thầu sửa chữa xong ngày {day}",
            ),
            (
                "nhà thầu không bị xử lý, kinh phí sửa chữa do ngân sách chi trả",
                "nhà thầu tự chi trả toàn bộ kinh phí sửa chữa theo hợp đồng, ngân sách không"
                " phát sinh thêm",
            ),
            (
                "đã có {number} vụ tai nạn trên tuyến đường này trong một tháng",
                "theo thống kê của lực lượng chức năng, trong thời gian nêu trên không xảy ra"
                " vụ tai nạn nào trên tuyến",
            ),
        ),
        (
            "Biên bản kiểm tra hiện trường ngày {day} có xác nhận của chủ đầu tư, tư vấn giám sát"
            " và Ủy ban nhân dân {place}",
            "Hợp đồng thi công và nhật ký công trình",
        ),
    ),
    Theme(
        "Nhà ở",
        "Phản ánh về dự án nhà ở xã hội tại {place}",
        "Có ý kiến cho rằng việc xét duyệt người mua nhà ở xã hội thiếu minh bạch.",
        "Sở Xây dựng",
        (
            "Nhà ở xã hội vào tay người giàu?",
            "Khuất tất trong xét duyệt nhà ở xã hội",
            "Người thu nhập thấp tại {place} bị bỏ quên",
        ),
        (
            (
                "có {number} căn hộ đã bán cho người không thuộc đối tượng",
                "cả {number} hồ sơ đã được hậu kiểm, {less} hồ sơ còn thiếu giấy tờ đã được yêu cầu"
                " bổ sung và chưa ký hợp đồng",
            ),
            (
                "danh sách người mua không được công khai",
                "danh sách được niêm yết tại trụ sở Ủy ban nhân dân {place} và đăng trên cổng"
                " thông tin điện tử từ ngày {day}",
            ),
        ),
        (
            "Danh sách xét duyệt đã công khai ngày {day}",
            "Báo cáo kết quả hậu kiểm của tổ công tác liên ngành",
        ),
    ),
    Theme(
        "Cấp thoát nước",
        "Ngập úng kéo dài tại {place}",
        "Mưa lớn kết hợp triều cường gây ngập một số tuyến đường trung tâm.",
        "Ủy ban nhân dân phường Long Sơn Tây",
        (
            "Hễ mưa là ngập: hệ thống thoát nước để làm gì?",
            "{place} chìm trong nước nhiều ngày",
            "Dự án chống ngập trăm tỷ không hiệu quả",
        ),
        (
            (
                "khu vực ngập sâu 1 m suốt {number} ngày liền",
                "mực nước cao nhất đo được là {less} cm và nước rút hết sau 6 giờ",
            ),
            (
                "trạm bơm chống ngập không vận hành trong đêm mưa",
                "cả hai máy bơm chạy liên tục từ 19 giờ ngày {day} đến 3 giờ sáng hôm sau",
            ),
        ),
        (
            "Số liệu quan trắc mực nước và nhật ký vận hành trạm bơm ngày {day}",
            "Biên bản làm việc với Ủy ban nhân dân {place}",
        ),
    ),
    Theme(
        "Giáo dục",
        "Trần phòng học bị thấm tại trường học ở {place}",
        "Phụ huynh gửi hình ảnh trần phòng học bị thấm, bong vữa.",
        "Sở Giáo dục và Đào tạo",
        (
            "Học sinh nơm nớp dưới mái trường mới xây",
            "Trường mới, lo cũ",
            "Sập trần phòng học ở {place}",
        ),
        (
            (
                "trần phòng học bị sập làm {number} học sinh bị thương",
                "không có học sinh nào bị thương; một mảng vữa rộng {less} cm bong ra ngoài giờ học"
                " và phòng học đã được tạm đóng để sửa chữa",
            ),
            (
                "công trình đưa vào sử dụng khi chưa nghiệm thu",
                "công trình được cơ quan chuyên môn kiểm tra công tác nghiệm thu và chấp thuận"
                " kết quả trước ngày {day}",
            ),
        ),
        (
            "Biên bản kiểm tra của Sở Giáo dục và Đào tạo và Sở Xây dựng ngày {day}",
            "Thông báo chấp thuận kết quả nghiệm thu công trình",
        ),
    ),
    Theme(
        "Y tế",
        "Tiến độ xây dựng khu điều trị mới tại {place}",
        "Báo chí đặt câu hỏi về việc khu điều trị chậm đưa vào sử dụng.",
        "Sở Y tế",
        (
            "Bệnh viện bỏ hoang giữa lúc quá tải",
            "Khu điều trị mới đắp chiếu",
            "Chậm tiến độ, ai chịu thiệt?",
        ),
        (
            (
                "công trình bỏ hoang đã {number} tháng, không có công nhân",
                "công trình đang lắp đặt thiết bị, khối lượng thực hiện đạt {percent} % và có"
                " {less} công nhân làm việc mỗi ngày",
            ),
            (
                "tổng mức đầu tư bị đội lên gấp đôi",
                "tổng mức đầu tư không thay đổi so với quyết định phê duyệt",
            ),
        ),
        (
            "Báo cáo tiến độ của chủ đầu tư đến ngày {day}",
            "Quyết định phê duyệt dự án và hồ sơ thanh toán",
        ),
    ),
    Theme(
        "Quy hoạch",
        "Điều chỉnh quy hoạch khu dân cư tại {place}",
        "Một số hộ dân có ý kiến về việc điều chỉnh quy hoạch chi tiết.",
        "Sở Xây dựng",
        (
            "Quy hoạch treo làm khổ dân",
            "Âm thầm điều chỉnh quy hoạch",
            "Công viên biến thành đất nền ở {place}?",
        ),
        (
            (
                "diện tích cây xanh bị cắt giảm {percent} % để làm đất nền",
                "diện tích cây xanh tăng thêm {less} m2 so với quy hoạch trước",
            ),
            (
                "người dân không được lấy ý kiến",
                "việc lấy ý kiến cộng đồng được tổ chức với {number} lượt góp ý, kết quả công khai"
                " ngày {day}",
            ),
        ),
        ("Hồ sơ lấy ý kiến cộng đồng và bản đồ quy hoạch được phê duyệt ngày {day}",),
    ),
    Theme(
        "Trật tự xây dựng",
        "Công trình không phép tại {place}",
        "Qua phản ánh của người dân, cơ quan chức năng kiểm tra một công trình xây dựng.",
        "Ủy ban nhân dân xã An Thạnh Tây",
        (
            "Công trình không phép ngang nhiên mọc lên",
            "Chính quyền làm ngơ trước sai phạm",
            "Nhà xưởng trái phép ở {place} chưa ai xử lý",
        ),
        (
            (
                "chính quyền địa phương không lập biên bản vi phạm",
                "biên bản vi phạm hành chính được lập ngày {day} và công trình đã dừng thi công",
            ),
            (
                "công trình có diện tích {number} nghìn m2",
                "công trình có diện tích {less} m2",
            ),
        ),
        (
            "Biên bản vi phạm hành chính lập ngày {day}",
            "Kết quả đo đạc hiện trạng",
        ),
    ),
    Theme(
        "Môi trường",
        "Bụi và tiếng ồn từ công trường tại {place}",
        "Người dân phản ánh xe chở vật liệu gây bụi trong giờ cao điểm.",
        "Sở Nông nghiệp và Môi trường",
        (
            "Sống trong bụi bên công trường",
            "Xe ben tung hoành, dân kêu trời",
            "{place}: ô nhiễm vượt ngưỡng nhiều lần",
        ),
        (
            (
                "nồng độ bụi vượt quy chuẩn {number} lần",
                "kết quả quan trắc ngày {day} cho thấy nồng độ bụi bằng {percent} % giới hạn của"
                " quy chuẩn",
            ),
            (
                "không đơn vị nào kiểm tra công trường",
                "đoàn kiểm tra liên ngành đã làm việc tại công trường hai lần trong tháng",
            ),
        ),
        ("Phiếu kết quả quan trắc không khí ngày {day}", "Biên bản của đoàn kiểm tra liên ngành"),
    ),
    Theme(
        "Văn hóa",
        "Tu bổ di tích đình làng tại {place}",
        "Dư luận quan tâm việc thay một số cấu kiện gỗ trong quá trình tu bổ.",
        "Sở Văn hóa và Thể thao",
        (
            "Đình cổ bị làm mới",
            "Tu bổ hay phá di tích?",
            "Cột gỗ trăm năm ở {place} đi đâu?",
        ),
        (
            (
                "toàn bộ {number} cột gỗ cổ bị thay bằng bê tông",
                "hai cột gỗ mục được thay bằng gỗ cùng loại theo thiết kế đã thẩm định, các cột"
                " còn lại được giữ nguyên",
            ),
            (
                "việc tu bổ không có ý kiến của cơ quan chuyên môn",
                "thiết kế tu bổ có văn bản thẩm định trước ngày {day}",
            ),
        ),
        ("Văn bản thẩm định thiết kế tu bổ và nhật ký thi công đến ngày {day}",),
    ),
    Theme(
        "Thương mại",
        "Di dời tiểu thương chợ tại {place}",
        "Tiểu thương kiến nghị về vị trí kinh doanh trong thời gian xây chợ mới.",
        "Sở Công Thương",
        (
            "Tiểu thương bị đẩy ra đường",
            "Chợ tạm không điện, không nước",
            "Xây chợ mới ở {place}: dân không đồng thuận",
        ),
        (
            (
                "{number} hộ tiểu thương không được bố trí chỗ bán",
                "các hộ tiểu thương đều được bố trí chỗ tại chợ tạm, trong đó {less} hộ đã bốc thăm"
                " xong vị trí ngày {day}",
            ),
            (
                "chợ tạm không có điện, nước và hệ thống chữa cháy",
                "chợ tạm có điện, nước và hệ thống chữa cháy được nghiệm thu trước khi hoạt động",
            ),
        ),
        ("Biên bản bốc thăm ngày {day}", "Biên bản nghiệm thu phòng cháy và chữa cháy chợ tạm"),
    ),
    Theme(
        "Thủy lợi",
        "Vết nứt trên bờ kè tại {place}",
        "Xuất hiện vết nứt trên đỉnh kè sau đợt triều cường.",
        "Sở Nông nghiệp và Môi trường",
        (
            "Bờ kè mới đã nứt toác",
            "Kè trăm tỷ chờ sập",
            "Người dân ven sông {place} mất ngủ vì bờ kè",
        ),
        (
            (
                "bờ kè nứt dài {number} m và có nguy cơ đổ sập",
                "vết nứt dài {less} cm nằm ở lớp gạch lát mặt, không ảnh hưởng kết cấu chịu lực",
            ),
            (
                "{number} hộ dân phải di dời khẩn cấp",
                "không có hộ dân nào phải di dời; biển cảnh báo đã được đặt từ ngày {day}",
            ),
        ),
        ("Báo cáo kiểm định kết cấu bờ kè ngày {day}",),
    ),
    Theme(
        "An toàn lao động",
        "Sự cố giàn giáo tại công trình ở {place}",
        "Một phần giàn giáo bị nghiêng trong lúc tháo dỡ, lực lượng tại chỗ xử lý ngay.",
        "Sở Xây dựng",
        (
            "Sập giàn giáo, nhiều công nhân mắc kẹt",
            "Tai nạn nghiêm trọng tại công trình",
            "Bưng bít tai nạn lao động ở {place}?",
        ),
        (
            (
                "{number} công nhân bị mắc kẹt và thương nặng",
                "một công nhân bị xây xát nhẹ, đã đi làm lại ngày {day}",
            ),
            (
                "chủ đầu tư che giấu sự việc",
                "chủ đầu tư báo cáo bằng văn bản cho cơ quan chức năng trong vòng {less} phút sau"
                " sự cố",
            ),
        ),
        (
            "Biên bản sự cố có chữ ký của các bên, lập ngày {day}",
            "Giấy ra viện của người lao động",
        ),
    ),
)
