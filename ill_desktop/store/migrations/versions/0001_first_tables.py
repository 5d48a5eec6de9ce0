# house: table
"""The first tables, their counters, their full-text index and what keeps the past as it was.

Frozen once released; imports nothing of the application.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

FLAGS = (
    "cancel-asked",
    "conditions-open",
    "renew-asked",
    "overdue",
    "recalled",
    "hold-return",
    "lost",
    "shipment-message-missing",
    "unread",
    "attention",
    "slip-printed",
)
SEARCHED = {
    "number": "{0}number",
    "our_id": "{0}our_id",
    "their_id": "{0}their_id",
    "title": "{0}title || ' ' || {0}subtitle",
    "author": "{0}author || ' ' || {0}component_author",
    "component_title": "{0}component_title",
    "isbn": "{0}isbn || ' ' || replace({0}isbn, '-', '')",
    "issn": "{0}issn || ' ' || replace({0}issn, '-', '')",
}
SEARCHED_COLUMNS = (
    "number",
    "our_id",
    "their_id",
    "title",
    "subtitle",
    "author",
    "component_author",
    "component_title",
    "isbn",
    "issn",
)


def upgrade() -> None:
    """Make an empty file a desk."""
    _channel()
    _closed_month()
    _counter()
    _holiday()
    _lease()
    _library()
    _library_symbol()
    _patron()
    _sequence()
    _setting()
    _staff()
    _partner()
    _address()
    _exchange_profile()
    _request()
    _symbol()
    _attachment()
    _charge()
    _attempt()
    _document()
    _parcel()
    _item()
    _note()
    _event()
    _message()
    _milestone()
    _message_body()
    _enclosure()
    _partner_key()
    _seal()
    _counters()
    _search()
    _patron_words()
    _append_only()


def _channel() -> None:
    op.create_table(
        "channel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("inbox", sa.String(), nullable=False),
        sa.Column("outbox", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_channel"),
    )


def _closed_month() -> None:
    op.create_table(
        "closed_month",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("reopened_at", sa.DateTime(), nullable=True),
        sa.Column("reopened_by", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_closed_month"),
    )
    op.create_index("ix_closed_month_month", "closed_month", ["month", "id"])


def _counter() -> None:
    op.create_table(
        "counter",
        sa.Column("side", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("flag", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("side", "state", "flag", name="pk_counter"),
    )


def _holiday() -> None:
    op.create_table(
        "holiday",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_holiday"),
        sa.UniqueConstraint("day", name="uq_holiday_day"),
    )


def _lease() -> None:
    op.create_table(
        "lease",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("beat_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_lease_one")),
        sa.PrimaryKeyConstraint("id", name="pk_lease"),
    )


def _library() -> None:
    op.create_table(
        "library",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("test", sa.Boolean(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("desk_uuid", sa.String(), nullable=False),
        sa.Column("loan_days", sa.Integer(), nullable=False),
        sa.Column("hold_minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_library_one")),
        sa.PrimaryKeyConstraint("id", name="pk_library"),
    )


def _library_symbol() -> None:
    op.create_table(
        "library_symbol",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_library_symbol"),
        sa.UniqueConstraint("authority", "value", name="uq_library_symbol_authority_value"),
    )


def _patron() -> None:
    op.create_table(
        "patron",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("pickup", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("block_until", sa.Date(), nullable=True),
        sa.Column("added_at", sa.DateTime(), nullable=True),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_patron"),
        sa.UniqueConstraint("code", name="uq_patron_code"),
    )
    op.create_index("ix_patron_name", "patron", ["name"])
    op.create_table(
        "patron_word",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("patron_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("word", "patron_id", name="pk_patron_word"),
        sqlite_with_rowid=False,
    )


def _sequence() -> None:
    op.create_table(
        "sequence",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "year", name="pk_sequence"),
    )


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("pin", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("initials", name="uq_staff_initials"),
    )


def _partner() -> None:
    op.create_table(
        "partner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("channel_id", sa.Integer(), nullable=True),
        sa.Column("agreement", sa.String(), nullable=False),
        sa.Column("test", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channel.id"], name="fk_partner_channel_id_channel"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_partner"),
    )
    op.create_index("ix_partner_channel_id", "partner", ["channel_id"])


def _address() -> None:
    op.create_table(
        "address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name="fk_address_partner_id_partner"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_address"),
    )
    op.create_index("ix_address_partner_id_purpose", "address", ["partner_id", "purpose"])


def _exchange_profile() -> None:
    op.create_table(
        "exchange_profile",
        sa.Column("partner_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("heard", sa.String(), nullable=False),
        sa.Column("habits", sa.JSON(), nullable=False),
        sa.Column("answer_days", sa.Integer(), nullable=True),
        sa.Column("loan_days", sa.Integer(), nullable=True),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name="fk_exchange_profile_partner_id_partner"
        ),
        sa.PrimaryKeyConstraint("partner_id", name="pk_exchange_profile"),
    )


def _request() -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(40), nullable=False),
        sa.Column("service", sa.String(40), nullable=False),
        sa.Column("asked_service", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("cancel_asked", sa.Boolean(), nullable=False),
        sa.Column("conditions_open", sa.Boolean(), nullable=False),
        sa.Column("renew_asked", sa.Boolean(), nullable=False),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.Column("recalled", sa.Boolean(), nullable=False),
        sa.Column("hold_return", sa.Boolean(), nullable=False),
        sa.Column("lost", sa.Boolean(), nullable=False),
        sa.Column("shipment_message_missing", sa.Boolean(), nullable=False),
        sa.Column("unread", sa.Boolean(), nullable=False),
        sa.Column("attention", sa.Boolean(), nullable=False),
        sa.Column("slip_printed", sa.Boolean(), nullable=False),
        sa.Column("reader_step", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("subtitle", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("year", sa.Text(), nullable=False),
        sa.Column("isbn", sa.Text(), nullable=False),
        sa.Column("issn", sa.Text(), nullable=False),
        sa.Column("doi", sa.Text(), nullable=False),
        sa.Column("pmid", sa.Text(), nullable=False),
        sa.Column("component_title", sa.Text(), nullable=False),
        sa.Column("component_author", sa.Text(), nullable=False),
        sa.Column("volume", sa.Text(), nullable=False),
        sa.Column("issue", sa.Text(), nullable=False),
        sa.Column("pages", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("material", sa.String(40), nullable=False),
        sa.Column("identifiers", sa.JSON(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=True),
        sa.Column("patron_category", sa.String(), nullable=False),
        sa.Column("patron_department", sa.String(), nullable=False),
        sa.Column("patron_code_sent", sa.String(), nullable=False),
        sa.Column("pickup", sa.String(), nullable=False),
        sa.Column("reader_mark", sa.String(), nullable=False),
        sa.Column("forgotten", sa.Boolean(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("channel_id", sa.Integer(), nullable=True),
        sa.Column("attempt_id", sa.Integer(), nullable=True),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("our_id", sa.String(), nullable=False),
        sa.Column("their_id", sa.String(), nullable=False),
        sa.Column("requester_symbol", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("needed_by", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("state_since", sa.DateTime(), nullable=False),
        sa.Column("last_said_at", sa.DateTime(), nullable=True),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("retry_after", sa.Date(), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("max_cost_amount", sa.String(20), nullable=True),
        sa.Column("max_cost_currency", sa.String(), nullable=True),
        sa.Column("cost_amount", sa.String(20), nullable=True),
        sa.Column("cost_currency", sa.String(), nullable=True),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("call_number", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("delivery_address", sa.Text(), nullable=False),
        sa.Column("return_address", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("sent_via", sa.String(), nullable=False),
        sa.Column("service_level", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("page_count", sa.Integer(), nullable=True),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("sent_anything", sa.Boolean(), nullable=False),
        sa.Column("voided", sa.Boolean(), nullable=False),
        sa.Column("uncounted", sa.Boolean(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channel.id"], name="fk_request_channel_id_channel"
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name="fk_request_partner_id_partner"
        ),
        sa.ForeignKeyConstraint(["patron_id"], ["patron.id"], name="fk_request_patron_id_patron"),
        sa.ForeignKeyConstraint(
            ["previous_id"], ["request.id"], name="fk_request_previous_id_request"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_request"),
        sa.UniqueConstraint("number", name="uq_request_number"),
    )
    op.create_index(
        "ix_request_attention",
        "request",
        ["id"],
        sqlite_where=sa.text("attention = 1"),
        postgresql_where=sa.text("attention"),
    )
    op.create_index(
        "ix_request_cancel_asked",
        "request",
        ["id"],
        sqlite_where=sa.text("cancel_asked = 1"),
        postgresql_where=sa.text("cancel_asked"),
    )
    op.create_index("ix_request_closed_at", "request", ["closed_at", "created_on"])
    op.create_index(
        "ix_request_not_forgotten",
        "request",
        ["closed_at"],
        sqlite_where=sa.text("forgotten = 0 AND closed_at IS NOT NULL"),
        postgresql_where=sa.text("NOT forgotten AND closed_at IS NOT NULL"),
    )
    op.create_index("ix_request_created_on", "request", ["side", "created_on"])
    op.create_index("ix_request_due", "request", ["side", "state", "due"])
    op.create_index("ix_request_needed_by", "request", ["side", "state", "needed_by"])
    op.create_index("ix_request_our_id", "request", ["our_id"])
    op.create_index("ix_request_partner_id", "request", ["partner_id", "id"])
    op.create_index("ix_request_patron_id", "request", ["patron_id", "id"])
    op.create_index("ix_request_previous_id", "request", ["previous_id"])
    op.create_index(
        "ix_request_renew_asked",
        "request",
        ["id"],
        sqlite_where=sa.text("renew_asked = 1"),
        postgresql_where=sa.text("renew_asked"),
    )
    op.create_index("ix_request_side", "request", ["side", "id"])
    op.create_index("ix_request_side_state", "request", ["side", "state", "id"])
    op.create_index("ix_request_their_id", "request", ["their_id"])
    op.create_index(
        "ix_request_unread",
        "request",
        ["id"],
        sqlite_where=sa.text("unread = 1"),
        postgresql_where=sa.text("unread"),
    )


def _symbol() -> None:
    op.create_table(
        "symbol",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name="fk_symbol_partner_id_partner"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_symbol"),
        sa.UniqueConstraint("authority", "value", name="uq_symbol_authority_value"),
    )
    op.create_index("ix_symbol_partner_id", "symbol", ["partner_id", "position"])


def _charge() -> None:
    op.create_table(
        "charge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount", sa.String(20), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_charge_request_id_request"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_charge"),
    )
    op.create_index("ix_charge_request_id", "charge", ["request_id"])


def _attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("came", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_attachment_request_id_request"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
    )
    op.create_index("ix_attachment_act", "attachment", ["act"])
    op.create_index("ix_attachment_request_id", "attachment", ["request_id"])


def _attempt() -> None:
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("our_id", sa.String(), nullable=True),
        sa.Column("their_id", sa.String(), nullable=False),
        sa.Column("state_text", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("last_change", sa.DateTime(), nullable=True),
        sa.Column("told", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name="fk_attempt_partner_id_partner"
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_attempt_request_id_request"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
        sa.UniqueConstraint("our_id", name="uq_attempt_our_id"),
    )
    op.create_index("ix_attempt_request_id", "attempt", ["request_id", "position"])
    op.create_index("ix_attempt_their_id", "attempt", ["partner_id", "their_id"])


def _document() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("stock", sa.String(), nullable=False),
        sa.Column("printed_at", sa.DateTime(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_document_request_id_request"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.UniqueConstraint("request_id", "kind", "copy", name="uq_document_request_id_kind_copy"),
    )


def _parcel() -> None:
    op.create_table(
        "parcel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(40), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("tracking", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name="fk_parcel_partner_id_partner"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_parcel"),
        sa.UniqueConstraint("number", name="uq_parcel_number"),
    )
    op.create_index("ix_parcel_partner_id", "parcel", ["partner_id", "side", "id"])
    op.create_index("ix_parcel_closed_at", "parcel", ["closed_at", "id"])
    op.create_table(
        "parcel_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("parcel_id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parcel_id"], ["parcel.id"], name="fk_parcel_request_parcel_id_parcel"
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_parcel_request_request_id_request"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_parcel_request"),
        sa.UniqueConstraint(
            "parcel_id", "request_id", name="uq_parcel_request_parcel_id_request_id"
        ),
    )
    op.create_index("ix_parcel_request_request_id", "parcel_request", ["request_id", "id"])


def _item() -> None:
    op.create_table(
        "item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("barcode", sa.String(), nullable=False),
        sa.Column("call_number", sa.String(), nullable=False),
        sa.Column("volume", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_item_request_id_request"),
        sa.PrimaryKeyConstraint("id", name="pk_item"),
    )
    op.create_index("ix_item_barcode", "item", [sa.text("lower(barcode)")])
    op.create_index("ix_item_request_id", "item", ["request_id"])


def _note() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_note_request_id_request"),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
    )
    op.create_index("ix_note_request_id", "note", ["request_id"])


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("effective_at", sa.DateTime(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("state_from", sa.String(40), nullable=True),
        sa.Column("state_to", sa.String(40), nullable=True),
        sa.Column("difference", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("undoes", sa.String(), nullable=True),
        sa.Column("rang_for", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_event_attempt_id_attempt"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_event_request_id_request"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_act", "event", ["act"])
    op.create_index("ix_event_request_id", "event", ["request_id", "id"])
    op.create_index(
        "ix_event_undoes",
        "event",
        ["undoes"],
        sqlite_where=sa.text("undoes IS NOT NULL"),
        postgresql_where=sa.text("undoes IS NOT NULL"),
    )


def _message() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("attempt_id", sa.Integer(), nullable=True),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("channel_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("file_stamp", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=True),
        sa.Column("written_at", sa.DateTime(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("timestamp", sa.DateTime(), nullable=True),
        sa.Column("last_change", sa.DateTime(), nullable=True),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("reason_value", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("encloses", sa.String(), nullable=False),
        sa.Column("answers_id", sa.Integer(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("earlier", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answers_id"], ["message.id"], name="fk_message_answers_id_message"
        ),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_message_attempt_id_attempt"
        ),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channel.id"], name="fk_message_channel_id_channel"
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name="fk_message_partner_id_partner"
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_message_request_id_request"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_message"),
        sa.UniqueConstraint("direction", "key", name="uq_message_direction_key"),
    )
    op.create_index("ix_message_act", "message", ["act"])
    op.create_index("ix_message_answers_id", "message", ["answers_id"])
    op.create_index(
        "ix_message_channel_sequence", "message", ["channel_id", "direction", "sequence"]
    )
    op.create_index("ix_message_file_name", "message", ["file_name"])
    op.create_index(
        "ix_message_lying",
        "message",
        ["id"],
        sqlite_where=sa.text("state = 'written' AND reason = 'mail-draft'"),
        postgresql_where=sa.text("state = 'written' AND reason = 'mail-draft'"),
    )
    op.create_index("ix_message_partner_id", "message", ["partner_id", "id"])
    op.create_index(
        "ix_message_unconfirmed", "message", ["partner_id", "state", "kind", "written_at"]
    )
    op.create_index(
        "ix_message_partner_sequence", "message", ["partner_id", "direction", "sequence"]
    )
    op.create_index("ix_message_request_id", "message", ["request_id", "id"])
    op.create_index("ix_message_sha256", "message", ["sha256"])
    op.create_index("ix_message_state", "message", ["state", "id"])
    op.create_index("ix_message_timestamp", "message", ["channel_id", "timestamp"])


def _milestone() -> None:
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_milestone_attempt_id_attempt"
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_milestone_request_id_request"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_milestone"),
    )
    op.create_index("ix_milestone_act", "milestone", ["act"])
    op.create_index("ix_milestone_kind_on", "milestone", ["kind", "on", "request_id"])
    op.create_index("ix_milestone_request_id", "milestone", ["request_id", "kind"])


def _message_body() -> None:
    op.create_table(
        "message_body",
        sa.Column("message_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name="fk_message_body_message_id_message"
        ),
        sa.PrimaryKeyConstraint("message_id", name="pk_message_body"),
    )
    op.create_index(
        "ix_message_body_kept",
        "message_body",
        ["message_id"],
        sqlite_where=sa.text("length(body) > 0"),
        postgresql_where=sa.text("length(body) > 0"),
    )


def _enclosure() -> None:
    op.create_table(
        "enclosure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name="fk_enclosure_message_id_message"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_enclosure"),
    )
    op.create_index("ix_enclosure_message_id", "enclosure", ["message_id"])
    op.create_index("ix_enclosure_sha256", "enclosure", ["sha256"])


def _partner_key() -> None:
    op.create_table(
        "partner_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("public", sa.String(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("trusted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name="fk_partner_key_partner_id_partner"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_partner_key"),
        sa.UniqueConstraint("partner_id", "public", name="uq_partner_key_partner_id_public"),
    )


def _seal() -> None:
    op.create_table(
        "seal",
        sa.Column("message_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("public", sa.String(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("manifest", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name="fk_seal_message_id_message"),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name="fk_seal_partner_id_partner"),
        sa.PrimaryKeyConstraint("message_id", name="pk_seal"),
        sa.UniqueConstraint(
            "partner_id", "public", "serial", name="uq_seal_partner_id_public_serial"
        ),
    )


def _sqlite(*statements: str) -> None:
    """The seam: triggers and full text are made for SQLite only."""
    if op.get_context().dialect.name == "sqlite":
        for statement in statements:
            op.execute(statement)


def _column(flag: str) -> str:
    return flag.replace("-", "_")


def _changed(columns: Sequence[str]) -> str:
    return " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)


def _counters() -> None:
    """Keep `counter` equal to a GROUP BY over side, state and every flag."""
    columns = ["side", "state", *map(_column, FLAGS)]
    _sqlite(
        f"CREATE TRIGGER counter_insert AFTER INSERT ON request BEGIN {_add('NEW')} END",
        f"CREATE TRIGGER counter_delete AFTER DELETE ON request BEGIN {_take('OLD')} END",
        f"CREATE TRIGGER counter_update AFTER UPDATE OF {', '.join(columns)} ON request "
        f"WHEN {_changed(columns)} BEGIN {_take('OLD')} {_add('NEW')} END",
    )


def _add(row: str) -> str:
    marks = "".join(f", ('{flag}', {row}.{_column(flag)})" for flag in FLAGS)
    return (
        f"INSERT INTO counter (side, state, flag, n) SELECT {row}.side, {row}.state, column1, 1 "
        f"FROM (VALUES ('', 1){marks}) WHERE column2 "
        "ON CONFLICT (side, state, flag) DO UPDATE SET n = n + 1;"
    )


def _take(row: str) -> str:
    marks = "".join(f" OR (flag = '{flag}' AND {row}.{_column(flag)})" for flag in FLAGS)
    return (
        f"UPDATE counter SET n = n - 1 WHERE side = {row}.side AND state = {row}.state "
        f"AND (flag = ''{marks});"
    )


def _patron_words() -> None:
    """Keep the words of every reader, each of which is found by its beginning."""
    words = "json_each('[' || replace(json_quote({0}.folded), ' ', '\",\"') || ']')"
    put = f"INSERT OR IGNORE INTO patron_word SELECT value, NEW.id FROM {words.format('NEW')} "
    put += "WHERE value <> '';"
    old = f"SELECT value FROM {words.format('OLD')}"
    take = f"DELETE FROM patron_word WHERE patron_id = OLD.id AND word IN ({old});"
    _sqlite(
        f"CREATE TRIGGER patron_word_insert AFTER INSERT ON patron BEGIN {put} END",
        f"CREATE TRIGGER patron_word_delete AFTER DELETE ON patron BEGIN {take} END",
        "CREATE TRIGGER patron_word_update AFTER UPDATE OF folded ON patron "
        f"BEGIN {take} {put} END",
    )


def _search() -> None:
    """An index over what a request is called, never over who reads it."""
    names = ", ".join(SEARCHED)
    shown = ", ".join(f"{text.format('')} AS {name}" for name, text in SEARCHED.items())
    new, old = (", ".join(t.format(f"{row}.") for t in SEARCHED.values()) for row in ("NEW", "OLD"))
    put = f"INSERT INTO request_search (rowid, {names}) VALUES (NEW.id, {new});"
    take = (
        f"INSERT INTO request_search (request_search, rowid, {names}) "
        f"VALUES ('delete', OLD.id, {old});"
    )
    _sqlite(
        f"CREATE VIEW request_searched AS SELECT id, {shown} FROM request",
        f"CREATE VIRTUAL TABLE request_search USING fts5 ({names}, content='request_searched', "
        "content_rowid='id', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER search_insert AFTER INSERT ON request BEGIN {put} END",
        f"CREATE TRIGGER search_delete AFTER DELETE ON request BEGIN {take} END",
        f"CREATE TRIGGER search_update AFTER UPDATE OF {', '.join(SEARCHED_COLUMNS)} ON request "
        f"WHEN {_changed(SEARCHED_COLUMNS)} BEGIN {take} {put} END",
    )


def _append_only() -> None:
    """Events are never changed; the bytes of a message may only be blanked."""
    refuse = "BEGIN SELECT RAISE(ABORT, '{0}'); END"
    events = refuse.format("events are never changed")
    bodies = refuse.format("the bytes of a message are never changed")
    _sqlite(
        f"CREATE TRIGGER event_update BEFORE UPDATE ON event {events}",
        f"CREATE TRIGGER event_delete BEFORE DELETE ON event {events}",
        "CREATE TRIGGER message_body_update BEFORE UPDATE ON message_body "
        f"WHEN length(NEW.body) > 0 OR NEW.message_id <> OLD.message_id {bodies}",
        f"CREATE TRIGGER message_body_delete BEFORE DELETE ON message_body {bodies}",
    )
