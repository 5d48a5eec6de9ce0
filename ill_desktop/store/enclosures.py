"""Files that came with a message nobody could use yet: kept with it, and gone with its words."""

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import Session

from ill_desktop.store.rows import EnclosureRow, MessageBodyRow


def of_message(session: Session, message_id: int) -> list[EnclosureRow]:
    """What waits with a message, in the order it was packed."""
    query = select(EnclosureRow).where(EnclosureRow.message_id == message_id)
    return list(session.scalars(query.order_by(EnclosureRow.id)))


def move(session: Session, message_id: int, to: int) -> None:
    """Let what came with a message wait with another one."""
    session.execute(
        update(EnclosureRow).where(EnclosureRow.message_id == message_id).values(message_id=to)
    )


def release(session: Session, message_id: int) -> None:
    """Let a message keep nothing any more: its request has it."""
    session.execute(delete(EnclosureRow).where(EnclosureRow.message_id == message_id))


def take_left_over(session: Session) -> set[str]:
    """Take away what belongs to messages whose words are gone; the hashes."""
    blank = select(MessageBodyRow.message_id).where(
        MessageBodyRow.message_id == EnclosureRow.message_id,
        func.length(MessageBodyRow.body) == 0,
    )
    query = select(EnclosureRow.id, EnclosureRow.sha256).where(exists(blank))
    rows = session.execute(query).all()
    session.execute(delete(EnclosureRow).where(EnclosureRow.id.in_([row.id for row in rows])))
    return {row.sha256 for row in rows}
