"""How the accountable body of a case changed: one table for every kind that has one (duty 27)."""

from __future__ import annotations

from app.specs.fields import FieldSpec, Kind, LinesSpec

TRANSFER_LINES = LinesSpec(
    "transfers",
    "Chuyển giao",
    "lần chuyển trách nhiệm",
    (
        FieldSpec("moved_on", "Ngày chuyển", Kind.DATE, required=True),
        FieldSpec("from_body_id", "Từ cơ quan", Kind.RELATED, required=True, related="body"),
        FieldSpec("to_body_id", "Sang cơ quan", Kind.RELATED, required=True, related="body"),
        FieldSpec("reason", "Lý do", required=True, max_length=500),
        FieldSpec("paper", "Số, ký hiệu văn bản", max_length=100),
    ),
    help=(
        "Mỗi lúc chỉ một cơ quan chịu trách nhiệm; chuyển sang cơ quan khác phải có lý do. "
        "Lần chuyển đã cất thì giữ nguyên."
    ),
)
