"""The specs refer to the models by name: every name exists, every kind is whole."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect

from app.models import Base, Record
from app.services.records.kinds import DETAIL_COLUMNS, MODELS
from app.services.records.lines import line_model
from app.services.records.listing import Tables
from app.specs.fields import Kind, LinesSpec
from app.specs.registry import SPECS

KINDS = sorted(SPECS)

# Text that is ASCII by nature sorts well as it is, and a number by its digits; explanations are not
# sorted by.
UNSORTED = {
    "decision_number",
    "paper_number",
    "card_number",
    "code",
    "symbol",
    "phone",
    "email",
    "source",
    "void_reason",
    "subject_prefix",
}


def test_every_kind_has_a_model_and_a_detail_column() -> None:
    assert set(MODELS) == set(SPECS) == set(DETAIL_COLUMNS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_form_is_a_column(kind: str) -> None:
    columns = inspect(MODELS[kind]).columns
    for field in SPECS[kind].fields():
        assert field.name in columns, field.name


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_form_requires_is_what_the_table_requires(kind: str) -> None:
    for field in SPECS[kind].fields():
        column = inspect(MODELS[kind]).columns[field.name]
        required = field.required or field.kind is Kind.FLAG
        assert required == (not column.nullable), field.name


@pytest.mark.parametrize("kind", KINDS)
def test_a_related_field_points_to_the_kind_it_names(kind: str) -> None:
    for field in SPECS[kind].fields():
        if field.kind is Kind.RELATED:
            (key,) = inspect(MODELS[kind]).columns[field.name].foreign_keys
            assert key.column.table is MODELS[field.related].__table__, field.name


LINES = [(kind, lines) for kind in KINDS for lines in SPECS[kind].lines]


@pytest.mark.parametrize(("kind", "lines"), LINES)
def test_lines_are_stored_in_their_order_and_go_with_their_record(
    kind: str, lines: LinesSpec
) -> None:
    relation = inspect(MODELS[kind]).relationships[lines.name]
    model = line_model(kind, lines.name)
    assert relation.uselist
    assert relation.cascade.delete_orphan
    assert list(relation.order_by) == [model.__table__.c.position]
    ((local, parent),) = relation.local_remote_pairs
    assert local is MODELS[kind].__table__.c.id
    assert parent.index or any(index.columns[0] is parent for index in model.__table__.indexes), (
        "looked up with every record"
    )


@pytest.mark.parametrize(("kind", "lines"), LINES)
def test_the_fields_of_lines_are_columns_and_require_what_the_table_requires(
    kind: str, lines: LinesSpec
) -> None:
    columns = inspect(line_model(kind, lines.name)).columns
    for field in lines.fields:
        column = columns[field.name]
        assert (field.required or field.kind is Kind.FLAG) == (not column.nullable), field.name
        assert "&" not in field.label
        if field.kind is Kind.RELATED:
            (key,) = column.foreign_keys
            assert key.column.table is MODELS[field.related].__table__, field.name


@pytest.mark.parametrize(("kind", "lines"), LINES)
def test_a_line_cannot_be_valid_and_blank_at_once(kind: str, lines: LinesSpec) -> None:
    """Blank lines are left out of a save: one that holds no more than its defaults."""
    assert any(field.default in (None, False) for field in lines.fields)


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_and_filter_of_a_list_leads_to_a_stored_value(kind: str) -> None:
    spec = SPECS[kind].list
    tables = Tables(kind)
    for column in spec.columns:
        tables.value(column)
    for one in spec.filters:
        tables.column(one.source)
    tables.column(SPECS[kind].label)


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_opens_in_the_order_of_one_of_its_columns(kind: str) -> None:
    spec = SPECS[kind].list
    assert spec.default_sort.removeprefix("-") in {column.name for column in spec.columns}


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_column_sorts_in_vietnamese_order(kind: str) -> None:
    for column in SPECS[kind].list.columns:
        if column.kind in (Kind.TEXT, Kind.LONG_TEXT) and column.name not in UNSORTED:
            assert column.sort is not None, column.name
            assert column.sort.endswith("_key"), column.name


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_search_looks_in_exists(kind: str) -> None:
    for name in SPECS[kind].list.search:
        lines, _, field = name.rpartition(".")
        assert hasattr(line_model(kind, lines) if lines else MODELS[kind], field), name
    for path in SPECS[kind].list.search_related:
        model: type[Base] = MODELS[kind]
        for step in path.split("."):
            model = inspect(model).relationships[step].mapper.class_


# In one order for every worker of a parallel run: the registry is a set.
@pytest.mark.parametrize(
    "model",
    sorted(
        (m.class_ for m in Base.registry.mappers if issubclass(m.class_, Record)),
        key=lambda model: model.__name__,
    ),
)
def test_every_sort_key_belongs_to_a_text_and_has_a_column(model: type[Record]) -> None:
    columns = inspect(model).columns
    for field, key in {**model.sort_keys, **model.person_keys}.items():
        assert field in columns
        assert columns[field].nullable == columns[key].nullable, key
