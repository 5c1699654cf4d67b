"""The switches of the Party layout, by the day from which they hold."""

from __future__ import annotations

from app.rules.vocabulary import ListSeparator
from app.specs.fields import (
    ColumnSpec,
    FieldSpec,
    Kind,
    ListSpec,
    RecordSpec,
    Section,
    validity_filter,
)

LETTER_STYLE = RecordSpec(
    kind="letter_style",
    singular="thể thức văn bản Đảng",
    plural="Thể thức văn bản Đảng",
    label="title",
    sections=(
        Section(
            "Thể thức",
            (
                FieldSpec("title", "&Tên hướng dẫn", required=True, max_length=200),
                FieldSpec("valid_from", "Á&p dụng từ ngày", Kind.DATE,
                          help="Để trống: áp dụng từ đầu, cho đến khi có hướng dẫn sau."),
                FieldSpec("list_separator", "&Dấu cuối dòng", Kind.CHOICE, required=True,
                          choices=ListSeparator, default=ListSeparator.COMMA,
                          help="Cuối mỗi dòng Kính gửi, Nơi nhận, trừ dòng cuối."),
                FieldSpec("subject_prefix", "Trước trích &yếu", max_length=20,
                          help="Chữ đứng trước trích yếu công văn, ví dụ: về việc; "
                               "để trống nếu không có."),
                FieldSpec("signer_title_bold", "&In đậm chức vụ người ký", Kind.FLAG,
                          default=False),
                FieldSpec("source", "Nguồ&n", Kind.LONG_TEXT, required=True,
                          max_length=1000),
            ),
        ),
        Section(
            "Kiểm chứng",
            (
                FieldSpec("confirmed", "Đã &kiểm chứng với văn bản gốc", Kind.FLAG, default=False),
                FieldSpec("confirmed_by", "N&gười kiểm chứng", max_length=100),
                FieldSpec("confirmed_on", "Ngày kiểm &chứng", Kind.DATE),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("title", "Tên hướng dẫn", "title", width=36, sort="title_key"),
            ColumnSpec("valid_from", "Từ ngày", "valid_from", Kind.DATE, 12),
            ColumnSpec("list_separator", "Dấu cuối dòng", "list_separator", Kind.CHOICE, 18,
                       ListSeparator),
            ColumnSpec("subject_prefix", "Trước trích yếu", "subject_prefix", width=18),
            ColumnSpec("signer_title_bold", "Chức vụ in đậm", "signer_title_bold", Kind.FLAG, 16),
            ColumnSpec("confirmed", "Đã kiểm chứng", "confirmed", Kind.FLAG, 14),
        ),
        search=("title", "source"),
        default_sort="valid_from",
        filters=(validity_filter("Hiệu lực"),),
    ),
)  # fmt: skip
