"""The terms set by law and regulation, and the calendar of days off."""

from __future__ import annotations

from app.rules.clocks.terms import LONGEST
from app.rules.vocabulary import Bound, ClockDuty, DayKind, StartsFrom, TermUnit
from app.specs.fields import (
    ColumnSpec,
    FieldSpec,
    FilterSpec,
    Kind,
    ListSpec,
    RecordSpec,
    Section,
    validity_filter,
)

LEGAL_RULE = RecordSpec(
    kind="legal_rule",
    singular="thời hạn theo luật",
    plural="Thời hạn theo luật",
    label="title",
    sections=(
        Section(
            "Thời hạn",
            (
                FieldSpec("title", "&Tên quy định", required=True, max_length=200),
                FieldSpec(
                    "duty", "&Dùng cho", Kind.CHOICE, required=True, choices=ClockDuty,
                    default=ClockDuty.INITIAL_STATEMENT,
                ),
                FieldSpec(
                    "binds", "Áp dụng c&ho", Kind.CHOICE, required=True, choices=Bound,
                    default=Bound.BODY,
                ),
                FieldSpec(
                    "value", "&Số", Kind.INTEGER,
                    help=f"Từ 1 đến {LONGEST}. Để trống khi chưa đọc được văn bản: phần mềm sẽ "
                         "nói chưa có số, không lấy số của luật cũ.",
                ),
                FieldSpec(
                    "unit", "Đơn &vị", Kind.CHOICE, required=True, choices=TermUnit,
                    default=TermUnit.DAYS,
                    help="Giờ chạy liên tục; quý, năm, và tháng “trong kỳ” tính đến hết kỳ; hạn "
                         "khác dời khỏi ngày nghỉ.",
                ),
                FieldSpec(
                    "starts_from", "Tính từ &lúc", Kind.CHOICE, required=True, choices=StartsFrom,
                    default=StartsFrom.HAPPENED,
                ),
                FieldSpec(
                    "at_once", "&Chữ thay cho số", max_length=200,
                    help="Hoặc đứng cạnh số; ví dụ: ngay, kịp thời, số ra gần nhất.",
                ),
                FieldSpec(
                    "look_up_in", "Khi t&rống số, nhập theo", max_length=100,
                    help="Văn bản cần đọc, ví dụ: Nghị định 237/2026.",
                ),
                FieldSpec(
                    "is_own_regulation", "Là &quy chế của cơ quan mình", Kind.FLAG, default=False,
                    help="Đứng bên cạnh luật; hạn nào đến trước thì theo hạn đó.",
                ),
            ),
        ),
        Section(
            "Căn cứ",
            (
                FieldSpec("basis", "Căn cứ &pháp lý", Kind.LONG_TEXT, required=True,
                          max_length=500),
                FieldSpec("document_id", "Văn &bản trong thư viện", Kind.RELATED,
                          related="legal_document"),
                FieldSpec("valid_from", "Hiệu lực từ n&gày", Kind.DATE),
                FieldSpec("valid_to", "Đế&n ngày", Kind.DATE),
                FieldSpec("source", "Ng&uồn đã đọc", Kind.LONG_TEXT, required=True,
                          max_length=1000),
            ),
        ),
        Section(
            "Kiểm chứng",
            (
                FieldSpec("confirmed", "Đã &kiểm chứng với văn bản gốc", Kind.FLAG, default=False),
                FieldSpec("confirmed_by", "Người kiể&m chứng", max_length=100),
                FieldSpec("confirmed_on", "Ngà&y kiểm chứng", Kind.DATE),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("duty", "Dùng cho", "duty", Kind.CHOICE, 24, ClockDuty),
            ColumnSpec("title", "Tên quy định", "title", width=44, sort="title_key"),
            ColumnSpec("value", "Số", "value", Kind.INTEGER, 5),
            ColumnSpec("unit", "Đơn vị", "unit", Kind.CHOICE, 10, TermUnit),
            ColumnSpec("valid_from", "Từ ngày", "valid_from", Kind.DATE, 12),
            ColumnSpec("valid_to", "Đến ngày", "valid_to", Kind.DATE, 12),
            ColumnSpec("confirmed", "Đã kiểm chứng", "confirmed", Kind.FLAG, 14),
            ColumnSpec("binds", "Áp dụng cho", "binds", Kind.CHOICE, 26, Bound),
            ColumnSpec("starts_from", "Tính từ lúc", "starts_from", Kind.CHOICE, 30, StartsFrom),
            ColumnSpec("basis", "Căn cứ", "basis", Kind.LONG_TEXT, 40, sort="basis_key"),
            ColumnSpec("code", "Mã", "code", width=28),
        ),
        search=("title", "basis", "source", "code"),
        default_sort="duty",
        filters=(
            FilterSpec("duty", "Dùng cho", "duty", Kind.CHOICE, ClockDuty),
            FilterSpec("binds", "Áp dụng cho", "binds", Kind.CHOICE, Bound),
            validity_filter("Hiệu lực"),
        ),
    ),
)  # fmt: skip

CALENDAR_DAY = RecordSpec(
    kind="calendar_day",
    singular="ngày nghỉ, ngày làm bù",
    plural="Lịch ngày nghỉ",
    label="name",
    sections=(
        Section(
            "Ngày",
            (
                FieldSpec("day", "&Ngày", Kind.DATE, required=True),
                FieldSpec("name", "&Tên", required=True, max_length=200),
                FieldSpec(
                    "kind", "&Loại", Kind.CHOICE, required=True, choices=DayKind,
                    default=DayKind.HOLIDAY,
                ),
                FieldSpec(
                    "is_enabled", "Đan&g áp dụng", Kind.FLAG, default=True,
                    help="Bỏ đánh dấu thì ngày này không được tính.",
                ),
                FieldSpec("source", "Ng&uồn", Kind.LONG_TEXT, max_length=500,
                          help="Số, ngày của thông báo hoặc quyết định."),
            ),
        ),
        Section(
            "Kiểm chứng",
            (
                FieldSpec("confirmed", "Đã &kiểm chứng với thông báo chính thức", Kind.FLAG,
                          default=False),
                FieldSpec("confirmed_by", "Người kiể&m chứng", max_length=100),
                FieldSpec("confirmed_on", "Ngà&y kiểm chứng", Kind.DATE),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("day", "Ngày", "day", Kind.DATE, 12),
            ColumnSpec("name", "Tên", "name", width=44, sort="name_key"),
            ColumnSpec("kind", "Loại", "kind", Kind.CHOICE, 18, DayKind),
            ColumnSpec("is_enabled", "Đang áp dụng", "is_enabled", Kind.FLAG, 14),
            ColumnSpec("confirmed", "Đã kiểm chứng", "confirmed", Kind.FLAG, 14),
            ColumnSpec("source", "Nguồn", "source", Kind.LONG_TEXT, 40),
        ),
        search=("name", "source"),
        default_sort="day",
        filters=(
            FilterSpec("kind", "Loại", "kind", Kind.CHOICE, DayKind),
            FilterSpec("day", "Ngày", "day", Kind.DATE),
        ),
    ),
)  # fmt: skip
