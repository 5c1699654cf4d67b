"""What a form can say about one value by its spec alone: missing, or too long.

The window asks while the clerk types and the services ask before they save, so both say the same.
"""

from __future__ import annotations

from app.specs.fields import FieldSpec, Kind


def plain_label(field: FieldSpec) -> str:
    """Return the field's label without the mark of its Alt-letter."""
    return field.label.replace("&", "")


def field_problem(field: FieldSpec, value: object) -> str:
    """Return a Vietnamese sentence about a tidied value that cannot be saved, else nothing."""
    if value is None or value == "":
        return missing(field) if field.required else ""
    if field.max_length is not None and isinstance(value, str) and len(value) > field.max_length:
        return (
            f"“{plain_label(field)}” dài {len(value)} ký tự, nhiều nhất {field.max_length}; "
            "hãy viết ngắn lại."
        )
    return ""


def missing(field: FieldSpec) -> str:
    """Return the sentence that asks for a required field."""
    verb = "Chọn" if field.kind in (Kind.CHOICE, Kind.RELATED) else "Nhập"
    return f"{verb} “{plain_label(field)}”."
