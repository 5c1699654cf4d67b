"""Every action of the window with its words and keys: menus, tool bars and the F1 sheet read it.

A key may serve two pages, never two actions of one page; a test checks that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: the word on its button, its key, and what it does in one line."""

    id: str
    text: str
    shortcut: str
    tooltip: str


# Where an action lives; those of "window" work on every page.
ACTIONS: dict[str, tuple[ActionSpec, ...]] = {
    "window": (
        ActionSpec("back", "Quay lại", "Esc", "Về trang trước"),
        ActionSpec("undo", "Hoàn tác", "Ctrl+Z", "Lấy lại bản ghi vừa xóa"),
        ActionSpec(
            "backup", "Sao lưu…", "Ctrl+Shift+L", "Chép toàn bộ dữ liệu ra một tệp, mở ra kiểm tra"
        ),
        ActionSpec(
            "restore_backup", "Phục hồi…", "",
            "Đưa dữ liệu của một bản sao lưu vào dùng; dữ liệu đang có được giữ lại",
        ),
        ActionSpec("data_folder", "Mở thư mục dữ liệu", "", "Mở thư mục chứa sổ"),
        ActionSpec(
            "sample", "Xem dữ liệu mẫu", "",
            "Mở một sổ giả định để xem và thử; sổ của cơ quan để nguyên",
        ),
        ActionSpec("own_book", "Về sổ của cơ quan", "", "Thôi xem dữ liệu mẫu, chưa bỏ"),
        ActionSpec("remove_sample", "Bỏ dữ liệu mẫu", "", "Xóa hẳn sổ giả định khỏi máy"),
        ActionSpec("log_folder", "Mở thư mục nhật ký", "", "Mở thư mục chứa tệp nhật ký lỗi"),
        ActionSpec("quit", "Thoát", "Ctrl+Q", "Đóng phần mềm"),
        ActionSpec(
            "welcome", "Bắt đầu", "",
            "Trang chào: hồ sơ cơ quan, nơi để dữ liệu và bản sao lưu, dữ liệu mẫu",
        ),
        ActionSpec("count_term", "Tính hạn…", "Ctrl+T", "Đếm một thời hạn và xem từng bước"),
        ActionSpec(
            "entitled", "Ai được phát ngôn?", "Ctrl+Shift+A",
            "Xem ai được phát ngôn về một vụ việc vào một ngày, và vì sao",
        ),
        ActionSpec(
            "reorganise", "Sắp xếp tổ chức…", "",
            "Hợp nhất, đổi tên, chia tách, giải thể cơ quan từ một ngày; hồ sơ đang mở đi theo",
        ),
        ActionSpec("past_reorganisations", "Các lần sắp xếp…", "", "Xem lại, hoàn tác một lần"),
        ActionSpec(
            "load_example", "Nạp danh mục mẫu An Giang…", "",
            "Thêm cơ quan của tỉnh và cơ quan báo chí để sửa dần; xem trước, hoàn tác được",
        ),
        ActionSpec(
            "false_alarms", "Báo nhầm bí mật nhà nước…", "",
            "Xem những lần ghi là không phải bí mật nhà nước, lý do, bản ghi nào",
        ),
        ActionSpec("month", "Lịch tháng", "Ctrl+L", "Xem việc đến hạn theo từng ngày của tháng"),
        ActionSpec("keys", "Phím tắt", "F1", "Xem các phím dùng được ở trang này"),
        ActionSpec("about", "Giới thiệu", "", "Phiên bản và các giấy phép của phần mềm"),
    ),
    "today": (
        ActionSpec("open", "Mở", "F2", "Mở hồ sơ của việc đang chọn (hoặc Enter)"),
        ActionSpec("next_step", "Làm bước tiếp theo", "Ctrl+J", "Đến nơi làm bước tiếp theo"),
        ActionSpec("why", "Vì sao hạn này?", "Ctrl+I", "Xem hạn được tính từng bước thế nào"),
        ActionSpec(
            "seen", "Đã biết", "Ctrl+B", "Ghi là đã biết việc này; việc nhắc lại đến khi làm xong"
        ),
        # Its key is the window's, for it leads there from everywhere.
        ActionSpec("month", "Lịch tháng", "", "Xem việc đến hạn theo từng ngày của tháng (Ctrl+L)"),
        ActionSpec("print", "In", "Ctrl+P", "Xem trước và in danh sách trên một trang A4"),
        ActionSpec(
            "export_calendar", "Xuất lịch", "Ctrl+E",
            "Lưu mọi hạn chưa xong ra tệp .ics để mở trong Outlook, điện thoại",
        ),
        ActionSpec("reload", "Nạp", "F5", "Đọc lại danh sách"),
    ),
    "month": (
        ActionSpec("today", "Hôm nay", "Ctrl+Home", "Về ngày hôm nay"),
        ActionSpec("previous", "Tháng trước", "PgUp", "Cùng ngày của tháng trước"),
        ActionSpec("next", "Tháng sau", "PgDown", "Cùng ngày của tháng sau"),
        ActionSpec("reload", "Nạp", "F5", "Đọc lại lịch"),
    ),
    "regulation_progress": (
        ActionSpec("open", "Mở", "F2", "Mở quy chế, hoặc cơ quan chưa có quy chế (hoặc Enter)"),
        ActionSpec("new", "Thêm quy chế", "Ctrl+N", "Thêm quy chế cho cơ quan đang chọn"),
        ActionSpec(
            "remind", "Lập văn bản đôn đốc", "Ctrl+J",
            "Lập cùng lúc văn bản đề nghị cho mọi cơ quan còn phải làm, mỗi cơ quan một văn bản",
        ),
        ActionSpec("wanting", "Chỉ nơi phải làm", "Ctrl+Shift+F", "Ẩn các cơ quan đã xong"),
        ActionSpec("export", "Xuất Excel", "Ctrl+E", "Ghi bảng tiến độ ra tệp Excel"),
        ActionSpec("reload", "Nạp", "F5", "Đọc lại bảng"),
    ),
    "coverage": (
        ActionSpec("open", "Mở", "F2", "Mở người phát ngôn, cơ quan đang chọn (hoặc Enter)"),
        ActionSpec(
            "new_training", "Lập lớp tập huấn", "Ctrl+N",
            "Thêm lớp mới, những người chưa tập huấn đã có sẵn trong danh sách học viên",
        ),
        ActionSpec("reload", "Nạp", "F5", "Đọc lại"),
    ),
    "briefing_year": (
        ActionSpec("open", "Mở, lập", "F2", "Mở cuộc giao ban của kỳ, chưa có thì lập (Enter)"),
        ActionSpec("this_year", "Năm nay", "Ctrl+Home", "Về kỳ hôm nay"),
        ActionSpec("previous", "Năm trước", "PgUp", "Xem năm trước"),
        ActionSpec("next", "Năm sau", "PgDown", "Xem năm sau"),
        ActionSpec("reload", "Nạp", "F5", "Đọc lại"),
    ),
    "deadlines": (
        ActionSpec(
            "open", "Hạn xử lý", "Ctrl+Shift+I",
            "Vì sao hạn này, nhật ký, gia hạn, nguyên nhân chậm",
        ),
    ),
    "list": (
        ActionSpec("new", "Thêm", "Ctrl+N", "Thêm bản ghi mới"),
        ActionSpec("open", "Sửa", "F2", "Mở bản ghi đang chọn (hoặc Enter)"),
        ActionSpec("delete", "Xóa", "Del", "Xóa bản ghi đang chọn; lấy lại được"),
        ActionSpec("restore", "Khôi phục", "Ctrl+R", "Đưa bản ghi đã xóa trở lại danh sách"),
        ActionSpec("deleted", "Đã xóa", "Ctrl+D", "Xem các bản ghi đã xóa"),
        ActionSpec("reload", "Nạp", "F5", "Đọc lại dữ liệu"),
        ActionSpec("find", "Tìm", "Ctrl+F", "Đến ô tìm kiếm"),
        ActionSpec("clear_filters", "Bỏ lọc", "Ctrl+Shift+F", "Bỏ tìm kiếm và mọi bộ lọc"),
        ActionSpec("sort", "Sắp xếp", "Ctrl+Shift+S", "Sắp xếp theo cột đang đứng"),
        ActionSpec("views", "Khung nhìn", "Ctrl+G", "Đến ô Khung nhìn; mũi tên chọn ngay"),
        ActionSpec(
            "save_view", "Lưu khung nhìn…", "Ctrl+Shift+N",
            "Đặt tên cho tìm kiếm, bộ lọc, thứ tự đang có để chọn lại lần sau",
        ),
        ActionSpec("rename_view", "Đổi tên…", "Ctrl+Shift+R", "Đổi tên khung nhìn đang chọn"),
        ActionSpec(
            "delete_view", "Xóa", "Ctrl+Shift+X", "Xóa khung nhìn đang chọn; lấy lại được"
        ),
        ActionSpec(
            "opening_view", "Mở cùng danh sách", "Ctrl+Shift+M",
            "Danh sách mở ra với khung nhìn đang chọn; bấm lần nữa thì thôi",
        ),
        ActionSpec(
            "swap", "Hoán đổi ngày", "Ctrl+Shift+H",
            "Nhập ngày được nghỉ và ngày đi làm bù cùng một lúc",
        ),
        ActionSpec(
            "move_switch", "Dời ngày chuyển tiếp", "Ctrl+Shift+D",
            "Đổi ngày quy định này thay quy định trước nó; sửa cả hai cùng một lúc",
        ),
        ActionSpec(
            "speaker_history", "Lịch sử", "Ctrl+Shift+G",
            "Ai đã phát ngôn cho cơ quan của người đang chọn, từ ngày nào đến ngày nào",
        ),
        ActionSpec(
            "public_list", "Danh sách công bố…", "Ctrl+Shift+P",
            "Danh sách người phát ngôn để đăng và gửi báo chí, ra PDF hoặc Excel",
        ),
        ActionSpec(
            "coverage", "Ai chưa tập huấn?", "Ctrl+Shift+T",
            "Người phát ngôn lâu chưa tập huấn, cơ quan chưa có ai dự lớp nào",
        ),
        ActionSpec(
            "reorganise", "Sắp xếp tổ chức…", "Ctrl+Shift+K",
            "Hợp nhất, đổi tên, chia tách, giải thể cơ quan từ một ngày; hồ sơ đang mở đi theo",
        ),
        ActionSpec(
            "past_reorganisations", "Các lần sắp xếp…", "Ctrl+Shift+J",
            "Xem những lần sắp xếp đã làm; hoàn tác một lần",
        ),
        ActionSpec(
            "batch", "Lập văn bản hàng loạt…", "Ctrl+Shift+V",
            "Lập văn bản cho mọi bản ghi của danh sách đang lọc",
        ),
        ActionSpec(
            "refusals", "Xuất sổ từ chối", "Ctrl+Shift+E",
            "Lưu những lần từ chối cung cấp thông tin trong danh sách đang lọc ra tệp Excel",
        ),
        ActionSpec(
            "by_quarter", "Theo quý", "Ctrl+Shift+Q",
            "Xem từng quý, từng tháng của năm đã tổ chức, có kế hoạch hay còn thiếu",
        ),
        ActionSpec("export", "Xuất Excel", "Ctrl+E", "Lưu danh sách đang lọc ra tệp Excel"),
    ),
    "record": (
        ActionSpec("save", "Cất", "Ctrl+S", "Cất những gì vừa nhập"),
        ActionSpec("save_and_new", "Cất và thêm", "Ctrl+Shift+S", "Cất rồi nhập bản ghi mới"),
        ActionSpec("revert", "Hoãn", "Ctrl+Shift+B", "Bỏ những gì vừa nhập, trở về bản đã cất"),
        ActionSpec("delete", "Xóa", "Ctrl+Del", "Xóa bản ghi này; lấy lại được"),
        ActionSpec("restore", "Khôi phục", "Ctrl+R", "Đưa bản ghi đã xóa trở lại danh sách"),
        ActionSpec(
            "add_article", "Thêm bài báo về vụ việc này", "Ctrl+Shift+N",
            "Cất vụ việc rồi nhập bài báo viết về nó",
        ),
        ActionSpec(
            "who_speaks", "Ai được phát ngôn?", "Ctrl+Shift+G",
            "Xem ai được phát ngôn về việc này, lập giấy ủy quyền nếu cần",
        ),
        ActionSpec(
            "question_to_enquiry", "Lập câu hỏi báo chí", "Ctrl+Shift+H",
            "Lập câu hỏi báo chí, có hạn trả lời, từ câu hỏi đang chọn; đã lập thì mở",
        ),
        ActionSpec(
            "question_to_incident", "Lập vụ việc", "Ctrl+Shift+V",
            "Lập vụ việc từ câu hỏi đang chọn; đã lập thì mở",
        ),
        ActionSpec(
            "attendance_list", "Danh sách ký", "Ctrl+Shift+P",
            "Cất rồi xem, in danh sách người dự để ký tên",
        ),
        ActionSpec(
            "certificates", "Giấy chứng nhận", "Ctrl+Shift+C",
            "Cất lớp rồi xem, in giấy chứng nhận của mọi học viên có dự",
        ),
        ActionSpec(
            "make_statement", "Phát ngôn", "Ctrl+Shift+F",
            "Cất hồ sơ rồi ghi lần phát ngôn về nó, hoặc lần tiếp theo",
        ),
        ActionSpec(
            "prepare", "Phiếu chuẩn bị", "Ctrl+Shift+U",
            "Cất hồ sơ rồi lập phiếu chuẩn bị trước khi phát ngôn",
        ),
        ActionSpec(
            "print_preparation", "In phiếu", "Ctrl+P",
            "Cất phiếu rồi xem trước và in trên đúng một trang A4",
        ),
        ActionSpec(
            "give", "Đã phát ngôn", "Ctrl+Shift+K",
            "Đã phát ngôn đúng như ghi ở đây; khóa nguyên văn, thời điểm, người phát ngôn",
        ),
        ActionSpec(
            "make_request", "Lập yêu cầu cải chính", "Ctrl+Shift+Y",
            "Cất bài báo rồi lập văn bản yêu cầu cơ quan báo chí",
        ),
        ActionSpec(
            "make_violation", "Vi phạm báo nêu", "Ctrl+Shift+X",
            "Cất rồi lập hồ sơ vi phạm mà báo chí phát hiện",
        ),
        ActionSpec("reload", "Nạp", "F5", "Đọc lại dữ liệu"),
    ),
    "letter": (
        ActionSpec("print", "In", "Ctrl+P", "In văn bản"),
        ActionSpec(
            "print_rest", "In tiếp từ dòng này", "Ctrl+Shift+T",
            "In văn bản đang chọn và các văn bản sau nó, như khi máy in kẹt giấy",
        ),
        ActionSpec("save_pdf", "Lưu PDF", "Ctrl+Shift+P", "Lưu văn bản ra tệp PDF"),
        ActionSpec("sign", "Đã ký", "Ctrl+Shift+K", "Lãnh đạo đã ký; khóa nội dung, chờ lấy số"),
        ActionSpec("reopen", "Mở lại để sửa", "Ctrl+Shift+M", "Về dự thảo, khi chưa lấy số"),
        ActionSpec("issue", "Phát hành", "Ctrl+Shift+H", "Lấy số, ngày và giữ lại bản chính"),
        ActionSpec(
            "void", "Hủy văn bản", "Ctrl+Shift+U", "Hủy văn bản đã phát hành; số vẫn giữ trong sổ"
        ),
        ActionSpec(
            "redraft", "Soạn văn bản mới", "Ctrl+Shift+O", "Soạn văn bản thay cho văn bản đã hủy"
        ),
        ActionSpec("envelopes", "In bì thư…", "Ctrl+Shift+E", "Bì thư C5, DL cho mỗi nơi nhận"),
        ActionSpec("request", "Mở yêu cầu", "Ctrl+Shift+Y", "Mở yêu cầu của văn bản này"),
        ActionSpec("record", "Mở hồ sơ", "Ctrl+Shift+R", "Mở hồ sơ đã lập ra văn bản này"),
    ),
}  # fmt: skip


def spec(context: str, action_id: str) -> ActionSpec:
    """Return one action of the table. Raises KeyError for a name it does not have."""
    for candidate in ACTIONS[context]:
        if candidate.id == action_id:
            return candidate
    raise KeyError(action_id)


def make(
    context: str, action_id: str, parent: QObject, on_triggered: Callable[[], object]
) -> QAction:
    """Return a QAction as the table describes it, doing ``on_triggered``."""
    return from_spec(spec(context, action_id), parent, on_triggered)


def from_spec(
    described: ActionSpec, parent: QObject, on_triggered: Callable[[], object]
) -> QAction:
    """Return a QAction for ``described``; its tool tip names the key too."""
    action = QAction(described.text, parent)
    action.setObjectName(described.id)
    key = QKeySequence(described.shortcut)
    action.setShortcut(key)
    shown = f" ({key_text(key)})" if described.shortcut else ""
    action.setToolTip(described.tooltip + shown)
    action.setStatusTip(described.tooltip)
    action.triggered.connect(on_triggered)
    return action


def key_text(key: QKeySequence) -> str:
    """Return a key as Vietnamese keyboards name it."""
    return key.toString(QKeySequence.SequenceFormat.PortableText)
