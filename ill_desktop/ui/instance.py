"""One window for a desk: a second start hands its files to the first one and ends.

The owner is who holds the lock file; the system lets go of it however the owner ends, so that a
socket left behind by a killed window is swept away by the next owner.
"""

import json
import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QDir, QObject, QThread, Signal

from ill_desktop.domain.errors import Busy, CannotWrite
from ill_desktop.store.locking import only_one

PATIENCE_MS = 30_000
"""How long a second start waits for the first one to listen."""
SHORT_PATIENCE_MS = 3_000
"""How long somebody at a window waits for another one to come to the front."""
MOST_BYTES = 1024 * 1024


class Instance(QObject):
    """The claim of this process to one desk."""

    asked = Signal(object)
    """Another start wants the window, with these files."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name(folder)
        self._held = ExitStack()
        self._server: Any = None

    def claim(self) -> bool:
        """Try to become the one; where no lock can be written everybody is."""
        try:
            self._held.enter_context(only_one(Path(QDir.tempPath()) / f"{self._name}.lock"))
        except Busy:
            return False
        except CannotWrite:
            return True
        return True

    def move(self, folder: Path) -> bool:
        """Claim another desk instead; False, and nothing held, when that one is taken."""
        if _name(folder) == self._name:
            return True
        listening = self._server is not None
        self.close()
        self._name = _name(folder)
        if not self.claim():
            return False
        if listening:
            self.listen()
        return True

    def elsewhere(self, folder: Path) -> bool:
        """Whether another window has a desk, which then comes to the front.

        Raises `Busy` where it does not answer.
        """
        if _name(folder) == self._name:
            return False
        other = Instance(folder)
        try:
            if other.claim():
                return False
            if not other.hand_over((), SHORT_PATIENCE_MS):
                raise Busy
        finally:
            other.close()
        return True

    def listen(self) -> None:
        """Hear other starts from now on; Qt's network is loaded no earlier than here."""
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def close(self) -> None:
        """Let go."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._held.close()

    def hand_over(self, files: Sequence[Path], patience_ms: int = PATIENCE_MS) -> bool:
        """Ask the one that has the desk to show itself; False when nobody answered."""
        from PySide6.QtNetwork import QLocalSocket

        message = json.dumps([str(path) for path in files]).encode() + b"\n"
        deadline = QDeadlineTimer(patience_ms)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(1000):
                socket.write(message)
                socket.waitForBytesWritten(1000)
                if socket.waitForReadyRead(max(1, deadline.remainingTime())):
                    return True
            QThread.msleep(100)
        return False

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda one=socket: self._read(one))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: Any) -> None:
        """One line of file names; what is no such line is not answered."""
        if socket.bytesAvailable() > MOST_BYTES:
            socket.abort()
        elif socket.canReadLine():
            try:
                names = json.loads(bytes(socket.readLine().data()))
                files = tuple(Path(str(name)) for name in names)
            except (ValueError, TypeError):
                socket.abort()
                return
            socket.write(b"ok\n")
            socket.flush()
            self.asked.emit(files)


def _name(folder: Path) -> str:
    """The same for one person and one desk, however its folder was written."""
    user = getattr(os, "getuid", lambda: 0)()
    who = f"{user}\0{folder.resolve()}".encode("utf-8", "surrogateescape")
    digest = QCryptographicHash.hash(who, QCryptographicHash.Algorithm.Sha256).toHex()
    return f"ill-desktop-{bytes(digest.data()).decode('ascii')[:20]}"
