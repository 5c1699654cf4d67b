"""The lines of the reorganisation wizard: the bodies there are, and those that begin."""

from __future__ import annotations

from app.rules.vocabulary import BodyKind
from app.specs.fields import FieldSpec, Kind, LinesSpec

OLD_BODIES = LinesSpec(
    "old",
    "Cơ quan cũ",
    "cơ quan cũ",
    (FieldSpec("body_id", "Cơ quan", Kind.RELATED, required=True, related="body"),),
    help="Gõ vài chữ để tìm, mỗi dòng một cơ quan.",
)

NEW_BODIES = LinesSpec(
    "new",
    "Cơ quan mới",
    "cơ quan mới",
    (
        FieldSpec("name", "Tên đầy đủ", required=True, max_length=200),
        FieldSpec("short_name", "Tên viết tắt", max_length=100),
        FieldSpec("symbol", "Ký hiệu văn bản", max_length=30),
        FieldSpec("kind", "Loại", Kind.CHOICE, choices=BodyKind),
    ),
    help="Để trống “Loại” thì lấy theo cơ quan cũ.",
)
