"""The open desk file: sessions that read, sessions that write, and errors that mean something."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as Session
from sqlalchemy.orm import sessionmaker
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import NullPool

from ill_desktop.domain.errors import CannotWrite, Damaged, Overtaken
from ill_desktop.store import damage, dialect, driver, failures, manners
from ill_desktop.store.lease import Lease, check
from ill_desktop.store.rows import RequestRow

T = TypeVar("T")


class _Rehearsed(Exception):
    """A rehearsal is over: roll everything back."""


class Database:
    """One desk file. Only services call `work` and `read`; no session outlives its block."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.view_only = driver.view_only(path)
        """Decided when the desk is opened; `work` then refuses, and everything else reads."""
        self.engine = _viewing(path) if self.view_only else engine_for(path)
        self._reading = sessionmaker(self.engine, expire_on_commit=False, autoflush=False)
        self._writing = {lasting: self._writer(lasting) for lasting in (True, False)}
        self.lease: Lease | None = None
        """Our claim on the desk; when set, every write first makes sure that it still holds."""
        self._damaged: Damaged | None = None
        self._watch: Any = None
        self._lock = Lock()
        self._known: dict[Hashable, tuple[int, Any]] = {}

    def _writer(self, lasting: bool) -> sessionmaker[Session]:
        made = sessionmaker(writing(self.engine, lasting=lasting), expire_on_commit=False)
        event.listen(made, "loaded_as_persistent", _held)
        event.listen(made, "pending_to_persistent", _held)
        return made

    @contextmanager
    def work(self, *, lasting: bool = True) -> Iterator[Session]:
        """One thing a user does: all of it is saved at the end, or none.

        Not `lasting`: others see it at once, but a power cut may still take it back.

        Waits up to five seconds for another writer, then raises `Busy`. Raises `Overtaken`
        when a request was changed meanwhile, `CannotWrite` or `Damaged` when the file refuses,
        `Busy` also when another computer has taken the desk.
        """
        self.must_be_writable()
        with self._errors(), self._writing[lasting]() as session:
            changed = ""
            try:
                with session.begin():
                    session.connection()
                    if self.lease is not None:
                        check(session, self.lease)
                    yield session
                    changed = _numbers(session)
                    session.flush()
            except StaleDataError as error:
                raise Overtaken(changed) from error

    @contextmanager
    def rehearsal(self) -> Iterator[Session]:
        """Work that is taken back at its end: what it would do is seen, and never was.

        Raises as `work` does.
        """
        with suppress(_Rehearsed), self.work(lasting=False) as session:
            yield session
            session.flush()
            raise _Rehearsed

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One consistent look; whatever is changed inside is forgotten."""
        with self._errors(), self._reading() as session:
            yield session

    def known(self, question: Hashable, ask: Callable[[Session], T]) -> T:
        """The answer to a question, asked again only when anything was saved since."""
        return cast("T", self.look({question: ask})[question])

    def look(self, asked: Mapping[Hashable, Callable[[Session], Any]]) -> dict[Hashable, Any]:
        """The answers to several questions; those that may have changed are asked at one look.

        By whom anything was saved does not matter: `data_version` tells of every commit. It is
        looked at before anything is asked, so an answer may be newer than it says, never older.
        Answers of another version are of no use to anybody, and go.
        Answers are shared: plain values that nobody changes.
        """
        if self.view_only:
            with self.read() as session:
                return {question: ask(session) for question, ask in asked.items()}
        version = self.data_version()
        kept = {one: self._known.get(one) for one in asked}
        old = [one for one, answer in kept.items() if answer is None or answer[0] != version]
        if old:
            past = self._known.copy()
            self._known = {one: a for one, a in past.items() if a[0] == version}
            with self.read() as session:
                for one in old:
                    kept[one] = self._known[one] = (version, asked[one](session))
        return {one: answer[1] for one, answer in kept.items() if answer is not None}

    def must_be_writable(self) -> None:
        """Raise `CannotWrite` where the desk can only be looked at, `Damaged` where it is."""
        if self.view_only:
            raise CannotWrite(str(self.path), "read-only")
        damaged = self.damaged
        if damaged is not None:
            raise damaged

    @property
    def damaged(self) -> Damaged | None:
        """What was found in the file, by this program or another; it can be read still."""
        return self._damaged or damage.marked(self.path)

    def condemn(self, found: Damaged) -> None:
        """Write nothing more, and let nobody else, before the file was found sound again."""
        if not damage.leave_mark(found):
            self._damaged = found

    def refuses(self, error: Exception) -> bool:
        """Whether the file itself refuses: full, read-only, busy or damaged."""
        said = error.orig if isinstance(error, DBAPIError) else error
        return failures.known(said, self.path) is not None

    def data_version(self) -> int:
        """A number that changes when anything was saved, by this program or another."""
        if self.view_only:
            return driver.state_of(self.path)
        with self._lock, failures.translated(self.path):
            if self._watch is None:
                self._watch = driver.read_only(self.path)
            return manners.data_version(self._watch)

    def compact(self) -> None:
        """Write the file anew without what was deleted; raises as `work` does.

        What is deleted is overwritten at once, but not what SQLite moved before; and the journal
        still holds the pages as they were.
        """
        self.must_be_writable()
        with failures.translated(self.path):
            connection = driver.module.connect(str(self.path))
            try:
                manners.teach(connection)
                connection.execute("VACUUM")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()

    def close(self) -> None:
        """Let go of the file. The last one to close it tidies the journal away."""
        with self._lock:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self.engine.dispose()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            with failures.translated(self.path):
                yield
        except DBAPIError as error:
            meaning = failures.known(error.orig, self.path)
            if meaning is None:
                raise
            raise meaning from error


_SAME: Mapping[str, Any] = {
    "module": driver.module,
    "hide_parameters": True,
    "execution_options": {"compiled_cache": dialect.COMPILED},
}


def engine_for(path: Path) -> Engine:
    """An engine over the driver's SQLite; its transactions read.

    What SQLAlchemy says of a failed statement leaves out its values: they are readers' names, and
    it goes into the log.
    """
    engine = create_engine(f"{dialect.NAME}:///{path}", **_SAME)
    event.listen(engine, "connect", _taught)
    return engine


def writing(engine: Engine, *, lasting: bool = True) -> Engine:
    """The same engine for transactions that write.

    Only where something listens does SQLAlchemy look for listeners at every statement: what reads
    is spared that.
    """
    bound = engine.execution_options(lasting=lasting)
    event.listen(bound, "begin", _begin)
    return bound


def _viewing(path: Path) -> Engine:
    """An engine that only reads. Each look opens the file anew: another may be writing it."""
    engine = create_engine(
        f"{dialect.NAME}://",
        creator=lambda: driver.read_only(path),
        poolclass=NullPool,
        **_SAME,
    )
    event.listen(engine, "connect", lambda connection, _: manners.teach_reader(connection))
    return engine


def _held(session: Session, row: object) -> None:
    """A row once read stays at hand until the work is done, so that it is not asked for again."""
    session.info.setdefault("held", []).append(row)


def _taught(connection: Any, _record: object) -> None:
    manners.teach(connection)


def _begin(connection: Connection) -> None:
    """Before the dialect's own beginning, which leaves a transaction that is there alone."""
    lasting = connection.get_execution_options()["lasting"]
    if connection.info.get("lasting", True) != lasting:
        connection.exec_driver_sql(manners.durability(lasting=lasting))
        connection.info["lasting"] = lasting
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _numbers(session: Session) -> str:
    changed = sorted(row.number for row in session.dirty if isinstance(row, RequestRow))
    return ", ".join(changed)
