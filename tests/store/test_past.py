"""The past stays as it was: events and the bytes of messages are never changed."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from ill_desktop.domain.lifecycle.states import State
from ill_desktop.store.database import Database
from ill_desktop.store.rows import EventRow, MessageBodyRow, MessageRow
from tests.build import NOON, TODAY, a_request


@pytest.fixture
def past(database: Database) -> Database:
    with database.work() as session:
        request = a_request()
        session.add(request)
        session.flush()
        session.add(
            EventRow(
                act="a1",
                request_id=request.id,
                kind="created",
                source="staff",
                effective_at=NOON,
                entered_at=NOON,
                local_date=TODAY,
                state_to=State.DRAFT,
                difference={"state": [None, "draft"]},
            )
        )
        message = MessageRow(direction="in", kind="request", state="applied", created_at=NOON)
        session.add(message)
        session.flush()
        session.add(MessageBodyRow(message_id=message.id, body=b"<xml/>"))
    return database


@pytest.mark.parametrize(
    "statement",
    [
        update(EventRow).values(reason="other"),
        update(EventRow).values(id=EventRow.id),
        delete(EventRow),
        update(MessageBodyRow).values(body=b"<forged/>"),
        update(MessageBodyRow).values(message_id=5, body=b""),
        delete(MessageBodyRow),
    ],
    ids=str,
)
def test_the_past_cannot_be_changed(past: Database, statement: object) -> None:
    with pytest.raises(IntegrityError, match="never changed"), past.work() as session:
        session.execute(statement)


def test_bytes_can_be_blanked_and_the_rest_stays(past: Database) -> None:
    with past.work() as session:
        session.execute(update(MessageBodyRow).values(body=b""))
    with past.read() as session:
        assert session.scalars(select(MessageBodyRow.body)).one() == b""
        assert session.scalars(select(MessageRow.kind)).one() == "request"


def test_an_event_keeps_its_difference(past: Database) -> None:
    with past.read() as session:
        event = session.scalars(select(EventRow)).one()
    assert event.difference == {"state": [None, "draft"]}
    assert (event.state_from, event.state_to) == (None, State.DRAFT)
    assert event.effective_at == datetime(2026, 3, 14, 12, tzinfo=UTC)


def test_an_incoming_key_is_taken_once(past: Database) -> None:
    def message(direction: str) -> MessageRow:
        return MessageRow(direction=direction, kind="request", state="x", created_at=NOON, key="k")

    with past.work() as session:
        session.add_all([message("in"), message("out")])
    with pytest.raises(IntegrityError), past.work() as session:
        session.add(message("in"))
