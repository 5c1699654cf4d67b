"""Qt's own words in Vietnamese: standard buttons, text menus, file, print and page dialogs.

Qt ships no Vietnamese translation. A dictionary read by a translator needs no compiled file, and a
test can walk through it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_BUTTONS = {
    "OK": "Đồng ý",
    "&OK": "Đồn&g ý",
    "Save": "Cất",
    "&Save": "&Cất",
    "Save All": "Cất tất cả",
    "Open": "Mở",
    "&Open": "&Mở",
    "&Yes": "&Có",
    "Yes to &All": "Có cho &tất cả",
    "&No": "&Không",
    "N&o to All": "K&hông cho tất cả",
    "Abort": "Dừng",
    "Retry": "Thử lại",
    "Ignore": "Bỏ qua",
    "Close": "Đóng",
    "&Close": "Đón&g",
    "Cancel": "Hoãn",
    "&Cancel": "&Hoãn",
    "Discard": "Không cất",
    "Don't Save": "Không cất",
    "Help": "Giúp",
    "Apply": "Áp dụng",
    "Reset": "Đặt lại",
    "Restore Defaults": "Lấy lại mặc định",
    "Close without Saving": "Đóng, không cất",
}

_TEXT_MENU = {
    "&Undo": "&Hoàn tác",
    "&Redo": "&Làm lại",
    "Cu&t": "Cắ&t",
    "&Copy": "&Chép",
    "Copy &Link Location": "Chép địa chỉ &liên kết",
    "&Paste": "&Dán",
    "Delete": "Xóa",
    "Select All": "Chọn tất cả",
}

_MESSAGE_BOX = {
    "Show Details...": "Xem chi tiết…",
    "Hide Details...": "Ẩn chi tiết…",
}

_FILES = {
    "&Delete": "&Xóa",
    "&New Folder": "&Thư mục mới",
    "&Open": "&Mở",
    "&Rename": "Đổ&i tên",
    "&Save": "&Lưu",
    "%1 already exists.\nDo you want to replace it?": ("%1 đã có.\nAnh/chị có muốn ghi đè không?"),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nKhông thấy thư mục.\nXin kiểm tra lại tên thư mục."
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nKhông thấy tệp.\nXin kiểm tra lại tên tệp."
    ),
    "'%1' is write protected.\nDo you want to delete it anyway?": (
        "“%1” được bảo vệ.\nAnh/chị vẫn muốn xóa chứ?"
    ),
    "All Files (*)": "Mọi tệp (*)",
    "All Files (*.*)": "Mọi tệp (*.*)",
    "Are you sure you want to delete '%1'?": "Anh/chị có chắc muốn xóa “%1” không?",
    "Back": "Trở lại",
    "Forward": "Đi tiếp",
    "Go back": "Trở lại",
    "Go forward": "Đi tiếp",
    "Go to the parent directory": "Lên thư mục trên",
    "Parent Directory": "Thư mục trên",
    "Change to detail view mode": "Xem chi tiết",
    "Change to list view mode": "Xem danh sách",
    "Detail View": "Xem chi tiết",
    "List View": "Xem danh sách",
    "Could not delete directory.": "Không xóa được thư mục.",
    "Create New Folder": "Tạo thư mục mới",
    "Create a New Folder": "Tạo thư mục mới",
    "Delete": "Xóa",
    "Directories": "Thư mục",
    "Directory:": "Thư mục:",
    "Drive": "Ổ đĩa",
    "File": "Tệp",
    "File &name:": "Tê&n tệp:",
    "Files": "Tệp",
    "Files of type:": "Loại tệp:",
    "Find Directory": "Tìm thư mục",
    "Folder": "Thư mục",
    "List of places and bookmarks": "Các nơi hay dùng",
    "Look in:": "Tìm ở:",
    "My Computer": "Máy tính này",
    "New Folder": "Thư mục mới",
    "Open": "Mở",
    "Recent Places": "Mới dùng",
    "Remove": "Bỏ",
    "Save As": "Lưu thành",
    "Save as:": "Lưu thành:",
    "Show ": "Hiện ",
    "Show &hidden files": "Hiện tệp ẩ&n",
    "Sidebar": "Các nơi hay dùng",
    "Unknown": "Không rõ",
}

_FILE_LIST = {
    "%1 bytes": "%1 byte",
    "Computer": "Máy tính này",
    "Date Modified": "Ngày sửa",
    "Invalid filename": "Tên tệp không hợp lệ",
    "Kind": "Loại",
    "My Computer": "Máy tính này",
    "Name": "Tên",
    "Size": "Cỡ",
    "Type": "Loại",
    "<b>The name \"%1\" cannot be used.</b>"
    "<p>Try using another name, with fewer characters or no punctuation marks.": (
        "<b>Không dùng được tên “%1”.</b><p>Xin chọn tên khác, ngắn hơn hoặc không có dấu câu."
    ),
}  # fmt: skip

_FILE_KINDS = {
    "Drive": "Ổ đĩa",
    "Folder": "Thư mục",
    "File": "Tệp",
    "%1 File": "Tệp %1",
    "Alias": "Lối tắt",
    "Shortcut": "Lối tắt",
    "Unknown": "Không rõ",
}

_PRINT = {
    "&Options <<": "Tù&y chọn <<",
    "&Options >>": "Tù&y chọn >>",
    "&Print": "&In",
    "%1 already exists.\nDo you want to overwrite it?": (
        "%1 đã có.\nAnh/chị có muốn ghi đè không?"
    ),
    "%1 is a directory.\nPlease choose a different file name.": (
        "%1 là một thư mục.\nXin chọn tên tệp khác."
    ),
    "File %1 is not writable.\nPlease choose a different file name.": (
        "Không ghi được tệp %1.\nXin chọn tên tệp khác."
    ),
    "Automatic": "Tự động",
    "File exists": "Tệp đã có",
    "Invalid Pages Definition": "Trang in không hợp lệ",
    "%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, "
    "'-' to define ranges and make sure ranges do not intersect with each other.": (
        "Chưa hiểu “%1”. Dùng dấu “,” giữa các trang, dấu “-” cho khoảng trang; "
        "các khoảng không được trùng nhau."
    ),
    "Duplex Settings Conflicts": "Lựa chọn in hai mặt mâu thuẫn",
    "There are conflicts in duplex settings. Do you want to fix them?": (
        "Lựa chọn in hai mặt mâu thuẫn nhau. Anh/chị có muốn sửa không?"
    ),
    "Left to Right, Top to Bottom": "Trái sang phải, trên xuống dưới",
    "Left to Right, Bottom to Top": "Trái sang phải, dưới lên trên",
    "Right to Left, Bottom to Top": "Phải sang trái, dưới lên trên",
    "Right to Left, Top to Bottom": "Phải sang trái, trên xuống dưới",
    "Bottom to Top, Left to Right": "Dưới lên trên, trái sang phải",
    "Bottom to Top, Right to Left": "Dưới lên trên, phải sang trái",
    "Top to Bottom, Left to Right": "Trên xuống dưới, trái sang phải",
    "Top to Bottom, Right to Left": "Trên xuống dưới, phải sang trái",
    "1 (1x1)": "1 (1×1)",
    "2 (2x1)": "2 (2×1)",
    "4 (2x2)": "4 (2×2)",
    "6 (2x3)": "6 (2×3)",
    "9 (3x3)": "9 (3×3)",
    "16 (4x4)": "16 (4×4)",
    "All Pages": "Mọi trang",
    "Odd Pages": "Trang lẻ",
    "Even Pages": "Trang chẵn",
    "Local file": "Tệp trên máy",
    "OK": "Đồng ý",
    "Cancel": "Hoãn",
    "Print": "In",
    "Print all": "In tất cả",
    "Print current page": "In trang đang xem",
    "Print range": "Khoảng in",
    "Print selection": "In phần đã chọn",
    "Print to File (PDF)": "In ra tệp (PDF)",
    "Print To File ...": "In ra tệp…",
    "Write PDF file": "Ghi tệp PDF",
    "Properties": "Thuộc tính",
    "Printer Properties": "Thuộc tính máy in",
    "Job Options": "Tùy chọn lần in",
    "Options": "Tùy chọn",
    "Page Setup": "Trang in",
    "Page size:": "Khổ giấy:",
    "&Name:": "Tê&n:",
    "P&roperties": "Th&uộc tính",
    "Location:": "Nơi đặt:",
    "Preview": "Xem trước",
    "Type:": "Loại:",
    "Output &file:": "&Tệp ra:",
    "...": "…",
    "Printer": "Máy in",
    "Copies": "Số bản",
    "Copies:": "Số bản:",
    "Collate": "Theo bộ",
    "Reverse": "Ngược thứ tự",
    "Other": "Khác",
    "Color Mode": "Màu",
    "Color": "Màu",
    "Grayscale": "Đen trắng",
    "Duplex Printing": "In hai mặt",
    "None": "Không",
    "Long side": "Lật cạnh dài",
    "Short side": "Lật cạnh ngắn",
    "Double-sided Printing": "In hai mặt",
    "Double Sided Printing": "In hai mặt",
    "Long side binding": "Đóng gáy cạnh dài",
    "Short side binding": "Đóng gáy cạnh ngắn",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated "
    "by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": (
        "Gõ các trang cách nhau bằng dấu phẩy, khoảng trang bằng dấu gạch. "
        "Ví dụ 3,5-7,9 in các trang 3, 5, 6, 7 và 9."
    ),
    "Off": "Không",
    "Long Edge": "Lật cạnh dài",
    "Short Edge": "Lật cạnh ngắn",
    "Pages": "Trang",
    "Pages from": "Từ trang",
    "to": "đến",
    "Selection": "Phần đã chọn",
    "Page Set:": "Lấy trang:",
    "Current Page": "Trang đang xem",
    "Output Settings": "Cách in",
    "Form": "Mẫu",
    "Paper": "Giấy",
    "Width:": "Rộng:",
    "&Width:": "&Rộng:",
    "Height:": "Cao:",
    "&Height:": "&Cao:",
    "Paper source:": "Khay giấy:",
    "Orientation": "Hướng giấy",
    "Portrait": "Dọc",
    "Landscape": "Ngang",
    "Reverse landscape": "Ngang, ngược",
    "Reverse portrait": "Dọc, ngược",
    "Margins": "Lề",
    "top margin": "lề trên",
    "left margin": "lề trái",
    "right margin": "lề phải",
    "bottom margin": "lề dưới",
    "Page Layout": "Xếp trang",
    "Page order:": "Thứ tự trang:",
    "Pages per sheet:": "Số trang mỗi tờ:",
    "Custom": "Tự chọn",
    "Millimeters (mm)": "Mi-li-mét (mm)",
    "Points (pt)": "Point (pt)",
    "Inches (in)": "Inch (in)",
    "Pica (P̸)": "Pica (P̸)",
    "Didot (DD)": "Didot (DD)",
    "Cicero (CC)": "Cicero (CC)",
    "Advanced": "Nâng cao",
    "Advanced Option Conflicts": "Tùy chọn nâng cao mâu thuẫn",
    "There are conflicts in some advanced options. Do you want to fix them?": (
        "Một số tùy chọn nâng cao mâu thuẫn nhau. Anh/chị có muốn sửa không?"
    ),
    "Print Job Options": "Tùy chọn lần in",
    "Scheduled printing:": "Hẹn giờ in:",
    "Billing information:": "Ghi chú chi phí:",
    "Job priority:": "Mức ưu tiên:",
    "Banner Pages": "Trang bìa của máy in",
    "End:": "Cuối:",
    "Start:": "Đầu:",
    "Print Immediately": "In ngay",
    "Hold Indefinitely": "Giữ lại",
    "Day (06:00 to 17:59)": "Ban ngày (06:00 đến 17:59)",
    "Night (18:00 to 05:59)": "Ban đêm (18:00 đến 05:59)",
    "Second Shift (16:00 to 23:59)": "Ca hai (16:00 đến 23:59)",
    "Third Shift (00:00 to 07:59)": "Ca ba (00:00 đến 07:59)",
    "Weekend (Saturday to Sunday)": "Cuối tuần (thứ Bảy, Chủ Nhật)",
    "Specific Time": "Giờ định trước",
    "Standard": "Thường",
    "Unclassified": "Không phân loại",
    "Confidential": "Nội bộ",
    "Classified": "Hạn chế",
    "Secret": "Mật",
    "Top Secret": "Tối mật",
}

_CALENDAR = {
    "Next Month": "Tháng sau",
    "Previous Month": "Tháng trước",
    "Show next month": "Xem tháng sau",
    "Show previous month": "Xem tháng trước",
}

_PAPER = {"Custom": "Tự chọn", "Custom (%1mm x %2mm)": "Tự chọn (%1 mm × %2 mm)"}

WORDS: dict[str, dict[str, str]] = {
    "QPlatformTheme": _BUTTONS,
    "QDialogButtonBox": _BUTTONS,
    "QMessageBox": _BUTTONS | _MESSAGE_BOX,
    "QLineEdit": _TEXT_MENU,
    "QWidgetTextControl": _TEXT_MENU,
    "QAbstractSpinBox": {
        "&Select All": "&Chọn tất cả", "&Step up": "&Tăng", "Step &down": "&Giảm",
    },
    "QFileDialog": _FILES,
    "QFileSystemModel": _FILE_LIST,
    "QAbstractFileIconProvider": _FILE_KINDS,
    "QPrintDialog": _PRINT,
    "QUnixPrintWidget": _PRINT,
    "QPrintWidget": _PRINT,
    "QPrintSettingsOutput": _PRINT,
    "QPrintPropertiesWidget": _PRINT,
    "QPrintPropertiesDialog": _PRINT,
    "QPageSetupWidget": _PRINT,
    "QPageSetupDialog": _PRINT,
    "QCupsJobWidget": _PRINT,
    "QPageSize": _PAPER,
    "QCalendarWidget": _CALENDAR,
    "QProgressDialog": _BUTTONS,
    "QTabBar": {"Scroll Left": "Cuộn sang trái", "Scroll Right": "Cuộn sang phải"},
}  # fmt: skip


class VietnameseTranslator(QTranslator):
    """Answers Qt's questions for words from ``WORDS``."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the Vietnamese words; None lets Qt use its own (key names such as "Ctrl")."""
        return WORDS.get(context, {}).get(source_text)  # type: ignore[return-value]


def install_vietnamese(app: QApplication | QCoreApplication) -> None:
    """Make Qt speak Vietnamese, with its numbers and its week, in the whole application."""
    QLocale.setDefault(QLocale("vi_VN"))
    translator = VietnameseTranslator(app)
    app.installTranslator(translator)
