"""The small language in which a record's form, list and sheet are described.

A spec refers to the model's attributes by name; a test checks that each name exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.rules.vocabulary import Labelled, Validity


class Kind(StrEnum):
    """What a field holds, and so which editor, format and filter it gets."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    DATE = "date"
    DATE_TIME = "date_time"
    CHOICE = "choice"
    FLAG = "flag"
    RELATED = "related"
    # Of columns only, beside each other: when the record's leading deadline is due, and how it
    # stands. A filter of the latter picks by when it is due.
    DUE = "due"
    STANDING = "standing"
    # Of a filter only: whether a record with ``valid_from`` and ``valid_to`` holds today.
    VALIDITY = "validity"
    # Of a column only: in words what is missing or doubtful about the record.
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a form.

    ``label`` may hold "&" before its Alt-letter. ``related`` is the kind of the record a RELATED
    field points to (its value is that record's id). ``choices`` are the words of a CHOICE field
    (its value is stored). ``max_length`` counts characters. ``help`` is shown under the field.
    ``lines`` is how many lines of a long text are in sight at least; 0 for the usual few.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False
    max_length: int | None = None
    choices: type[Labelled] | None = None
    related: str | None = None
    default: object = None
    help: str = ""
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of fields."""

    title: str
    fields: tuple[FieldSpec, ...]


@dataclass(frozen=True, slots=True)
class LinesSpec:
    """Lines that belong to a record: a grid in a tab of its page, as long as the clerk makes it.

    ``name`` is the model's attribute that holds the lines. ``title`` heads the tab; ``singular``
    is one line in the middle of a sentence ("nơi công tác"). The labels of the fields head the
    columns, without Alt-letters. A line counts once a field holds more than its default.
    ``first_lines`` are those that a new record begins with, as values of some of the fields.
    """

    name: str
    title: str
    singular: str
    fields: tuple[FieldSpec, ...]
    help: str = ""
    first_lines: tuple[Mapping[str, object], ...] = ()

    def blank(self) -> dict[str, object]:
        """Return the values of an empty line."""
        return {field.name: field.default for field in self.fields}


_LONGEST_SHORT = 14  # characters


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column of a list and of the sheet made from it.

    ``source`` is the path from the record to the value: "title", "outlet.name". ``width`` is in
    characters; a short one, as of telephone numbers, is kept however little room there is. ``sort``
    is the path to sort by where it differs ("outlet.name_key"). ``fallback`` is read where
    ``source`` is empty (and its "_key" to sort by); ``suffix`` is the path of letters right behind
    the value. Of a date that has passed the screen says what ``expires`` holds.
    """

    name: str
    title: str
    source: str
    kind: Kind = Kind.TEXT
    width: int = 20
    choices: type[Labelled] | None = None
    sort: str | None = None
    fallback: str | None = None
    suffix: str | None = None
    expires: str = ""

    @property
    def is_short(self) -> bool:
        return self.width <= _LONGEST_SHORT


@dataclass(frozen=True, slots=True)
class FilterSpec:
    """One filter above a list: a choice, a related record, a period over a date, a span of dues."""

    name: str
    label: str
    source: str
    kind: Kind
    choices: type[Labelled] | None = None
    related: str | None = None


def validity_filter(label: str) -> FilterSpec:
    """Return the filter of what holds from one day to another."""
    return FilterSpec("validity", label, "valid_from", Kind.VALIDITY, Validity)


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """A view that ships with a list: what it is called, and which records it shows in what order.

    ``filters`` maps a filter's name to a choice's value or, of a date, to a ``Preset``.
    """

    name: str
    filters: Mapping[str, str]
    sort: str = ""


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list: its columns, what a search looks in, its first order.

    ``search`` names the record's own text fields and those of its lines ("posts.position");
    ``search_related`` the relations whose records are searched too ("outlet", and of lines
    "posts.outlet"). ``default_sort`` is a column name, "-" before it for descending. ``views`` ship
    with the list; clerks save more of them.
    """

    columns: tuple[ColumnSpec, ...]
    search: tuple[str, ...]
    default_sort: str
    search_related: tuple[str, ...] = ()
    filters: tuple[FilterSpec, ...] = ()
    views: tuple[ViewSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """A record type. ``kind`` is its name in code, ``label`` the field that names a record.

    ``singular`` follows "Thêm" and "Sửa" ("cơ quan báo chí"); ``plural`` heads the list.
    ``first_step`` says, while there are none, how the main job goes on from here.
    ``has_attachments`` gives the record's page a tab for files.
    """

    kind: str
    singular: str
    plural: str
    label: str
    sections: tuple[Section, ...]
    list: ListSpec
    first_step: str = ""
    lines: tuple[LinesSpec, ...] = ()
    has_attachments: bool = False

    def value_names(self) -> tuple[str, ...]:
        """Return the names of all that a save of the record stores: its fields, then its lines."""
        return (*(field.name for field in self.fields()), *(lines.name for lines in self.lines))

    def fields(self) -> tuple[FieldSpec, ...]:
        """Return every field of the form in its order."""
        return tuple(field for section in self.sections for field in section.fields)

    def field(self, name: str) -> FieldSpec:
        """Return one field. Raises KeyError for a name the form does not have."""
        for candidate in self.fields():
            if candidate.name == name:
                return candidate
        raise KeyError(name)
