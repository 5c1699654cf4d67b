"""What the guard raises, and how a clerk takes the responsibility for a false alarm."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.errors import AppError, FieldErrors
from app.rules.duties.secrecy import marks
from app.text import tidy

# Where such papers belong; the same words wherever the guard is met.
WHERE_THEY_BELONG = (
    "Tài liệu bí mật nhà nước không được nhập vào phần mềm này: chỉ soạn và lưu trên máy tính "
    "riêng không nối mạng, ghi vào sổ văn bản mật, theo quy chế bảo vệ bí mật nhà nước của cơ quan."
)
_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark stands. ``words`` name the field to the clerk; nothing here holds the text.

    ``field`` is as in FieldErrors: ``description``, ``points[0].wrong_text``; of a letter
    ``subject``, ``body[2]``. ``kind`` is the record's, "letter", "office" or "attachment".
    """

    kind: str
    field: str
    line: int
    words: str

    @property
    def sentence(self) -> str:
        """What is said at the field itself."""
        line = f" ở dòng {self.line}" if self.line > 1 else ""
        return f"Có dấu chỉ độ mật{line} nên chưa cất."


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """The clerk's word that the marks in these places are none."""

    places: tuple[Place, ...]
    reason: str


class SecrecyAlarm(AppError):
    """Marked text was to be stored. It names fields and lines, never the text."""

    def __init__(self, places: tuple[Place, ...], declared: list[FalseAlarm]) -> None:
        where = ", ".join(dict.fromkeys(place.words for place in places))
        super().__init__(
            f"Chưa cất: có dấu chỉ độ mật ở {where}. Nội dung vẫn còn trên màn hình, chưa ghi "
            "xuống đĩa.",
            WHERE_THEY_BELONG,
        )
        self.places = places
        self._declared = declared

    @property
    def fields(self) -> dict[str, str]:
        """A sentence for each field, as FieldErrors has it; those of a letter begin "letter."."""
        return {
            f"letter.{place.field}" if place.kind == "letter" else place.field: place.sentence
            for place in self.places
        }

    @contextmanager
    def declared_false(self, reason: str) -> Iterator[None]:
        """Let what is stored within pass with these marks; the declaration is recorded with it.

        Raises FieldErrors under ``reason``.
        """
        reason = check_reason(reason)
        declared = FalseAlarm(self.places, reason)
        self._declared.append(declared)
        try:
            yield
        finally:
            self._declared.remove(declared)


def check_reason(reason: str) -> str:
    """Return the reason tidied. Raises FieldErrors under ``reason``."""
    words = tidy(reason)
    problem = ""
    if marks(reason):
        problem = "Lý do không chép lại nội dung có dấu mật; chỉ nói vì sao đây không phải bí mật."
    elif not words:
        problem = "Ghi vì sao đây không phải bí mật nhà nước."
    elif len(words) > _LONGEST_REASON:
        problem = f"Lý do dài {len(words)} ký tự, nhiều nhất {_LONGEST_REASON}."
    if problem:
        raise FieldErrors({"reason": problem})
    return words
