"""The first tables: directory, office, incidents, articles, requests, letters, search."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "bodies",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=True),
        sa.Column("short_name_key", sa.Text(), nullable=True),
        sa.Column("symbol", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("is_press_authority", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["bodies.id"], name=op.f("fk_bodies_successor_id_bodies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bodies")),
    )
    op.create_index(
        op.f("ix_bodies_deleted_at_name_key"), "bodies", ["deleted_at", "name_key"], unique=False
    )
    op.create_table(
        "legal_bases",
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("citation", sa.Text(), nullable=False),
        sa.Column("citation_key", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_bases")),
    )
    op.create_index(
        "ix_legal_bases_duty_valid_from", "legal_bases", ["duty", "valid_from"], unique=False
    )
    op.create_table(
        "letter_styles",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("list_separator", sa.Text(), nullable=False),
        sa.Column("subject_prefix", sa.Text(), nullable=True),
        sa.Column("signer_title_bold", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_styles")),
    )
    op.create_table(
        "number_books",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_books")),
        sa.UniqueConstraint(
            "layout", "scope", "period", name=op.f("uq_number_books_layout_scope_period")
        ),
    )
    op.create_table(
        "outlets",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("governing_body", sa.Text(), nullable=True),
        sa.Column("governing_body_key", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("editor_in_chief", sa.Text(), nullable=True),
        sa.Column("editor_in_chief_key", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlets")),
    )
    op.create_index(
        op.f("ix_outlets_deleted_at_name_key"), "outlets", ["deleted_at", "name_key"], unique=False
    )
    op.create_table(
        "party_terms",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_terms")),
    )
    op.create_table(
        "search_entries",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "record_id", name=op.f("pk_search_entries")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "incidents",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("happened_at", sa.DateTime(), nullable=True),
        sa.Column("learned_at", sa.DateTime(), nullable=False),
        sa.Column("impact_determined_at", sa.DateTime(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_key", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("field_key", sa.Text(), nullable=True),
        sa.Column("sensitivity", sa.Text(), nullable=False),
        sa.Column("accountable_body_id", sa.Integer(), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["accountable_body_id"],
            ["bodies.id"],
            name=op.f("fk_incidents_accountable_body_id_bodies"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_index(
        op.f("ix_incidents_deleted_at_accountable_body_id"),
        "incidents",
        ["deleted_at", "accountable_body_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_incidents_deleted_at_learned_at"),
        "incidents",
        ["deleted_at", "learned_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_incidents_deleted_at_sensitivity_learned_at"),
        "incidents",
        ["deleted_at", "sensitivity", "learned_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_incidents_deleted_at_state_learned_at"),
        "incidents",
        ["deleted_at", "state", "learned_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_incidents_deleted_at_title_key"),
        "incidents",
        ["deleted_at", "title_key"],
        unique=False,
    )
    op.create_table(
        "letters",
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("document_type", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_key", sa.Text(), nullable=False),
        sa.Column("letter_date", sa.Date(), nullable=True),
        sa.Column("book_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("number_suffix", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("source_kind", sa.Text(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("issued_at", sa.DateTime(), nullable=True),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["book_id"], ["number_books.id"], name=op.f("fk_letters_book_id_number_books")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint(
            "book_id",
            "number",
            "number_suffix",
            name=op.f("uq_letters_book_id_number_number_suffix"),
        ),
    )
    op.create_index(
        op.f("ix_letters_deleted_at_document_type_letter_date"),
        "letters",
        ["deleted_at", "document_type", "letter_date"],
        unique=False,
    )
    op.create_index(
        op.f("ix_letters_deleted_at_letter_date"),
        "letters",
        ["deleted_at", "letter_date"],
        unique=False,
    )
    op.create_index(
        op.f("ix_letters_deleted_at_state_letter_date"),
        "letters",
        ["deleted_at", "state", "letter_date"],
        unique=False,
    )
    op.create_index(
        op.f("ix_letters_source_kind_source_id"),
        "letters",
        ["source_kind", "source_id"],
        unique=False,
    )
    op.create_table(
        "offices",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("superior_name", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("numbering_mode", sa.Text(), nullable=False),
        sa.Column("number_source", sa.Text(), nullable=False),
        sa.Column("press_authority_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["press_authority_id"], ["bodies.id"], name=op.f("fk_offices_press_authority_id_bodies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offices")),
    )
    op.create_table(
        "articles",
        sa.Column("incident_id", sa.Integer(), nullable=True),
        sa.Column("outlet_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("author_key", sa.Text(), nullable=True),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("issue", sa.Text(), nullable=True),
        sa.Column("programme", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("wrong_passage", sa.Text(), nullable=True),
        sa.Column("true_content", sa.Text(), nullable=True),
        sa.Column("grounds", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_articles_incident_id_incidents")
        ),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlets.id"], name=op.f("fk_articles_outlet_id_outlets")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    op.create_index(
        op.f("ix_articles_deleted_at_incident_id"),
        "articles",
        ["deleted_at", "incident_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_articles_deleted_at_kind_published_at"),
        "articles",
        ["deleted_at", "kind", "published_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_articles_deleted_at_outlet_id"),
        "articles",
        ["deleted_at", "outlet_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_articles_deleted_at_published_at"),
        "articles",
        ["deleted_at", "published_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_articles_deleted_at_title_key"),
        "articles",
        ["deleted_at", "title_key"],
        unique=False,
    )
    op.create_table(
        "letter_files",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letters.id"], name=op.f("fk_letter_files_letter_id_letters")
        ),
        sa.PrimaryKeyConstraint("letter_id", name=op.f("pk_letter_files")),
    )
    op.create_table(
        "office_distribution_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["offices.id"],
            name=op.f("fk_office_distribution_lines_office_id_offices"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_distribution_lines")),
    )
    op.create_table(
        "signers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["offices.id"], name=op.f("fk_signers_office_id_offices")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signers")),
    )
    op.create_table(
        "correction_requests",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("grounds", sa.Text(), nullable=True),
        sa.Column("legal_basis", sa.Text(), nullable=True),
        sa.Column("deadline_asked", sa.Date(), nullable=True),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.Column("no_copy_reason", sa.Text(), nullable=True),
        sa.Column("sent_to_outlet_on", sa.Date(), nullable=True),
        sa.Column("received_by_outlet_on", sa.Date(), nullable=True),
        sa.Column("sent_to_authority_on", sa.Date(), nullable=True),
        sa.Column("due_by_law_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("refusal_reason", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_where", sa.Text(), nullable=True),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_correction_requests_article_id_articles")
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letters.id"], name=op.f("fk_correction_requests_letter_id_letters")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_requests")),
    )
    op.create_index(
        op.f("ix_correction_requests_deleted_at_article_id"),
        "correction_requests",
        ["deleted_at", "article_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_correction_requests_deleted_at_due_by_law_on"),
        "correction_requests",
        ["deleted_at", "due_by_law_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_correction_requests_deleted_at_letter_id"),
        "correction_requests",
        ["deleted_at", "letter_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_correction_requests_deleted_at_outcome_due_by_law_on"),
        "correction_requests",
        ["deleted_at", "outcome", "due_by_law_on"],
        unique=False,
    )
    op.create_table(
        "correction_points",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("wrong_text", sa.Text(), nullable=False),
        sa.Column("true_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["correction_requests.id"],
            name=op.f("fk_correction_points_request_id_correction_requests"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_points")),
    )
    op.create_index(
        op.f("ix_correction_points_request_id"), "correction_points", ["request_id"], unique=False
    )
    op.create_table(
        "reminders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["correction_requests.id"],
            name=op.f("fk_reminders_request_id_correction_requests"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
    )
    op.create_index(op.f("ix_reminders_request_id"), "reminders", ["request_id"], unique=False)
